import type { Article } from './article.ts'
import type { Frame } from './frames.ts'
import { guidanceFrame } from './guidance-frames.ts'
import { recalledAt } from './memory.ts'
import type { Parsed } from './parsed.ts'
import { houseEstimate, ownedFigure, phraseFrame } from './phrase-frames.ts'
import { accusationFrame, ratingFrame } from './rating-frames.ts'
import { ownCountFrame, speakerFrame } from './speaker-frames.ts'
import { verbFrame } from './verb-frames.ts'

/** The frames of every sentence, at its index. What a paragraph says makes them; only the sentence they hang on is new in a new version. */
export function findFrames(article: Article): Frame[][] {
  return article.parsed.map((parsed) => {
    const { from, block } = parsed.sentence
    const known = recalledAt(article.memory, framesIn, block.prose.text, from, () => framesIn(parsed))
    return known.length > 0 && known[0]!.parsed !== parsed ? known.map((frame) => ({ ...frame, parsed })) : known
  })
}

/** All frames of a sentence, in reading order. Cues inside somebody's speech are not looked at. */
export function framesIn(parsed: Parsed): Frame[] {
  const frames: Frame[] = []
  const { tokens, spoken } = parsed
  const speaker = speakerFrame(parsed)
  if (speaker) frames.push(speaker)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (spoken[i] || token.kind !== 'word') continue
    const before = frames.at(-1)
    // “said in a statement” names one source, not two
    if (token.low === 'in' && before && before.kind === 'says' && i - before.cue[1] <= 4 && i > before.cue[1]) continue
    const frame = accusationFrame(parsed, i) ?? ratingFrame(parsed, i) ?? (token.verb
      ? (verbFrame(parsed, i, frames) ?? guidanceFrame(parsed, i))
      : (phraseFrame(parsed, i) ?? guidanceFrame(parsed, i)))
    const found = frame ?? ownedFigure(parsed, i) ?? houseEstimate(parsed, i) ?? ownCountFrame(parsed, i)
    if (found) frames.push(found)
  }
  return frames
}
