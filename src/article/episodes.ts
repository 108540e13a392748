import businessWords from '../lexicon/business-words.json' with { type: 'json' }
import resultsWords from '../lexicon/results-words.json' with { type: 'json' }
import { wordsOf } from '../lexicon/lexicon.ts'
import { keptWithFrame, type Frame } from './frames.ts'
import { keptWithWords, type Parsed } from './parsed.ts'
import { Word } from './vocabulary.ts'

const results = wordsOf(resultsWords, 'result')
const releases = wordsOf(resultsWords, 'release')

const business = wordsOf(businessWords)

/**
 * Whether a story is business news: at least eight words in a thousand are of business, or five are and sixteen are sums of money. Such stories go on about one
 * release, filing or report for paragraphs; in other news the next sentence as a rule has a source of its own or none.
 */
export function isBusinessStory(sentences: readonly Parsed[]): boolean {
  let all = 0
  let of = 0
  let sums = 0
  for (const sentence of sentences) {
    const talk = talkOf(sentence)
    all += sentence.tokens.length
    of += talk.of
    sums += talk.sums
  }
  return of * 125 >= all || (sums * 60 >= all && of * 200 >= all)
}

/** How many words of business a sentence has, and sums of money. */
const talkOf = keptWithWords(({ tokens }) => {
  let of = 0
  let sums = 0
  for (const token of tokens) {
    if (token.kind === 'word') of += business.has(token.low) ? 1 : 0
    else if (token.kind === 'number' && /^[$€£¥]/.test(token.low)) sums++
  }
  return { of, sums }
})

const indicators = wordsOf(resultsWords, 'indicator')

/** What an issuer measures about itself: revenue, orders, headcount. */
const measures = wordsOf(resultsWords, 'measure')

/** The first token of a sentence that names such a measure, or -1. */
export const measureIn = keptWithWords(({ tokens }) => tokens.findIndex((t) => measures.has(t.low)))

const STATED = new Set('statement filing filings release results letter presentation'.split(' '))
const GUIDES = /^(?:gave|gives|raise[sd]?|lift(?:s|ed)|cut|lowered|issued?|forecast|project|guide|expect|see|reiterate[sd]?|reaffirmed)$/

/** Whether a frame opens a company's account of its own results. `early`: it stands in the first two paragraphs. */
export function opensResults(frame: Frame, early: boolean): boolean {
  return (early ? opensEarly : opensLate)(frame)
}

const opensEarly = keptWithFrame((frame) => opens(frame, true))
const opensLate = keptWithFrame((frame) => opens(frame, false))

function opens(frame: Frame, early: boolean): boolean {
  const source = frame.source!
  if (source.kind === 'anonymous' || source.kind === 'person') return false
  const { tokens } = frame.parsed
  if (tokens.slice(source.from, source.to + 1).some((t) => BUREAU.has(t.low))) return false
  let about = GUIDES.test(frame.lemma) && frame.kind === 'says'
  let figure = false
  for (const token of tokens) {
    if (!covers(frame, token.from)) continue
    if (results.has(token.low)) about = true
    if (token.kind === 'number') figure = true
  }
  if (!about || (!figure && !early)) return false
  if (frame.kind === 'result' || frame.lemma === 'report') return true
  if (source.kind === 'document') return tokens.slice(source.from, source.to + 1).some((t) => releases.has(t.low) || STATED.has(t.low))
  if (source.kind === 'company' && tokens[source.to]!.bits & (Word.Document | Word.Data)) return false
  if (frame.kind !== 'says') return false
  return tokens.slice(frame.cue[1]).some((t) => STATED.has(t.low)) || ((GUIDES.test(frame.lemma) || figure) && early)
}

const BUREAU = new Set(
  'department bureau ministry agency commission board census council association institute federation authority office statistics treasury chamber'.split(' '),
)

/** Whether a frame opens the account of a data release, and of what: the measures it speaks of. */
export const releaseOf = keptWithFrame((frame): ReadonlySet<string> => {
  const { tokens } = frame.parsed
  const { from, to, kind } = frame.source!
  const about = new Set<string>()
  if (kind === 'person' || kind === 'anonymous') return about
  const source = tokens.slice(from, to + 1)
  if (!source.some((t) => t.bits & Word.Data || BUREAU.has(t.low))) return about
  for (const token of tokens) {
    if (covers(frame, token.from) && (results.has(token.low) || measures.has(token.low) || indicators.has(token.low))) about.add(token.low)
  }
  return about
})

/** Whether a source is a house by its name: a bureau, a bank, `Inc.`, or a single name. */
export const isHouse = keptWithFrame((frame): boolean => {
  const { from, to, kind } = frame.source!
  if (kind === 'body') return true
  if (kind !== 'company') return false
  const { tokens } = frame.parsed
  return from === to || tokens.slice(from, to + 1).some((t) => t.bits & Word.Organisation || SUFFIX.test(t.low))
})

/** Whether a frame is what one person said: “said Wally Tern, an economist”, “Chief Executive Ida Voss said”. */
export const isRemark = keptWithFrame(({ source, parsed: { tokens } }): boolean => {
  if (source!.kind === 'person') return true
  for (let i = source!.first; i <= source!.last; i++) if (tokens[i]!.bits & Word.Role) return true
  if (tokens[source!.to + 1]?.low !== ',') return false
  return tokens.slice(source!.to + 2, source!.to + 10).some((t) => t.bits & Word.Role)
})

const SUFFIX = /^(?:inc|corp|corporation|ltd|plc|llc|co|sa|ag|nv|se|asa|holdings|group|lp)$/

const POLL = new Set('poll polls survey surveys polling surveyed polled'.split(' '))

/** Papers, data and houses are told on about; a person's remark is not. */
export const isLasting = keptWithFrame((frame): boolean => {
  const { kind, from, to } = frame.source!
  const { tokens } = frame.parsed
  // there is always another poll: a paragraph that goes on about one has to name it; so with what analysts expected
  for (let i = from; i <= to; i++)
    if (tokens[i]!.bits & Word.Crowd || POLL.has(tokens[i]!.low)) return false
  if (kind === 'document') return true
  return (
    (kind === 'company' || kind === 'body') &&
    (frame.kind === 'according' ||
      (tokens[to]!.bits & (Word.Document | Word.Data)) !== 0 ||
      /^(?:report|announce|estimate|project|forecast|put|peg|find)$/.test(frame.lemma))
  )
})

const STATES =
  /^(?:say|add|announce|report|disclose|state|note|confirm|estimate|forecast|project|predict|expect|see|gave|raised?|cut|lowered|issued?)$/

/** Whether the next sentence may go on with a source without naming it again. */
export function canGoOn(frame: Frame): boolean {
  if (frame.kind !== 'says') return frame.kind !== 'participle' || frame.source!.kind !== 'person'
  if (!STATES.test(frame.lemma)) return false
  const { tokens } = frame.parsed
  const source = frame.source!
  if (source.kind === 'pronoun') return /^(?:it|they|we)$/.test(tokens[source.from]!.low)
  return isHouse(frame)
}

function covers(frame: Frame, at: number): boolean {
  for (const [from, to] of frame.covers) if (from <= at && at < to) return true
  return false
}

const DULL = new Set([
  'about',
  'according',
  'after',
  'again',
  'against',
  'almost',
  'along',
  'also',
  'another',
  'around',
  'based',
  'because',
  'been',
  'before',
  'being',
  'below',
  'between',
  'billion',
  'company',
  'could',
  'decline',
  'declined',
  'drop',
  'dropped',
  'during',
  'each',
  'early',
  'every',
  'expect',
  'expected',
  'fall',
  'fell',
  'figure',
  'first',
  'from',
  'gain',
  'gained',
  'grew',
  'grow',
  'have',
  'increase',
  'increased',
  'including',
  'into',
  'just',
  'largest',
  'last',
  'least',
  'less',
  'like',
  'million',
  'month',
  'more',
  'most',
  'nearly',
  'number',
  'only',
  'other',
  'over',
  'people',
  'percent',
  'quarter',
  'record',
  'rise',
  'rose',
  'said',
  'second',
  'since',
  'some',
  'still',
  'than',
  'that',
  'their',
  'there',
  'these',
  'they',
  'third',
  'this',
  'those',
  'three',
  'time',
  'total',
  'trillion',
  'under',
  'until',
  'week',
  'were',
  'what',
  'when',
  'where',
  'which',
  'while',
  'whose',
  'will',
  'with',
  'would',
  'year',
  'report',
  'data',
  'show',
  'showed',
])

/** A content word without its ending, or undefined for one that tells no topic. */
function topicKey(low: string): string | undefined {
  if (low.length < 4 || DULL.has(low)) return undefined
  const stem = low.endsWith('ies') ? low.slice(0, -3) + 'y' : low.endsWith('s') && !low.endsWith('ss') ? low.slice(0, -1) : low
  return DULL.has(stem) ? undefined : stem
}

/** A topic word of a sentence, and whether the word right before it is one. */
export interface Topic {
  readonly key: string
  readonly joined: boolean
  /** Number of its token. */
  readonly at: number
}

/** The topic words of a sentence, in order. */
export const topicKeysOf = keptWithWords(({ tokens, open }): readonly Topic[] => {
  const topics: Topic[] = []
  tokens.forEach((token, at) => {
    const key = token.kind !== 'word' || (token.capital && at > open) ? undefined : topicKey(token.low)
    if (key !== undefined) topics.push({ key, at, joined: topics.at(-1)?.at === at - 1 })
  })
  return topics
})

/** The same without order, each once. */
export const topicSetOf = keptWithWords((parsed): ReadonlySet<string> => new Set(topicKeysOf(parsed).map(({ key }) => key)))

/** The content words of the sentence a source speaks in; names tell no topic, they are everywhere. */
export function topicsOf(frame: Frame): ReadonlySet<string> {
  return topicsIn(frame.parsed)
}

const NO_TOPIC = Word.Preposition | Word.Conjunction | Word.Auxiliary | Word.Day | Word.Month | Word.Adverb

const topicsIn = keptWithWords((parsed): ReadonlySet<string> => {
  const { tokens, open } = parsed
  return new Set(topicKeysOf(parsed).flatMap(({ key, at }) => (at >= open && !(tokens[at]!.bits & NO_TOPIC) ? [key] : [])))
})
