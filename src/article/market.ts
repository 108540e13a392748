import type { Article } from './article.ts'
import { exemptionOf } from './exemptions.ts'
import type { Sentence, Statistic } from './facts.ts'
import {
  beforeAside, clauseStart, headOf, indexAt, isCompound, isFiller, isPlanned, lastBefore, looksAhead, marksIn, near, nextMark, SUBJECTS,
  wordBeforeVerb, type Kind, type Mark,
} from './market-clause.ts'
import { recalledAt } from './memory.ts'
import { wordBefore } from './words.ts'

/** A figure that needs no source, and why. */
export interface Settled {
  readonly status: 'market' | 'exempt'
  readonly why: string
  /** A market figure whoever is named beside it: “sending its shares down 11%”. */
  readonly certain?: true
}

/**
 * Asks of each statistic of an article: bare market data, exempt by its nature, or for attribution to decide (undefined).
 * It does not look for sources: a market figure that names one in its sentence is attributed all the same.
 */
export function marketOrExempt(article: Article): (statistic: Statistic) => Settled | undefined {
  const settled = new Map<Statistic, Settled>()
  const { statistics } = article
  for (let i = 0; i < statistics.length; ) {
    const { sentence } = statistics[i]!
    let end = i + 1
    while (statistics[end]?.sentence === sentence) end++
    settledIn(article, sentence, statistics.slice(i, end)).forEach((one, k) => one && settled.set(statistics[i + k]!, one))
    i = end
  }
  return (statistic) => settled.get(statistic)
}

/** What settles the statistics of a sentence, and what else it hangs on than the sentence's own words. */
interface Found {
  readonly settled: readonly (Settled | undefined)[]
  /** Which of its figures are statistics: where they begin. */
  readonly figures: readonly number[]
  /** Whether the sentence before talks of the market. */
  readonly wasMarketTalk: boolean
  /** Which of its words were taken for names of the article, and which were not. */
  readonly names: ReadonlyMap<string, boolean>
}

/** What settles the statistics of one sentence; known where nothing has changed that it hangs on. */
function settledIn(article: Article, sentence: Sentence, statistics: readonly Statistic[]): Found['settled'] {
  const { names } = article.knownNames
  const earlier = article.sentences[sentence.index - 1]
  const wasMarketTalk = earlier !== undefined && talkIn(article, earlier).market
  const kept = recalledAt<{ found?: Found }>(article.memory, settledIn, sentence.block.prose.text, sentence.from, () => ({}))
  const { found } = kept
  if (found && found.wasMarketTalk === wasMarketTalk && areAt(found.figures, statistics) && holds(found.names, names)) return found.settled
  const floor = new Floor(talkIn(article, sentence).marks, wasMarketTalk, names)
  const settled = settle(statistics, floor)
  kept.found = { settled, figures: statistics.map((s) => s.from), wasMarketTalk, names: floor.names }
  return settled
}

function areAt(figures: readonly number[], statistics: readonly Statistic[]): boolean {
  return figures.length === statistics.length && figures.every((from, i) => from === statistics[i]!.from)
}

function holds(asked: ReadonlyMap<string, boolean>, names: ReadonlySet<string>): boolean {
  for (const [word, is] of asked) if (names.has(word) !== is) return false
  return true
}

/** The market words of a sentence, and whether it speaks of the market and of nothing that is reported. */
function talkIn({ memory }: Article, sentence: Sentence): { readonly marks: readonly Mark[]; readonly market: boolean } {
  return recalledAt(memory, talkIn, sentence.block.prose.text, sentence.from, () => {
    const marks = marksIn(sentence)
    return { marks, market: marks.some((m) => MARKET.has(m.value)) && !marks.some((m) => m.value === 'measure') }
  })
}

function settle(statistics: readonly Statistic[], floor: Floor): readonly (Settled | undefined)[] {
  const settled: (Settled | undefined)[] = []
  statistics.forEach((statistic, i) => {
    const before = statistics[i - 1]
    const exempt = exemptionOf(statistic, before)
    const chained = before && settled[i - 1]?.status === 'market' ? before : undefined
    const why = exempt ? undefined : floor.why(statistic, chained, chained ? undefined : before)
    if (exempt) settled.push({ status: 'exempt', why: exempt })
    else if (why) settled.push({ status: 'market', why, ...(why === VALUED_BY_MOVE || sendsShares(statistic.block.prose.text, statistic) ? { certain: true } : {}) })
    else settled.push(undefined)
  })
  return settled
}

const MOVE = 'a move of the market'
const PRICE = 'a market price'

/** The market talk around the figures of a sentence: what moved, and how. */
class Floor {
  readonly #marks: readonly Mark[]
  readonly #wasMarketTalk: boolean
  readonly #known: ReadonlySet<string>
  /** Words that it asked after, and whether they are names in the article. */
  readonly names = new Map<string, boolean>()

  constructor(marks: readonly Mark[], wasMarketTalk: boolean, known: ReadonlySet<string>) {
    this.#marks = marks
    this.#wasMarketTalk = wasMarketTalk
    this.#known = known
  }

  /**
   * Why the statistic is market data, or undefined.
   * @param chained a market figure before it in the sentence
   * @param reported a figure before it in the sentence that is none
   */
  why(s: Statistic, chained: Statistic | undefined, reported: Statistic | undefined): string | undefined {
    const text = s.block.prose.text
    const marks = this.#marks
    if (chained && continues(text, chained, s, marks)) return 'continues a market price before it'
    if (reported && extendsReport(text, reported, s, marks)) return undefined
    if (isBulk(s) || PART.test(text.slice(Math.max(s.sentence.from, s.from - 32), s.from))) return undefined
    if (chained && isGapped(text, chained, s)) return 'continues a move before it'
    if (chained && VALUES.test(text.slice(chained.to, s.from))) return VALUED_BY_MOVE
    if (isYield(text, s)) return PRICE
    if (isBelowPrice(text, s)) return MOVE
    if (isDebtPrice(text, s)) return PRICE
    if (isPricedIn(text, s)) return 'a chance the market prices in'
    if (sendsShares(text, s)) return MOVE
    const { unit } = s.quantity
    if (unit.kind === 'money' && /^ (?:ETF|exchange-traded)/u.test(text.slice(s.to, s.to + 16))) return 'the size of a traded fund'
    const after = nextMark(marks, s.to, 26)
    // "A $40 million loss": what is counted stands right behind.
    if (after?.value === 'measure' && after.from - s.to < 3) return undefined
    const plain = valueOrSwing(text, s, near(marks, s)) ?? countOf(text, s, marks, after)
    if (plain) return plain

    // "Shares have doubled": the figure is the verb.
    if (DOUBLED.test(s.text)) return this.#judge(text, s, marks, { from: s.from, to: s.from, value: 'motion' }, false, false)
    // "$48.95 a barrel": a price by its unit, unless a cost, a forecast or the like is priced.
    const priced = after?.value === 'venue' && after.from - s.to < 3
    const verb = verbOf(text, s, marks, after)
    if (verb) return this.#judge(text, s, marks, verb, priced, reported !== undefined)
    const subject = priced ? lastBefore(marks, s.from, s.sentence.from, SUBJECTS) : undefined
    return subject && subject.value !== 'measure' && !looksAhead(text, subject.to, s.from) ? PRICE : undefined
  }

  // What moved decides: a traded thing, or something reported.
  #judge(text: string, s: Statistic, marks: readonly Mark[], verb: Mark, priced: boolean, after: boolean): string | undefined {
    if (verb.to <= s.from && verb.value === 'motion' && isPlanned(text, verb, s.sentence.from)) return undefined
    const behind = behindOf(text, s, marks, verb)
    if (behind) return behind.value === 'measure' || behind.value === 'company' ? undefined : MOVE
    const edge = Math.min(verb.from, s.from)
    const start = clauseStart(text, edge, s.sentence.from)
    const aside = /ing$/u.test(text.slice(verb.from, verb.to)) ? edge : beforeAside(text, edge, start)
    const subject = headOf(text, marks, lastBefore(marks, aside, start, SUBJECTS))
    if (!subject) return looksAhead(text, start, s.from) ? undefined : this.#nameMoved(text, s, marks, verb, edge, after)
    if (subject.value === 'measure' || isCompound(text, subject, edge)) return undefined
    if (looksAhead(text, subject.to, aside) || looksAhead(text, edge, s.from)) return undefined
    if (subject.value === 'company') {
      return verb.to <= s.from && s.quantity.unit.kind === 'percent' && !takesObject(text, verb) ? MOVE : undefined
    }
    if (subject.value === 'price') return priced || this.#isMarketTalk(s, marks, subject) ? PRICE : undefined
    return priced || isLevel(text, s) ? PRICE : MOVE
  }

  // "Norland rose 4% to $12": a name that moves in percent moves on the market; "it" if the sentence before was about it.
  #nameMoved(text: string, s: Statistic, marks: readonly Mark[], verb: Mark, edge: number, after: boolean): string | undefined {
    const { kind } = s.quantity.unit
    // behind a figure that was reported, a name that "gained 9%" goes on with the report
    if (after && !near(marks, s, 240).some((m) => MARKET.has(m.value))) return undefined
    if (kind !== 'percent' && kind !== 'money' && kind !== 'points' && kind !== 'share') return undefined
    const wide = near(marks, s, 240)
    const word = wordBeforeVerb(text, edge, s.sentence.from)
    // “They have lost 21%” after talk of shares
    if (/^(?:it|they)$/i.test(word.text) && word.from === s.sentence.from && this.#wasMarketTalk) return MOVE
    if (takesObject(text, verb)) return undefined
    // a capital that only opens the sentence is no name: “Services slipped 0.2%”, “Audi’s fell”
    if (/[’']s$/u.test(word.text) || (word.from === s.sentence.from && !this.#isKnown(word.text))) return undefined
    // "The worst was Vega, which fell 6%".
    if (kind === 'percent' && /^(?:which|who)$/u.test(word.text) && isName(wordBefore(text, word.from, s.sentence.from).text)) return MOVE
    if (/^(?:it|which|that|they|who|and|one)$/i.test(word.text)) {
      const here = wide.some((m) => m.value === 'venue' || (m.value === 'instrument' && m.to <= s.from))
      return here || this.#wasMarketTalk ? MOVE : undefined
    }
    if (kind === 'money' && !wide.some((m) => m.value === 'venue')) return undefined
    return isName(word.text) ? MOVE : undefined
  }

  // a plural that opens a sentence is a name only where the story says so elsewhere
  #isKnown(word: string): boolean {
    if (!/s$/u.test(word)) return true
    const low = word.toLowerCase()
    const known = this.#known.has(low)
    this.names.set(low, known)
    return known
  }

  #isMarketTalk(s: Statistic, marks: readonly Mark[], but: Mark): boolean {
    return near(marks, s, 240).some((m) => m !== but && MARKET.has(m.value)) || this.#wasMarketTalk
  }
}

const VALUED_BY_MOVE = 'what the price makes the company worth'
const VALUES = /^,? (?:valuing|giving|leaving) [^,.;]{1,50} (?:at|of) (?:about |around |roughly |nearly |almost |more than |some )?$/u

// "Castlegate dropped 2.4% and Pinnacle Group 1.9%": the verb is said once.
function isGapped(text: string, before: Statistic, s: Statistic): boolean {
  const gap = text.slice(before.to, s.from)
  return s.quantity.unit.kind === before.quantity.unit.kind && gap.length < 48 && /^,?(?: and| while)?(?: the)?(?: \p{Lu}[\p{L}\d&.’'-]*){1,5},? $/u.test(gap)
}

const MARKET: ReadonlySet<Kind> = new Set(['instrument', 'venue', 'commodity'])
const DOUBLED = /^(?:doubled|tripled|quadrupled|halved)$/i
const OBJECT = new Set(
  ('add adds added adding lost lose loses losing led send sends sent sending hit reached topped touched cut began opened ' +
    'move moved doubled tripled quadrupled below above off grown trades exchange close recovered end ended increase ' +
    'increases increased increasing').split(' '),
)

// Verbs that take an object say nothing of a share price: "Vega added 4%" may be staff.
const takesObject = (text: string, verb: Mark) => OBJECT.has(text.slice(verb.from, verb.to).toLowerCase())

const isName = (word: string) => /^\p{Lu}/u.test(word) && !/^(?:The|Its|This|That|In|It)$/u.test(word)

function isLevel(text: string, s: Statistic): boolean {
  return s.quantity.unit.kind === 'money' || /\b(?:at|to) (?:about |almost |around )?$/u.test(text.slice(Math.max(0, s.from - 14), s.from))
}

const PRIVATE = /\b(?:deal|transaction|acquisition|merger|takeover|round|funding|financing|startup|start-up|unicorn|privately|offer|purchase|last|raised)\b/i
const FEW_WORDS = /^[\s,-]*(?:[\w-]{1,16}[\s,]{1,2}){0,2}$/u
const VALUED = /^ of [^,.;]{1,40} (?:is|was|stands at|at|of|to|reached|topped) (?:about |around |almost |nearly |roughly )?$/u

// "A market value of $3 billion", "a rally to almost 8%".
function valueOrSwing(text: string, s: Statistic, marks: readonly Mark[]): string | undefined {
  for (const m of marks) {
    const behind = m.from >= s.to ? m.from - s.to : Infinity
    const ahead = m.to <= s.from ? s.from - m.to : Infinity
    // a deal, a round or a private house is valued by somebody
    if (m.value === 'value' && ahead < 24 && /^valued/i.test(text.slice(m.from, m.to)) && PRIVATE.test(text.slice(s.sentence.from, m.from))) continue
    if (m.value === 'value' && (behind < 22 || ahead < 24 || (ahead < 70 && VALUED.test(text.slice(m.to, s.from))))) {
      if (!looksAhead(text, Math.max(s.sentence.from, s.from - 40), s.from)) return 'a market value'
    }
    if (m.value === 'swing' && (ahead < 16 || (behind < 24 && FEW_WORDS.test(text.slice(s.to, m.from))))) return MOVE
  }
  return undefined
}

// "Sixteen of the 19 gauges fell", "85,000 calls", "12 million shares changed hands".
function countOf(text: string, s: Statistic, marks: readonly Mark[], after: Mark | undefined): string | undefined {
  const { unit } = s.quantity
  if (unit.kind !== 'count' && unit.kind !== 'share') return undefined
  if (after?.value === 'instrument' && !/^(?:shares?|notes|bonds|options)$/i.test(text.slice(after.from, after.to))) {
    const verb = near(marks, s).find((m) => m.value === 'motion' && m.from >= after.to && m.from - after.to < 36)
    if (verb && !/[,;]/u.test(text.slice(after.to, verb.from))) return 'counts the market'
  }
  const of = unit.kind === 'count' ? unit.of : undefined
  if (of === 'calls' || of === 'puts') return 'a trading volume'
  if (/^ (?:shares|stocks|issues|counters|securities|scrips)? ?(?:advanc|declin|gain|los[et]|fell|fall|r[io]s[ei]|higher|lower|in the (?:green|red))/u.test(text.slice(s.to, s.to + 30)) && of && /^(?:shares|stocks|issues|counters|securities|scrips)$/u.test(of)) return 'counts the market'
  const traded = /^\s\w+ (?:changed? hands|were traded|traded)\b/u.test(text.slice(s.to, s.to + 28))
  return traded && of && /^(?:shares|contracts|lots)$/u.test(of) ? 'a trading volume' : undefined
}

// The verb or adverb of motion the figure belongs to: right before it, or right behind.
function verbOf(text: string, s: Statistic, marks: readonly Mark[], after: Mark | undefined): Mark | undefined {
  const near = after?.value === 'motion' ? after.from - s.to : Infinity
  if (after && near < 3 && /^\s+(?:in|of|for)\s/u.test(text.slice(after.to, after.to + 6))) return after
  for (let i = indexAt(marks, s.from) - 1; i >= 0; i--) {
    const m = marks[i]!
    if (m.to > s.from) continue
    if (s.from - m.to > 70) break
    const joined = isFiller(text.slice(m.to, s.from))
    if ((m.value === 'motion' || m.value === 'venue') && joined) return m
    if (m.value === 'motion' || m.value === 'venue' || (SUBJECTS.has(m.value) && !joined)) break
  }
  return after && near < 16 && !/[,;:.]/u.test(text.slice(s.to, after.from)) ? after : undefined
}

// "A 2% decline in European equities": what moved stands behind. "Fell 5% in sales": so does a measure.
function behindOf(text: string, s: Statistic, marks: readonly Mark[], verb: Mark): Mark | undefined {
  const noun = verb.from >= s.to
  const at = noun ? verb.to : s.to
  if (!(noun ? /^\s+(?:in|of|for|by|on)\s/u : /^\s+(?:in|of)\s/u).test(text.slice(at, at + 6))) return undefined
  return near(marks, s).find((m) => m.from >= at && m.from - at < 30 && (noun ? SUBJECTS.has(m.value) : m.value === 'measure'))
}

// "Carried 2.6 million passengers, up 9%", "sales of $2 million, a 4% rise": extends the figure before it.
function extendsReport(text: string, before: Statistic, s: Statistic, marks: readonly Mark[]): boolean {
  const gap = text.slice(before.to, s.from)
  if (gap.length > 60 || !/,? (?:up|down|an? (?:rise|increase|gain|drop|decline|fall|jump) of|compared with|(?:up|down) from) (?:about |almost |nearly |more than |some |from )?$|, an? (?:about |almost |nearly )?$/u.test(gap)) return false
  return !near(marks, s).some((m) => m.from >= before.to && m.to <= s.from && MARKET.has(m.value))
}

// "Gasoline accounted for 60% of the gain".
const PART = /\b(?:account(?:s|ed|ing)? for|ma(?:de|kes?|king) up|represent(?:s|ed|ing)?|contribut(?:es?|ed|ing)) (?:about |around |roughly |nearly |almost |more than |over |just |only |some )?$/u

const BULK = /^(?:barrels?|ounces?|bpd|tonnes?|tons?|bushels?|bales|bags|gallons|lit(?:er|re)s|cubic|hectares|acres|megawatts?|gigawatts?|vehicles|passengers|homes|units|jobs|workers|people)$/i

// "Gasoline stocks were up 1.2 million barrels": goods are counted, nothing is priced.
function isBulk(s: Statistic): boolean {
  const { unit } = s.quantity
  if (unit.kind !== 'count') return false
  return (unit.of !== undefined && BULK.test(unit.of)) || /^ (?:barrels|tonnes|tons|bushels|bales)\b/u.test(s.block.prose.text.slice(s.to, s.to + 10))
}

// "A fund yields 1.6%", "bonds yielding 3%".
function isYield(text: string, s: Statistic): boolean {
  return s.quantity.unit.kind === 'percent' && /\b(?:yields|yielded|yielding) (?:about |around |just |only |almost |nearly |more than |less than |a )?$/u.test(text.slice(Math.max(s.sentence.from, s.from - 24), s.from))
}

// "Trades 80% below its offer price".
function isBelowPrice(text: string, s: Statistic): boolean {
  return s.quantity.unit.kind === 'percent' && /^ (?:below|above) (?:its|their|the|where)\b/u.test(text.slice(s.to, s.to + 16)) &&
    /\btrad(?:es|ed|ing|e) (?:at )?(?:about |around |roughly |nearly |almost |more than )?$/u.test(text.slice(Math.max(s.sentence.from, s.from - 32), s.from))
}

// "Quoted at 61 cents on the dollar".
function isDebtPrice(text: string, s: Statistic): boolean {
  return /^(?: cents| pence)? on the (?:dollar|euro|pound)\b/u.test(text.slice(s.to, s.to + 24)) &&
    /\b(?:quoted|trad(?:es|ed|ing|e)|chang(?:ed|ing) hands|bid|offered|fell|rose|dropped|climbed|bonds?|loans?|notes|debt)\b/u.test(text.slice(s.sentence.from, s.from))
}

const PRICES_IN = /\b(?:futures|swaps|traders|markets?|money markets|options|contracts|derivatives|investors)\b[^.;]{0,60}\b(?:impl(?:y|ies|ied|ying)|pric(?:e|es|ed|ing)|see|sees|saw|indicat(?:e|es|ed)|show|showed|put|assign(?:ed)?|reflect(?:ed)?)\b[^.;]{0,40}$/iu

// "Futures imply a 15% chance of a rise".
function isPricedIn(text: string, s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'percent' && s.quantity.unit.kind !== 'share') return false
  const of = /^ (?:chance|probability|likelihood|odds)\b/u.test(text.slice(s.to, s.to + 13))
  const at = /\b(?:chance|chances|probability|likelihood|odds)\b[^.;,]{0,50}\bat (?:about |around |just |almost |nearly )?$/u.test(text.slice(Math.max(s.sentence.from, s.from - 80), s.from))
  return (of || at) && PRICES_IN.test(text.slice(Math.max(s.sentence.from, s.from - 130), s.from))
}

const SENDS = /\b(?:sending|pushing|driving|lifting|dragging|pulling|knocking|sent|pushed) (?:its |their |the |his |\p{Lu}[\p{L}.&’']*(?: \p{Lu}[\p{L}.&’']*){0,3} )?(?:\p{L}+['’]s? )?(?:\w+ )?(?:shares?|stock|ADRs|ADSs|bonds) (?:price )?(?:up|down|higher|lower|soaring|tumbling|plunging|surging|sliding|falling|rising|climbing)?\b[^,.;]{0,24}$/u

// Says no before V8 has to make the long pattern.
const SENDING = /(?:ing|sent|pushed) .*(?:share|stock|ADRs|ADSs|bonds)/s

// "Sending its shares down 11%": a move of the market, whoever set it off.
function sendsShares(text: string, s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'percent') return false
  const before = text.slice(Math.max(s.sentence.from, s.from - 90), s.from)
  return SENDING.test(before) && SENDS.test(before)
}

const BETWEEN = new Set('a an yuan lower higher traded trading before in against versus on'.split(' '))
const PAIR = /\b(?:against|versus) the (?:dollar|greenback|euro|yen|pound|yuan|franc|u\.s\. dollar|swiss franc)\b/i

// "to $48.95", "or $1.02": small words between two figures of one move.
function continues(text: string, chained: Statistic, s: Statistic, marks: readonly Mark[]): boolean {
  if (s.from - chained.to > 48) return false
  const gap = text.slice(chained.to, s.from)
  if (PAIR.test(gap) && isFiller(gap.replace(PAIR, ''), BETWEEN)) return true
  const between = near(marks, s).filter((m) => m.from >= chained.to && m.to <= s.from)
  if (between.some((m) => m.value === 'measure' || m.value === 'instrument')) return false
  return isFiller(text.slice(chained.to, s.from), BETWEEN)
}
