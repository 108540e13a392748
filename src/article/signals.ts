import instruments from '../lexicon/signals-instruments.json' with { type: 'json' }
import kinds from '../lexicon/signals-kinds.json' with { type: 'json' }
import language from '../lexicon/signals-language.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import type { Match } from '../lexicon/phrases.ts'
import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import type { Sentence } from './facts.ts'
import { findPaid } from './paid.ts'
import { passage, type Passage } from './passage.ts'
import { TICKER, ISIN } from './tickers.ts'
import { voicesOf, type Voices } from './voices.ts'

/**
 * What a stretch of text is evidence of. Instruments (`security`, `crypto`, `cfd`, `mining…`) count in any editorial voice;
 * language (`recommendation`, `hype`, `promise`, `projection`, `superlative`, `urgency`, `tailored`, `inducement`, `opinion`) only in the newsroom's own.
 */
export type SignalKind =
  | 'security' | 'crypto' | 'cfd' | 'mining' | 'mining-historical' | 'mining-target' | 'mining-pea' | 'mining-loose' | 'mining-hype'
  | 'non-gaap' | 'gaap-label' | 'option' | 'share' | 'token'
  | 'recommendation' | 'hype' | 'promise' | 'projection' | 'superlative' | 'urgency' | 'tailored' | 'inducement' | 'opinion' | 'opinion-label'
  | 'paid' | 'paid-denial' | 'affiliate' | 'performance' | 'hypothetical' | 'forecast' | 'relayed-view' | 'testimonial' | 'rumour' | 'reliability'
  | 'company-release' | 'release-language' | 'trip' | 'syndicated' | 'poll' | 'plural-source' | 'correction' | 'assumption'

/** Evidence: the words, and the sentence they stand in. */
export interface Signal extends Passage {
  readonly kind: SignalKind
  readonly sentence: Sentence
}

/** Evidence by kind, each list in reading order. */
export class Signals {
  readonly #byKind = new Map<SignalKind, Signal[]>()
  readonly #bySentence = new Map<Sentence, Signal[]>()

  add(kind: SignalKind, sentence: Sentence, from: number, to: number): void {
    const signal = { ...passage(sentence.block, from, to), kind, sentence }
    append(this.#byKind, kind, signal)
    append(this.#bySentence, sentence, signal)
  }

  /** Puts every list into reading order, once all evidence is in. */
  sort(): void {
    for (const list of this.#byKind.values()) list.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  }

  of(kind: SignalKind): readonly Signal[] {
    return this.#byKind.get(kind) ?? NONE
  }

  has(kind: SignalKind): boolean {
    return this.#byKind.has(kind)
  }

  /** Evidence of one kind in one sentence. */
  in(kind: SignalKind, sentence: Sentence): readonly Signal[] {
    return (this.#bySentence.get(sentence) ?? NONE).filter((s) => s.kind === kind)
  }
}

const NONE: readonly Signal[] = []

function append<K>(map: Map<K, Signal[]>, key: K, signal: Signal): void {
  const list = map.get(key)
  if (list) list.push(signal)
  else map.set(key, [signal])
}

const LANGUAGE = phrasesOf(language, (e) => (e.kind ?? '').split(' '))
const KINDS = phrasesOf(kinds, (e) => e.kind ?? '')
const INSTRUMENTS = phrasesOf(instruments, (e) => e.kind ?? '')

/** Looks for evidence, sentence by sentence, in one walk per word list. */
export function findSignals(article: Article): Signals {
  const signals = new Signals()
  const voices = voicesOf(article)
  const aboutSecurities = readInstruments(article, signals)
  for (const sentence of article.sentences) {
    if (!isEditorial(sentence.role)) continue
    readKinds(sentence, signals, voices)
    readLanguage(sentence, signals, voices, aboutSecurities)
  }
  findPaid(article, signals, voices)
  signals.sort()
  return signals
}

/** Adds the instruments; true if the story is about securities or crypto at all. */
function readInstruments(article: Article, signals: Signals): boolean {
  for (const sentence of article.sentences) {
    if (!isEditorial(sentence.role)) continue
    const { block: { prose: { text } }, from, to } = sentence
    for (const match of INSTRUMENTS.in(text, from, to)) {
      const kind = match.value as SignalKind
      // PEA in capitals is an early mining study; "pea" is a vegetable.
      if (kind === 'mining-pea' && match.to - match.from === 3 && text.slice(match.from, match.to) !== 'PEA') continue
      signals.add(kind, sentence, match.from, match.to)
      if (kind.startsWith('mining-') && kind !== 'mining-hype' && kind !== 'mining-loose') signals.add('mining', sentence, match.from, match.to)
      if (kind === 'share' && namesIssuer(text, match)) signals.add('security', sentence, match.from, match.to)
    }
    for (const match of sentence.text.matchAll(TICKER)) signals.add('security', sentence, from + match.index, from + match.index + match[0].length)
    for (const match of sentence.text.matchAll(ISIN)) signals.add('security', sentence, from + match.index, from + match.index + match[0].length)
    // "a historical 2.1 Moz": an estimate from before the present rules, with the figure in place of the noun.
    const historical = /\bhistoric(?:al)?\s[\d.,]+\s?(?:M?oz|Moz|Mt|million (?:ounces|tonnes))\b/i.exec(sentence.text)
    if (historical) {
      signals.add('mining-historical', sentence, from + historical.index, from + historical.index + historical[0].length)
      signals.add('mining', sentence, from + historical.index, from + historical.index + historical[0].length)
    }
    const cashtag = /(?<![\w$])\$[A-Z]{2,6}\b/u.exec(sentence.text)
    if (cashtag) signals.add('security', sentence, from + cashtag.index, from + cashtag.index + cashtag[0].length)
  }
  return signals.has('security') || signals.has('crypto') || signals.has('share')
}

/** Words before `shares` that name a kind of share or a place, not an issuer. */
const KINDS_OF_SHARES = /^(?:bank|tech|technology|oil|energy|mining|retail|airline|auto|value|growth|common|ordinary|preferred|restricted|class|such|these|those|its|his|her|their|our|the|some|most|many|more|all|both|company|global|world|local|foreign|domestic|small|large|big|blue|new|outstanding|treasury|founder|employee|voting|street|\p{L}+(?:ian|ean|ese|ish|ern|can))$/iu

/** `Norland shares`, `shares of Norland`: a share word beside a name. */
function namesIssuer(text: string, { from, to }: Match<string>): boolean {
  const after = /^\s(?:of|in)\s(?:the\s)?(\p{Lu}[\p{L}&.]+)/u.exec(text.slice(to, to + 40))?.[1]
  if (after) return !KINDS_OF_SHARES.test(after)
  if (!/^(?:stock|shares?|share price)$/i.test(text.slice(from, to))) return false
  const before = /(\p{Lu}[\p{L}&.]+)(?:['’]s?)?\s$/u.exec(text.slice(Math.max(0, from - 32), from))?.[1]
  return before !== undefined && !KINDS_OF_SHARES.test(before)
}

const VERB_KINDS: ReadonlySet<string> = new Set(['performance', 'performer'])
const ANY_VOICE: ReadonlySet<string> = new Set(['relayed-view', 'company-release', 'reliability', 'poll', 'plural-source', 'assumption', 'opinion-label', 'syndicated', 'correction', 'trip'])

function readKinds(sentence: Sentence, signals: Signals, voices: Voices): void {
  const { block: { prose: { text } }, from, to } = sentence
  const found = KINDS.in(text, from, to)
  for (const { from: at, to: end, value } of found) {
    if (VERB_KINDS.has(value) || value === 'forecast-noun') continue
    if (!ANY_VOICE.has(value) && voices.isOthers(sentence, at, end)) continue
    if (value === 'forecast' && !/\d/u.test(sentence.text)) continue
    signals.add(value as SignalKind, sentence, at, end)
  }
  // A return over a period: somebody who performs, a verb of performing and a percentage in one sentence.
  const verb = found.find((m) => m.value === 'performance')
  if (verb && found.some((m) => m.value === 'performer' || m.value === 'hypothetical') && /\d\s?(?:%|per\s?cent|percent)/u.test(sentence.text) && !voices.isOthers(sentence, verb.from, verb.to)) {
    signals.add('performance', sentence, verb.from, verb.to)
  }
}

/** Words after which `to 10x` is a valuation or a speed, not a price. */
const RATIO = /^\s(?:the\s|its\s|forward\s|trailing\s|expected\s|annual\s)?(?:earnings|revenue|sales|ebitda|book|leverage|faster|more|less|cheaper|larger|bigger|smaller|zoom)\b/i
/** Contracts that do carry a fixed return, and terms of theory: "guaranteed returns on life policies", "the risk-free return on bills". */
const FIXED = /\b(?:insur\w+|annuit\w+|pensions?|polic(?:y|ies)|policyholders?|deposits?|savings|treasur(?:y|ies)|bills|gilts|bonds?|sharpe|excess|premium|yields?|provident|sovereign|government|state-backed)\b/i
/** "A guaranteed 24% a year": the number stands where a list has no word for it. */
const GUARANTEED = /\bguaranteed\s(?:minimum\s)?\d[\d.,]{0,8}\s?(?:%|percent|per cent)(?=\s(?:a|per|each|every|annual|annually|monthly|daily|returns?|apy|apr|interest|gains?|profits?|payouts?)\b)/i
/** "Can't lose" ends a promise; "cannot lose more than they put in" is none. */
const LOSES = /\b(?:can['’]?t|cannot|can not) lose$/iu
/** "The best stocks for your portfolio" speaks to everybody. */
const FOR_ALL = /\b(?:stocks?|shares|funds?|ideas?|picks?|addition|fit|choices?|names?)\s$/i
const NEEDS_SECURITY: ReadonlySet<string> = new Set(['hype', 'urgency', 'inducement', 'opinion'])
const ROCKETS = /[\u{1F680}\u{1F4C8}\u{1F48E}\u{1F319}\u{1F911}\u{1F525}]/u

function readLanguage(sentence: Sentence, signals: Signals, voices: Voices, aboutSecurities: boolean): void {
  const { block: { prose: { text } }, from, to } = sentence
  const own = (at: number, end: number) => !voices.isOthers(sentence, at, end) && !voices.isNegated(sentence, at)
  const asks = /\?["”’)]*\s*$/u.test(sentence.text)
  for (const { from: at, to: end, value } of LANGUAGE.in(text, from, to)) {
    if (value[0] === 'none') continue
    if (!own(at, end)) {
      // Somebody else's call on a security is a view that is relayed.
      if (value.includes('recommendation') && voices.isAttributed(sentence, at, end)) signals.add('relayed-view', sentence, at, end)
      continue
    }
    if (/\dx$/u.test(text.slice(at, end)) && (!hasInstrument(signals, sentence) || RATIO.test(text.slice(end, end + 24)))) continue
    const words = text.slice(at, end)
    if (/^(?:guaranteed|risk[- ]free|double your|triple your)\b/i.test(words) && FIXED.test(sentence.text)) continue
    if (LOSES.test(words) && !/^\s?(?:[.,!;:…”"’]|$|(?:with|on|money|here|if|by)\b)/u.test(text.slice(end, Math.min(to, end + 12)))) continue
    if (value[0] === 'tailored' && FOR_ALL.test(text.slice(from, at))) continue
    for (const kind of value) {
      if (NEEDS_SECURITY.has(kind) && !aboutSecurities) continue
      if (voices.isReport(sentence) && kind !== 'recommendation' && kind !== 'advice') continue
      if (kind === 'idiom') {
        // "A sure thing", "can't lose": about something one invests in, or said to the reader of such a story.
        if (hasInstrument(signals, sentence) || (aboutSecurities && /\byour?\b/i.test(sentence.text))) signals.add('promise', sentence, at, end)
      } else if (kind === 'advice') {
        if (!asks && concernsSecurity(text.slice(end, Math.min(to, end + 60)))) signals.add('recommendation', sentence, at, end)
      } else if (kind === 'recommendation') {
        if (!asks) signals.add(kind, sentence, at, end)
      } else signals.add(kind as SignalKind, sentence, at, end)
    }
  }
  const order = asks ? null : /^(?:Buy|Sell|Avoid|Dump|Short|Accumulate)\s(?:(?:the|shares|stock|some|more|of|in)\s){0,3}(?=\(|\$|\p{Lu})/u.exec(sentence.text)
  if (order && own(from, from + order[0].length) && followedBySecurity(sentence.text.slice(order[0].length))) {
    signals.add('recommendation', sentence, from, from + order[0].trimEnd().length)
  }
  const sure = GUARANTEED.exec(sentence.text)
  if (sure && (aboutSecurities || hasInstrument(signals, sentence)) && !FIXED.test(sentence.text) && !voices.isReport(sentence) && own(from + sure.index, from + sure.index + sure[0].length)) {
    signals.add('promise', sentence, from + sure.index, from + sure.index + sure[0].length)
  }
  // "carries a Rank #2 (Buy)": a rating in the notation of the house that gives it.
  const rated = /\b(?:rank|rating|rated|grade)\s(?:of\s)?(?:#\d\s)?\((?:strong\s)?(?:buy|sell|accumulate|outperform)\)/i.exec(sentence.text)
  if (rated && !asks && own(from + rated.index, from + rated.index + rated[0].length)) {
    // A rating is always of one security, whether its ticker stands there or not.
    for (const kind of ['recommendation', 'security'] as const) signals.add(kind, sentence, from + rated.index, from + rated.index + rated[0].length)
  }
  const rocket = ROCKETS.exec(sentence.text)
  if (rocket && hasInstrument(signals, sentence) && own(from + rocket.index, from + rocket.index + rocket[0].length)) {
    signals.add('hype', sentence, from + rocket.index, from + rocket.index + rocket[0].length)
  }
}

function hasInstrument(signals: Signals, sentence: Sentence): boolean {
  return (['security', 'crypto', 'share', 'token'] as const).some((kind) => signals.in(kind, sentence).length > 0)
}

/** `buy bank shares now`, `sell it`, `own the stock`: what follows "should buy" is something one invests in. */
function concernsSecurity(after: string): boolean {
  return /^(?:\s[\p{L}\p{N}’'&.$-]+){0,5}?\s(?:shares?|stocks?|bonds?|funds?|etfs?|coins?|tokens?|equit(?:y|ies)|gold|silver|bitcoin|crypto|cryptocurrenc(?:y|ies)|names?)\b/iu.test(after)
    || /^\s(?:it|them|this stock|now|here)\s?[.,!;]/u.test(after) || followedBySecurity(after)
}

/** A ticker or cashtag within reach. */
function followedBySecurity(after: string): boolean {
  return /^.{0,40}?(?:\((?:[A-Z]{2,8}):\s?[A-Z.]{1,6}\)|\$[A-Z]{2,6}\b|\bshares\b|\bstock\b)/u.test(after)
}
