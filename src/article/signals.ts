import type { Match } from '../lexicon/phrases.ts'
import type { Article } from './article.ts'
import type { Sentence } from './facts.ts'
import { findPaid } from './paid.ts'
import { passage, type Passage } from './passage.ts'
import { hitsOf, type Hits } from './signal-words.ts'
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

/** Looks for evidence: what lists and patterns find, where it is said in a voice that counts. */
export function findSignals(article: Article): Signals {
  const signals = new Signals()
  const { sentences } = article
  const hits = hitsOf(article)
  const voices = voicesOf(article)
  hits.forEach((found, i) => found && readInstruments(sentences[i]!, found, signals))
  const aboutSecurities = signals.has('security') || signals.has('crypto') || signals.has('share')
  hits.forEach((found, i) => {
    if (!found) return
    readKinds(sentences[i]!, found, signals, voices)
    readLanguage(sentences[i]!, found, signals, voices, aboutSecurities)
  })
  findPaid(article, hits, signals, voices)
  signals.sort()
  return signals
}

function readInstruments(sentence: Sentence, { instruments, codes, historical }: Hits, signals: Signals): void {
  const { text } = sentence.block.prose
  for (const match of instruments) {
    const { from, to } = match
    const kind = match.value as SignalKind
    // PEA in capitals is an early mining study; "pea" is a vegetable.
    if (kind === 'mining-pea' && to - from === 3 && text.slice(from, to) !== 'PEA') continue
    signals.add(kind, sentence, from, to)
    if (kind.startsWith('mining-') && kind !== 'mining-hype' && kind !== 'mining-loose') signals.add('mining', sentence, from, to)
    if (kind === 'share' && namesIssuer(text, match)) signals.add('security', sentence, from, to)
  }
  for (const [from, to] of codes) signals.add('security', sentence, from, to)
  if (historical) for (const kind of ['mining-historical', 'mining'] as const) signals.add(kind, sentence, ...historical)
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

function readKinds(sentence: Sentence, { kinds: found }: Hits, signals: Signals, voices: Voices): void {
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
/** "Can't lose" ends a promise; "cannot lose more than they put in" is none. */
const LOSES = /\b(?:can['’]?t|cannot|can not) lose$/iu
/** "The best stocks for your portfolio" speaks to everybody. */
const FOR_ALL = /\b(?:stocks?|shares|funds?|ideas?|picks?|addition|fit|choices?|names?)\s$/i
const NEEDS_SECURITY: ReadonlySet<string> = new Set(['hype', 'urgency', 'inducement', 'opinion'])

function readLanguage(sentence: Sentence, hits: Hits, signals: Signals, voices: Voices, aboutSecurities: boolean): void {
  const { language, order, guaranteed, rated, rocket } = hits
  const { block: { prose: { text } }, from, to } = sentence
  const own = (at: number, end: number) => !voices.isOthers(sentence, at, end) && !voices.isNegated(sentence, at)
  const asks = /\?["”’)]*\s*$/u.test(sentence.text)
  for (const { from: at, to: end, value: listed } of language) {
    const value = listed.split(' ')
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
  if (order && !asks && own(...order) && followedBySecurity(text.slice(order[1], to))) signals.add('recommendation', sentence, from, from + text.slice(...order).trimEnd().length)
  if (guaranteed && (aboutSecurities || hasInstrument(signals, sentence)) && !FIXED.test(sentence.text) && !voices.isReport(sentence) && own(...guaranteed)) {
    signals.add('promise', sentence, ...guaranteed)
  }
  // A rating is always of one security, whether its ticker stands there or not.
  if (rated && !asks && own(...rated)) for (const kind of ['recommendation', 'security'] as const) signals.add(kind, sentence, ...rated)
  if (rocket && hasInstrument(signals, sentence) && own(...rocket)) signals.add('hype', sentence, ...rocket)
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
