const SPACE = 32

/** A phrase found in a text: `from`–`to` in UTF-16 code units, half open, and what the phrase means. */
export interface Match<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/**
 * Many phrases at once. A phrase begins and ends on a word border, so `per` is not found in `person`, `cent` not in
 * `recent`. Letters match in either case, `’` matches `'`, and a space matches any run of white space.
 *
 * One walk over the text: at each word the longest phrase is found in as many steps as it has letters.
 */
export class Phrases<T> {
  // A trie as three columns: the code unit of a node, its first child and its next sibling; 0 is none.
  readonly #code: number[] = [0]
  readonly #child: number[] = [0]
  readonly #sibling: number[] = [0]
  readonly #value: (T | undefined)[] = [undefined]
  readonly #roots = new Map<number, number>()
  readonly #ascii = new Int32Array(128)
  #waiting: Iterable<readonly [string, T]> | undefined
  // Which two letters a phrase may begin with: turns most words away before the walk.
  readonly #openings = new Uint8Array(4096)
  readonly #later = new Map<number, (readonly [string, T])[]>()
  readonly #join: ((before: T, now: T) => T) | undefined

  /**
   * @param entries phrases and what they mean
   * @param join what two equal phrases mean together; without it the later wins
   */
  constructor(entries: Iterable<readonly [string, T]>, join?: (before: T, now: T) => T) {
    this.#waiting = entries
    this.#join = join
  }

  /** Sorts the phrases by how they begin, at the first question: a list nobody asks costs a short run nothing. */
  #open(): void {
    const entries = this.#waiting!
    this.#waiting = undefined
    for (const entry of entries) {
      const phrase = entry[0]
      if (phrase.length < 2) {
        this.#add(phrase, entry[1])
        continue
      }
      const at = opening(fold(phrase.charCodeAt(0)), fold(phrase.charCodeAt(1)))
      if (this.#openings[at]) this.#later.get(at)!.push(entry)
      else {
        this.#openings[at] = WAITING
        this.#later.set(at, [entry])
      }
    }
  }

  /** Lays out the phrases that begin alike, when a word of the text does: an article begins its words in few of the ways there are. */
  #layOut(at: number): void {
    this.#openings[at] = LAID_OUT
    for (const [phrase, value] of this.#later.get(at)!) this.#add(phrase, value)
    this.#later.delete(at)
  }

  /**
   * The longest phrase that begins at `from`. The caller vouches that a word begins there; the end is checked.
   * @param to where to stop reading
   * @param every collects all phrases that begin there, the shortest first
   */
  at(text: string, from: number, to: number = text.length, every?: Match<T>[]): Match<T> | undefined {
    if (from >= to) return undefined
    if (this.#waiting) this.#open()
    const first = fold(text.charCodeAt(from))
    let begins = 0
    if (from + 1 < to) {
      const at = opening(first, fold(text.charCodeAt(from + 1)))
      begins = this.#openings[at]!
      if (begins === WAITING) this.#layOut(at)
    }
    let node = first < 128 ? this.#ascii[first]! : (this.#roots.get(first) ?? 0)
    if (!node || (begins === 0 && this.#value[node] === undefined)) return undefined
    let found: T | undefined
    let end = 0
    let i = from
    for (;;) {
      const space = this.#code[node] === SPACE
      i++
      if (space) while (i < to && isSpace(text.charCodeAt(i))) i++
      const value = this.#value[node]
      if (value !== undefined && isBorder(text, i)) {
        found = value
        end = i
        every?.push({ from, to: i, value })
      }
      if (i >= to) break
      const code = fold(text.charCodeAt(i))
      node = this.#child[node]!
      while (node && this.#code[node] !== code) node = this.#sibling[node]!
      if (!node) break
    }
    return found === undefined ? undefined : { from, to: end, value: found }
  }

  /** The longest phrases between `from` and `to`, left to right, none overlapping. */
  in(text: string, from = 0, to: number = text.length): Match<T>[] {
    const found: Match<T>[] = []
    let i = from
    let before = i > 0 ? isWord(text.charCodeAt(i - 1)) : false
    while (i < to) {
      const word = isWord(text.charCodeAt(i))
      const match = word && before ? undefined : this.at(text, i, to)
      if (match) {
        found.push(match)
        i = match.to
        before = isWord(text.charCodeAt(i - 1))
      } else {
        before = word
        i++
      }
    }
    return found
  }

  /** What exactly this phrase means. */
  get(phrase: string): T | undefined {
    const match = this.at(phrase, 0)
    return match && match.to === phrase.length ? match.value : undefined
  }

  #add(phrase: string, value: T): void {
    let node = 0
    for (let i = 0; i < phrase.length; i++) {
      const code = fold(phrase.charCodeAt(i))
      let next = node ? this.#child[node]! : code < 128 ? this.#ascii[code]! : (this.#roots.get(code) ?? 0)
      if (node) while (next && this.#code[next] !== code) next = this.#sibling[next]!
      if (!next) {
        next = this.#code.push(code) - 1
        this.#child.push(0)
        this.#sibling.push(node ? this.#child[node]! : 0)
        this.#value.push(undefined)
        if (node) this.#child[node] = next
        else if (code < 128) this.#ascii[code] = next
        else this.#roots.set(code, next)
      }
      node = next
    }
    const before = this.#value[node]
    if (node) this.#value[node] = before !== undefined && this.#join ? this.#join(before, value) : value
  }
}

const WAITING = 1
const LAID_OUT = 2

const opening = (first: number, second: number) => ((first << 6) ^ second) & 4095

// Both are asked for every letter of a text: answered from tables below 256.
const FOLDED = Uint16Array.from({ length: 256 }, (_, code) => folded(code))
const WORD = Uint8Array.from({ length: 256 }, (_, code) => Number(isLetterOrDigit(code)))

function fold(code: number): number {
  return code < 256 ? FOLDED[code]! : folded(code)
}

function folded(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  if (code < 128) return isSpace(code) ? SPACE : code
  if (code === 0x2019 || code === 0x2018) return 39
  if (isSpace(code)) return SPACE
  if (code >= 0xc0 && code <= 0xde && code !== 0xd7) return code + 32
  return code
}

/** White space of any width, line breaks and no-break spaces included. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000
}

/** Letters and digits of any script; not the apostrophe, not the hyphen. */
export function isWord(code: number): boolean {
  return code < 256 ? WORD[code] === 1 : isLetterOrDigit(code)
}

function isLetterOrDigit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && code !== 0xfffc
}

/** Whether a word may end or begin at this place: not both neighbours are letters or digits. */
export function isBorder(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || !(isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at)))
}
