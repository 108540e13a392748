import words from '../lexicon/market-words.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import type { Match } from '../lexicon/phrases.ts'
import type { Sentence, Statistic } from './facts.ts'
import { wordAfter, wordBefore, type Word } from './words.ts'

/** What a word of the trading floor, or of a company's books, is to a figure. */
export type Kind = 'instrument' | 'commodity' | 'price' | 'value' | 'venue' | 'motion' | 'measure' | 'swing' | 'company' | 'idiom'
export type Mark = Match<Kind>

const lexicon = phrasesOf(words, (e) => e.kind as Kind)

/** The kinds that can be what moved. */
export const SUBJECTS: ReadonlySet<Kind> = new Set(['instrument', 'commodity', 'price', 'measure', 'company'])

/** The marks of a sentence. Idioms shadow what their words would mean alone: "make up a quarter" is no move. */
export function marksIn({ block, from, to }: Sentence): readonly Mark[] {
  const text = block.prose.text
  return lexicon.in(text, from, to).filter((m) => m.value !== 'idiom' && !(m.value === 'measure' && isNamePart(text, m.from, from)) && !(m.value === 'instrument' && (isMine(text, m.from, m.to) || ZONE.test(text.slice(m.to, m.to + 6)))))
}

// "Tarrant Holdings", "Brannock Stores": a measure in a name measures nothing. In a headline a capital says nothing.
function isNamePart(text: string, at: number, floor: number): boolean {
  if (at <= floor || !/\p{Lu}/u.test(text[at]!)) return false
  const before = wordBefore(text, at, floor)
  if (before.apart || !/^\p{Lu}\p{L}+$/u.test(before.text)) return false
  const next = /^[\p{L}.]+ (\S+)/u.exec(text.slice(at, at + 60))
  return next !== null && /^\p{Ll}/u.test(next[1]!)
}

// "Euro-zone countries", "the euro area": a place, not a currency.
const ZONE = /^[- ](?:zone|area)\b/u

// "Silver Creek", "Copper Hill": a place, not a metal.
function isMine(text: string, from: number, to: number): boolean {
  return /^(?:Gold|Silver|Copper|Platinum|Nickel|Zinc|Oil|Coal|Lithium|Iron)$/u.test(text.slice(from, to)) &&
    /^ (?!Futures|Prices|Price|ETF|Trust|Index|Spot|Slips|Falls|Rises|Gains|Drops|Climbs|Jumps|Edges|Ends|Holds|Slides|Steadies|Surges|Hits|Settles)\p{Lu}\p{Ll}/u.test(text.slice(to, to + 10))
}

// A figure's own words stand near it; the bound keeps endless sentences linear.
const REACH = 240

/** The marks within `reach` of a statistic. */
export function near(marks: readonly Mark[], s: Statistic, reach = 80): readonly Mark[] {
  return marks.slice(indexAt(marks, s.from - reach), indexAt(marks, s.to + reach))
}

/** The first mark from a place on, if it begins within `reach`. */
export function nextMark(marks: readonly Mark[], at: number, reach: number): Mark | undefined {
  const mark = marks[indexAt(marks, at)]
  return mark && mark.from - at < reach ? mark : undefined
}

/** The last mark of one of the kinds that ends before a place, not before `floor`. */
export function lastBefore(marks: readonly Mark[], at: number, floor: number, kinds: ReadonlySet<Kind>): Mark | undefined {
  for (let i = indexAt(marks, at) - 1; i >= 0; i--) {
    const m = marks[i]!
    if (m.to > at) continue
    if (m.from < floor || at - m.to > REACH) return undefined
    if (kinds.has(m.value)) return m
  }
  return undefined
}

/** Index of the first mark that begins at or after a place. */
export function indexAt(marks: readonly Mark[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.from < at) low = middle + 1
    else high = middle
  }
  return low
}

const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '))

const FILLERS = set(
  'as much many high low so far by about almost nearly around roughly more less than over at least up to just only another a an the',
  'or and from some even further still slightly approximately down of within percent percentage point points cent cents barrel',
  'ounce per dollar dollars yen euro euros pound pounds yuan won rupees kroner respectively additional extra its their much little',
  'that was were been record level one two day intraday session close monday tuesday wednesday thursday friday today this year',
  'month week last highs lows daily limit peak trough mark back below above under past toward towards close',
)

// A figure, or "six-day".
const SMALL = /^[$€£¥]?\d[\d.,]*%?$|^\w{1,9}-(?:day|week|month|year)$/u

/** Whether only small words, figures and days stand in a gap: what stands before it and behind it belong together. */
export function isFiller(gap: string, also?: ReadonlySet<string>): boolean {
  return gap === ' ' || gap.split(/[\s,]+/u).every((word) => {
    const lower = word.toLowerCase()
    return FILLERS.has(lower) || also?.has(lower) || word === '' || SMALL.test(lower)
  })
}

const FORECAST = set(
  'could would may might should will expect expects expected forecast forecasts predict predicts predicted target targets estimate',
  'estimated estimates projected if',
)

/** Whether the words look ahead or suppose: nothing has happened yet. */
export function looksAhead(text: string, from: number, to: number): boolean {
  return to > from && text.slice(Math.max(from, to - REACH), to).toLowerCase().split(/[^a-z\u00C0-\u024F]+/).some((word) => FORECAST.has(word))
}

const PLANS = 'expects?|expected|forecasts?|likely|set|poised|due|predicts?|projects?|projected|sees?|aims?|hopes?|seen|bound|estimates?'
const PLANNED = new RegExp(`\\b(?:${PLANS}) [^,.;]{0,60}\\bto $`, 'u')

/** Whether the verb is what somebody plans or expects: "is likely to rise". */
export function isPlanned(text: string, verb: Mark, floor: number): boolean {
  return PLANNED.test(text.slice(Math.max(floor, verb.from - 80), verb.from))
}

const AUXILIARIES = set(
  'closed closing ended finished opened traded trading was were is are has have had been remain remains remained also then now',
  'later earlier still briefly already just having',
)

/** The word before a verb, over its auxiliaries: "Vega ⟦has since⟧ fallen". */
export function wordBeforeVerb(text: string, at: number, floor: number): Word {
  let word = wordBefore(text, at, floor)
  while (word.text && AUXILIARIES.has(word.text.toLowerCase())) word = wordBefore(text, word.from, floor)
  return word
}

const BORDER = /;\s|:\s| -- | — |—|,? (?:while|whereas|but|although|though) /gu

/** Where the clause of a place begins: behind a semicolon, colon, dash, or a conjunction of contrast. */
export function clauseStart(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - REACH)
  let start = 0
  for (const m of text.slice(from, at).matchAll(BORDER)) start = m.index + m[0].length
  return from + start
}

/** Where the aside before a verb begins: "Shares of the bank⟦, which reports in May,⟧ fell"; the verb's place where there is none. */
export function beforeAside(text: string, at: number, floor: number): number {
  let i = at
  let word = wordBefore(text, i, floor)
  while (!word.apart && AUXILIARIES.has(word.text.toLowerCase())) word = wordBefore(text, (i = word.from), floor)
  while (i > floor && text[i - 1] === ' ') i--
  if (text[i - 1] !== ',') return at
  const from = Math.max(floor, i - REACH)
  const comma = text.slice(from, i - 1).lastIndexOf(',')
  return comma > 0 ? from + comma : at
}

/** What heads a subject: in "a portfolio of small stocks" the portfolio. */
export function headOf(text: string, marks: readonly Mark[], subject: Mark | undefined): Mark | undefined {
  if (!subject || subject.value === 'measure' || /^,? (?:which|that|who)\b/u.test(text.slice(subject.to, subject.to + 7))) return subject
  const head = lastBefore(marks, subject.from, subject.from - 40, SUBJECTS)
  if (!head) return subject
  const link = text.slice(head.to, subject.from)
  const tied = text.startsWith(' of', head.to - 3) ? /^ (?:\S+ ){0,3}$/u : /^ (?:of|in|for|from) (?:\S+ ){0,3}$/u
  return tied.test(link) ? head : subject
}

const LINKS = set(
  'in of for at on with to from and or as that which who than after before by since over under against into per near past through',
  'until while but not last more index prices price contract gauge fund market rate both each fell rose slid sank hit shed lost lay',
  'sat led ran began came went due out down up all',
)
const GAUGE = /(?:index|gauge|indexes|gauges)$/i
const TRADED = /\b(?:stocks|shares|companies|equities|miners|banks|bonds|developers|makers|exporters|prices|currencies|volatility)\b/u

/** Whether the traded thing only colours the subject: "the dollar value of claims", "gold jewellery", "the index of orders". */
export function isCompound(text: string, subject: Mark, edge: number): boolean {
  if (subject.value === 'company') return false
  const next = wordAfter(text, subject.to, edge)
  const lower = next.text.toLowerCase()
  if (next.apart || !lower || next.to > edge || text[subject.to] === '’' || text[subject.to] === "'") return false
  if (lower === 'of') return GAUGE.test(text.slice(subject.from, subject.to)) && !TRADED.test(text.slice(next.to, next.to + 50))
  return /^[a-z]{3,}$/u.test(next.text) && !AUXILIARIES.has(lower) && !LINKS.has(lower) && !/(?:ed|ing|ly|s)$/u.test(lower)
}
