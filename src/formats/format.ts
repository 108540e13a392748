import type { Reading } from '../article/block.ts'

/** One way a file can look. `read` never throws: what it cannot read it judges as plain text and says so in a notice. */
export interface Format {
  readonly id: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  read(text: string): Reading
}
