import { isWord, Phrases, type Match } from './phrases.ts'

/**
 * Several word lists in one walk over a text: each finds what it would find alone, the longest phrases from left to right, whatever
 * the others find there.
 */
export class Lists<T> {
  readonly #count: number
  /** What a phrase means to each list, at the number of the list. */
  readonly #phrases: Phrases<readonly (T | undefined)[]>

  /** @param lists phrases and what they mean; of two equal phrases of one list the later wins */
  constructor(lists: readonly Iterable<readonly [string, T]>[]) {
    this.#count = lists.length
    this.#phrases = new Phrases<readonly (T | undefined)[]>(
      {
        *[Symbol.iterator]() {
          for (const [list, entries] of lists.entries()) {
            for (const [phrase, value] of entries) yield [phrase, lists.map((_, i) => (i === list ? value : undefined))] as const
          }
        },
      },
      (before, now) => before.map((value, i) => now[i] ?? value),
    )
  }

  /** What the lists find between `from` and `to`, list by list; undefined where none finds anything. */
  in(text: string, from: number, to: number): readonly (readonly Match<T>[])[] | undefined {
    let found: Match<T>[][] | undefined
    let ends: number[] = []
    const every: Match<readonly (T | undefined)[]>[] = []
    let before = from > 0 && isWord(text.charCodeAt(from - 1))
    for (let i = from; i < to; i++) {
      const word = isWord(text.charCodeAt(i))
      const opens = !(word && before)
      before = word
      if (!opens || !this.#phrases.at(text, i, to, every)) continue
      found ??= Array.from({ length: this.#count }, () => [])
      if (ends.length === 0) ends = found.map(() => from)
      for (let phrase = every.pop(); phrase; phrase = every.pop()) {
        for (let list = 0; list < this.#count; list++) {
          const value = phrase.value[list]
          if (value === undefined || ends[list]! > i) continue
          found[list]!.push({ from: i, to: phrase.to, value })
          ends[list] = phrase.to
        }
      }
    }
    return found
  }
}
