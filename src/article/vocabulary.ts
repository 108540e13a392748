import { pairsIn } from '../lexicon/pairs.ts'
import table from './vocabulary.table.ts'

export { Word } from './word-bits.ts'

export type VerbKind = 'say' | 'document' | 'estimate' | 'result' | 'describe'
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** What a reporting verb's form is; `report` is both base form and noun, which only its neighbours can tell. */
export interface Verb {
  readonly lemma: string
  readonly kinds: ReadonlySet<VerbKind>
  readonly form: VerbForm
}

/** What is known of a word. */
export interface Entry {
  readonly bits: number
  readonly verb: Verb | undefined
}

const UNKNOWN: Entry = { bits: 0, verb: undefined }
const bits = pairsIn(table.bits)
const verbs = pairsIn(table.verbs)
const entries = new Map<string, Entry>()

/** What is known of a word in lower case: one look-up for its bits and the reporting verb it may be. */
export function entryOf(word: string): Entry {
  const known = entries.get(word)
  if (known) return known
  const ownBits = bits.get(word)
  const verb = verbs.get(word)
  if (ownBits === undefined && verb === undefined) return UNKNOWN
  const entry: Entry = { bits: Number(ownBits ?? 0), verb: verb === undefined ? undefined : verbIn(verb) }
  entries.set(word, entry)
  return entry
}

function verbIn(line: string): Verb {
  const [lemma = '', form, kinds = ''] = line.split(' ')
  return { lemma, form: form as VerbForm, kinds: new Set(kinds.split(',') as VerbKind[]) }
}

/** The bits of a word in lower case; 0 for one that is not known. */
export function bitsOf(word: string): number {
  return entryOf(word).bits
}
