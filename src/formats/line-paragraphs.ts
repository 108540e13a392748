import type { Block } from '../article/block.ts'
import { Prose, type Run } from '../text/prose.ts'

/** Longer than any line that was wrapped by hand. */
const LONG = 160
const FEWEST = 4

/**
 * Parts a Markdown text that has a paragraph on each line and no blank lines: to Markdown it is one paragraph, to its
 * author it is a story. A text of several paragraphs, or one wrapped by hand, comes back as it is.
 */
export function parted(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex((block) => block.kind === 'paragraph')
  const only = blocks[at]
  if (!only || only.group !== undefined || blocks.some((block, i) => i !== at && block.kind === 'paragraph') || !only.prose.text.includes('\n')) return blocks
  const lines = linesOf(only.prose.text)
  if (lines.length < FEWEST || !lines.some(([from, to]) => to - from >= LONG)) return blocks
  const ended = lines.filter(([, to]) => /[.!?…:”"’)]/u.test(only.prose.text[to - 1]!)).length
  if (ended * 2 < lines.length) return blocks
  return [...blocks.slice(0, at), ...lines.map(([from, to]) => stretchOf(only, from, to)), ...blocks.slice(at + 1)]
}

/** Where the words of each line stand, lines without any left out. */
function linesOf(text: string): (readonly [from: number, to: number])[] {
  const lines: (readonly [number, number])[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    const from = start + line.indexOf(words)
    if (words) lines.push([from, from + words.length])
    start += line.length + 1
  }
  return lines
}

/** One line of a block, as a block of its own. */
function stretchOf(block: Block, from: number, to: number): Block {
  const { prose } = block
  const runs: Run[] = []
  for (const run of prose.runs) {
    const first = Math.max(run.at, from)
    const last = Math.min(run.at + run.length, to)
    if (last <= first) continue
    const place = run.verbatim ? { start: run.start + (first - run.at), end: run.start + (last - run.at) } : { start: run.start, end: run.end }
    runs.push({ at: first - from, length: last - first, ...place, verbatim: run.verbatim })
  }
  const marks = block.marks.flatMap((mark) => (mark.from < to && from < mark.to ? [{ ...mark, from: Math.max(mark.from, from) - from, to: Math.min(mark.to, to) - from }] : []))
  return { ...block, prose: new Prose(prose.text.slice(from, to), runs, (text) => prose.escaped(text)), span: prose.spanOf(from, to), marks }
}
