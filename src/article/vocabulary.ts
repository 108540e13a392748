import functionWords from '../lexicon/function-words.json' with { type: 'json' }
import reportingVerbs from '../lexicon/reporting-verbs.json' with { type: 'json' }
import sourceNouns from '../lexicon/source-nouns.json' with { type: 'json' }

/** What a word can be, as bits: a word may be several things at once. */
export const Word = {
  Determiner: 1 << 0,
  Demonstrative: 1 << 1,
  Pronoun: 1 << 2,
  Preposition: 1 << 3,
  Conjunction: 1 << 4,
  Auxiliary: 1 << 5,
  Negation: 1 << 6,
  Adverb: 1 << 7,
  Day: 1 << 8,
  Month: 1 << 9,
  Time: 1 << 10,
  Place: 1 << 11,
  Document: 1 << 12,
  Data: 1 << 13,
  Organisation: 1 << 14,
  Role: 1 << 15,
  Crowd: 1 << 16,
  Anonymous: 1 << 17,
  Market: 1 << 18,
  Event: 1 << 19,
  Plural: 1 << 20,
} as const

export type VerbKind = 'say' | 'document' | 'estimate' | 'result' | 'describe'
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** What a reporting verb's form is; `report` is both base form and noun, which only its neighbours can tell. */
export interface Verb {
  readonly lemma: string
  readonly kinds: ReadonlySet<VerbKind>
  readonly form: VerbForm
}

const bitOf: Readonly<Record<string, number>> = {
  determiner: Word.Determiner,
  demonstrative: Word.Demonstrative,
  pronoun: Word.Pronoun,
  preposition: Word.Preposition,
  conjunction: Word.Conjunction,
  auxiliary: Word.Auxiliary,
  negation: Word.Negation,
  adverb: Word.Adverb,
  day: Word.Day,
  month: Word.Month,
  time: Word.Time,
  place: Word.Place,
  document: Word.Document,
  data: Word.Data,
  organisation: Word.Organisation,
  role: Word.Role,
  crowd: Word.Crowd,
  anonymous: Word.Anonymous,
  market: Word.Market,
  event: Word.Event,
}

const words = new Map<string, number>()
const put = (word: string, bits: number) => words.set(word, (words.get(word) ?? 0) | bits)
for (const { text, kind } of functionWords.entries) put(text, bitOf[kind]!)
for (const { text, kind } of sourceNouns.entries) {
  put(text, bitOf[kind]!)
  if (kind === 'role' || kind === 'crowd') put(pluralOf(text), bitOf[kind]! | Word.Plural)
}

const verbs = new Map<string, Verb>()
for (const entry of reportingVerbs.entries) {
  const forms = 'forms' in entry ? (entry.forms as readonly string[]) : undefined
  const past = forms?.[0] ?? edOf(entry.text)
  const add = (text: string, form: VerbForm) => {
    const known = verbs.get(text)
    const kinds = new Set([...(known?.kinds ?? []), entry.kind as VerbKind])
    verbs.set(text, { lemma: entry.text, kinds, form: known?.form ?? form })
  }
  add(entry.text, past === entry.text ? 'past' : 'base')
  add(sOf(entry.text), 's')
  add(past, 'past')
  add(forms?.[1] ?? past, 'participle')
  add(ingOf(entry.text), 'ing')
}

/** What is known of a word. */
export interface Entry {
  readonly bits: number
  readonly verb: Verb | undefined
}

const UNKNOWN: Entry = { bits: 0, verb: undefined }
const entries = new Map<string, Entry>()
for (const word of [...words.keys(), ...verbs.keys()]) entries.set(word, { bits: words.get(word) ?? 0, verb: verbs.get(word) })

/** What is known of a word in lower case: one look-up for its bits and the reporting verb it may be. */
export function entryOf(word: string): Entry {
  return entries.get(word) ?? UNKNOWN
}

/** The bits of a word in lower case; 0 for one that is not known. */
export function bitsOf(word: string): number {
  return entryOf(word).bits
}

function sOf(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return verb.slice(0, -1) + 'ies'
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? verb + 'es' : verb + 's'
}

function edOf(verb: string): string {
  if (verb.endsWith('e')) return verb + 'd'
  if (/[^aeiou]y$/.test(verb)) return verb.slice(0, -1) + 'ied'
  return doubles(verb) ? verb + verb.at(-1) + 'ed' : verb + 'ed'
}

function ingOf(verb: string): string {
  if (verb.endsWith('ee') || verb === 'see') return verb + 'ing'
  if (verb.endsWith('e')) return verb.slice(0, -1) + 'ing'
  return doubles(verb) ? verb + verb.at(-1) + 'ing' : verb + 'ing'
}

function doubles(verb: string): boolean {
  return /^(?:log|peg|swing|admit|dub|quip|put|bet)$/.test(verb) && verb !== 'swing'
}

function pluralOf(noun: string): string {
  if (noun.endsWith('s')) return noun
  if (/man$/.test(noun)) return noun.slice(0, -3) + 'men'
  return sOf(noun)
}
