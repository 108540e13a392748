import { frameOf, type Frame, type Stretch } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { coversBack, coversForward, localStart, segmentAround } from './scope.ts'
import { isName, namesIn, phraseFrom, readSource, subjectEndingAt, type SourcePhrase } from './source-phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { Word } from './vocabulary.ts'

const DOCUMENT_CUE = new Set(['in', 'from', 'by', 'under', 'on'])
const COMPILED = new Set('compiled surveyed polled interviewed gathered collected tracked published provided released issued'.split(' '))
const ASKED = new Set('respondents participants surveyed polled interviewed'.split(' '))
const ESTIMATE = new Set('estimate estimates forecast projection consensus'.split(' '))

export function phraseFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const { low } = tokens[i]!
  const next = tokens[i + 1]
  if (!next) return undefined
  if (low === 'according' && next.low === 'to') return accordingFrame(parsed, i, i + 2, 'according to')
  if (low === 'per' && isPerSource(tokens, i)) return accordingFrame(parsed, i, i + 1, 'per')
  if ((low === 'based' || low === 'citing' || low === 'quoting') && tokens[i - 1]) {
    if (low === 'based')
      return next.low === 'on' && /^[,(]$/.test(tokens[i - 1]!.low) ? accordingFrame(parsed, i, i + 2, 'based on', true) : undefined
    return accordingFrame(parsed, i, i + 1, low)
  }
  if ((low === 'source' || low === 'sources' || low === 'slide' || low === 'chart' || low === 'graphic') && next.low === ':')
    return lineFrame(parsed, i)
  if (next.low === 'by' && COMPILED.has(low)) return compiledFrame(parsed, i)
  if (ASKED.has(low)) return respondentsFrame(parsed, i)
  if (DOCUMENT_CUE.has(low)) return documentFrame(parsed, i)
  return undefined
}

function isPerSource(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (before && before.low !== ',' && before.low !== '(' && !isDash(before)) return false
  const phrase = phraseFrom(tokens, i + 1)
  if (!phrase) return false
  const source = readSource(tokens, phrase.first, phrase.last)
  return source !== undefined && (source.kind === 'document' || namesIn(tokens, source.from, source.to) || source.kind === 'company')
}

function accordingFrame(parsed: Parsed, cueFrom: number, start: number, lemma: string, strict = false): Frame | undefined {
  const { tokens } = parsed
  const phrase = phraseFrom(tokens, start)
  if (!phrase) return undefined
  const asked = tokens.findIndex(
    (t, k) => k >= phrase.first && k <= phrase.last && /^(?:respondents|participants|surveyed|polled)$/.test(t.low),
  )
  if (asked >= 0 && /^(?:in|on|of|to|by)$/.test(tokens[asked + 1]?.low ?? '')) return undefined
  const source = readSource(tokens, phrase.first, phrase.last) ?? (strict ? undefined : anySource(tokens, phrase.first, phrase.last))
  if (!source) return undefined
  const [first, last] = segmentAround(parsed, cueFrom)
  const opening =
    cueFrom === first ||
    (cueFrom === first + 1 && (tokens[first]!.bits & (Word.Conjunction | Word.Adverb)) !== 0) ||
    (tokens[cueFrom - 1]!.kind === 'quote' && cueFrom - 1 === first)
  const after = coversForward(parsed, phrase.last + 1, last)
  const covers: Stretch[] = opening ? [after] : [coversBack(parsed, first, cueFrom), after]
  return frameOf(parsed, 'according', lemma, [cueFrom, start - 1], source, [cueFrom, phrase.last], covers)
}

/** After “according to”, whatever follows is the source. */
function anySource(tokens: readonly Token[], first: number, last: number): SourcePhrase | undefined {
  let to = first
  while (to < last && !(tokens[to + 1]!.bits & Word.Preposition)) to++
  const known = tokens.slice(first, last + 1).some((t) => t.capital)
  return { first, last, from: first, to, kind: known ? 'company' : tokens[to]!.low.endsWith('s') ? 'crowd' : 'document' }
}

function lineFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const phrase = phraseFrom(tokens, i + 2)
  if (!phrase) return undefined
  const source = readSource(tokens, phrase.first, phrase.last) ?? anySource(tokens, phrase.first, phrase.last)
  const before = tokens[i - 1]
  const [first] = segmentAround(parsed, i)
  return (
    source &&
    frameOf(
      parsed,
      'line',
      tokens[i]!.low,
      [i, i + 1],
      source,
      [i, phrase.last],
      before ? [coversBack(parsed, first, before.low === '(' ? i - 1 : i)] : [],
    )
  )
}

/** “estimates compiled by Orrin”, “economists surveyed by Orrin”: covers its own noun phrase. */
function compiledFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const phrase = phraseFrom(tokens, i + 2)
  if (!phrase || !namesIn(tokens, phrase.first, phrase.last)) return undefined
  const subject = i > 0 ? subjectEndingAt(tokens, i - 1) : undefined
  const source: SourcePhrase = { first: i, last: phrase.last, from: phrase.first, to: phrase.last, kind: 'company' }
  const survey = /^(?:surveyed|polled|interviewed)$/.test(tokens[i]!.low)
  const release = /^(?:published|released|issued|provided)$/.test(tokens[i]!.low)
  if (release && !(subject && (tokens[subject.last]!.bits & (Word.Document | Word.Data)) !== 0)) return undefined
  const [first, last] = segmentAround(parsed, i)
  const back = localStart(parsed, i, first)
  const covers: Stretch[] = [[tokens[back]!.from, tokens[i]!.from], coversForward(parsed, phrase.last + 1, last)]
  // “Of 23 analysts tracked by Orrin, nine rate it buy”
  if (!survey && !/^(?:of|among)$/.test(tokens[first]!.low)) covers.pop()
  return frameOf(parsed, 'compiled', tokens[i]!.low, [i, i + 1], source, [i, phrase.last], covers, true)
}

/** “68% of respondents in a Larkfield survey”, “Larkfield’s respondents”: the paper is the source, not those who were asked. */
function respondentsFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const [first, last] = segmentAround(parsed, i)
  const covers: Stretch[] = [coversBack(parsed, first, i), coversForward(parsed, i + 1, last)]
  if (tokens[i - 1]?.possessive && isName(tokens, i - 1)) {
    let from = i - 1
    while (from > first && isName(tokens, from - 1)) from--
    return frameOf(parsed, 'document', tokens[i]!.low, [i, i], { first: from, last: i, from, to: i, kind: 'document' }, [from, i], covers)
  }
  if (!/^(?:in|on|of|to|from|for)$/.test(tokens[i + 1]?.low ?? '')) return undefined
  const phrase = phraseFrom(tokens, i + 2)
  if (!phrase) return undefined
  let head = phrase.first
  while (head <= phrase.last && !(tokens[head]!.bits & (Word.Document | Word.Data))) head++
  if (head > phrase.last) return undefined
  const source: SourcePhrase = { first: i, last: phrase.last, from: phrase.first, to: head, kind: 'document' }
  return frameOf(parsed, 'document', tokens[i]!.low, [i, i + 1], source, [i, phrase.last], covers)
}

/** “In a Larkfield poll, …” at the start; “…, in a filing” and “…in a statement Tuesday” at the end. */
function documentFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const phrase = phraseFrom(tokens, i + 1)
  if (!phrase) return undefined
  const start = tokens[i + 1]!
  if (!(start.bits & Word.Determiner) && !start.capital && !start.possessive) return undefined
  let head = -1
  for (let k = i + 1; k <= phrase.last && k - i < 14; k++) {
    const token = tokens[k]!
    if (
      token.bits & (Word.Document | Word.Data) &&
      !token.capital &&
      !(token.verb && token.verb.form !== 'base' && token.verb.form !== 's')
    )
      head = k
    if (token.bits & Word.Preposition && k > i + 1) break
    if (head >= 0) {
      if (!tokens[k + 1] || !(tokens[k + 1]!.bits & (Word.Document | Word.Data))) break
    }
  }
  if (head < 0) return undefined
  const { low } = tokens[head]!
  // “in the final minutes of trading”
  if (low === 'minutes' && (/^(?:final|last|first|few|opening|closing)$/.test(tokens[head - 1]!.low) || tokens[head - 1]!.kind === 'number')) return undefined
  if (
    /^(?:guidance|plan|budget|index|indices|account|accounts|estimates?|forecasts?|projections?|chart|charts|table|tables|suit|order|orders|records?|results|paper|book|speech|reading|update|outlook|average|reports?)$/.test(
      low,
    ) &&
    !/^(?:reports?|records)$/.test(low)
  )
    return undefined
  const source: SourcePhrase = { first: i + 1, last: phrase.last, from: i + 1, to: head, kind: 'document' }
  const [first, last] = segmentAround(parsed, i)
  const opening = i === first || (i === first + 1 && (tokens[first]!.bits & (Word.Conjunction | Word.Adverb)) !== 0)
  if (opening)
    return tokens[phrase.last + 1]?.low === ','
      ? frameOf(parsed, 'document', 'in', [i, i], source, [i, phrase.last], [coversForward(parsed, phrase.last + 1, last)])
      : undefined
  if (tokens[i]!.low !== 'in' || (/^(?:survey|poll|study|report|analysis|research)s?$/.test(low) && !namesIn(tokens, i + 1, head)))
    return undefined
  const after = tokens[phrase.last + 1]
  if (after && after.low !== '.' && after.low !== ',') return undefined
  const expected = /^(?:expected|forecast|projected|predicted|estimated|seen|anticipated)$/.test(tokens[i - 1]?.low ?? '')
  const back: Stretch = expected ? [tokens[localStart(parsed, i, first)]!.from, tokens[i]!.from] : coversBack(parsed, first, i)
  return frameOf(parsed, 'document', 'in', [i, i], source, [i, phrase.last], [back], expected)
}

/** “the Quill Consensus Estimate is pegged at 1.20”: a house's estimate, told in the passive. */
export function houseEstimate(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (!ESTIMATE.has(tokens[i]!.low) || i < 2) return undefined
  let from = i
  while (from > 0 && (isName(tokens, from - 1) || /^(?:consensus|mean|average|median)$/.test(tokens[from - 1]!.low))) from--
  if (from === i || !namesIn(tokens, from, i - 1) || tokens[i - 1]!.possessive) return undefined
  const [, last] = segmentAround(parsed, i)
  for (let k = i + 1; k < last && k - i < 12; k++) {
    if (tokens[k]!.low !== 'at' || tokens[k + 1]?.kind !== 'number') continue
    const source: SourcePhrase = { first: from, last: i, from, to: i, kind: 'document' }
    return frameOf(parsed, 'document', tokens[i]!.low, [i, i], source, [from, i], [coversForward(parsed, i + 1, last)])
  }
  return undefined
}

/** “Ruiz’s $2 billion valuation”: the owner of an estimate. */
export function ownedFigure(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (!tokens[i]!.possessive || !isName(tokens, i)) return undefined
  const figure = tokens[i + 1]
  if (figure?.kind !== 'number') return undefined
  const noun = tokens
    .slice(i + 2, i + 5)
    .findIndex((t) => /^(?:valuation|estimate|forecast|target|projection|prediction|price-target|guess)$/.test(t.low))
  if (noun < 0) return undefined
  let from = i
  while (from > 0 && isName(tokens, from - 1)) from--
  const end = i + 2 + noun
  return frameOf(
    parsed,
    'compiled',
    tokens[end]!.low,
    [end, end],
    { first: from, last: i, from, to: i, kind: 'company' },
    [from, i],
    [[figure.from, tokens[end]!.from]],
    true,
  )
}
