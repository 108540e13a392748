/** A place as people read it: both numbers start at 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Offset to line and column, for `\n`, `\r\n` and lone `\r`. */
export class Lines {
  /** Offset of the first code unit of every line. */
  readonly #starts: readonly number[]
  readonly #length: number

  constructor(text: string) {
    const starts = [0]
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
    this.#starts = starts
    this.#length = text.length
  }

  /** How many lines the text has; an empty text has one. */
  get count(): number {
    return this.#starts.length
  }

  /** Line and column of an offset; offsets outside the text are drawn to its ends. */
  at(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.#length))
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= wanted) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: wanted - this.#starts[low]! + 1 }
  }

  /** Offset of a 1-based line and column; places outside the text are drawn to its ends. */
  offset({ line, column }: Position): number {
    const start = this.#starts[Math.max(0, Math.min(line, this.#starts.length) - 1)]!
    return Math.max(0, Math.min(start + column - 1, this.#length))
  }

  /** Where a 1-based line begins and ends, its line break left out of neither. */
  span(line: number): { start: number; end: number } {
    const index = Math.max(0, Math.min(line, this.#starts.length) - 1)
    return { start: this.#starts[index]!, end: this.#starts[index + 1] ?? this.#length }
  }
}
