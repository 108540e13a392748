import type { Article } from './article.ts'
import { cueOf } from './attributions.ts'
import type { Standing, Statistic } from './facts.ts'
import type { Frame } from './frames.ts'
import { mentionOf } from './mentions.ts'
import { speakersOf } from './quotations.ts'

export type Mechanism = 'carry' | 'scope' | 'quotations' | 'market'

/** A standing for every statistic of the article. */
export function judgeStandings(article: Article, _without: ReadonlySet<Mechanism> = new Set()): ReadonlyMap<Statistic, Standing> {
  const standings = new Map<Statistic, Standing>()
  const speakers = speakersOf(article)
  for (const statistic of article.statistics) {
    const { sentence } = statistic
    const frames = article.frames[sentence.index]!
    const parsed = article.parsed[sentence.index]!
    const frame = coveringFrame(frames, statistic.from, statistic.to)
    const speech = parsed.quoted.find((q) => q.kind === 'speech' && q.from <= statistic.from && statistic.to <= q.to)
    let found: Frame | undefined = frame
    if (!found && speech) found = speakers.of(sentence.index, speech.from, speech.to)?.frame
    if (!found?.source) {
      standings.set(statistic, { status: 'unattributed', why: 'no source was found', vague: undefined, certain: true })
      continue
    }
    const source = mentionOf(found.parsed, found.source)
    if (source.kind === 'crowd') standings.set(statistic, { status: 'unattributed', why: 'nobody is named', vague: source, certain: true })
    else standings.set(statistic, { status: 'attributed', source, cue: cueOf(found), carry: 'same', chain: [], anonymous: source.kind === 'anonymous', why: 'stands in what the source says' })
  }
  return standings
}

/** The frame that covers a stretch; of several the one whose cue is nearest, of equals the local one. */
export function coveringFrame(frames: readonly Frame[], from: number, to: number): Frame | undefined {
  let best: Frame | undefined
  let far = Infinity
  for (const frame of frames) {
    if (!frame.covers.some(([a, b]) => a <= from && from < b)) continue
    if (frame.hole[0] <= from && from < frame.hole[1]) continue
    const distance = from >= frame.hole[1] ? from - frame.hole[1] : frame.hole[0] - to
    if (distance < far) [best, far] = [frame, distance]
  }
  return best
}
