import type { Edit } from './edit.ts'
import type { Span } from './span.ts'

/** A stretch of readable text and the stretch of source it was read from. */
export interface Run {
  /** Offset in the prose. */
  readonly at: number
  /** Code units in the prose. */
  readonly length: number
  /** Where it stands in the source. */
  readonly start: number
  readonly end: number
  /** Whether prose and source are the same here, code unit by code unit. */
  readonly verbatim: boolean
}

/** Stands in the prose for what cannot be read, such as `${…}` in a template; no edit may touch it. */
export const OPAQUE = '\uFFFC'

/** How text is written back in a format: entities for HTML, backslashes for Markdown; undefined where it cannot be. */
export type Escape = (text: string) => string | undefined

/** Readable text, and for each piece of it the place in the source. Runs cover the text in order, without gaps. */
export class Prose {
  readonly text: string
  readonly runs: readonly Run[]
  readonly #escape: Escape | undefined

  constructor(text: string, runs: readonly Run[], escape?: Escape) {
    this.text = text
    this.runs = runs
    this.#escape = escape
  }

  /** Prose that is its source, from `start` on. */
  static verbatim(text: string, start: number, escape?: Escape): Prose {
    return new Prose(text, text ? [{ at: 0, length: text.length, start, end: start + text.length, verbatim: true }] : [], escape)
  }

  /** Where prose `from`–`to` stands in the source. An empty stretch gives an empty span. */
  spanOf(from: number, to: number): Span {
    if (this.runs.length === 1) {
      const only = this.runs[0]!
      if (only.verbatim) return { start: only.start + from, end: only.start + to }
    }
    const start = this.#sourceStart(from)
    return { start, end: to > from ? this.#sourceEnd(to) : start }
  }

  /**
   * The edit of the source that puts `text` in place of prose `from`–`to`, or undefined where the source cannot take it
   * back faithfully: inside an entity or escape, over an opaque piece, or across markup.
   */
  edit(from: number, to: number, text: string): Edit | undefined {
    const written = this.escaped(text)
    const first = this.#runAt(from === to && from > 0 ? from - 1 : from)
    if (written === undefined || !first) return undefined
    if (from === to) {
      const inside = from > first.at && from < first.at + first.length
      if (inside && !first.verbatim) return undefined
      const at = from <= first.at ? first.start : first.verbatim ? first.start + (from - first.at) : first.end
      return { span: { start: at, end: at }, text: written }
    }
    let previous: Run | undefined
    for (let i = this.#indexAt(from); i < this.runs.length && this.runs[i]!.at < to; i++) {
      const run = this.runs[i]!
      const whole = from <= run.at && run.at + run.length <= to
      if (!run.verbatim && (!whole || this.text.slice(run.at, run.at + run.length).includes(OPAQUE))) return undefined
      if (previous && previous.end !== run.start) return undefined
      previous = run
    }
    return { span: this.spanOf(from, to), text: written }
  }

  /** Text as this prose's source writes it; undefined where it cannot. */
  escaped(text: string): string | undefined {
    return this.#escape ? this.#escape(text) : text
  }

  /** This prose, read from the text of `outer`, with its places in `outer`'s source: Markdown inside a string literal. */
  through(outer: Prose): Prose {
    const runs: Run[] = []
    for (const run of this.runs) {
      if (!run.verbatim) {
        const { start, end } = outer.spanOf(run.start, run.end)
        runs.push({ ...run, start, end })
        continue
      }
      for (let i = outer.#indexAt(run.start); i < outer.runs.length && outer.runs[i]!.at < run.end; i++) {
        const piece = outer.runs[i]!
        const from = Math.max(piece.at, run.start)
        const to = Math.min(piece.at + piece.length, run.end)
        if (to <= from) continue
        const { start, end } = outer.spanOf(from, to)
        runs.push({ at: run.at + (from - run.start), length: to - from, start, end, verbatim: piece.verbatim })
      }
    }
    const inner = this.#escape
    const around = outer.#escape
    const escape = inner && around ? (text: string) => chain(inner(text), around) : (inner ?? around)
    return new Prose(this.text, runs, escape)
  }

  #indexAt(offset: number): number {
    let low = 0
    let high = this.runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.runs[middle]!.at <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  #runAt(offset: number): Run | undefined {
    return this.runs[this.#indexAt(offset)]
  }

  #sourceStart(offset: number): number {
    const run = this.#runAt(offset)
    if (!run) return 0
    if (run.verbatim) return run.start + Math.min(offset - run.at, run.length)
    return offset >= run.at + run.length ? run.end : run.start
  }

  #sourceEnd(offset: number): number {
    const run = this.#runAt(offset - 1)
    if (!run) return 0
    return run.verbatim ? run.start + (offset - run.at) : run.end
  }
}

function chain(text: string | undefined, escape: Escape): string | undefined {
  return text === undefined ? undefined : escape(text)
}

/** Collects prose piece by piece, in reading order. */
export class ProseBuilder {
  readonly #pieces: string[] = []
  readonly #runs: Run[] = []
  #length = 0

  /** Code units so far; where the next piece will stand. */
  get length(): number {
    return this.#length
  }

  /** Text that stands in the source as it is, from `start` on. */
  verbatim(text: string, start: number): this {
    return this.#push(text, start, start + text.length, true)
  }

  /** Text that was written otherwise in the source: an entity, an escape, a line break, an opaque piece. */
  decoded(text: string, start: number, end: number): this {
    return this.#push(text, start, end, false)
  }

  /** Another prose of the same source. */
  append(prose: Prose): this {
    for (const run of prose.runs) this.#push(prose.text.slice(run.at, run.at + run.length), run.start, run.end, run.verbatim)
    return this
  }

  build(escape?: Escape): Prose {
    return new Prose(this.#pieces.join(''), this.#runs, escape)
  }

  #push(text: string, start: number, end: number, verbatim: boolean): this {
    if (!text) return this
    const last = this.#runs.at(-1)
    if (verbatim && last?.verbatim && last.end === start) {
      this.#runs[this.#runs.length - 1] = { ...last, length: last.length + text.length, end }
    } else {
      this.#runs.push({ at: this.#length, length: text.length, start, end, verbatim })
    }
    this.#pieces.push(text)
    this.#length += text.length
    return this
  }
}
