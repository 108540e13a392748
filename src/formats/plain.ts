import type { Block, Comment, Mark, Reading } from '../article/block.ts'
import { align } from '../text/align.ts'
import { Prose, ProseBuilder } from '../text/prose.ts'
import type { Format } from './format.ts'
import { lineBreakOf } from './html-layout.ts'
import { markBareLinks } from './links.ts'
import { withMasks } from './masks.ts'

/** Plain text: paragraphs apart by a blank line, or one a line where there is none. */
export const plain: Format = withMasks({ id: 'plain', extensions: ['.txt', '.text'], needs: () => [], read: (text) => readPlain(text) })

/** Reads text without a markup of its own. */
export function readPlain(text: string, notices: Reading['notices'] = []): Reading {
  const blocks: Block[] = []
  const comments: Comment[] = []
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const newline = lineBreakOf(text)
  const gap = hasBlankLine(text, begin, text.length) ? newline + newline : newline
  for (const { from, to } of paragraphsOf(text, begin, text.length)) {
    const words = text.slice(from, to)
    const span = { start: from, end: to }
    if (!/[<~*]|\r/u.test(words)) blocks.push({ kind: 'paragraph', prose: Prose.verbatim(words, from), span, marks: [] })
    else {
      const { prose, marks } = withMarks(text, from, to, comments)
      if (/\S/u.test(prose.text)) blocks.push({ kind: 'paragraph', prose, span, marks })
    }
  }
  return {
    blocks: blocks.map(markBareLinks),
    comments,
    meta: {},
    layout: {
      paragraphAfter: (end, words) => ({ span: { start: end, end }, text: gap + words }),
    },
    notices,
  }
}

/** Where the paragraphs of a stretch stand, blanks around them left out. */
export function* paragraphsOf(text: string, from: number, to: number): Generator<{ from: number; to: number }> {
  const wrapped = hasBlankLine(text, from, to)
  let start = -1
  let end = -1
  for (const line of linesOf(text, from, to)) {
    if (line.from < line.to) {
      if (start < 0) start = line.from
      end = line.to
      if (wrapped) continue
    }
    if (start >= 0) yield { from: start, to: end }
    start = -1
  }
  if (start >= 0) yield { from: start, to: end }
}

/** Whether a blank line stands between two lines with words. */
function hasBlankLine(text: string, from: number, to: number): boolean {
  let words = false
  let blank = false
  for (const line of linesOf(text, from, to)) {
    if (line.from === line.to) blank = words
    else if (blank) return true
    else words = true
  }
  return false
}

/** Lines without the blanks around their words; a blank line is empty. */
function* linesOf(text: string, from: number, to: number): Generator<{ from: number; to: number }> {
  let line = from
  while (line < to) {
    let at = line
    while (at < to && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
    let first = line
    let last = at
    while (first < last && isBlank(text.charCodeAt(first))) first++
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--
    yield { from: first, to: last }
    line = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit > 8 && unit < 14) || unit === 0xa0 || unit === 0xfeff || unit === 0x2028 || unit === 0x2029 || unit === 0x3000
}

/** Marks that people set in plain text too: struck and strong words, and comments. Their signs are no words. */
const SIGNS = /<!--(?<comment>[^]{0,2000}?)-->|~~(?=\S)(?<tildes>[^~\n]+)(?<=\S)~~|\*\*(?=\S)(?<stars>[^*\n]+)(?<=\S)\*\*|<(?<tag>s|del|strike|b|strong|i|em)>(?<tagged>[^<\n]*)<\/\k<tag>>/giu

function withMarks(source: string, from: number, to: number, comments: Comment[]): { prose: Prose; marks: Mark[] } {
  const prose = new ProseBuilder()
  const marks: Mark[] = []
  const write = (start: number, end: number) => {
    align(prose, source, start, end, source.slice(start, end), () => undefined)
  }
  const words = source.slice(from, to)
  let at = from
  for (const match of words.matchAll(SIGNS)) {
    const { comment, tildes, stars, tag, tagged } = match.groups!
    const start = from + match.index
    const end = start + match[0].length
    write(at, start)
    at = end
    if (comment !== undefined) {
      comments.push({ text: comment.trim(), span: { start, end } })
      continue
    }
    const inner = tildes ?? stars ?? tagged!
    const inside = start + (tag ? tag.length + 2 : 2)
    const mark = prose.length
    write(inside, inside + inner.length)
    const name = tag?.toLowerCase()
    const kind = tildes !== undefined || name === 's' || name === 'del' || name === 'strike' ? 'struck' : name === 'i' || name === 'em' ? 'emphasis' : 'strong'
    marks.push({ kind, from: mark, to: prose.length })
  }
  write(at, to)
  return { prose: prose.build(), marks }
}
