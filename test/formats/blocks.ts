import type { Reading } from '../../src/article/block.ts'
import { read } from '../../src/formats/read.ts'

/** One line a block: kind and what distinguishes it, its words, its marks. */
export function outline({ blocks }: Pick<Reading, 'blocks'>): string[] {
  return blocks.map((b) => {
    const facts = [
      b.kind,
      b.depth,
      b.field,
      b.cell && `${b.cell.row}.${b.cell.column}${b.cell.head ? ' head' : ''}`,
      b.label && `#${b.label}`,
      b.quoted && b.kind !== 'quote' && 'quoted',
      b.hints && `(${b.hints.join(' ')})`,
    ].filter((fact) => fact !== undefined && fact !== false)
    const marks = b.marks.map((m) => `${m.kind}=${m.kind === 'noteref' ? m.label : b.prose.text.slice(m.from, m.to)}${m.url ? `→${m.url}` : ''}`)
    return [facts.join(' '), b.prose.text, ...marks].join(' | ')
  })
}

/** The outline of a text in the format of the path. */
export function outlineOf(text: string, path: string): string[] {
  return outline(read(text, path))
}
