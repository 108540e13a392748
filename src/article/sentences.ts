import type { Block } from './block.ts'
import type { Role, Sentence } from './facts.ts'
import { wholeOf } from './passage.ts'

/** Sentences of all blocks, in reading order. */
export function findSentences(blocks: readonly Block[], roles: readonly Role[]): Sentence[] {
  return blocks.map((block, index) => ({ ...wholeOf(block), index, blockIndex: index, role: roles[index]! }))
}
