import type { Article } from '../article/article.ts'
import { isEditorial } from '../article/editorial.ts'
import type { IsoDate } from '../article/block.ts'
import type { Sentence } from '../article/facts.ts'
import type { Signal, SignalKind } from '../article/signals.ts'
import type { Place } from './rule.ts'
import { PLACES } from './places.ts'

/** What sort of text it is; `unknown` where nobody has said so. */
export type ContentType = 'news' | 'analysis' | 'recommendation' | 'sponsored' | 'press-release' | 'research' | 'education' | 'unknown'

/** Who pays for the text, as front matter or config states it. */
export interface Sponsor {
  readonly name: string
  readonly amount?: string
  readonly form?: string
  readonly timing?: string
}

/** One interest, as front matter or config states it. */
export interface Interest {
  readonly person?: string
  readonly relation?: string
  readonly entity: string
  readonly instrument?: string
  readonly direction?: string
  readonly asOf?: IsoDate
  readonly trades: readonly IsoDate[]
}

/** What is known about a story: stated facts first, evidence in the text where nobody has stated any. */
export interface Story {
  readonly type: ContentType
  readonly sponsor: Sponsor | undefined
  /** `none` is stated; undefined is not stated at all. */
  readonly interests: 'none' | readonly Interest[] | undefined
  /** Places of readers, lower case: `us`, `ca`, `ca-bc`. Undefined where nobody has said. */
  readonly audience: readonly string[] | undefined
  readonly selfRegulation: string | undefined
  readonly licence: string | undefined
  /** Paid for, by a stated sponsor or by what the text says. */
  readonly paid: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

const TYPES: Readonly<Record<string, ContentType>> = {
  news: 'news', article: 'news', report: 'news', story: 'news', analysis: 'analysis', opinion: 'analysis', column: 'analysis', commentary: 'analysis',
  recommendation: 'recommendation', newsletter: 'recommendation', tip: 'recommendation', sponsored: 'sponsored', advertorial: 'sponsored', ad: 'sponsored',
  advertisement: 'sponsored', 'press-release': 'press-release', 'press release': 'press-release', release: 'press-release', research: 'research', education: 'education',
}

/** Reads the facts: what front matter says wins over config, both over guesses. */
export function storyOf(article: Article, facts: Readonly<Record<string, unknown>> = {}): Story {
  const { meta } = article
  const fields: Record<string, unknown> = { ...facts, ...meta.fields }
  const at = (...keys: string[]) => keys.map((key) => fields[key]).find((value) => value !== undefined && value !== null && value !== '')
  const kind = String(at('content_type', 'contentType') ?? meta.kind ?? at('kind', 'type') ?? '').toLowerCase()
  const named = at('sponsor') ?? meta.sponsor
  const sponsor = sponsorOf(named)
  // "sponsor: none" is a statement too, and wins over what the text looks like.
  const unpaid = named !== undefined && sponsor === undefined
  const stated = TYPES[kind] ?? 'unknown'
  return {
    type: stated === 'unknown' && sponsor ? 'sponsored' : stated,
    sponsor,
    interests: interestsOf(at('interests') ?? meta.interests),
    audience: wordsOf(at('audience')),
    selfRegulation: codeOf(at('self_regulation', 'selfRegulation')),
    licence: textOf(at('licence', 'license')),
    paid: sponsor !== undefined || stated === 'sponsored' || (!unpaid && article.signals.has('paid')),
    fields,
  }
}

function sponsorOf(value: unknown): Sponsor | undefined {
  if (value === undefined || value === false || /^(?:none|no|false)$/i.test(String(value))) return undefined
  if (typeof value !== 'object' || value === null) return { name: String(value) }
  const of = value as Record<string, unknown>
  const name = textOf(of['on_behalf_of'] ?? of['onBehalfOf'] ?? of['name'])
  const amount = textOf(of['amount'])
  const currency = textOf(of['currency'])
  const form = textOf(of['form'])
  const timing = textOf(of['timing'])
  return {
    name: name ?? 'the sponsor',
    ...(amount ? { amount: currency ? `${currency} ${amount}` : amount } : {}), ...(form ? { form } : {}), ...(timing ? { timing } : {}),
  }
}

function interestsOf(value: unknown): Story['interests'] {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(interestOf)
  if (/^(?:none|no|false|nil)$/i.test(String(value))) return 'none'
  return [typeof value === 'object' ? interestOf(value) : { entity: String(value), trades: [] }]
}

function interestOf(value: unknown): Interest {
  if (typeof value !== 'object' || value === null) return { entity: String(value), trades: [] }
  const of = value as Record<string, unknown>
  const person = textOf(of['person'])
  const relation = textOf(of['relation'])
  const instrument = textOf(of['instrument'])
  const direction = textOf(of['direction'])
  const asOf = dayOf(of['as_of'] ?? of['asOf'])
  const trades = [of['trades'] ?? of['traded'] ?? []].flat().map(dayOf).filter((d) => d !== undefined)
  return {
    entity: textOf(of['entity']) ?? textOf(of['ticker']) ?? '', trades,
    ...(person ? { person } : {}), ...(relation ? { relation } : {}), ...(instrument ? { instrument } : {}),
    ...(direction ? { direction } : {}), ...(asOf ? { asOf } : {}),
  }
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' || typeof value === 'object' ? undefined : String(value)
}

/** A press code somebody follows; "none" is none. */
function codeOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.map(String).join(', ') : textOf(value)
  return text && !/^(?:none|no|false)$/i.test(text) ? text : undefined
}

function wordsOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined
  const words = (Array.isArray(value) ? value.map(String) : String(value).split(/[,;\s]+/u)).map((w) => w.toLowerCase().trim()).filter(Boolean)
  return words.map((w) => PLACES[w] ?? w)
}

/** A day in a value of front matter: a date, or text that begins with one. */
export function dayOf(value: unknown): IsoDate | undefined {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}/u.exec(String(value))?.[0]
}

/** How many words from the top still count as the beginning. */
const EARLY_WORDS = 100

/**
 * The beginning of a story: headline, standfirst and its first 100 words, bylines and datelines not counted.
 * Gives the sentences that begin there.
 */
export function openingOf(article: Article): ReadonlySet<Sentence> {
  const opening = new Set<Sentence>()
  let words = 0
  for (const sentence of article.sentences) {
    if (!isEditorial(sentence.role)) continue
    if (words >= EARLY_WORDS) break
    opening.add(sentence)
    if (sentence.role !== 'byline' && sentence.role !== 'dateline' && sentence.role !== 'headline') words += sentence.text.split(/\s+/u).length
  }
  return opening
}

/** The text of sentences that are the newsroom's own, with the sentence each stands in; embeds and readers left out. */
export function editorial(article: Article): readonly Sentence[] {
  return article.sentences.filter((s) => isEditorial(s.role))
}

/** The sentence that says what is looked for, or undefined. Patterns without `g` or `y`. */
export function sentenceWith(sentences: Iterable<Sentence>, pattern: RegExp): Sentence | undefined {
  for (const sentence of sentences) if (pattern.test(sentence.text)) return sentence
  return undefined
}

/** Whether prose of a sentence is shown to readers where it stands: not hidden, not struck out, not the words of a link alone. */
export function isShown({ block, from, to }: Sentence): boolean {
  return !block.marks.some((m) => (m.kind === 'hidden' || m.kind === 'struck') && m.from <= from && m.to >= to)
}

/** Whether nearly all of a sentence is the text of one link. */
export function isOnlyLink({ block, from, to }: Sentence): boolean {
  return block.marks.some((m) => m.kind === 'link' && m.from <= from + 1 && m.to >= to - 2)
}

/** First evidence of any of these kinds, in the order given. */
export function evidenceOf(article: Article, ...kinds: readonly SignalKind[]): Signal | undefined {
  for (const kind of kinds) {
    const first = article.signals.of(kind)[0]
    if (first) return first
  }
  return undefined
}

/** Where a missing thing is shown: the headline, else the words that raised the duty, else the article's anchor. */
export function placeOf(article: Article, ...kinds: readonly SignalKind[]): Place | undefined {
  return article.headline ?? evidenceOf(article, ...kinds) ?? article.anchor
}
