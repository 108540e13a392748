import { isShare, type SourcePhrase } from './source-phrases.ts'
import type { Token } from './tokens.ts'
import type { VerbCue } from './verb-cues.ts'
import { Word } from './vocabulary.ts'

/** After said, told, added …, any noun that is not a price can speak. */
export function looseSource(tokens: readonly Token[], subject: { first: number; last: number }, cue: VerbCue): SourcePhrase | undefined {
  if (
    !cue.verb.kinds.has('say') ||
    !/^(?:say|tell|add|write|warn|explain|announce|argue|acknowledge|admit|insist|declare|tweet|concede)$/.test(cue.verb.lemma)
  )
    return undefined
  const { first, last } = subject
  const head = tokens[last]!
  if (head.kind !== 'word' || head.bits & (Word.Market | Word.Preposition | Word.Auxiliary | Word.Time | Word.Day)) return undefined
  for (let i = first; i <= last; i++)
    if (isShare(tokens, i) || tokens[i]!.kind === 'number' || tokens[i]!.low === 'percent' || tokens[i]!.low === '%') return undefined
  let from = last
  while (from > first && !(tokens[from]!.bits & Word.Determiner) && last - from < 6) from--
  return { first, last, from, to: last, kind: head.low.endsWith('s') && !(tokens[from]!.bits & Word.Determiner) ? 'crowd' : 'person' }
}

/** Whether this kind of source can do what the verb says. */
export function fits(tokens: readonly Token[], cue: VerbCue, source: SourcePhrase): boolean {
  const { kinds, lemma } = cue.verb
  // “National Bureau of Statistics data showed”: the data head the phrase
  const papers = source.kind === 'document' || (tokens[source.to]!.bits & Word.Data) !== 0
  const neutral = source.kind === 'pronoun' && /^(?:it|that|which|this|these|those|they)$/.test(tokens[source.from]!.low)
  if (kinds.has('say')) return true
  if (kinds.has('document') && !kinds.has('say')) {
    // “the growth it showed”
    if (source.kind === 'pronoun' && isObjectRelative(tokens, source.from)) return false
    if (lemma === 'reflect' || lemma === 'contain' || lemma === 'highlight') return papers && hasDataHead(tokens, source)
    if (lemma === 'put' || lemma === 'peg') return hasAt(tokens, cue.at)
    if (lemma === 'show' || lemma === 'find' || lemma === 'read' || lemma === 'list')
      return papers || (neutral && lemma !== 'list') || (lemma === 'find' && ((source.kind !== 'person' && tokens[cue.at + 1]?.low === 'that') || closes(tokens, cue)))
    return true
  }
  if (kinds.has('estimate')) {
    if (lemma === 'see') return !papers && !wentThrough(tokens, cue.at) && seesFigure(tokens, cue.at)
    if (lemma === 'target' && cue.verb.form === 'ing')
      return source.kind === 'company' || source.kind === 'pronoun' || (tokens[source.to]!.bits & Word.Organisation) !== 0
    if (lemma === 'value' || lemma === 'rate') return hasAt(tokens, cue.at)
    if (lemma === 'hope' || lemma === 'fear' || lemma === 'consider' || lemma === 'feel' || lemma === 'know' || lemma === 'guide')
      return !papers || lemma === 'guide'
    return true
  }
  if (kinds.has('result')) return source.kind !== 'crowd' && tokens[cue.at]!.low !== 'records'
  return true
}

/** “…, she found.”: the verb ends the sentence behind a comma and its subject. */
function closes(tokens: readonly Token[], { at, group }: VerbCue): boolean {
  const next = tokens[at + 1]
  return (!next || next.low === '.') && tokens.slice(Math.max(0, group - 5), group).some((t) => t.low === ',')
}

function isObjectRelative(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before !== undefined &&
    before.kind === 'word' &&
    !/^(?:that|and|but|as|if|when|because|while|so|which|who)$/.test(before.low) &&
    !(before.bits & (Word.Preposition | Word.Adverb | Word.Auxiliary)) &&
    !before.verb &&
    !/^(?:which|who|that)$/.test(tokens[at]!.low)
  )
}

/** “analysts’ estimates showing”: a crowd’s paper. */
export function isPaper(tokens: readonly Token[], source: SourcePhrase): boolean {
  return (tokens[source.to]!.bits & (Word.Document | Word.Data)) !== 0
}

function hasDataHead(tokens: readonly Token[], source: SourcePhrase): boolean {
  return (tokens[source.to]!.bits & Word.Data) !== 0
}

function hasAt(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i - at < 16; i++) {
    if (/^(?:near|between|around|closer|above|below)$/.test(tokens[i]!.low) && tokens.slice(i + 1, i + 3).some((t) => t.kind === 'number'))
      return true
    if (tokens[i]!.low === 'at')
      return (
        tokens[i + 1]?.kind === 'number' ||
        /^(?:about|around|roughly|nearly|some|more|less|just|between|close|almost|over|\$)$/.test(tokens[i + 1]?.low ?? '')
      )
    if (tokens[i]!.kind === 'mark' && tokens[i]!.low !== '.' && tokens[i]!.low !== '’') return false
  }
  return false
}

/** “saw a drop of 3%”: what happened to the subject, no view of it. */
function wentThrough(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.low === 'saw' &&
    /^(?:a|an)$/.test(tokens[at + 1]?.low ?? '') &&
    tokens.slice(at + 2, at + 5).some((t) => /^(?:drop|rise|increase|decline|gain|fall|jump|surge|decrease|dip|slump|plunge|uptick|spike)$/.test(t.low))
  )
}

/** “sees sales of 4 billion”, not “saw its shares fall”. */
function seesFigure(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.low === 'seen') return false
  for (let i = at + 1; i < tokens.length && i - at < 14; i++) {
    const token = tokens[i]!
    if (token.kind === 'number' || token.low === 'percent') return true
    if (
      /^(?:two|three|four|five|six|seven|eight|nine|ten|half)$/.test(token.low) ||
      (token.low === 'a' && /^(?:quarter|third)$/.test(tokens[i + 1]?.low ?? ''))
    )
      return true
    if (token.kind === 'mark' && token.low !== ',' && token.low !== '.') return false
  }
  return false
}
