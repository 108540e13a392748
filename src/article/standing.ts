import type { Article } from './article.ts'
import { cueOf } from './attributions.ts'
import { Discourse, type Link } from './carry.ts'
import { Citations } from './cited.ts'
import { Evidence, isOpen, speaksFor, type Heed } from './evidence.ts'
import type { Mention, Standing, Statistic } from './facts.ts'
import type { Frame } from './frames.ts'
import { marketOrExempt, type Settled } from './market.ts'
import { mentionOf } from './mentions.ts'
import { Names } from './source-names.ts'
import type { Parsed } from './parsed.ts'
import { speakersOf } from './quotations.ts'
import { isHedged, vagueExpectation } from './vague.ts'

/** What can be left out to see what it earns. */
export type Mechanism = 'carry' | 'evidence' | 'scope' | 'quotations' | 'market'

/**
 * A standing for every statistic of the article.
 * @param heed is told what evidence was weighed, for fitting
 * @param without mechanisms to leave out, for measuring: without `scope` any cue covers its whole sentence
 */
export function judgeStandings(article: Article, without: ReadonlySet<Mechanism> = new Set(), heed?: Heed): ReadonlyMap<Statistic, Standing> {
  if (!article.statistics.length) return new Map()
  const bySentence = new Map<number, Statistic[]>()
  for (const statistic of article.statistics) {
    const list = bySentence.get(statistic.sentence.index)
    if (list) list.push(statistic)
    else bySentence.set(statistic.sentence.index, [statistic])
  }
  const bench = new Bench(article, without, heed)
  const standings = new Map<Statistic, Standing>()
  for (const parsed of article.parsed) {
    let carried: Link | undefined
    for (const statistic of bySentence.get(parsed.sentence.index) ?? []) {
      const { standing, link } = bench.judge(statistic, parsed)
      standings.set(statistic, standing)
      bench.note(statistic, standing)
      carried ??= link
    }
    bench.goOn(parsed, carried)
  }
  return settleHeads(article, standings)
}

/** Hears what can be said for a figure, in the order of its weight. */
class Bench {
  readonly #article: Article
  readonly #without: ReadonlySet<Mechanism>
  readonly #settled: (statistic: Statistic) => Settled | undefined
  readonly #speakers: ReturnType<typeof speakersOf>
  readonly #citations: Citations
  readonly #discourse: Discourse
  readonly #names: Names
  readonly #evidence: Evidence
  /** The last frame read, for saying what was found nearby. */
  #last: Frame | undefined

  constructor(article: Article, without: ReadonlySet<Mechanism>, heed: Heed | undefined) {
    this.#article = article
    this.#without = without
    this.#settled = without.has('market') ? () => undefined : marketOrExempt(article)
    this.#speakers = speakersOf(article)
    this.#citations = new Citations(article)
    this.#discourse = new Discourse(article)
    this.#names = new Names(article)
    this.#evidence = new Evidence(article, article.knownNames, heed)
  }

  judge(statistic: Statistic, read: Parsed): { readonly standing: Standing; readonly link?: Link } {
    const settled = this.#settled(statistic)
    if (settled?.status === 'exempt') return { standing: settled }
    const at = tokenAt(read, statistic.from)
    const frame = this.#frameOver(statistic, read)
    const vague = frame?.local ? undefined : vagueExpectation(read, at, tokenAt(read, statistic.to))
    if (vague && frame?.kind !== 'according')
      return { standing: this.#open('rests on what nobody in particular expects', mentionOf(read, vague)) }
    if (settled && (!frame || settled.certain || frame.source!.kind === 'crowd')) return { standing: settled }
    if (frame && frame.kind !== 'according' && frame.kind !== 'compiled' && isHedged(read, at))
      return { standing: this.#open('is estimated without saying by whom') }
    if (frame) {
      if (frame.source!.kind === 'crowd')
        return { standing: this.#open('is said by people nobody can ask', mentionOf(read, frame.source!)) }
      return { standing: this.#sourced({ frame, carry: 'same', chain: [], why: 'stands in what the source says' }) }
    }
    const spoken = this.#bySpeaker(statistic, read)
    if (spoken) return { standing: spoken }
    const cited = this.#citations.of(statistic)
    if (cited) return { standing: { status: 'attributed', ...cited, cue: undefined, anonymous: false } }
    const ours = this.#discourse.firstPerson(read, at)
    if (ours !== undefined) {
      const source = mentionOf(read, { first: ours, last: ours, from: ours, to: ours, kind: 'pronoun' })
      return {
        standing: {
          status: 'attributed',
          source,
          cue: undefined,
          carry: 'same',
          chain: [],
          anonymous: false,
          why: 'the publisher speaks of its own work',
        },
      }
    }
    if (this.#without.has('carry')) return { standing: this.#unsourced(read, -Infinity) }
    const tied = this.#discourse.linkFor(read, at)
    const odds = this.#without.has('evidence') ? (tied ? Infinity : -Infinity) : this.#evidence.odds(read, at, statistic, tied?.tie)
    const nearest = speaksFor(odds) && !tied ? this.#evidence.nearest(read) : undefined
    const link = nearest ? this.#discourse.thread(nearest, read) : tied
    if (link && speaksFor(odds)) return { standing: this.#sourced(link), link }
    return { standing: this.#unsourced(read, odds) }
  }

  /** Takes note of how a figure fared. */
  note(statistic: Statistic, standing: Standing): void {
    this.#evidence.note(statistic, standing)
  }

  goOn(parsed: Parsed, carried: Link | undefined): void {
    this.#discourse.read(parsed, carried)
    this.#evidence.read(parsed)
    this.#last = this.#article.frames[parsed.sentence.index]!.findLast((f) => f.source && f.source.kind !== 'crowd') ?? this.#last
  }

  #frameOver(statistic: Statistic, { sentence }: Parsed): Frame | undefined {
    const frames = this.#article.frames[sentence.index]!
    if (this.#without.has('scope')) return frames.find((f) => f.source)
    return coveringFrame(frames, statistic.from, statistic.to)
  }

  /** In somebody's quoted words, or in a paragraph set as a quotation. */
  #bySpeaker(statistic: Statistic, read: Parsed): Standing | undefined {
    if (this.#without.has('quotations')) return undefined
    const here = read.sentence.index
    const speech = read.quoted.find((q) => q.kind === 'speech' && q.from <= statistic.from && statistic.to <= q.to)
    const set = read.sentence.role === 'quote'
    if (!speech && !set) return undefined
    const speaker = this.#speakers.of(here, speech?.from ?? statistic.from, speech?.to ?? statistic.to)
    if (!speaker || speaker.mention.kind === 'crowd') return undefined
    const there = speaker.frame.parsed.sentence.index
    const carry = there === here ? 'same' : there < here ? 'before' : 'after'
    return this.#sourced({ frame: speaker.frame, carry, chain: [], why: 'stands in the words of the source' })
  }

  #sourced({ frame, carry, chain, why }: Omit<Link, 'tie'>): Standing {
    const source = mentionOf(frame.parsed, frame.source!, this.#names.of(frame))
    return { status: 'attributed', source, cue: cueOf(frame), carry, chain, anonymous: source.kind === 'anonymous', why }
  }

  #open(why: string, vague?: Mention): Standing {
    return { status: 'unattributed', why, vague, certain: true }
  }

  /** No source: says what was found nearest and why it does not reach. Near ones leave it open for a careful editor. */
  #unsourced({ sentence }: Parsed, odds: number): Standing {
    const own = this.#article.frames[sentence.index]!.find((f) => f.source && f.source.kind !== 'crowd')
    const found = own ?? this.#last
    const why = 'names no source, and none is carried over'
    if (!found) return { status: 'unattributed', why, vague: undefined, certain: true }
    const same = found.parsed.sentence.blockIndex === sentence.blockIndex
    const reason = own
      ? 'it covers another part of the sentence'
      : same
        ? 'the sentence goes on to something else'
        : 'a new paragraph begins in between'
    return {
      status: 'unattributed',
      why,
      vague: undefined,
      nearest: { source: mentionOf(found.parsed, found.source!), why: reason },
      certain: (!own || TAKES_SIDES.test(own.lemma)) && !isOpen(odds),
    }
  }
}

/** Figures of headline and standfirst take the standing of the same value in the story. */
function settleHeads(article: Article, standings: Map<Statistic, Standing>): Map<Statistic, Standing> {
  const heads: Statistic[] = []
  const owing: Statistic[] = []
  for (const statistic of article.statistics) {
    if (isHead(statistic)) heads.push(statistic)
    const own = standings.get(statistic)!
    if (own.status === 'unattributed' && !own.vague && isTelling(statistic)) owing.push(statistic)
  }
  if (!heads.length && !owing.length) return standings
  const body = new Map<string, Standing>()
  for (const statistic of article.statistics) {
    if (!isHead(statistic) && (heads.length || isTelling(statistic))) {
      const standing = standings.get(statistic)!
      const key = valueKey(statistic)
      if (!body.has(key) || body.get(key)!.status === 'unattributed') body.set(key, standing)
    }
  }
  for (const head of heads) {
    const own = standings.get(head)!
    const same = body.get(valueKey(head))
    const settled = own.status === 'attributed' ? own.carry === 'same' : own.status !== 'unattributed'
    if (settled || !same || same.status === 'unattributed') continue
    standings.set(
      head,
      same.status === 'attributed' ? { ...same, carry: 'title', why: 'the story gives the figure with its source' } : same,
    )
  }
  for (const statistic of owing) {
    if (standings.get(statistic)!.status !== 'unattributed') continue
    const same = body.get(valueKey(statistic))
    if (same?.status === 'attributed') {
      const carry = same.source.span.start < statistic.span.start ? 'before' : 'after'
      standings.set(statistic, { ...same, carry, why: 'the story gives the figure again with its source' })
    }
  }
  return standings
}

function isHead({ sentence: { role } }: Statistic): boolean {
  return role === 'headline' || role === 'standfirst'
}

/** Whether two figures of this value are hardly two facts: sums, and numbers that are not round or small. */
function isTelling({ quantity: { value, unit } }: Statistic): boolean {
  const low = typeof value === 'number' ? value : value[0]
  return unit.kind === 'money' ? low >= 1000 : unit.kind === 'count' ? low >= 1000 && low % 1000 !== 0 : low % 1 !== 0
}

function valueKey({ quantity: { value, unit } }: Statistic): string {
  return `${unit.kind} ${typeof value === 'number' ? value : value.join('–')}`
}

/** Number of the first token that ends after `offset`. */
function tokenAt({ tokens }: Parsed, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.to <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Who praises or blames somebody vouches for no figure about him. */
const TAKES_SIDES = /^(?:praise|criticize|criticise|accuse|credit|mock)$/

/** The frame that covers a stretch; of several the one whose cue is nearest, after `penaltyOf`. */
export function coveringFrame(frames: readonly Frame[], from: number, to: number): Frame | undefined {
  let best: Frame | undefined
  let far = Infinity
  for (const frame of frames) {
    if (!frame.source || TAKES_SIDES.test(frame.lemma) || !frame.covers.some(([a, b]) => a <= from && from < b)) continue
    if (frame.hole[0] <= from && from < frame.hole[1]) continue
    const distance = (from >= frame.hole[1] ? from - frame.hole[1] : frame.hole[0] - to) + penaltyOf(frame)
    if (distance < far) [best, far] = [frame, distance]
  }
  return best
}

/** A frame about this very phrase goes first; who merely expects goes after who is quoted; nobody in particular goes last. */
function penaltyOf(frame: Frame): number {
  if (frame.source!.kind === 'crowd') return 2000
  if (frame.local) return -1000
  return /^(?:expect|see|believe|think|hope|fear|target|anticipate)$/.test(frame.lemma) ? 1000 : 0
}
