import instruments from '../lexicon/signals-instruments.json' with { type: 'json' }
import kinds from '../lexicon/signals-kinds.json' with { type: 'json' }
import language from '../lexicon/signals-language.json' with { type: 'json' }
import paid from '../lexicon/signals-paid.json' with { type: 'json' }
import { listsOf } from '../lexicon/lexicon.ts'
import type { Match } from '../lexicon/phrases.ts'
import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import type { Stretch } from './frames.ts'
import { recalledAt } from './memory.ts'
import { ISIN, TICKER } from './tickers.ts'

/** What lists and patterns find in one sentence, whoever says it: the words of the lists with their kinds, and places of what has no list. */
export interface Hits {
  readonly instruments: readonly Match<string>[]
  readonly kinds: readonly Match<string>[]
  readonly language: readonly Match<string>[]
  readonly paid: readonly Match<string>[]
  /** Tickers with their exchange, ISINs, a cashtag. */
  readonly codes: readonly Stretch[]
  /** "A historical 2.1 Moz": an estimate from before the present rules, with the figure in place of the noun. */
  readonly historical: Stretch | undefined
  /** "A guaranteed 24% a year": the number stands where a list has no word for it. */
  readonly guaranteed: Stretch | undefined
  /** "Carries a Rank #2 (Buy)": a rating in the notation of the house that gives it. */
  readonly rated: Stretch | undefined
  readonly rocket: Stretch | undefined
  /** An imperative that opens the sentence: "Buy Norland". */
  readonly order: Stretch | undefined
}

const kindOf = (entry: { readonly kind?: string }) => entry.kind ?? ''
const LISTS = listsOf([instruments, kindOf], [kinds, kindOf], [language, kindOf], [paid, kindOf])

const HISTORICAL = /\bhistoric(?:al)?\s[\d.,]+\s?(?:M?oz|Moz|Mt|million (?:ounces|tonnes))\b/i
const CASHTAG = /(?<![\w$])\$[A-Z]{2,6}\b/u
const GUARANTEED = /\bguaranteed\s(?:minimum\s)?\d[\d.,]{0,8}\s?(?:%|percent|per cent)(?=\s(?:a|per|each|every|annual|annually|monthly|daily|returns?|apy|apr|interest|gains?|profits?|payouts?)\b)/i
const RATED = /\b(?:rank|rating|rated|grade)\s(?:of\s)?(?:#\d\s)?\((?:strong\s)?(?:buy|sell|accumulate|outperform)\)/i
const ROCKETS = /[\u{1F680}\u{1F4C8}\u{1F48E}\u{1F319}\u{1F911}\u{1F525}]/u
const ORDER = /^(?:Buy|Sell|Avoid|Dump|Short|Accumulate)\s(?:(?:the|shares|stock|some|more|of|in)\s){0,3}(?=\(|\$|\p{Lu})/u
/** A letter or two of what the patterns above find: one look saves six in most sentences. */
const RARE = /:|\$[A-Z]|[A-Z]{2}[A-Z0-9]{9}|[Gg]uaranteed|GUARANTEED|[Hh]istoric|HISTORIC|\)|[\uD83C-\uD83E]/

/** What is found in each editorial sentence, at its index; undefined where that is nothing. */
export function hitsOf(article: Article): readonly (Hits | undefined)[] {
  return article.sentences.map(({ block: { prose: { text } }, from, to, role }) =>
    (isEditorial(role) && recalledAt(article.memory, hitsIn, text, from, () => hitsIn(text, from, to) ?? false)) || undefined)
}

function hitsIn(text: string, from: number, to: number): Hits | undefined {
  const listed = LISTS.in(text, from, to)
  const words = text.slice(from, to)
  const order = placeOf(ORDER, words, from)
  const rare = RARE.test(words)
  if (!listed && !order && !rare) return undefined
  const place = (pattern: RegExp) => (rare ? placeOf(pattern, words, from) : undefined)
  const historical = place(HISTORICAL)
  const cashtag = place(CASHTAG)
  const codes = [...(rare ? placesOf(TICKER, words, from) : []), ...(rare ? placesOf(ISIN, words, from) : []), ...(cashtag ? [cashtag] : [])]
  const found = { codes, historical, guaranteed: place(GUARANTEED), rated: place(RATED), rocket: place(ROCKETS), order }
  if (!listed && codes.length === 0 && !Object.values(found).some((one) => one !== codes && one)) return undefined
  return { instruments: listed?.[0] ?? [], kinds: listed?.[1] ?? [], language: listed?.[2] ?? [], paid: listed?.[3] ?? [], ...found }
}

function placeOf(pattern: RegExp, words: string, from: number): Stretch | undefined {
  const match = pattern.exec(words)
  return match ? [from + match.index, from + match.index + match[0].length] : undefined
}

/** All places of a pattern with the flag `g`. */
function placesOf(pattern: RegExp, words: string, from: number): Stretch[] {
  const places: Stretch[] = []
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) places.push([from + match.index, from + match.index + match[0].length])
  return places
}
