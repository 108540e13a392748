import { Lists } from './lists.ts'
import { Phrases } from './phrases.ts'

/** One line of a word list. */
export interface Entry {
  readonly text: string
  /** Other spellings and inflections that mean the same. */
  readonly forms?: readonly string[]
  readonly kind?: string
  readonly value?: number
  readonly note?: string
}

/** A word list: what it is about, where it comes from, its lines. The shape of every JSON file in this folder. */
export interface Lexicon {
  readonly about: string
  readonly source: string
  readonly entries: readonly Entry[]
}

/** A word list as a matcher. `meaning` gives what a line means to its reader; by default its kind. */
export function phrasesOf<T = string>(
  lexicon: Lexicon | readonly Lexicon[],
  meaning: (entry: Entry) => T = (entry) => (entry.kind ?? entry.text) as T,
): Phrases<T> {
  return new Phrases(linesOf(lexicon, meaning))
}

/** Several word lists as one matcher, each with what its lines mean to its reader. */
export function listsOf<T>(...lists: readonly (readonly [Lexicon, meaning: (entry: Entry) => T])[]): Lists<T> {
  return new Lists(lists.map(([lexicon, meaning]) => linesOf(lexicon, meaning)))
}

/** The phrases of word lists, read line by line when a matcher is first asked, not here: most runs ask few lists. */
function linesOf<T>(lexicon: Lexicon | readonly Lexicon[], meaning: (entry: Entry) => T): Iterable<readonly [string, T]> {
  const lists = 'about' in lexicon ? [lexicon] : lexicon
  return {
    *[Symbol.iterator]() {
      for (const { entries } of lists) {
        for (const entry of entries) {
          const value = meaning(entry)
          yield [entry.text, value] as const
          if (entry.forms) for (const form of entry.forms) yield [form, value] as const
        }
      }
    },
  }
}

/** The words of a list, of one kind or all, forms included, in lower case: for asking about a single word. */
export function wordsOf(lexicon: Lexicon, kind?: string): ReadonlySet<string> {
  return new Set(
    lexicon.entries.filter((e) => kind === undefined || e.kind === kind).flatMap((e) => [e.text, ...(e.forms ?? [])].map((t) => t.toLowerCase())),
  )
}
