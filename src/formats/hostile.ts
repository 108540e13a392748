import type { Reading } from '../article/block.ts'

type Notice = Reading['notices'][number]

/** More than any story has, and well below what makes the parser hang or its stack overflow. */
const DEEPEST_PREFIX = 40
const MOST_LAZY_LINES = 300
const MOST_CLOSING_BRACKETS = 1000
const MOST_UNDERLINES = 60
const MOST_UNCLOSED = 150
const MOST_DELIMITERS = 4000
const LONGEST_PART = 1_500_000
const DEEPEST_ELEMENT = 400

const LF = 10
const CR = 13

/**
 * Whether the Markdown parser would take beyond all measure for this stretch, found in one pass. The parser has no bounds of
 * its own: nested quotations, lists and emphasis cost it the square of their length.
 */
export function hostileMarkdown(text: string, from: number, to: number): Notice | undefined {
  const notice = (what: string, at: number): Notice => ({
    message: `${what}: this stretch was read as plain text`,
    span: { start: Math.min(at, to - 1), end: Math.min(at, to - 1) + 1 },
  })
  if (to - from > LONGEST_PART) return notice('too long to be read as Markdown in one piece', from)
  let inContainer = false
  let lazy = 0
  let brackets = 0
  let underlines = 0
  let unclosed = 0
  let delimiters = 0
  let line = from
  while (line < to) {
    const { depth, at: words } = prefix(text, line, to)
    if (depth > DEEPEST_PREFIX) return notice('quotations or lists nested too deep', line)
    let at = words
    let blank = true
    let underline = true
    for (; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (unit === LF || unit === CR) break
      if (unit !== 32 && unit !== 9) {
        blank = false
        if (unit !== 45 && unit !== 61) underline = false
      }
      if (unit === 93) brackets++
      else if (unit === 91) {
        delimiters++
        if (brackets > 0) brackets--
      } else if (unit === 42 || unit === 95 || unit === 126) {
        if (text.charCodeAt(at - 1) !== unit) delimiters++
      } else if (unit === 60) {
        const next = text.charCodeAt(at + 1)
        if (next === 33 || next === 63) unclosed++
      } else if (unit === 62 && unclosed > 0) unclosed--
      if (brackets > MOST_CLOSING_BRACKETS) return notice('too many brackets', at)
      if (delimiters > MOST_DELIMITERS) return notice('too many marks of emphasis or brackets in one paragraph', at)
      if (unclosed > MOST_UNCLOSED) return notice('too many unclosed tags', at)
    }
    if (blank && depth === 0) {
      inContainer = false
      lazy = brackets = underlines = unclosed = delimiters = 0
    } else if (depth > 0) {
      inContainer = true
      lazy = 0
    } else if (inContainer && ++lazy > MOST_LAZY_LINES) return notice('too long a paragraph in a quotation or list', line)
    if (!blank && underline && ++underlines > MOST_UNDERLINES) return notice('too many underlined headings without a blank line', line)
    line = text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
  }
  return undefined
}

/** How many quotation and list markers a line begins with, and where they end. */
function prefix(text: string, line: number, to: number): { depth: number; at: number } {
  let depth = 0
  let at = line
  let end = line
  while (at < to) {
    const unit = text.charCodeAt(at)
    if (unit === 32 || unit === 9) at++
    else if (unit === 62) {
      depth++
      end = ++at
    } else if (unit === 45 || unit === 43 || unit === 42) {
      const next = text.charCodeAt(at + 1)
      if (next !== 32 && next !== 9) break
      depth++
      end = ++at
    } else if (unit > 47 && unit < 58) {
      let digits = at
      while (text.charCodeAt(digits) > 47 && text.charCodeAt(digits) < 58) digits++
      const next = text.charCodeAt(digits + 1)
      if ((text.charCodeAt(digits) !== 46 && text.charCodeAt(digits) !== 41) || (next !== 32 && next !== 9)) break
      depth++
      end = at = digits + 1
    } else break
  }
  return { depth, at: end }
}

/** Elements that need no end tag, or have none. */
const LOOSE = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option|tbody|thead)\b/i

/** The same for HTML: parsers of trees overflow on elements nested beyond any page's. */
export function hostileHtml(text: string): Notice | undefined {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const closing = text.charCodeAt(at + 1) === 47
    const letter = text.charCodeAt(at + (closing ? 2 : 1)) | 32
    if (letter < 97 || letter > 122 || LOOSE.test(text.slice(at + (closing ? 2 : 1), at + 10))) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > DEEPEST_ELEMENT) return { message: 'elements nested too deep: the page was read as plain text', span: { start: at, end: at + 1 } }
  }
  return undefined
}
