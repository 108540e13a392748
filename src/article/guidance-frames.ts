import { frameOf, type Frame, type Stretch } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { clauseEnd, coversForward, segmentAround } from './scope.ts'
import { readSource, subjectEndingAt } from './source-phrases.ts'
import { mainSubject } from './verb-frames.ts'
import { Word } from './vocabulary.ts'

const MOVES = new Set((
  'affirmed affirms backed backs boost boosted boosting boosts bump bumped bumps confirmed confirms cut cuts cutting doubled downgrade ' +
  'downgraded downgrades gave gives hike hiked hikes increase increased increases increasing initiate initiated initiates issue issued ' +
  'keep keeps kept lift lifted lifting lifts lower lowered lowering lowers maintain maintained maintains narrow narrowed narrowing ' +
  'narrows offer offered offers provide provided provides raise raised raises raising reaffirm reaffirmed reaffirms reduce reduced ' +
  'reduces reducing reiterate reiterated reiterates repeated repeats revise revised revises scale scaled scales set sets slash slashed ' +
  'slashes slashing stick sticks stuck trim trimmed trimming trims upgrade upgraded upgrades widen widened widens withdrew'
).split(' '))

const OUTLOOK = new Set(
  ('guidance outlook forecast forecasts target targets estimate estimates projection projections scenario price-target view pt ' +
    'prediction predictions expectation expectations').split(' '),
)

const BEING = /^(?:is|are|was|were|be|been)$/

/** “raised its outlook to”, “cut revenue guidance to”: the owner of the forecast is the subject. */
export function guidanceFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (tokens[i]!.capital || !MOVES.has(tokens[i]!.low)) return undefined
  let noun = -1
  for (let k = i + 1; k < tokens.length && k - i < 9; k++) {
    if (OUTLOOK.has(tokens[k]!.low)) {
      noun = k
      break
    }
    if (tokens[k]!.kind === 'mark' && tokens[k]!.low !== '/' && tokens[k]!.low !== '.') break
  }
  if (noun < 0) return undefined
  const [first, last] = segmentAround(parsed, i)
  let group = i
  while (group > first && tokens[group - 1]!.bits & (Word.Auxiliary | Word.Adverb)) {
    if (/^(?:will|would|could|may|might|should|not|never|to)$/.test(tokens[group - 1]!.low) || BEING.test(tokens[group - 1]!.low))
      return undefined
    group--
  }
  const subject = group > first && tokens[group - 1]!.low !== 'to' ? subjectEndingAt(tokens, group - 1, first) : undefined
  const source = subject ? readSource(tokens, subject.first, subject.last) : undefined
  const owner = source ?? (tokens[i]!.low.endsWith('ing') || tokens[group - 1]?.low === 'and' ? mainSubject(tokens, first, group) : undefined)
  if (!owner || owner.kind === 'document') return undefined
  const before = tokens[(subject?.first ?? i) - 1]
  const subordinate =
    before !== undefined && /^(?:after|when|since|because|if|before|although|though|while|until|once|and)$/.test(before.low)
  const covers: Stretch = subordinate
    ? [tokens[i]!.from, clauseEnd(parsed, noun, last)]
    : [tokens[i]!.from, coversForward(parsed, i + 1, last)[1]]
  return frameOf(parsed, 'says', tokens[i]!.low, [i, i], owner, [source ? subject!.first : i, i], [covers])
}
