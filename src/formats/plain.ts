import type { Block, Reading } from '../article/block.ts'
import { Prose } from '../text/prose.ts'
import type { Format } from './format.ts'

/** Plain text: paragraphs apart by a blank line, or one a line where there is none. */
export const plain: Format = { id: 'plain', extensions: ['.txt', '.text'], read: readPlain }

function readPlain(text: string): Reading {
  const blocks: Block[] = []
  const byBlankLine = /\S[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(text)
  const separator = byBlankLine ? /(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+/g : /(?:\r\n|\r|\n)+/g
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to)
    const lead = piece.length - piece.trimStart().length
    const trimmed = piece.trim()
    if (!trimmed) return
    const start = from + lead
    blocks.push({ kind: 'paragraph', prose: Prose.verbatim(trimmed, start), span: { start, end: start + trimmed.length }, marks: [] })
  }
  let from = 0
  for (const match of text.matchAll(separator)) {
    add(from, match.index)
    from = match.index + match[0].length
  }
  add(from, text.length)
  return {
    blocks,
    comments: [],
    meta: {},
    layout: { paragraphAfter: (end, words) => ({ span: { start: end, end }, text: (byBlankLine ? '\n\n' : '\n') + words }) },
    notices: [],
  }
}
