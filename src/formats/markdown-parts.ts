/** A stretch of Markdown that stands for itself: whatever comes before or after, it is read the same. */
export type MarkdownPart = { readonly from: number; readonly to: number } & (
  /** One paragraph of which only the words inside may be marked up, or whatever needs the parser. */
  | { readonly kind: 'prose' | 'markup' }
  /** A flat list of one line an item, or a quotation of one line: where the words of each stand. */
  | { readonly kind: 'list' | 'quote'; readonly lines: readonly { readonly from: number; readonly to: number }[] }
  /** One `#` heading; its words begin at `words`. */
  | { readonly kind: 'heading'; readonly depth: number; readonly words: number }
)

/** Code units that bring in code, HTML, tables, or blanks the parser treats in its own way. */
const MARKUP = unitsOf('`<|\0\t')
/** Code units that can begin something else than a paragraph. */
const STARTERS = unitsOf('#>-+=:{}%$!~*_')
/** Parts that need the parser and follow each other are read together up to this length: a call has its price. */
const TOGETHER = 2000
const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32

/**
 * Cuts Markdown at blank lines where nothing can be open, so that plain paragraphs, most of any story, need no parser
 * and what needs it comes in small pieces. Text with link definitions is not for this: they count everywhere.
 */
export function* markdownParts(text: string, from: number): Generator<MarkdownPart> {
  let at = from
  let pending: { from: number; to: number } | undefined
  while (at < text.length) {
    const start = afterBlankLines(text, at)
    if (start >= text.length) break
    const part = simplePart(text, start)
    if (part) {
      if (pending) yield { ...pending, kind: 'markup' }
      pending = undefined
      yield part
      at = part.to
      continue
    }
    const to = endOfMarkup(text, start)
    const lines = simpleLines(text, start, to)
    if (lines) {
      if (pending) yield { ...pending, kind: 'markup' }
      pending = undefined
      yield { from: start, to, kind: text.charCodeAt(start) === 62 ? 'quote' : 'list', lines }
      at = to
      continue
    }
    if (pending && to - pending.from <= TOGETHER) pending.to = to
    else {
      if (pending) yield { ...pending, kind: 'markup' }
      pending = { from: start, to }
    }
    at = to
  }
  if (pending) yield { ...pending, kind: 'markup' }
}

/** The paragraph or heading at a place, if every line of it is beyond doubt. */
function simplePart(text: string, start: number): MarkdownPart | undefined {
  if (text.charCodeAt(start) === 35) return simpleHeading(text, start)
  let line = start
  for (;;) {
    const end = simpleLine(text, line)
    if (end < 0) return undefined
    const next = afterLineBreak(text, end)
    if (next === end || isBlankLine(text, next)) return { from: start, to: end, kind: 'prose' }
    if (text.charCodeAt(next) === 35) return undefined
    line = next
  }
}

/** The lines of a flat list with one marker, or of a quotation of one line, if all are beyond doubt. */
function simpleLines(text: string, start: number, to: number): { from: number; to: number }[] | undefined {
  const marker = text.charCodeAt(start)
  if (marker !== 62 && marker !== 45 && marker !== 42) return undefined
  const lines: { from: number; to: number }[] = []
  for (let line = start; line < to; ) {
    if (text.charCodeAt(line) !== marker || text.charCodeAt(line + 1) !== SPACE) return undefined
    const end = simpleLine(text, line + 2)
    if (end <= line + 2 || end > to) return undefined
    lines.push({ from: line + 2, to: end })
    line = afterLineBreak(text, end)
    if (line === end) break
  }
  return marker === 62 && lines.length > 1 ? undefined : lines
}

function simpleHeading(text: string, start: number): MarkdownPart | undefined {
  let depth = 0
  while (text.charCodeAt(start + depth) === 35) depth++
  if (depth > 6 || text.charCodeAt(start + depth) !== SPACE) return undefined
  const words = start + depth + 1
  const end = simpleLine(text, words, true)
  return end <= words || text.charCodeAt(end - 1) === 35 ? undefined : { from: start, to: end, kind: 'heading', depth, words }
}

/** Where a line ends that holds no markup; -1 where it may. */
function simpleLine(text: string, start: number, inHeading = false): number {
  const first = text.charCodeAt(start)
  if (first === SPACE) return -1
  if (!inHeading && STARTERS[first] && !startsWord(text, start)) return -1
  if (!inHeading && first > 47 && first < 58 && isNumbered(text, start)) return -1
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === LF || unit === CR) break
    if (unit > 126) continue
    if (MARKUP[unit]) return -1
  }
  return text.charCodeAt(at - 1) === SPACE ? -1 : at
}

/** A sign before a digit or letter: `+4%`, `$5`, `**Sales`, `--With`; no list, quotation, underline, fence or heading begins so. */
function startsWord(text: string, at: number): boolean {
  const sign = text.charCodeAt(at)
  if (sign === 35 || sign === 62 || sign === 61 || sign === 58) return false
  let next = at + 1
  if (sign === 45 || sign === 42 || sign === 95) while (text.charCodeAt(next) === sign) next++
  const unit = text.charCodeAt(next)
  return (unit > 47 && unit < 58) || ((unit | 32) > 96 && (unit | 32) < 123) || unit > 127
}

function isNumbered(text: string, at: number): boolean {
  let end = at
  while (text.charCodeAt(end) > 47 && text.charCodeAt(end) < 58) end++
  const mark = text.charCodeAt(end)
  return (mark === 46 || mark === 41) && !(text.charCodeAt(end + 1) > SPACE)
}

function unitsOf(characters: string): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

/** Where a stretch with markup ends: before a blank line that ends everything, or with the text. */
function endOfMarkup(text: string, start: number): number {
  let line = start
  let fence: { unit: number; length: number } | undefined
  // Lines of HTML run on to the next blank line: what looks like a fence in them is none, so nothing is certain after it.
  let tags = false
  while (line < text.length) {
    const end = lineEnd(text, line)
    if (fence) {
      if (closesFence(text, line, end, fence)) fence = undefined
    } else {
      const indent = indentation(text, line)
      const first = text.charCodeAt(line + indent)
      if ((first === 96 || first === 126) && indent < 4) {
        const length = runLength(text, line + indent)
        if (length >= 3 && !(first === 96 && text.slice(line + indent + length, end).includes('`'))) {
          if (indent > 0 || tags) return text.length
          fence = { unit: first, length }
        }
      } else if (first === 60 && indent < 4) {
        const close = rawHtmlEnd(text, line + indent, indent)
        if (close === undefined || (close > 0 && tags)) return text.length
        tags = close === 0
        if (close > end) {
          line = afterLineBreak(text, lineEnd(text, close))
          if (isBlankLine(text, line)) {
            line = afterBlankLines(text, line)
            if (line >= text.length || mayStart(text, line)) return line
          }
          continue
        }
      }
    }
    const next = afterLineBreak(text, end)
    if (next === end) return text.length
    if (!fence && isBlankLine(text, next)) {
      const after = afterBlankLines(text, next)
      if (after >= text.length) return text.length
      if (mayStart(text, after)) return end
      tags = false
      line = after
    } else {
      line = next
    }
  }
  return text.length
}

/** Whether a line after a blank one ends every list, quotation and note before it. */
function mayStart(text: string, line: number): boolean {
  const first = text.charCodeAt(line)
  if (first === SPACE || first === TAB) return false
  if (first === 45 || first === 43 || first === 42) {
    const next = text.charCodeAt(line + 1)
    return next > SPACE
  }
  return !(first > 47 && first < 58 && isNumbered(text, line))
}

function closesFence(text: string, line: number, end: number, fence: { unit: number; length: number }): boolean {
  const indent = indentation(text, line)
  const at = line + indent
  if (indent > 3 || text.charCodeAt(at) !== fence.unit) return false
  const length = runLength(text, at)
  return length >= fence.length && text.slice(at + length, end).trim() === ''
}

const RAW_HTML = /^<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![A-Za-z]))/i

/** Where raw HTML ends that goes on over blank lines; 0 where the tag is another, undefined where there is no telling. */
function rawHtmlEnd(text: string, at: number, indent: number): number | undefined {
  const match = RAW_HTML.exec(text.slice(at, at + 12))
  if (!match) return 0
  if (indent > 0 || /^<!--?-?>/u.test(text.slice(at, at + 6))) return undefined
  const from = at + match[0].length
  const end = match[1] ? closingTag(text, from) : text.indexOf(match[2] ? '-->' : match[3] ? '?>' : match[4] ? ']]>' : '>', from)
  return end < 0 ? undefined : end
}

function closingTag(text: string, from: number): number {
  const tag = /<\/(?:script|pre|style|textarea)>/gi
  tag.lastIndex = from
  return tag.exec(text)?.index ?? -1
}

function afterBlankLines(text: string, at: number): number {
  let line = at
  for (;;) {
    let end = line
    while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === TAB) end++
    const unit = text.charCodeAt(end)
    if (end >= text.length) return text.length
    if (unit !== LF && unit !== CR) return line
    line = afterLineBreak(text, end)
  }
}

function isBlankLine(text: string, line: number): boolean {
  let end = line
  while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === TAB) end++
  const unit = text.charCodeAt(end)
  return end >= text.length || unit === LF || unit === CR
}

function afterLineBreak(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit === LF) return at + 1
  if (unit === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
  return at
}

function lineEnd(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++
  return at
}

function indentation(text: string, line: number): number {
  let width = 0
  while (text.charCodeAt(line + width) === SPACE) width++
  return text.charCodeAt(line + width) === TAB ? 4 : width
}

function runLength(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  let end = at
  while (text.charCodeAt(end) === unit) end++
  return end - at
}
