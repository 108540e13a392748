import type { Article } from './article.ts'
import { cueOf } from './attributions.ts'
import { Discourse, type Link } from './carry.ts'
import type { Standing, Statistic } from './facts.ts'
import type { Frame } from './frames.ts'
import { marketOrExempt } from './market.ts'
import { mentionOf } from './mentions.ts'
import type { Parsed } from './parsed.ts'
import { speakersOf } from './quotations.ts'
import { vagueExpectation } from './vague.ts'

/** What can be left out to see what it earns. */
export type Mechanism = 'carry' | 'scope' | 'quotations' | 'market'

/**
 * A standing for every statistic of the article.
 * @param without mechanisms to leave out, for measuring: `scope` lets any cue cover its whole sentence
 */
export function judgeStandings(article: Article, without: ReadonlySet<Mechanism> = new Set()): ReadonlyMap<Statistic, Standing> {
  const standings = new Map<Statistic, Standing>()
  const bySentence = new Map<number, Statistic[]>()
  for (const statistic of article.statistics) {
    const list = bySentence.get(statistic.sentence.index)
    if (list) list.push(statistic)
    else bySentence.set(statistic.sentence.index, [statistic])
  }
  const settled = without.has('market') ? () => undefined : marketOrExempt(article)
  const speakers = speakersOf(article)
  const discourse = new Discourse(article)
  for (const parsed of article.parsed) {
    let carried: Link | undefined
    for (const statistic of bySentence.get(parsed.sentence.index) ?? []) {
      const standing = judge(statistic, parsed)
      standings.set(statistic, standing)
    }
    discourse.read(parsed, carried)

    function judge(statistic: Statistic, read: Parsed): Standing {
      const frames = article.frames[read.sentence.index]!
      const at = tokenAt(read, statistic.from)
      const end = tokenAt(read, statistic.to)
      const frame = without.has('scope') ? frames.find((f) => f.source) : coveringFrame(frames, statistic.from, statistic.to)
      const market = settled(statistic)
      if (market?.status === 'exempt') return market
      const vague = frame?.local ? undefined : vagueExpectation(read, at, end)
      if (vague && !namedCompiler(frame)) return unsourced('rests on what nobody in particular expects', read, vague)
      if (market && !frame) return market
      const speech = without.has('quotations') ? undefined : read.quoted.find((q) => q.kind === 'speech' && q.from <= statistic.from && statistic.to <= q.to)
      if (frame?.source && frame.kind !== 'according' && frame.kind !== 'compiled' && isHedged(read, at)) return { status: 'unattributed', why: 'is estimated without saying by whom', vague: undefined, certain: true }
      if (frame?.source) {
        if (frame.source.kind === 'crowd') return unsourced('is said by people nobody can ask', frame.parsed, frame.source)
        return sourced({ frame, carry: 'same', chain: [], why: 'stands in what the source says' })
      }
      if (speech) {
        const speaker = speakers.of(read.sentence.index, speech.from, speech.to)
        if (speaker && speaker.mention.kind !== 'crowd') {
          const there = speaker.frame.parsed.sentence.index
          return sourced({ frame: speaker.frame, carry: there === read.sentence.index ? 'same' : there < read.sentence.index ? 'before' : 'after', chain: [], why: 'stands in the words of the source' })
        }
      }
      const ours = speech ? undefined : discourse.firstPerson(read, at)
      if (ours !== undefined) {
        const source = mentionOf(read, { first: ours, last: ours, from: ours, to: ours, kind: 'pronoun' })
        return { status: 'attributed', source, cue: undefined, carry: 'same', chain: [], anonymous: false, why: 'the publisher speaks of its own work' }
      }
      const link = without.has('carry') ? undefined : discourse.linkFor(read, at)
      if (link) {
        carried = link
        return sourced(link)
      }
      return { status: 'unattributed', why: 'no source was found', vague: undefined, certain: true }
    }
  }
  return standings
}

/** “his wealth estimated at”, “a company valued at”: by nobody. */
function isHedged({ tokens }: Parsed, at: number): boolean {
  let i = at - 1
  while (i > 0 && /^(?:about|around|roughly|nearly|almost|over|some|more|than|a|\$)$/.test(tokens[i]!.low)) i--
  return tokens[i]?.low === 'at' && /^(?:estimated|valued|assessed)$/.test(tokens[i - 1]?.low ?? '')
}

function namedCompiler(frame: Frame | undefined): boolean {
  return frame?.kind === 'compiled' || frame?.kind === 'according'
}

function sourced({ frame, carry, chain, why }: Link): Standing {
  const source = mentionOf(frame.parsed, frame.source!)
  return { status: 'attributed', source, cue: cueOf(frame), carry, chain, anonymous: source.kind === 'anonymous', why }
}

function unsourced(why: string, parsed: Parsed, vague: Parameters<typeof mentionOf>[1]): Standing {
  return { status: 'unattributed', why, vague: mentionOf(parsed, vague), certain: true }
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

/** A frame about this very phrase goes first; who merely expects goes after who is quoted; nobody in particular goes last. */
function penaltyOf(frame: Frame): number {
  if (frame.local) return -1000
  if (frame.source?.kind === 'crowd') return 2000
  return /^(?:expect|see|believe|think|hope|fear|target|anticipate)$/.test(frame.lemma) ? 1000 : 0
}

/** The frame that covers a stretch: a local one first, then the one whose cue is nearest. */
export function coveringFrame(frames: readonly Frame[], from: number, to: number): Frame | undefined {
  let best: Frame | undefined
  let far = Infinity
  for (const frame of frames) {
    if (!frame.covers.some(([a, b]) => a <= from && from < b)) continue
    if (frame.hole[0] <= from && from < frame.hole[1]) continue
    const distance = (from >= frame.hole[1] ? from - frame.hole[1] : frame.hole[0] - to) + penaltyOf(frame)
    if (distance < far) [best, far] = [frame, distance]
  }
  return best
}
