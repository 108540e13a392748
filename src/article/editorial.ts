import type { Role } from './facts.ts'

/** Whether text of this role is the newsroom's own: not a post by somebody else, not a reader's comment. */
export function isEditorial(role: Role): boolean {
  return role !== 'embed' && role !== 'readers' && role !== 'boilerplate'
}
