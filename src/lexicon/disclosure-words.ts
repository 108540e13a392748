import table from './disclosure-words.table.ts'
import { pairsIn } from './pairs.ts'

/** Words that together play a part in a disclosure. */
export interface Phrase {
  readonly words: readonly string[]
  readonly kinds: ReadonlySet<string>
}

const single = pairsIn(table.single)
const lines = pairsIn(table.phrases)
// Words of the same kinds share one set.
const sets = new Map<string, ReadonlySet<string>>()
const laidOut = new Map<string, readonly Phrase[]>()

/** The parts a word in lower case can play in a disclosure; undefined for one that is in no list. */
export function kindsOf(word: string): ReadonlySet<string> | undefined {
  const kinds = single.get(word)
  return kinds === undefined ? undefined : setOf(kinds)
}

/** The phrases that begin with a word, the longest first. */
export function phrasesFrom(word: string): readonly Phrase[] | undefined {
  const known = laidOut.get(word)
  if (known) return known
  const line = lines.get(word)
  if (line === undefined) return undefined
  const phrases = line.split(';').map((phrase): Phrase => {
    const [text = '', kinds = ''] = phrase.split('=')
    return { words: text.split(' '), kinds: setOf(kinds) }
  })
  laidOut.set(word, phrases)
  return phrases
}

/** Long words a slip of the finger may be read as, by length and by a letter the slip may begin with. */
export function guessable(length: number, letter: string | undefined): readonly string[] | undefined {
  return table.guessable[`${length}${letter}`]
}

function setOf(kinds: string): ReadonlySet<string> {
  let set = sets.get(kinds)
  if (!set) sets.set(kinds, (set = new Set(kinds.split(','))))
  return set
}
