import type { Frame, FrameKind } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { coversBack, coversForward, isTail, segmentAround, skipAddressee } from './scope.ts'
import { hasVerb, isName, namesIn, phraseFrom, readSource, subjectEndingAt, type SourcePhrase } from './source-phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { verbCueAt, type VerbCue } from './verb-cues.ts'
import { Word } from './vocabulary.ts'

type Stretch = readonly [from: number, to: number]

/** “Ruiz’s $2 billion valuation”: the owner of an estimate. */
function ownedFigure(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (!tokens[i]!.possessive || !isName(tokens, i)) return undefined
  const figure = tokens[i + 1]
  if (figure?.kind !== 'number') return undefined
  const noun = tokens.slice(i + 2, i + 5).findIndex((t) => /^(?:valuation|estimate|forecast|target|projection|prediction|price-target|guess)$/.test(t.low))
  if (noun < 0) return undefined
  let from = i
  while (from > 0 && isName(tokens, from - 1)) from--
  const end = i + 2 + noun
  return frameOf(parsed, 'compiled', tokens[end]!.low, [end, end], { first: from, last: i, from, to: i, kind: 'company' }, [from, i], [[figure.from, tokens[end]!.from]], true)
}

/** All frames of a sentence, in reading order. Cues inside somebody's speech are not looked at. */
export function framesIn(parsed: Parsed): Frame[] {
  const frames: Frame[] = []
  const { tokens, spoken } = parsed
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (spoken[i] || token.kind !== 'word') continue
    const before = frames.at(-1)
    // “said in a statement” names one source, not two
    if (token.low === 'in' && before && before.kind === 'says' && i - before.cue[1] <= 4 && i > before.cue[1]) continue
    const frame = token.verb ? verbFrame(parsed, i, frames) ?? guidanceFrame(parsed, i) : phraseFrame(parsed, i) ?? guidanceFrame(parsed, i)
    const found = frame ?? ownedFigure(parsed, i)
    if (found) frames.push(found)
  }
  return frames
}

function frameOf(parsed: Parsed, kind: FrameKind, lemma: string, cue: Stretch, source: SourcePhrase | undefined, hole: Stretch, covers: readonly Stretch[], local = false): Frame {
  const { tokens } = parsed
  return { parsed, kind, lemma, cue, source, local, covers: covers.filter(([from, to]) => to > from), hole: [tokens[hole[0]]!.from, tokens[hole[1]]!.to] }
}

// ——— phrases: according to, per, citing, compiled by, in a filing ———

const DOCUMENT_CUE = new Set(['in', 'from', 'by', 'under', 'on'])

function phraseFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  const { low } = tokens[i]!
  const next = tokens[i + 1]
  if (!next) return undefined
  if (low === 'according' && next.low === 'to') return accordingFrame(parsed, i, i + 2, 'according to')
  if (low === 'per' && isPerSource(tokens, i)) return accordingFrame(parsed, i, i + 1, 'per')
  if ((low === 'based' || low === 'citing' || low === 'quoting') && tokens[i - 1]) {
    if (low === 'based') return next.low === 'on' && /^[,(]$/.test(tokens[i - 1]!.low) ? accordingFrame(parsed, i, i + 2, 'based on', true) : undefined
    return accordingFrame(parsed, i, i + 1, low)
  }
  if ((low === 'source' || low === 'sources' || low === 'slide' || low === 'chart' || low === 'graphic') && next.low === ':') return lineFrame(parsed, i)
  if (/^(?:compiled|surveyed|polled|interviewed|gathered|collected|tracked|published|provided|released|issued)$/.test(low) && next.low === 'by') return compiledFrame(parsed, i)
  if (/^(?:respondents|participants|surveyed|polled|interviewed)$/.test(low)) return respondentsFrame(parsed, i)
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
  const asked = tokens.findIndex((t, k) => k >= phrase.first && k <= phrase.last && /^(?:respondents|participants|surveyed|polled)$/.test(t.low))
  if (asked >= 0 && /^(?:in|on|of|to|by)$/.test(tokens[asked + 1]?.low ?? '')) return undefined
  const source = readSource(tokens, phrase.first, phrase.last) ?? (strict ? undefined : anySource(tokens, phrase.first, phrase.last))
  if (!source) return undefined
  const [first, last] = segmentAround(parsed, cueFrom)
  const opening = cueFrom === first || (cueFrom === first + 1 && (tokens[first]!.bits & (Word.Conjunction | Word.Adverb)) !== 0) || tokens[cueFrom - 1]!.kind === 'quote' && cueFrom - 1 === first
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
  return source && frameOf(parsed, 'line', tokens[i]!.low, [i, i + 1], source, [i, phrase.last], before ? [coversBack(parsed, first, before.low === '(' ? i - 1 : i)] : [])
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
  if (!survey) covers.pop()
  return frameOf(parsed, 'compiled', tokens[i]!.low, [i, i + 1], source, [i, phrase.last], covers, true)
}

const COMPARE = new Set(['than', 'exceeding', 'exceeded', 'above', 'below', 'beating', 'beat', 'topping', 'topped', 'missing', 'missed', 'versus', 'vs', 'against', 'compared', 'short', 'surpassing', 'surpassed', 'trailing', 'trailed', 'from', 'while', 'but', 'and', 'outpacing', 'lagging', 'ahead', 'over', 'under'])

/** Back to the word that opens the comparison, or the comma before it. */
function localStart(parsed: Parsed, at: number, first: number): number {
  const { tokens } = parsed
  let i = at - 1
  while (i > first) {
    if (COMPARE.has(tokens[i]!.low) || tokens[i]!.low === ',' && tokens[i - 1]?.kind !== 'number') return i
    i--
  }
  return first
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
    if (token.bits & (Word.Document | Word.Data) && !token.capital && !(token.verb && token.verb.form !== 'base' && token.verb.form !== 's')) head = k
    if (token.bits & Word.Preposition && k > i + 1) break
    if (head >= 0) {
      if (!tokens[k + 1] || !(tokens[k + 1]!.bits & (Word.Document | Word.Data))) break
    }
  }
  if (head < 0) return undefined
  const { low } = tokens[head]!
  if (/^(?:guidance|plan|budget|index|indices|account|accounts|estimates?|forecasts?|projections?|chart|charts|table|tables|suit|order|orders|records?|results|paper|book|speech|reading|update|outlook|average|reports?)$/.test(low) && !/^(?:reports?|records)$/.test(low)) return undefined
  const source: SourcePhrase = { first: i + 1, last: phrase.last, from: i + 1, to: head, kind: 'document' }
  const [first, last] = segmentAround(parsed, i)
  const opening = i === first || (i === first + 1 && (tokens[first]!.bits & (Word.Conjunction | Word.Adverb)) !== 0)
  if (opening) return tokens[phrase.last + 1]?.low === ',' ? frameOf(parsed, 'document', 'in', [i, i], source, [i, phrase.last], [coversForward(parsed, phrase.last + 1, last)]) : undefined
  if (tokens[i]!.low !== 'in' || /^(?:survey|poll|study|report|analysis|research)s?$/.test(low) && !namesIn(tokens, i + 1, head)) return undefined
  const after = tokens[phrase.last + 1]
  if (after && after.low !== '.' && after.low !== ',') return undefined
  const expected = /^(?:expected|forecast|projected|predicted|estimated|seen|anticipated)$/.test(tokens[i - 1]?.low ?? '')
  const back: Stretch = expected ? [tokens[localStart(parsed, i, first)]!.from, tokens[i]!.from] : coversBack(parsed, first, i)
  return frameOf(parsed, 'document', 'in', [i, i], source, [i, phrase.last], [back], expected)
}

// ——— verbs ———

const INVERTS = /^(?:say|add|write|note|ask|explain|warn|tweet|comment|recall|predict|argue|report|tell|conclude|announce|acknowledge|admit|quip|joke|reply|estimate)$/

function verbFrame(parsed: Parsed, i: number, earlier: readonly Frame[]): Frame | undefined {
  const { tokens } = parsed
  const cue = verbCueAt(tokens, i)
  if (!cue) return undefined
  if (cue.voice === 'passive') return passiveFrame(parsed, cue)
  if (cue.voice === 'participle') return participleFrame(parsed, cue, earlier)
  const [first, last] = segmentAround(parsed, i)
  const inverted = invertedFrame(parsed, cue, first, last)
  if (inverted) return inverted
  if (cue.group - 1 < first) return undefined
  const subject = subjectEndingAt(tokens, cue.group - 1, first)
  if (!subject) return undefined
  const source = readSource(tokens, subject.first, subject.last) ?? looseSource(tokens, subject, cue)
  if (!source || !fits(tokens, cue, source)) return undefined
  return activeFrame(parsed, cue, subject, source, first, last)
}

/** After said, told, added …, any noun that is not a price can speak. */
function looseSource(tokens: readonly Token[], subject: { first: number; last: number }, cue: VerbCue): SourcePhrase | undefined {
  if (!cue.verb.kinds.has('say') || !/^(?:say|tell|add|write|warn|explain|announce|argue|acknowledge|admit|insist|declare|tweet|concede)$/.test(cue.verb.lemma)) return undefined
  const { first, last } = subject
  const head = tokens[last]!
  if (head.kind !== 'word' || head.bits & (Word.Market | Word.Preposition | Word.Auxiliary | Word.Time | Word.Day)) return undefined
  for (let i = first; i <= last; i++) if (tokens[i]!.kind === 'number' || tokens[i]!.low === 'percent' || tokens[i]!.low === '%') return undefined
  let from = last
  while (from > first && !(tokens[from]!.bits & Word.Determiner) && last - from < 6) from--
  return { first, last, from, to: last, kind: head.low.endsWith('s') && !(tokens[from]!.bits & Word.Determiner) ? 'crowd' : 'person' }
}

/** Whether this kind of source can do what the verb says. */
function fits(tokens: readonly Token[], cue: VerbCue, source: SourcePhrase): boolean {
  const { kinds, lemma } = cue.verb
  const papers = source.kind === 'document'
  const neutral = source.kind === 'pronoun' && /^(?:it|that|which|this|these|those|they)$/.test(tokens[source.from]!.low)
  if (kinds.has('say')) return true
  if (kinds.has('document') && !kinds.has('say')) {
    // “the growth it showed”
    if (source.kind === 'pronoun' && isObjectRelative(tokens, source.from)) return false
    if (lemma === 'reflect' || lemma === 'contain' || lemma === 'highlight') return papers && hasDataHead(tokens, source)
    if (lemma === 'put' || lemma === 'peg') return hasAt(tokens, cue.at)
    if (lemma === 'show' || lemma === 'find' || lemma === 'read' || lemma === 'list') return papers || (neutral && lemma !== 'list') || lemma === 'find' && source.kind !== 'person' && tokens[cue.at + 1]?.low === 'that'
    return true
  }
  if (kinds.has('estimate')) {
    if (lemma === 'see') return !papers && seesFigure(tokens, cue.at)
    if (lemma === 'target' && cue.verb.form === 'ing') return source.kind === 'company' || source.kind === 'pronoun' || (tokens[source.to]!.bits & Word.Organisation) !== 0
    if (lemma === 'value' || lemma === 'rate') return hasAt(tokens, cue.at)
    if (lemma === 'hope' || lemma === 'fear' || lemma === 'consider' || lemma === 'feel' || lemma === 'know' || lemma === 'guide') return !papers || lemma === 'guide'
    return true
  }
  if (kinds.has('result')) return source.kind !== 'crowd' && tokens[cue.at]!.low !== 'records'
  return true
}

function isObjectRelative(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before !== undefined && before.kind === 'word' && !/^(?:that|and|but|as|if|when|because|while|so|which|who)$/.test(before.low) && !(before.bits & (Word.Preposition | Word.Adverb | Word.Auxiliary)) && !before.verb && !/^(?:which|who|that)$/.test(tokens[at]!.low)
}

/** “analysts’ estimates showing”: a crowd’s paper. */
function isPaper(tokens: readonly Token[], source: SourcePhrase): boolean {
  return (tokens[source.to]!.bits & (Word.Document | Word.Data)) !== 0
}

function hasDataHead(tokens: readonly Token[], source: SourcePhrase): boolean {
  return (tokens[source.to]!.bits & Word.Data) !== 0
}

function hasAt(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i - at < 16; i++) {
    if (/^(?:near|between|around|closer|above|below)$/.test(tokens[i]!.low) && tokens.slice(i + 1, i + 3).some((t) => t.kind === 'number')) return true
    if (tokens[i]!.low === 'at') return tokens[i + 1]?.kind === 'number' || /^(?:about|around|roughly|nearly|some|more|less|just|between|close|almost|over|\$)$/.test(tokens[i + 1]?.low ?? '')
    if (tokens[i]!.kind === 'mark' && tokens[i]!.low !== '.' && tokens[i]!.low !== '’') return false
  }
  return false
}

/** “sees sales of 4 billion”, not “saw its shares fall”. */
function seesFigure(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.low === 'seen') return false
  for (let i = at + 1; i < tokens.length && i - at < 14; i++) {
    const token = tokens[i]!
    if (token.kind === 'number' || token.low === 'percent') return true
    if (/^(?:two|three|four|five|six|seven|eight|nine|ten|half)$/.test(token.low) || (token.low === 'a' && /^(?:quarter|third)$/.test(tokens[i + 1]?.low ?? ''))) return true
    if (token.kind === 'mark' && token.low !== ',' && token.low !== '.') return false
  }
  return false
}

function activeFrame(parsed: Parsed, cue: VerbCue, subject: { first: number; last: number; aside: [number, number] | undefined }, source: SourcePhrase, first: number, last: number): Frame | undefined {
  const { tokens } = parsed
  if (cue.verb.lemma === 'call' && /^(?:off|up|on|in)$/.test(tokens[cue.at + 1]?.low ?? '')) return undefined
  const kind: FrameKind = cue.verb.kinds.has('result') ? 'result' : cue.verb.kinds.has('document') ? 'document' : 'says'
  const hole: Stretch = [subject.first, cue.at]
  const before = tokens[subject.first - 1]
  const relative = source.from === source.to && /^(?:who|which|that)$/.test(tokens[source.from]!.low)
  const make = (covers: readonly Stretch[], local = false) => frameOf(parsed, kind, cue.verb.lemma, [cue.group, cue.at], source, hole, covers, local)
  if (relative) {
    const named = antecedentOf(tokens, source.from) ?? source
    if (named === source && tokens[source.from]!.low === 'that') return undefined
    return frameOf(parsed, kind, cue.verb.lemma, [cue.group, cue.at], named, [named.first, cue.at], [relativeScope(parsed, cue.at, last)])
  }
  const after = cue.verb.lemma === 'tell' || cue.verb.lemma === 'inform' || cue.verb.lemma === 'remind' || cue.verb.lemma === 'assure' || cue.verb.lemma === 'advise' ? skipAddressee(tokens, cue.at + 1) : cue.at + 1
  const comparative = before?.low === 'than'
  if (comparative) return make([[tokens[localStart(parsed, subject.first - 1, first)]!.from, tokens[subject.first]!.from]], true)
  const hasBefore = subject.first - 1 > first && (before!.low === ',' || before!.kind === 'quote' || isDash(before) || before!.low === 'as' || before!.low === 'and')
  const tail = isTail(tokens, after, last)
  const nextMark = tokens[tail.end + 1]
  const subordinate = before !== undefined && /^(?:after|when|since|because|if|before|although|though|while|whereas|until|once|whether)$/.test(before.low)
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
  if (cue.verb.kinds.has('describe') && colon < 0 && !/^(?:for|that)$/.test(tokens[after]?.low ?? '')) return make([[tokens[after]!.from, clauseEnd(parsed, after, last)]])
  return make([kind === 'result' ? resultScope(parsed, after, last) : coversForward(parsed, after, last)])
}

/** What was reported, without the writer’s reasons for it: “reported a loss of 4 million as demand fell”. */
function resultScope(parsed: Parsed, from: number, last: number): Stretch {
  const { tokens } = parsed
  const [start, end] = coversForward(parsed, from, last)
  for (let i = from + 2; i < last && tokens[i]!.from < end; i++) {
    if (/^(?:as|after|amid|because|despite)$/.test(tokens[i]!.low) && tokens[i - 1]!.low !== 'such' && tokens[i - 1]!.low !== 'as' && tokens[i + 1]!.low !== 'of' && !/^(?:much|many|well|high|low|little)$/.test(tokens[i + 1]!.low)) return [start, tokens[i]!.from]
  }
  return [start, end]
}

/** Whether more than an opener stands before the source phrase. */
function hasContent(tokens: readonly Token[], first: number, before: number): boolean {
  if (before - first >= 4) return true
  if (tokens[before]?.kind === 'quote' || tokens[first]?.kind === 'quote') return true
  for (let i = first; i < before; i++) if (tokens[i]!.kind === 'number' || hasVerb(tokens, i, i + 1)) return true
  return before - first >= 2 && !(tokens[first]!.bits & (Word.Preposition | Word.Conjunction | Word.Adverb))
}

function relativeScope(parsed: Parsed, at: number, last: number): Stretch {
  const { tokens } = parsed
  const from = tokens[at]!.to
  for (let i = at + 1; i <= last; i++) {
    if (tokens[i]!.low === ',' && !(tokens[i - 1]!.kind === 'number' && tokens[i + 1]?.kind === 'number') && i - at > 3) return [from, tokens[i]!.from]
  }
  return [from, tokens[last]!.to]
}

/** End of a subordinate clause: its comma. */
function clauseEnd(parsed: Parsed, from: number, last: number): number {
  const { tokens } = parsed
  for (let i = from; i <= last; i++) if (tokens[i]!.low === ',' && i - from > 1) return tokens[i]!.from
  return tokens[last]?.to ?? parsed.sentence.to
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
    while (from > 0 && i - from < 6 && tokens[from - 1]!.kind === 'word' && !(tokens[from]!.bits & Word.Determiner) && !(tokens[from - 1]!.bits & (Word.Preposition | Word.Conjunction | Word.Auxiliary))) from--
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
  if (!(next.capital || next.bits & (Word.Determiner | Word.Role | Word.Pronoun | Word.Anonymous | Word.Crowd | Word.Organisation) || next.possessive) || next.low === 'that') return undefined
  // “Ruiz, who runs it, said the firm …”: the subject stands before
  if (before?.low === ',' && next.bits & Word.Determiner && subjectEndingAt(tokens, cue.at - 1, first)) return undefined
  if (!opening && next.bits & Word.Determiner && hasVerb(tokens, phrase.first, Math.min(phrase.last + 1, last))) return undefined
  if (!opening && before?.low === ',' && tokens[phrase.last + 1]?.bits && (tokens[phrase.last + 1]!.bits & Word.Auxiliary) !== 0) return undefined
  const source = readSource(tokens, phrase.first, phrase.last)
  if (!source || source.kind === 'document' && cue.verb.lemma === 'say' && false) return undefined
  const covers: Stretch[] = opening ? [coversForward(parsed, phrase.last + 1, last)] : [coversBack(parsed, first, cue.at)]
  return frameOf(parsed, 'says', cue.verb.lemma, [cue.at, cue.at], source, [cue.at, phrase.last], covers)
}

function passiveFrame(parsed: Parsed, cue: VerbCue): Frame | undefined {
  const { tokens } = parsed
  if (/^(?:blame|accuse|criticize|criticise|praise|credit|recommend|urge|ask|mean|tell|remind|register|book|record)$/.test(cue.verb.lemma)) return undefined
  const phrase = phraseFrom(tokens, cue.at + 2)
  if (!phrase) return undefined
  const source = readSource(tokens, phrase.first, phrase.last)
  if (!source || source.kind === 'pronoun' && tokens[source.from]!.low === 'it') return undefined
  const [first, last] = segmentAround(parsed, cue.at)
  const opening = cue.at === first || (tokens[cue.at - 1]!.low === 'as' && cue.at - 1 === first)
  const start = localStart(parsed, cue.group, first)
  const covers: Stretch[] = opening ? [coversForward(parsed, phrase.last + 1, last)] : [[tokens[start]!.from, tokens[cue.group]!.from]]
  if (!opening && cue.group < cue.at) covers.push(coversForward(parsed, phrase.last + 1, last))
  return frameOf(parsed, 'says', cue.verb.lemma, [cue.group, cue.at + 1], source, [cue.group, phrase.last], covers, !opening && cue.group === cue.at)
}

function participleFrame(parsed: Parsed, cue: VerbCue, earlier: readonly Frame[]): Frame | undefined {
  const { tokens } = parsed
  const [first, last] = segmentAround(parsed, cue.at)
  const before = tokens[cue.group - 1]
  const kind: FrameKind = 'participle'
  const end = before && /^(?:after|by|in|while|when|before)$/.test(before.low) ? clauseEnd(parsed, cue.at + 1, last) : coversForward(parsed, cue.at + 1, last)[1]
  const covers: Stretch[] = [[tokens[cue.at + 1]?.from ?? tokens[cue.at]!.to, end]]
  if (before && before.low !== ',' && before.low !== 'and' && before.kind === 'word' && !/^(?:after|by|in|while|when|before|without|despite)$/.test(before.low)) {
    const subject = subjectEndingAt(tokens, cue.group - 1, first)
    const source = subject && readSource(tokens, subject.first, subject.last)
    const own = subject && tokens[subject.first]!.low === 'with' ? subject.first + 1 : -1
    if (own > 0 && source && source.kind !== 'crowd') return frameOf(parsed, cue.verb.kinds.has('result') ? 'result' : kind, cue.verb.lemma, [cue.at, cue.at], source, [own, cue.at], covers)
    return source && isPaper(tokens, source) ? frameOf(parsed, kind, cue.verb.lemma, [cue.at, cue.at], source, [subject.first, cue.at], covers) : undefined
  }
  if (cue.verb.kinds.has('document') && !cue.verb.kinds.has('say')) return undefined
  const owner = earlier.findLast((f) => f.source && f.parsed === parsed && f.cue[0] < cue.at && f.kind !== 'compiled')?.source ?? mainSubject(tokens, first, cue.group)
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
    while (last + 1 < end && last - i < 10 && tokens[last + 1]!.kind === 'word' && !(named && !tokens[last + 1]!.capital && !tokens[last + 1]!.bits && !tokens[last]!.possessive) && !(tokens[last + 1]!.bits & (Word.Auxiliary | Word.Conjunction)) && !(tokens[last + 1]!.bits & Word.Preposition && !tokens[last + 1]!.capital) && !hasVerb(tokens, last + 1, last + 2) && !(token.bits & Word.Pronoun && last >= i)) last++
    const source = readSource(tokens, i, last)
    if (source && source.kind !== 'document' && !(source.kind === 'pronoun' && !/^(?:he|she|it|they|we)$/.test(tokens[i]!.low))) return source
    i = last
  }
  return undefined
}

const MOVES = /^(?:raise[sd]?|raising|lift(?:s|ed|ing)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|reduce[sd]?|reducing|boost(?:s|ed|ing)?|trim(?:s|med|ming)?|hike[sd]?|increase[sd]?|increasing|narrow(?:s|ed|ing)?|widen(?:s|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?|maintain(?:s|ed)?|set|sets|initiate[sd]?|withdrew|upgrade[sd]?|downgrade[sd]?|issued?|gave|gives|provide[sd]?|offer(?:s|ed)?|bump(?:s|ed)?|revise[sd]?|scale[sd]?)$/
const OUTLOOK = /^(?:guidance|outlook|forecasts?|targets?|estimates?|projections?|scenario|price-target|view|pt|predictions?|expectations?)$/

/** “raised its outlook to”, “cut revenue guidance to”: the owner of the forecast is the subject. */
function guidanceFrame(parsed: Parsed, i: number): Frame | undefined {
  const { tokens } = parsed
  if (tokens[i]!.capital || !MOVES.test(tokens[i]!.low)) return undefined
  let noun = -1
  for (let k = i + 1; k < tokens.length && k - i < 9; k++) {
    if (OUTLOOK.test(tokens[k]!.low)) {
      noun = k
      break
    }
    if (tokens[k]!.kind === 'mark' && tokens[k]!.low !== '/' && tokens[k]!.low !== '.') break
  }
  if (noun < 0) return undefined
  const [first, last] = segmentAround(parsed, i)
  let group = i
  while (group > first && (tokens[group - 1]!.bits & (Word.Auxiliary | Word.Adverb))) {
    if (/^(?:will|would|could|may|might|should|not|never|to)$/.test(tokens[group - 1]!.low) || BEING.test(tokens[group - 1]!.low)) return undefined
    group--
  }
  const subject = group > first && tokens[group - 1]!.low !== 'to' ? subjectEndingAt(tokens, group - 1, first) : undefined
  const source = subject ? readSource(tokens, subject.first, subject.last) : undefined
  const owner = source ?? (tokens[i]!.low.endsWith('ing') ? mainSubject(tokens, first, group) : undefined)
  if (!owner || owner.kind === 'document') return undefined
  const before = tokens[(subject?.first ?? i) - 1]
  const subordinate = before !== undefined && /^(?:after|when|since|because|if|before|although|though|while|until|once|and)$/.test(before.low)
  const covers: Stretch = subordinate ? [tokens[i]!.from, clauseEnd(parsed, noun, last)] : [tokens[i]!.from, coversForward(parsed, i + 1, last)[1]]
  return frameOf(parsed, 'says', tokens[i]!.low, [i, i], owner, [source ? subject!.first : i, i], [covers])
}
const BEING = /^(?:is|are|was|were|be|been)$/
