import functionWords from '../lexicon/function-words.json' with { type: 'json' }
import { lineOf } from '../lexicon/pairs.ts'
import reportingVerbs from '../lexicon/reporting-verbs.json' with { type: 'json' }
import sourceNouns from '../lexicon/source-nouns.json' with { type: 'json' }
import type { VerbForm, VerbKind } from './vocabulary.ts'
import { Word } from './word-bits.ts'

/** The words that roles are read from, laid out for asking; plain data, so that a build can keep it as it is. */
export interface VocabularyTable {
  /** Words and their bits. */
  readonly bits: string
  /** Forms of reporting verbs: `said` and `say past say`, which is lemma, form and kinds, the kinds parted by a comma. */
  readonly verbs: string
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

const verbs = new Map<string, { lemma: string; kinds: Set<VerbKind>; form: VerbForm }>()
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

const table: VocabularyTable = {
  bits: lineOf([...words].map(([word, bits]) => [word, String(bits)])),
  verbs: lineOf([...verbs].map(([word, { lemma, form, kinds }]) => [word, `${lemma} ${form} ${[...kinds].join()}`])),
}
export default table

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
