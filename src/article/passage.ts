import type { Span } from '../text/span.ts'
import type { Block } from './block.ts'

/** A stretch of one block. `from` and `to` count in the block's prose, `span` in the source. */
export interface Passage {
  readonly block: Block
  readonly from: number
  readonly to: number
  /** The prose itself: decoded, without markup. */
  readonly text: string
  readonly span: Span
}

/** The only way from block-local places to source places. */
export function passage(block: Block, from: number, to: number): Passage {
  return { block, from, to, text: block.prose.text.slice(from, to), span: block.prose.spanOf(from, to) }
}

/** The whole of a block's prose. */
export function wholeOf(block: Block): Passage {
  return passage(block, 0, block.prose.text.length)
}
