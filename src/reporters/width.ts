/**
 * Text for a terminal. Control characters (an escape sequence in an article must not reach the terminal) and characters that
 * turn the reading direction are replaced; line breaks and tabs become spaces.
 */
export function harmless(text: string): string {
  return text.replace(/[\t\n\r]/gu, ' ').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** Columns a text takes in a terminal: wide characters and emoji two, combining and joined ones none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const cluster of clusters(text)) columns += cluster.columns
  return columns
}

/** A character as it is seen, with the columns it takes. */
export interface Cluster {
  readonly text: string
  readonly columns: number
}

/** Cuts a text into what is seen as one character: flags, skin tones, joined emoji and accents stay whole. */
export function clusters(text: string): Cluster[] {
  const found: { text: string; columns: number }[] = []
  let joined = false
  let flag = false
  for (const char of text) {
    const code = char.codePointAt(0)!
    const last = found.at(-1)
    const indicator = code >= 0x1f1e6 && code <= 0x1f1ff
    if (last && (joined || isCombining(code) || (indicator && flag))) {
      last.text += char
      // The emoji selector makes a text symbol as wide as an emoji; two indicators are one flag.
      if (code === 0xfe0f || indicator) last.columns = 2
      joined = code === 0x200d
      flag = false
      continue
    }
    found.push({ text: char, columns: isCombining(code) ? 0 : isWide(code) ? 2 : 1 })
    joined = false
    flag = indicator
  }
  return found
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
