import { frameOf, type Frame } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { segmentAround } from './scope.ts'
import { isName, phraseFrom, readSource, subjectEndingAt } from './source-phrases.ts'
import { mainSubject } from './verb-frames.ts'
import { Word } from './vocabulary.ts'

const RATES = new Set((
  'cut cuts downgrade downgraded downgrades initiate initiated initiates lifted lowered lowers maintained maintains moved raise raised ' +
  'raises rated rates reinstate reinstated reinstates reiterate reiterated reiterates resume resumed resumes started starts upgrade ' +
  'upgraded upgrades'
).split(' '))
const ACCUSES = new Set('accuse accused accuses convicted suspect suspected suspects'.split(' '))
const GRADE =
  /^(?:buy|hold|sell|neutral|overweight|underweight|outperform|underperform|equal-weight|equalweight|market-perform|sector-perform|accumulate|strong-buy)$/

/** “Pinewood cut the maker to hold from buy, target 41 from 55”, “Rated Buy at Roe; target 416”: the house that rates is the source. */
export function ratingFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const low = tokens[i]!.low
  if (!RATES.has(low)) return undefined
  const [first, last] = segmentAround(parsed, i)
  let grade = i + 1
  while (grade <= last && grade - i < 10 && !GRADE.test(tokens[grade]!.low)) grade++
  if (grade > last || grade - i >= 10) return undefined
  if (!(grade === i + 1 || /^(?:to|at|a|an|as|from|with)$/.test(tokens[grade - 1]!.low) || tokens[grade - 1]!.kind === 'quote')) return undefined
  const covers: [number, number][] = [[tokens[i]!.from, tokens[tokens.length - 1]!.to]]
  for (let k = grade + 1; k < last && k - grade < 12; k++) {
    if (!/^(?:at|by)$/.test(tokens[k]!.low) || !isName(tokens, k + 1)) continue
    const phrase = phraseFrom(tokens, k + 1)
    const house = phrase && readSource(tokens, phrase.first, phrase.last)
    return house && frameOf(parsed, 'says', 'rate', [i, i], house, [k, phrase.last], covers)
  }
  let group = i
  while (group > first && tokens[group - 1]!.bits & (Word.Auxiliary | Word.Adverb)) group--
  if (group <= first) return undefined
  const and = /^(?:and|but)$/.test(tokens[group - 1]!.low)
  const subject = and ? undefined : subjectEndingAt(tokens, group - 1, first)
  const owner = subject ? readSource(tokens, subject.first, subject.last) : mainSubject(tokens, first, group)
  if (!owner || owner.kind === 'document') return undefined
  return frameOf(parsed, 'says', 'rate', [i, i], owner, [subject?.first ?? i, i], covers)
}

/** “charged an adviser with stealing 9 million”, “accused it of hiding 3 million”: who accuses is the source of what is alleged. */
export function accusationFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const { low } = tokens[i]!
  const with_ = low === 'charged' || low === 'charges' ? 'with' : ACCUSES.has(low) ? 'of' : undefined
  if (!with_) return undefined
  const [first, last] = segmentAround(parsed, i)
  let at = i + 1
  while (at < last && at - i < 14 && !(tokens[at]!.low === with_ && tokens[at + 1]!.low.endsWith('ing'))) at++
  if (at >= last || at - i >= 14 || i <= first) return undefined
  let group = i
  while (group > first && tokens[group - 1]!.bits & (Word.Auxiliary | Word.Adverb | Word.Day)) group--
  if (tokens[group - 1]?.low === 'on') group--
  const subject = group > first ? subjectEndingAt(tokens, group - 1, first) : undefined
  const source = subject && readSource(tokens, subject.first, subject.last)
  if (!source || source.kind === 'crowd') return undefined
  return frameOf(parsed, 'says', 'allege', [i, i], source, [subject.first, i], [[tokens[at]!.from, tokens[last]!.to]])
}
