import { fits, isPaper, looseSource } from './fitting.ts'
import { frameOf, type Frame, type FrameKind, type Stretch } from './frames.ts'
import type { Parsed } from './parsed.ts'
import {
  clauseEnd,
  coversBack,
  coversForward,
  hasContent,
  isTail,
  localStart,
  relativeScope,
  resultScope,
  segmentAround,
  skipAddressee,
} from './scope.ts'
import { hasVerb, isName, phraseFrom, readSource, subjectEndingAt, type SourcePhrase } from './source-phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { verbCueAt, type VerbCue } from './verb-cues.ts'
import { Word } from './vocabulary.ts'

const INVERTS =
  /^(?:say|add|write|note|ask|explain|warn|tweet|comment|recall|predict|argue|report|tell|conclude|announce|acknowledge|admit|quip|joke|reply|estimate)$/

const RESUMES = /^(?:adding|up|down|compared|versus|with|while|bringing|taking)$/

/** The frame of the reporting verb at a token. `earlier`: those found before it in the sentence. */
export function verbFrame(parsed: Parsed, i: number, earlier: readonly Frame[]): Frame | undefined {
  const { tokens } = parsed
  const cue = verbCueAt(tokens, i)
  if (!cue) return undefined
  if (cue.voice === 'passive') return passiveFrame(parsed, cue)
  if (cue.voice === 'participle') return participleFrame(parsed, cue, earlier)
  const [first, last] = segmentAround(parsed, i)
  const inverted = invertedFrame(parsed, cue, first, last)
  if (inverted) return inverted
  if (cue.group - 1 < first) return undefined
  if (/^(?:and|but)$/.test(tokens[cue.group - 1]!.low)) return coordinateFrame(parsed, cue, earlier, first, last)
  const subject = subjectEndingAt(tokens, cue.group - 1, first)
  if (!subject) return undefined
  const source = readSource(tokens, subject.first, subject.last) ?? looseSource(tokens, subject, cue)
  if (!source || !fits(tokens, cue, source)) return undefined
  return activeFrame(parsed, cue, subject, source, first, last)
}

/** “The chain runs 40 shops and says it serves …”: the second verb of one subject. */
function coordinateFrame(parsed: Parsed, cue: VerbCue, earlier: readonly Frame[], first: number, last: number): Frame | undefined {
  const { tokens } = parsed
  const owner = earlier.findLast((f) => f.source && f.parsed === parsed && f.kind === 'says' && !f.local)?.source ?? mainSubject(tokens, first, cue.group - 1)
  if (!owner || !fits(tokens, cue, owner)) return undefined
  const kind: FrameKind = cue.verb.kinds.has('result') ? 'result' : cue.verb.kinds.has('document') ? 'document' : 'says'
  const covers = kind === 'result' ? resultScope(parsed, cue.at + 1, last) : coversForward(parsed, cue.at + 1, last)
  return frameOf(parsed, kind, cue.verb.lemma, [cue.group, cue.at], owner, [cue.group, cue.at], [covers])
}

function activeFrame(
  parsed: Parsed,
  cue: VerbCue,
  subject: { first: number; last: number; aside: [number, number] | undefined },
  source: SourcePhrase,
  first: number,
  last: number,
): Frame | undefined {
  const { tokens } = parsed
  if (cue.verb.lemma === 'call' && /^(?:off|up|on|in)$/.test(tokens[cue.at + 1]?.low ?? '')) return undefined
  const kind: FrameKind = cue.verb.kinds.has('result') ? 'result' : cue.verb.kinds.has('document') ? 'document' : 'says'
  const hole: Stretch = [subject.first, cue.at]
  const before = tokens[subject.first - 1]
  const relative = source.from === source.to && /^(?:who|which|that)$/.test(tokens[source.from]!.low)
  const make = (covers: readonly Stretch[], local = false) =>
    frameOf(parsed, kind, cue.verb.lemma, [cue.group, cue.at], source, hole, covers, local)
  if (relative) {
    const named = antecedentOf(tokens, source.from) ?? source
    if (named === source && tokens[source.from]!.low === 'that') return undefined
    return frameOf(parsed, kind, cue.verb.lemma, [cue.group, cue.at], named, [named.first, cue.at], [relativeScope(parsed, cue.at, last)])
  }
  const after =
    cue.verb.lemma === 'tell' ||
    cue.verb.lemma === 'inform' ||
    cue.verb.lemma === 'remind' ||
    cue.verb.lemma === 'assure' ||
    cue.verb.lemma === 'advise'
      ? skipAddressee(tokens, cue.at + 1)
      : cue.at + 1
  const comparative = before?.low === 'than'
  if (comparative) return make([[tokens[localStart(parsed, subject.first - 1, first)]!.from, tokens[subject.first]!.from]], true)
  const hasBefore =
    subject.first - 1 > first &&
    (before!.low === ',' || before!.kind === 'quote' || isDash(before) || before!.low === 'as' || before!.low === 'and')
  const tail = isTail(tokens, after, last)
  const nextMark = tokens[tail.end + 1]
  const subordinate =
    before !== undefined && /^(?:after|when|since|because|if|before|although|though|while|whereas|until|once|whether)$/.test(before.low)
  if (tail.plain && hasBefore && hasContent(tokens, first, subject.first - 1)) {
    const back = coversBack(parsed, first, before!.low === 'as' ? subject.first - 1 : subject.first)
    if (!nextMark || nextMark.low === '.' || nextMark.low === ';' || tail.end >= last) return make([back])
    return make([back, coversForward(parsed, tail.end + 1, last)])
  }
  if (subordinate) {
    const end = clauseEnd(parsed, after, last)
    return make([[tokens[after]?.from ?? tokens[cue.at]!.to, end]])
  }
  if (after >= tokens.length || (nextMark === undefined && tail.plain && after > last)) {
    return hasBefore || subject.first > first ? make([coversBack(parsed, first, subject.first)]) : undefined
  }
  const colon = tokens.findIndex((t, k) => k > after && k <= last && t.low === ':')
  if (cue.verb.kinds.has('describe') && colon < 0 && !/^(?:for|that)$/.test(tokens[after]?.low ?? ''))
    return make([[tokens[after]!.from, clauseEnd(parsed, after, last)]])
  return make([kind === 'result' ? resultScope(parsed, after, last) : coversForward(parsed, after, last)])
}

/** Whom `who` or `which` stands for. */
function antecedentOf(tokens: readonly Token[], relative: number): SourcePhrase | undefined {
  const end = tokens[relative - 1]?.low === ',' ? relative - 2 : relative - 1
  if (end < 0) return undefined
  const paper = tokens[relative]!.low === 'who' ? undefined : paperNear(tokens, end)
  if (paper) return paper
  const subject = subjectEndingAt(tokens, end)
  if (!subject) return undefined
  // “Bo Lind, an analyst at Orrin, who puts”: the name before the aside
  const aside = tokens[subject.first]!.bits & Word.Determiner && tokens[subject.first - 1]?.low === ',' && isName(tokens, subject.first - 2)
  const owner = aside ? subjectEndingAt(tokens, subject.first - 2) : undefined
  const read = (owner && readSource(tokens, owner.first, owner.last)) ?? readSource(tokens, subject.first, subject.last)
  if (read) return read
  // the last name before the comma: “a lawyer for the estate of Ana Ruiz, who said”
  if (!isName(tokens, end)) return undefined
  let from = end
  while (from > 0 && isName(tokens, from - 1)) from--
  return { first: from, last: end, from, to: end, kind: 'company' }
}

/** A paper shortly before a relative clause: “in a report a day earlier, which showed”. */
function paperNear(tokens: readonly Token[], end: number): SourcePhrase | undefined {
  for (let i = end; i >= 0 && end - i < 7; i--) {
    if (tokens[i]!.kind !== 'word' && tokens[i]!.kind !== 'number') return undefined
    if (!(tokens[i]!.bits & (Word.Document | Word.Data)) || tokens[i]!.capital) continue
    let from = i
    while (
      from > 0 &&
      i - from < 6 &&
      tokens[from - 1]!.kind === 'word' &&
      !(tokens[from]!.bits & Word.Determiner) &&
      !(tokens[from - 1]!.bits & (Word.Preposition | Word.Conjunction | Word.Auxiliary))
    )
      from--
    return { first: from, last: end, from, to: i, kind: 'document' }
  }
  return undefined
}

function invertedFrame(parsed: Parsed, cue: VerbCue, first: number, last: number): Frame | undefined {
  const { tokens } = parsed
  if (!INVERTS.test(cue.verb.lemma) || cue.group !== cue.at) return undefined
  const before = tokens[cue.at - 1]
  const opening = cue.at === first
  if (!opening && !(before && (before.low === ',' || before.kind === 'quote' || isDash(before)))) return undefined
  const next = tokens[cue.at + 1]
  if (!next || next.kind !== 'word') return undefined
  if (opening && !(next.capital || next.bits & Word.Role)) return undefined
  const phrase = phraseFrom(tokens, cue.at + 1)
  if (!phrase) return undefined
  if (
    !(
      next.capital ||
      next.bits & (Word.Determiner | Word.Role | Word.Pronoun | Word.Anonymous | Word.Crowd | Word.Organisation) ||
      next.possessive
    ) ||
    next.low === 'that'
  )
    return undefined
  // “Ruiz, who runs it, said the firm …”: the subject stands before
  const behind = tokens[phrase.last + 1]
  const ends = !behind || behind.low === '.' || (behind.low === ',' && tokens[phrase.last + 2]?.low === 'who')
  if (before?.low === ',' && next.bits & Word.Determiner && !ends && subjectEndingAt(tokens, cue.at - 1, first)) return undefined
  if (!opening && next.bits & Word.Determiner && hasVerb(tokens, phrase.first, Math.min(phrase.last + 1, last))) return undefined
  if (!opening && before?.low === ',' && tokens[phrase.last + 1]?.bits && (tokens[phrase.last + 1]!.bits & Word.Auxiliary) !== 0)
    return undefined
  const source = readSource(tokens, phrase.first, phrase.last)
  if (!source) return undefined
  const covers: Stretch[] = opening ? [coversForward(parsed, phrase.last + 1, last)] : [coversBack(parsed, first, cue.at)]
  // “…, says the bureau, adding 11,500 posts”
  if (!opening && behind?.low === ',' && RESUMES.test(tokens[phrase.last + 2]?.low ?? '')) covers.push(coversForward(parsed, phrase.last + 1, last))
  return frameOf(parsed, 'says', cue.verb.lemma, [cue.at, cue.at], source, [cue.at, phrase.last], covers)
}

function passiveFrame(parsed: Parsed, cue: VerbCue): Frame | undefined {
  const { tokens } = parsed
  if (/^(?:blame|accuse|criticize|criticise|praise|credit|recommend|urge|ask|mean|tell|remind|register|book|record)$/.test(cue.verb.lemma))
    return undefined
  const phrase = phraseFrom(tokens, cue.at + 2)
  if (!phrase) return undefined
  const source = readSource(tokens, phrase.first, phrase.last)
  if (!source || (source.kind === 'pronoun' && tokens[source.from]!.low === 'it')) return undefined
  const [first, last] = segmentAround(parsed, cue.at)
  const opening = cue.at === first || (tokens[cue.at - 1]!.low === 'as' && cue.at - 1 === first)
  const start = localStart(parsed, cue.group, first)
  const covers: Stretch[] = opening ? [coversForward(parsed, phrase.last + 1, last)] : [[tokens[start]!.from, tokens[cue.group]!.from]]
  if (!opening && cue.group < cue.at) covers.push(coversForward(parsed, phrase.last + 1, last))
  return frameOf(
    parsed,
    'says',
    cue.verb.lemma,
    [cue.group, cue.at + 1],
    source,
    [cue.group, phrase.last],
    covers,
    !opening && cue.group === cue.at,
  )
}

function participleFrame(parsed: Parsed, cue: VerbCue, earlier: readonly Frame[]): Frame | undefined {
  const { tokens } = parsed
  const [first, last] = segmentAround(parsed, cue.at)
  const before = tokens[cue.group - 1]
  const kind: FrameKind = 'participle'
  const end =
    before && /^(?:after|by|in|while|when|before)$/.test(before.low)
      ? clauseEnd(parsed, cue.at + 1, last)
      : coversForward(parsed, cue.at + 1, last)[1]
  const covers: Stretch[] = [[tokens[cue.at + 1]?.from ?? tokens[cue.at]!.to, end]]
  if (
    before &&
    before.low !== ',' &&
    before.low !== 'and' &&
    before.kind === 'word' &&
    !/^(?:after|by|in|while|when|before|without|despite)$/.test(before.low)
  ) {
    const subject = subjectEndingAt(tokens, cue.group - 1, first)
    const source = subject && readSource(tokens, subject.first, subject.last)
    const own = subject && tokens[subject.first]!.low === 'with' ? subject.first + 1 : -1
    if (own > 0 && source && source.kind !== 'crowd')
      return frameOf(
        parsed,
        cue.verb.kinds.has('result') ? 'result' : kind,
        cue.verb.lemma,
        [cue.at, cue.at],
        source,
        [own, cue.at],
        covers,
      )
    return source && isPaper(tokens, source)
      ? frameOf(parsed, kind, cue.verb.lemma, [cue.at, cue.at], source, [subject.first, cue.at], covers)
      : undefined
  }
  if (cue.verb.kinds.has('document') && !cue.verb.kinds.has('say')) return undefined
  const owner =
    earlier.findLast((f) => f.source && f.parsed === parsed && f.cue[0] < cue.at && f.kind !== 'compiled')?.source ??
    mainSubject(tokens, first, cue.group)
  if (!owner) return undefined
  return frameOf(parsed, kind, cue.verb.lemma, [cue.at, cue.at], owner, [cue.at, cue.at], covers)
}

/** The subject of the sentence: the first name, pronoun or noun that can be a source. */
export function mainSubject(tokens: readonly Token[], first: number, end: number): SourcePhrase | undefined {
  for (let i = first; i < end; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    const opens = token.bits & (Word.Determiner | Word.Pronoun) || isName(tokens, i)
    if (!opens) continue
    let last = i
    const named = isName(tokens, i)
    while (
      last + 1 < end &&
      last - i < 10 &&
      tokens[last + 1]!.kind === 'word' &&
      !(named && !tokens[last + 1]!.capital && !tokens[last + 1]!.bits && !tokens[last]!.possessive) &&
      !(tokens[last + 1]!.bits & (Word.Auxiliary | Word.Conjunction)) &&
      !(tokens[last + 1]!.bits & Word.Preposition && !tokens[last + 1]!.capital) &&
      !hasVerb(tokens, last + 1, last + 2) &&
      !(token.bits & Word.Pronoun && last >= i)
    )
      last++
    const source = readSource(tokens, i, last)
    if (source && source.kind !== 'document' && !(source.kind === 'pronoun' && !/^(?:he|she|it|they|we)$/.test(tokens[i]!.low)))
      return source
    i = last
  }
  return undefined
}
