import type { Block, Comment, Mark } from '../article/block.ts'
import { type Escape, type Prose, ProseBuilder } from '../text/prose.ts'

/** A mark that is still open. */
export interface OpenMark {
  readonly kind: Mark['kind']
  readonly from: number
  readonly url?: string
}

/** What a format says of a block, beside its words. */
export type BlockFields = Omit<Block, 'prose' | 'marks'>

/** Collects blocks one after the other: words and marks first, then `finish` says what they were. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly comments: Comment[] = []
  readonly #escape: Escape | undefined
  #prose = new ProseBuilder()
  #marks: Mark[] = []
  #groups = 0

  constructor(escape?: Escape) {
    this.#escape = escape
  }

  /** The prose of the block at hand. */
  get prose(): ProseBuilder {
    return this.#prose
  }

  /** A number no other group has. */
  newGroup(): number {
    return this.#groups++
  }

  open(kind: Mark['kind'], url?: string): OpenMark {
    return url === undefined ? { kind, from: this.#prose.length } : { kind, from: this.#prose.length, url }
  }

  /** Closes a mark; one that holds no words is dropped. */
  close(mark: OpenMark): void {
    if (this.#prose.length > mark.from) this.#marks.push({ ...mark, to: this.#prose.length })
  }

  /** A reference to a footnote; it has no words. */
  noteref(label: string): void {
    this.#marks.push({ kind: 'noteref', from: this.#prose.length, to: this.#prose.length, label })
  }

  comment(text: string, start: number, end: number): void {
    this.comments.push({ text: text.trim(), span: { start, end } })
  }

  /** Ends the block at hand; without words there is none. */
  finish(fields: BlockFields): Block | undefined {
    const prose: Prose = this.#prose.build(this.#escape)
    const marks = this.#marks
    this.#prose = new ProseBuilder()
    this.#marks = []
    if (!/\S/u.test(prose.text)) return undefined
    if (marks.length > 1) marks.sort((a, b) => a.from - b.from || b.to - a.to)
    const block: Block = { ...fields, prose, marks }
    this.blocks.push(block)
    return block
  }
}
