import type { Position, Range } from 'vscode-languageserver/node'
import { Lines } from '../../text/lines.ts'
import type { Span } from '../../text/span.ts'

/** What a client counts a line's columns in. */
export type Encoding = 'utf-8' | 'utf-16'

/** A change as a client sends it; without a range the whole text is new. */
export interface Change {
  readonly range?: Range | undefined
  readonly text: string
}

/** One text as an editor has it open. Immutable: a change makes the next one. */
export class Document {
  readonly uri: string
  readonly languageId: string
  readonly version: number
  readonly text: string
  readonly encoding: Encoding
  #lines: Lines | undefined

  constructor(uri: string, languageId: string, version: number, text: string, encoding: Encoding) {
    this.uri = uri
    this.languageId = languageId
    this.version = version
    this.text = text
    this.encoding = encoding
  }

  /** The text after changes, each seen from the one before it. */
  changed(changes: readonly Change[], version: number): Document {
    return changes.reduce((at, { range, text }) => {
      const next = range ? at.text.slice(0, at.offsetAt(range.start)) + text + at.text.slice(at.offsetAt(range.end)) : text
      return new Document(this.uri, this.languageId, version, next, this.encoding)
    }, new Document(this.uri, this.languageId, version, this.text, this.encoding))
  }

  /** Offset in UTF-16 code units → the client's position. */
  positionAt(offset: number): Position {
    const { line, column } = this.#index.at(offset)
    if (this.encoding === 'utf-16') return { line: line - 1, character: column - 1 }
    const { start } = this.#index.span(line)
    return { line: line - 1, character: Buffer.byteLength(this.text.slice(start, start + column - 1), 'utf8') }
  }

  /** The client's position → offset; columns past the end of a line are drawn to its end, as the protocol says. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.#index.count) return this.text.length
    const { start, end } = this.#index.span(line + 1)
    let last = end
    while (last > start && isLineEnd(this.text.charCodeAt(last - 1))) last--
    if (this.encoding === 'utf-16') return Math.min(start + character, last)
    let bytes = 0
    let at = start
    while (at < last && bytes < character) {
      const code = this.text.codePointAt(at)!
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
      at += code < 0x10000 ? 1 : 2
    }
    return at
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) }
  }

  spanOf({ start, end }: Range): Span {
    return { start: this.offsetAt(start), end: this.offsetAt(end) }
  }

  get #index(): Lines {
    return (this.#lines ??= new Lines(this.text))
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13
}
