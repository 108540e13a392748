import { frameOf, type Frame } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { coversForward, segmentAround } from './scope.ts'
import { isName, type SourcePhrase } from './source-phrases.ts'
import { Word } from './vocabulary.ts'

/** A speaker's name and office stand within so many words of the colon. */
const LONGEST = 14

/** “CFO Amit Rao: Revenue was 211 million”: whose turn of a transcript or interview a paragraph is. */
export function speakerFrame(parsed: Parsed): Frame | undefined {
  const { tokens, sentence, spoken } = parsed
  if (sentence.from > 0 || tokens.length < 4) return undefined
  let colon = 0
  while (colon < LONGEST && tokens[colon] && tokens[colon]!.low !== ':') colon++
  if (tokens[colon]?.low !== ':' || spoken[colon]) return undefined
  let office = false
  let first = -1
  let last = -1
  for (let i = 0; i < colon; i++) {
    const { kind, low, bits, capital } = tokens[i]!
    if (kind === 'number' || kind === 'quote' || (kind === 'mark' && !/^[,().&-]$/.test(low))) return undefined
    if (kind === 'word' && !capital && !(bits & (Word.Role | Word.Preposition | Word.Conjunction | Word.Determiner))) return undefined
    if (bits & Word.Role) office = true
    else if (isName(tokens, i) && isName(tokens, i + 1) && !(tokens[i + 1]!.bits & Word.Role) && i + 1 < colon && first < 0) {
      first = i
      last = i + 1
      while (last + 1 < colon && isName(tokens, last + 1)) last++
    }
  }
  if (first < 0) return undefined
  // a name alone may head a section: only somebody speaks of himself
  if (!office && !tokens.slice(colon, colon + 24).some((t) => /^(?:we|our|i|my|i'm|i've|we're|we've|we'll|you)$/.test(t.low))) return undefined
  const source: SourcePhrase = { first: 0, last: colon - 1, from: first, to: last, kind: 'person' }
  const [, end] = segmentAround(parsed, colon)
  return frameOf(parsed, 'speaker', ':', [colon, colon], source, [0, colon], [coversForward(parsed, colon + 1, end)])
}

const COUNTED = /^(?:looked|analy[sz]ed|surveyed|polled|examined|reviewed|tracked|studied|crunched|combed|compiled|collected|counted|ranked|compared|interviewed|scoured|pored)$/

/** “We looked at 40,000 postings”: the publisher counts for itself. */
export function ownCountFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (tokens[i]!.low !== 'we' || !COUNTED.test(tokens[i + 1]?.low ?? '')) return undefined
  const [, last] = segmentAround(parsed, i)
  const source: SourcePhrase = { first: i, last: i, from: i, to: i, kind: 'pronoun' }
  return frameOf(parsed, 'document', tokens[i + 1]!.low, [i + 1, i + 1], source, [i, i + 1], [coversForward(parsed, i + 2, last)])
}
