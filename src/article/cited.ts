import type { Article } from './article.ts'
import type { Block, Mark } from './block.ts'
import type { Carry, Mention, Statistic } from './facts.ts'
import type { Frame } from './frames.ts'
import { mentionOf } from './mentions.ts'
import { passage, wholeOf, type Passage } from './passage.ts'
import { bitsOf, Word } from './vocabulary.ts'

/** A source that no reporting word names: a link, a note, a source line. */
export interface Citation {
  readonly source: Mention
  readonly carry: Carry
  readonly chain: readonly Passage[]
  readonly why: string
}

/**
 * Sources without a reporting word. A link is one only where it covers the figure, a paper, or a name that stands behind
 * the figure like a reference; a link to somebody's page is none.
 */
export class Citations {
  readonly #notes = new Map<string, Block>()
  /** Source lines by group of the table they belong to. */
  readonly #lines = new Map<number, Frame>()
  /** Source lines by the number of a list item they stand under. */
  readonly #listed = new Map<number, Frame>()

  constructor(article: Article) {
    for (const block of article.blocks) if (block.kind === 'note' && block.label) this.#notes.set(block.label, block)
    let table: number | undefined
    let above: { readonly line: Frame; readonly block: number } | undefined
    for (const { sentence } of article.parsed) {
      const { block, blockIndex } = sentence
      const number = block.cell?.table
      const line = article.frames[sentence.index]!.find((f) => f.kind === 'line' && f.source)
      if (line && (number ?? table) !== undefined && !this.#lines.has((number ?? table)!)) this.#lines.set((number ?? table)!, line)
      // a table's caption may stand above it
      if (line && block.kind === 'caption') above = { line, block: blockIndex }
      if (number !== undefined && number !== table && above?.block === blockIndex - 1 && !this.#lines.has(number)) this.#lines.set(number, above.line)
      if (line && sentence.from === line.hole[0]) this.#markList(article, blockIndex, line)
      // the block after a table may be its source line; nothing further down is
      table = number ?? (table !== undefined && block.kind === 'caption' ? table : undefined)
    }
  }

  /** What a figure's mark-up, table or caption cites. */
  of(statistic: Statistic): Citation | undefined {
    return this.#byLink(statistic) ?? this.#byNote(statistic) ?? this.#byTable(statistic)
  }

  #byLink({ block, from, to, sentence }: Statistic): Citation | undefined {
    for (const mark of block.marks) {
      if (mark.kind !== 'link' || !mark.url || mark.from < sentence.from || mark.to > sentence.to) continue
      const over = mark.from <= from && to <= mark.to
      if (!over && !citesPaper(block, mark) && !standsBehind(block, mark, to, sentence.to)) continue
      const source: Mention = { ...passage(block, mark.from, mark.to), kind: 'document', url: mark.url }
      return { source, carry: 'same', chain: [], why: over ? 'links to its source' : 'stands with a link to its source' }
    }
    return undefined
  }

  #byNote({ block, to, sentence }: Statistic): Citation | undefined {
    for (const mark of block.marks) {
      if (mark.kind !== 'noteref' || !mark.label || mark.from < to || mark.from > sentence.to + 1) continue
      const note = this.#notes.get(mark.label)
      if (!note || !note.prose.text.trim()) continue
      return { source: { ...wholeOf(note), kind: 'document' }, carry: 'after', chain: [], why: 'has a note that names its source' }
    }
    return undefined
  }

  /** The items right above a source line are its. */
  #markList({ blocks }: Article, line: number, frame: Frame): void {
    for (let i = line - 1; i >= 0 && blocks[i]!.kind === 'item'; i--) this.#listed.set(i, frame)
  }

  #byTable({ block, sentence }: Statistic): Citation | undefined {
    const line = block.cell ? this.#lines.get(block.cell.table) : this.#listed.get(sentence.blockIndex)
    const why = block.cell ? 'stands in a table with a source line' : 'stands in a list with a source line'
    return line && { source: mentionOf(line.parsed, line.source!), carry: 'after', chain: [], why }
  }
}

/** “a [report](…)”, “[the filing](…)”: the link's words name a paper. */
function citesPaper(block: Block, mark: Mark): boolean {
  const words = block.prose.text
    .slice(mark.from, mark.to)
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
  return words.length < 12 && words.some((word) => (bitsOf(word) & (Word.Document | Word.Data)) !== 0)
}

/** “fell 8% [Larkfield](…).”, “fell 8% ([Larkfield](…)).” */
function standsBehind(block: Block, mark: Mark, figure: number, end: number): boolean {
  if (mark.from < figure || !/^\p{Lu}/u.test(block.prose.text.slice(mark.from, mark.from + 1))) return false
  const before = block.prose.text.slice(Math.max(0, mark.from - 2), mark.from)
  return (
    /^[\s)\].,;]*$/u.test(block.prose.text.slice(mark.to, Math.min(end, mark.to + 4))) &&
    /(?:[([]|[^,\w]\s|[\w%]\s)$/u.test(before) &&
    !/\b(?:at|by|of|from|to|with|for|in|on|and|the)\s$/u.test(block.prose.text.slice(Math.max(0, mark.from - 6), mark.from))
  )
}
