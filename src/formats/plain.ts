import type { Block, Reading } from '../article/block.ts'
import { Prose } from '../text/prose.ts'
import type { Format } from './format.ts'
import { lineBreakOf } from './html-layout.ts'
import { markBareLinks } from './links.ts'

/** Plain text: paragraphs apart by a blank line, or one a line where there is none. */
export const plain: Format = { id: 'plain', extensions: ['.txt', '.text'], needs: () => [], read: (text) => readPlain(text) }

/** Reads text without a markup of its own, from `begin` on. */
export function readPlain(text: string, notices: Reading['notices'] = [], begin = 0): Reading {
  const blocks: Block[] = []
  const newline = lineBreakOf(text)
  const byBlankLine = /\S[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*(?:\r\n|\r(?!\n)|\n)/u.test(begin ? text.slice(begin) : text)
  const separator = byBlankLine ? /(?:\r\n|\r(?!\n)|\n)(?:[^\S\r\n]*(?:\r\n|\r(?!\n)|\n))+/gu : /(?:\r\n|\r(?!\n)|\n)+/gu
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to)
    const lead = piece.length - piece.trimStart().length
    const trimmed = piece.trim()
    if (!trimmed) return
    const start = from + lead
    blocks.push(markBareLinks({ kind: 'paragraph', prose: Prose.verbatim(trimmed, start), span: { start, end: start + trimmed.length }, marks: [] }))
  }
  let from = begin
  separator.lastIndex = begin
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  add(from, text.length)
  return {
    blocks,
    comments: [],
    meta: {},
    layout: { paragraphAfter: (end, words) => ({ span: { start: end, end }, text: (byBlankLine ? newline + newline : newline) + words }) },
    notices,
  }
}
