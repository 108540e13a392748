import type { Span } from '../text/span.ts'
import { clusters, columnOf, harmless } from './width.ts'

/** One printed line of an excerpt, and under it the marks. */
export interface ExcerptLine {
  readonly text: string
  /** Spaces and marks; empty where nothing on the line is meant. */
  readonly marks: string
}

/** How far a sentence is followed to either side, in UTF-16 code units. */
const REACH = 320
/** How much of the meant words is printed; a whole block may be meant. */
const MOST_MEANT = 240

/**
 * The sentence around a place, in lines of at most `width` columns, the meant words marked underneath. Line breaks of the
 * source are shown as spaces.
 */
export function excerpt(text: string, span: Span, width: number): ExcerptLine[] {
  const meantEnd = Math.min(span.end, whole(text, span.start + MOST_MEANT))
  const start = sentenceStart(text, span.start)
  const end = span.end > meantEnd ? meantEnd : sentenceEnd(text, meantEnd)
  const before = [...(start.cut ? ['…'] : []), clean(text.slice(start.at, span.start), 'start')].join('')
  const meant = clean(text.slice(span.start, meantEnd), 'no')
  const after = end === meantEnd ? (span.end > meantEnd ? '…' : '') : clean(text.slice(meantEnd, end), 'end')
  const cut = end < text.length && end - meantEnd >= REACH ? '…' : ''
  return wrap(before, meant, after + cut, width)
}

function clean(text: string, trim: 'start' | 'end' | 'no'): string {
  const plain = harmless(text.replace(/\uFEFF/gu, '')).replace(/ {2,}/gu, ' ')
  return trim === 'start' ? plain.trimStart() : trim === 'end' ? plain.trimEnd() : plain
}

/** Breaks at spaces where it can; a line keeps its width whatever the text. */
function wrap(before: string, meant: string, after: string, width: number): ExcerptLine[] {
  const cells = clusters(before)
  const from = cells.length
  cells.push(...clusters(meant))
  const to = cells.length
  cells.push(...clusters(after))
  const lines: ExcerptLine[] = []
  for (let at = 0; at < cells.length; ) {
    let columns = 0
    let end = at
    let space = -1
    while (end < cells.length && columns + columnOf(cells[end]!) <= width) {
      columns += columnOf(cells[end]!)
      if (cells[end] === ' ') space = end
      end++
    }
    if (end < cells.length && space > at) end = space
    if (end === at) end++
    lines.push(lineOf(cells, at, end, from, to))
    at = cells[end] === ' ' ? end + 1 : end
  }
  return lines
}

function lineOf(cells: readonly string[], start: number, end: number, from: number, to: number): ExcerptLine {
  let marks = ''
  if (from < end && to > start) for (let i = start; i < Math.min(end, to); i++) marks += (i >= from ? '~' : ' ').repeat(columnOf(cells[i]!))
  return { text: cells.slice(start, end).join('').trimEnd(), marks: marks.trimEnd() }
}

/** Back to where the sentence or paragraph begins. Only a courtesy to the reader: verdicts use the article's sentences. */
function sentenceStart(text: string, from: number): { at: number; cut: boolean } {
  const least = Math.max(0, from - REACH)
  for (let at = from; at > least; at--) {
    if (isParagraphBreak(text, at - 1) || endsSentence(text, at) || (text[at - 1] === '>' && OPENS_BLOCK.test(text.slice(Math.max(0, at - 200), at)))) return { at, cut: false }
  }
  return { at: whole(text, least), cut: least > 0 }
}

function sentenceEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + REACH)
  for (let at = from; at < most; at++) {
    if (isParagraphBreak(text, at) || (at > from && endsSentence(text, at)) || (text[at] === '<' && BLOCK_TAG.test(text.slice(at, at + 14)))) return at
  }
  return whole(text, most)
}

const BLOCK_TAG = /^<\/?(?:p|div|h[1-6]|li|ul|ol|t[dhr]|table|blockquote|section|article|body|figure|figcaption|aside|br|hr)\b/iu
const OPENS_BLOCK = /<\/?(?:p|div|h[1-6]|li|ul|ol|t[dhr]|table|blockquote|section|article|body|figure|figcaption|aside|br|hr)\b[^<>]*>$/iu

/** Lines longer than this are not wrapped by hand: each is a paragraph. */
const WRAPPED = 130

/** Whether the line break at this offset ends a paragraph: a blank line, a list or heading, or lines that are paragraphs. */
function isParagraphBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit !== 10 && (unit !== 13 || text.charCodeAt(at + 1) === 10)) return false
  if (/^\n?[^\S\r\n]*(?:[\r\n]|[#>|*+-]|\d+[.)]\s|$)/u.test(text.slice(at + 1, at + 9))) return true
  const before = text.slice(Math.max(0, at - WRAPPED - 2), at).trimEnd()
  const lineBefore = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1)
  if (lineBefore.trim() === '' || lineBefore.length >= WRAPPED) return true
  return !/^[^\r\n]{0,130}(?:[\r\n]|$)/u.test(text.slice(at + 1, at + WRAPPED + 3))
}

/** Whether a sentence ends just before this offset: an end mark, a space, and a capital or an opening mark after it. */
function endsSentence(text: string, at: number): boolean {
  const space = text.charCodeAt(at - 1)
  if (space !== 32 && space !== 10 && space !== 13) return false
  if (!/[.!?…]["'”’)\]]*\s+$/u.test(text.slice(Math.max(0, at - 6), at))) return false
  if (/(?:^|\s)(?:[\u00C0-\u00DE\u0391-\u03AB\u0410-\u042F]|[A-Z][a-z]{0,3}|U\.S|U\.K|No)\.\s+$/u.test(text.slice(Math.max(0, at - 8), at))) return false
  // Capitals as ranges: their Unicode property costs a short run half a millisecond.
  return /^["'“‘([#>*]*[A-Z\u00C0-\u00DE\u0391-\u03AB\u0410-\u042F\d$€£]/u.test(text.slice(at, at + 6))
}

/** An offset that does not cut a surrogate pair. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}
