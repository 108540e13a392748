/**
 * Text for a terminal. Control characters (an escape sequence in an article must not reach the terminal) and characters that
 * turn the reading direction are replaced; line breaks and tabs become spaces.
 */
export function harmless(text: string): string {
  if (SIMPLE.test(text)) return text
  return text.replace(/[\t\n\r]/gu, ' ').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** Letters that take one column each, which is nearly all of a story. */
const SIMPLE = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u20A0-\u20CF]*$/u

/** Columns a text takes in a terminal: wide characters and emoji two, combining and joined ones none. */
export function columnsOf(text: string): number {
  if (SIMPLE.test(text)) return text.length
  let columns = 0
  for (const cluster of clusters(text)) columns += columnOf(cluster)
  return columns
}

/** Columns of what is seen as one character. */
export function columnOf(cluster: string): number {
  if (cluster.length === 1 && cluster < '\u0300') return 1
  const first = cluster.codePointAt(0)!
  // The emoji selector makes a text symbol as wide as an emoji; two indicators are one flag.
  const wide = isWide(first) || cluster.includes('\uFE0F') || (isIndicator(first) && cluster.length === 4)
  return isCombining(first) ? 0 : wide ? 2 : 1
}

/** Cuts a text into what is seen as one character: flags, skin tones, joined emoji and accents stay whole. */
export function clusters(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('')
  const found: string[] = []
  let joined = false
  let flag = false
  for (const char of text) {
    const code = char.codePointAt(0)!
    const indicator = isIndicator(code)
    if (found.length && (joined || isCombining(code) || (indicator && flag))) {
      found[found.length - 1] += char
      joined = code === 0x200d
      flag = false
      continue
    }
    found.push(char)
    joined = false
    flag = indicator
  }
  return found
}

function isIndicator(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

function isCombining(code: number): boolean {
  if (code < 0x300 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x20a0 && code <= 0x20cf)) return false
  return code === 0x200d || (code >= 0x1f3fb && code <= 0x1f3ff) || /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(String.fromCodePoint(code))
}

function isWide(code: number): boolean {
  return code >= 0x1100 && (
    code <= 0x115f || (code >= 0x2e80 && code <= 0x303e) || (code >= 0x3041 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd)
  )
}
