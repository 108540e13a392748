import type { Block, Meta } from './block.ts'
import type { Role } from './facts.ts'

/** What each block is to the story, in the order of the blocks. */
export function findRoles(blocks: readonly Block[], _meta: Meta): Role[] {
  return blocks.map((_, i) => (blocks.length < 4 || i >= blocks.length - 2 ? 'disclosure' : 'body'))
}
