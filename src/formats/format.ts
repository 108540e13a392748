import type { Reading } from '../article/block.ts'
import type { Parsers } from './parsers/parsers.ts'

/** Name of a parser some format needs. */
export type ParserId = keyof Parsers

/**
 * One way a file can look. `read` never throws: what it cannot read it judges as plain text and says so in a notice.
 * Parsers are heavy to load, so a format says which ones a text needs and gets them handed in.
 */
export interface Format {
  readonly id: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** The parsers `read` will ask for with this text. */
  needs(text: string): readonly ParserId[]
  read(text: string, parsers: Parsers): Reading
  /** Of a format that may hold several articles, such as a list of records or a program: all of them, in order. */
  readAll?(text: string, parsers: Parsers): readonly Reading[]
}
