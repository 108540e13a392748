import words from '../lexicon/market-words.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import type { Match } from '../lexicon/phrases.ts'
import type { Article } from './article.ts'
import { exemptionOf } from './exemptions.ts'
import type { Sentence, Statistic } from './facts.ts'
import { wordAfter, wordBefore } from './words.ts'

/** A figure that needs no source, and why. */
export interface Settled {
  readonly status: 'market' | 'exempt'
  readonly why: string
}

/**
 * Asks of each statistic of an article: bare market data, exempt by its nature, or for attribution to decide (undefined).
 * It does not look for sources: a market figure that names one in its sentence is attributed all the same.
 */
export function marketOrExempt(article: Article): (statistic: Statistic) => Settled | undefined {
  const settled = new Map<Statistic, Settled>()
  const floor = new Floor(article)
  let previous: Statistic | undefined
  for (const statistic of article.statistics) {
    const before = previous?.sentence === statistic.sentence ? previous : undefined
    const exempt = exemptionOf(statistic, before)
    const why = exempt ? undefined : floor.why(statistic, before && settled.get(before)?.status === 'market' ? before : undefined)
    if (exempt) settled.set(statistic, { status: 'exempt', why: exempt })
    else if (why) settled.set(statistic, { status: 'market', why })
    previous = statistic
  }
  return (statistic) => settled.get(statistic)
}

type Kind = 'instrument' | 'commodity' | 'price' | 'value' | 'venue' | 'motion' | 'measure' | 'swing' | 'company' | 'idiom'
type Mark = Match<Kind>

// Idioms shadow what their words would mean alone: "make up a quarter" is no move.
const lexicon = phrasesOf(words, (e) => e.kind as Kind)

const SUBJECTS: ReadonlySet<Kind> = new Set(['instrument', 'commodity', 'price', 'measure', 'company'])
const MODAL = /\b(?:could|would|may|might|should|will|expects?|expected|forecasts?|predicts?|predicted|target|targets|estimated?|estimates|projected|if)\b/iu
const FILLER = /^(?:[\s,]|as much as|as many as|as high as|as low as|(?:mon|tues|wednes|thurs|fri)day|today|\w+-(?:day|week|month|year)|highs?|lows?|daily|limit|peak|trough|mark|this year|this month|this week|last week|so far|by|about|almost|nearly|around|roughly|more than|less than|over|at least|up to|just|only|another|an?|the|to|at|or|and|from|some|even|further|still|slightly|approximately|down|up|of|within|percent|percentage|points?|cents?|barrel|ounce|per|dollar|yen|euros?|pounds?|yuan|won|rupees|kroner|respectively|additional|extra|its|their|much|little|that|was|were|been|high|low|record|level|one|two|day|intraday|session|close)*$/iu

/** The market talk around a figure: who moved, and how. */
class Floor {
  readonly #article: Article
  readonly #marks = new Map<Sentence, readonly Mark[]>()

  constructor(article: Article) {
    this.#article = article
  }

  /** Why the statistic is market data, or undefined. `chained`: a market figure before it in the sentence. */
  why(s: Statistic, chained: Statistic | undefined): string | undefined {
    const text = s.block.prose.text
    const marks = this.#marksOf(s.sentence)
    if (chained && this.#continues(text, chained, s, marks)) return 'continues a market price before it'
    const after = nextMark(marks, s.to, 26)
    if (unitIsMoney(s) && /^ (?:ETF|exchange-traded)/u.test(text.slice(s.to, s.to + 16))) return 'the size of a traded fund'
    // "A $40 million loss": what is counted stands right behind.
    if (after?.value === 'measure' && after.from - s.to < 3) return undefined
    const value = near(marks, s).find((m) => m.value === 'value' && ((m.from >= s.to && m.from - s.to < 22) || (m.to <= s.from && (s.from - m.to < 24 || VALUED.test(text.slice(m.to, s.from))))))
    if (value && !MODAL.test(text.slice(Math.max(s.sentence.from, s.from - 40), s.from))) return 'a market value'
    const swing = near(marks, s).find((m) => m.value === 'swing' && ((m.from >= s.to && m.from - s.to < 24 && FEW_WORDS.test(text.slice(s.to, m.from))) || (m.to <= s.from && s.from - m.to < 16)))
    if (swing) return 'a move of the market'

    // "Sixteen of the 19 gauges fell", "85,000 calls".
    const { unit } = s.quantity
    if (unit.kind === 'count' || unit.kind === 'share') {
      if (after?.value === 'instrument' && after.from - s.to < 24 && !/^shares?$|^notes$|^bonds$|^options$/iu.test(text.slice(after.from, after.to))) {
        const verb = near(marks, s).find((m) => m.value === 'motion' && m.from >= after.to && m.from - after.to < 36)
        if (verb && !/[,;]/u.test(text.slice(after.to, verb.from))) return 'counts the market'
      }
      if (/^(?:shares|contracts|lots)$/u.test(unit.kind === 'count' ? (unit.of ?? '') : '') && /^\s\w+ (?:changed? hands|were traded|traded)\b/u.test(text.slice(s.to, s.to + 28))) return 'a trading volume'
      if (/^(?:calls|puts)$/u.test(unit.kind === 'count' ? (unit.of ?? '') : '')) return 'a trading volume'
    }

    // "$48.95 a barrel": a price by its unit, unless a cost, a forecast or the like is priced.
    if (unit.kind === 'times' && DOUBLED.test(s.text)) {
      const itself: Mark = { from: s.from, to: s.from, value: 'motion' }
      return this.#judge(text, s, marks, itself, false)
    }

    const priced = after?.value === 'venue' && after.from - s.to < 3
    const verb = this.#verbOf(text, s, marks, after)
    if (!verb) {
      if (!priced) return undefined
      const subject = lastBefore(marks, s.from, s.sentence.from, SUBJECTS)
      return subject && subject.value !== 'measure' && !MODAL.test(text.slice(subject.to, s.from)) ? 'a market price' : undefined
    }
    return this.#judge(text, s, marks, verb, priced)
  }

  #judge(text: string, s: Statistic, marks: readonly Mark[], verb: Mark, priced: boolean): string | undefined {
    const { unit } = s.quantity
    // "To rise 5%" has not happened.
    if (verb.to <= s.from && verb.value === 'motion' && INFINITIVE.test(text.slice(Math.max(s.sentence.from, verb.from - 80), verb.from))) return undefined
    // "A 2% decline in European equities": what moved stands behind.
    if (verb.from >= s.to) {
      const link = /^\s+(?:in|of|for|by|on)\s/u.exec(text.slice(verb.to, verb.to + 6))
      const behind = link && near(marks, s).find((m) => m.from >= verb.to && m.from - verb.to < 36 && SUBJECTS.has(m.value))
      if (behind) return behind.value === 'measure' || behind.value === 'company' ? undefined : 'a move of the market'
    } else {
      // "Fell 5% in sales": a measure right behind the figure.
      const link = /^\s+(?:in|of)\s/u.exec(text.slice(s.to, s.to + 5))
      const behind = link && near(marks, s).find((m) => m.from >= s.to && m.from - s.to < 30 && m.value === 'measure')
      if (behind) return undefined
    }
    const start = clauseStart(text, Math.min(verb.from, s.from), s.sentence.from)
    const edge = Math.min(verb.from, s.from)
    const aside = /ing$/u.test(text.slice(verb.from, verb.to)) ? edge : beforeAside(text, edge, start)
    const subject = headOf(text, marks, lastBefore(marks, aside, start, SUBJECTS))
    if (subject) {
      if (subject.value === 'measure' || isCompound(text, subject, edge)) return undefined
      if (MODAL.test(text.slice(subject.to, Math.max(subject.to, aside))) || MODAL.test(text.slice(edge, s.from))) return undefined
      if (subject.value === 'company') return verb.to <= s.from && unit.kind === 'percent' && !TRANSITIVE.test(text.slice(verb.from, verb.to)) ? 'a move of the market' : undefined
      if (subject.value === 'price') return this.#isMarketTalk(s, marks, subject) || priced ? 'a market price' : undefined
      return priced || isLevel(text, s) ? 'a market price' : 'a move of the market'
    }
    if (MODAL.test(text.slice(start, s.from))) return undefined
    return this.#nameMoved(text, s, marks, verb, edge)
  }

  // "Norland rose 4% to $12": a name that moves in percent moves on the market; "it" if the sentence before was about it.
  #nameMoved(text: string, s: Statistic, marks: readonly Mark[], verb: Mark, edge: number): string | undefined {
    const { unit } = s.quantity
    if (unit.kind !== 'percent' && unit.kind !== 'money' && unit.kind !== 'points' && unit.kind !== 'share') return undefined
    if (TRANSITIVE.test(text.slice(verb.from, verb.to))) return undefined
    const wide = near(marks, s, 240)
    let at = edge
    let word = wordBefore(text, at, s.sentence.from)
    while (word.text && AUXILIARY.test(word.text)) {
      at = word.from
      word = wordBefore(text, at, s.sentence.from)
    }
    // "The worst was Vega, which fell 6%".
    if (/^(?:which|who)$/u.test(word.text)) {
      const name = wordBefore(text, word.from, s.sentence.from)
      if (/^\p{Lu}/u.test(name.text) && unit.kind === 'percent') return 'a move of the market'
    }
    if (/^(?:it|which|that|they|who|and|one)$/iu.test(word.text)) {
      const earlier = this.#article.sentences[s.sentence.index - 1]
      const about = earlier && this.#marksOf(earlier)
      const here = wide.some((m) => m.value === 'venue' || (m.value === 'instrument' && m.to <= s.from))
      return here || (about?.some((m) => m.value === 'instrument' || m.value === 'venue') && !about.some((m) => m.value === 'measure')) ? 'a move of the market' : undefined
    }
    if (unit.kind === 'money' && !wide.some((m) => m.value === 'venue')) return undefined
    return /^\p{Lu}/u.test(word.text) && !/^(?:The|Its|This|That|In|It)$/u.test(word.text) ? 'a move of the market' : undefined
  }

  #isMarketTalk(s: Statistic, marks: readonly Mark[], but: Mark): boolean {
    if (near(marks, s, 240).some((m) => m !== but && (m.value === 'instrument' || m.value === 'venue' || m.value === 'commodity'))) return true
    const earlier = this.#article.sentences[s.sentence.index - 1]
    const about = earlier ? this.#marksOf(earlier) : []
    return about.some((m) => m.value === 'venue' || m.value === 'commodity' || m.value === 'instrument') && !about.some((m) => m.value === 'measure')
  }

  // The verb or adverb of motion the figure belongs to: right before it, or right behind.
  #verbOf(text: string, s: Statistic, marks: readonly Mark[], after: Mark | undefined): Mark | undefined {
    const noun = after?.value === 'motion' && after.from - s.to < 3 && /^\s+(?:in|of|for)\s/u.test(text.slice(after.to, after.to + 6))
    if (noun) return after
    for (let i = indexAt(marks, s.from) - 1; i >= 0; i--) {
      const m = marks[i]!
      if (m.to > s.from) continue
      if (s.from - m.to > 70) break
      if (m.value !== 'motion' && m.value !== 'venue') {
        if (SUBJECTS.has(m.value) && !FILLER.test(text.slice(m.to, s.from))) break
        continue
      }
      const gap = text.slice(m.to, s.from)
      if (FILLER.test(gap.replace(FIGURES, ' '))) return m
      break
    }
    if (after && after.value === 'motion' && after.from - s.to < 16 && !/[,;:.]/u.test(text.slice(s.to, after.from))) return after
    return undefined
  }

  // "to $48.95", "or $1.02": small words between two figures of one move.
  #continues(text: string, chained: Statistic, s: Statistic, marks: readonly Mark[]): boolean {
    if (s.from - chained.to > 48) return false
    const gap = text.slice(chained.to, s.from)
    if (near(marks, s).some((m) => m.from >= chained.to && m.to <= s.from && (m.value === 'measure' || m.value === 'instrument'))) return false
    if (/\b(?:according|said|while|but|which|forecasts?|estimates?|whose|compared)\b/iu.test(gap)) return false
    return FILLER.test(gap.replace(/\b(?:a barrel|an ounce|yuan|lower|higher|traded|trading|before|in)\b/giu, ' ').replace(FIGURES, ' '))
  }

  #marksOf(sentence: Sentence): readonly Mark[] {
    let marks = this.#marks.get(sentence)
    if (!marks) this.#marks.set(sentence, (marks = lexicon.in(sentence.block.prose.text, sentence.from, sentence.to).filter((m) => m.value !== 'idiom')))
    return marks
  }
}

const VALUED = /^ of [^,.;]{1,40} (?:is|was|stands at|at|of|to|reached|topped|rose to|fell to) (?:about |around |almost |nearly |roughly )?$/u
const INFINITIVE = /\b(?:expects?|expected|forecasts?|likely|set|poised|due|predicts?|projects?|projected|sees?|aims?|hopes?|seen|bound|estimates?) [^,.;]{0,60}\bto $/u
const FEW_WORDS = /^[\s,-]*(?:[\w-]+[\s,]+){0,2}$/u
const FIGURES = /[$€£¥]?\d[\d.,]*%?/gu
const DOUBLED = /^(?:more than |nearly |almost )?(?:doubled|tripled|quadrupled|halved)$/iu
const AUXILIARY = /^(?:closed|closing|ended|finished|opened|traded|trading|was|were|is|are|has|have|had|been|remains?|remained|also|then|now|later|earlier|still|briefly|already|just|having)$/iu
const TRANSITIVE = /^(?:add(?:s|ed|ing)?|increas\w*|lost|los\w+|led|sen\w+|hit|reached|topped|touched|cut|return\w*|began|opened|moved?|doubled|tripled|quadrupled|below|above|off|grown|trades|exchange|close|recovered|end(?:ed)?)$/iu

const unitIsMoney = (s: Statistic) => s.quantity.unit.kind === 'money'

function isLevel(text: string, s: Statistic): boolean {
  return s.quantity.unit.kind === 'money' || /\b(?:at|to)\s+(?:about |almost |around )?$/u.test(text.slice(Math.max(0, s.from - 14), s.from))
}

function nextMark(marks: readonly Mark[], at: number, reach: number): Mark | undefined {
  const mark = marks[indexAt(marks, at)]
  return mark && mark.from - at < reach ? mark : undefined
}

/** Index of the first mark that begins at or after a place. */
function indexAt(marks: readonly Mark[], at: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.from < at) low = middle + 1
    else high = middle
  }
  return low
}

// A figure's own words stand near it; the bound keeps endless sentences linear.
const REACH = 240

function near(marks: readonly Mark[], s: Statistic, reach = 80): readonly Mark[] {
  return marks.slice(indexAt(marks, s.from - reach), indexAt(marks, s.to + reach))
}

function lastBefore(marks: readonly Mark[], at: number, floor: number, kinds: ReadonlySet<Kind>): Mark | undefined {
  for (let i = indexAt(marks, at) - 1; i >= 0; i--) {
    const m = marks[i]!
    if (m.to > at) continue
    if (m.from < floor || at - m.to > REACH) return undefined
    if (kinds.has(m.value)) return m
  }
  return undefined
}

// "A portfolio of short stocks": the head is the portfolio.
function headOf(text: string, marks: readonly Mark[], subject: Mark | undefined): Mark | undefined {
  if (!subject || subject.value === 'measure' || /^,? (?:which|that|who)\b/u.test(text.slice(subject.to, subject.to + 7))) return subject
  const head = lastBefore(marks, subject.from, subject.from - 40, SUBJECTS)
  const link = text.slice(head?.to ?? 0, subject.from)
  return head && (/^ (?:of|in|for|from) (?:\S+ ){0,3}$/u.test(link) || (text.startsWith(' of', head.to - 3) && /^ (?:\S+ ){0,3}$/u.test(link))) ? head : subject
}

// "The dollar value of claims", "gold jewellery", "the index of orders": the traded thing is not what moved.
function isCompound(text: string, subject: Mark, edge: number): boolean {
  if (subject.value === 'company') return false
  const next = wordAfter(text, subject.to, edge)
  if (next.apart || !next.text || next.to > edge || text[subject.to] === '’' || text[subject.to] === "'") return false
  if (next.text === 'of') return /^(?:index|gauge|indexes|gauges)$/iu.test(text.slice(subject.to - 5, subject.to).trim()) && !/\b(?:stocks|shares|companies|equities|miners|banks|bonds|developers|makers|exporters|prices|currencies|volatility)\b/u.test(text.slice(next.to, next.to + 50))
  return /^[a-z]{3,}$/u.test(next.text) && !AUXILIARY.test(next.text) && !LINKS.has(next.text) && !/(?:ed|ing|ly|s)$/u.test(next.text)
}

const LINKS = new Set('in of for at on with to from and or as that which who than after before by since over under against into per near past through until while but not last more index prices price contract gauge fund market rate both each fell rose slid sank hit shed lost lay sat led ran began came went due out down up all'.split(' '))

// A clause reaches back to a semicolon, colon, dash, or a comma with a conjunction.
function clauseStart(text: string, at: number, floor: number): number {
  const from = Math.max(floor, at - REACH)
  const before = text.slice(from, at)
  let start = 0
  for (const m of before.matchAll(/;\s|:\s| -- | — |—|[,]? (?:while|whereas|but|although|though) /gu)) start = m.index + m[0].length
  return from + start
}

// "Shares of the bank, which reports in May, fell": the aside between the commas is passed over.
function beforeAside(text: string, at: number, floor: number): number {
  let i = at
  let word = wordBefore(text, i, floor)
  while (!word.apart && AUXILIARY.test(word.text)) word = wordBefore(text, (i = word.from), floor)
  while (i > floor && text[i - 1] === ' ') i--
  if (text[i - 1] !== ',') return at
  const comma = text.slice(Math.max(floor, i - REACH), i - 1).lastIndexOf(',')
  return comma > 0 ? Math.max(floor, i - REACH) + comma : at
}
