import type { Stretch } from './frames.ts'
import type { Parsed } from './parsed.ts'
import { hasVerb } from './source-phrases.ts'
import { isDash, type Token } from './tokens.ts'
import { Word } from './vocabulary.ts'

/** The stretch between semicolons that holds a token, in token numbers, both included. */
export function segmentAround(parsed: Parsed, at: number): [first: number, last: number] {
  const { tokens, spoken } = parsed
  let first = at
  while (first > (at >= parsed.open ? parsed.open : 0) && !(isBreak(tokens, first - 1) && !spoken[first - 1])) first--
  let last = at
  while (last + 1 < tokens.length && !(isBreak(tokens, last + 1) && !spoken[last + 1])) last++
  return [first, last]
}

/** A semicolon before a clause of its own; in a list of figures it is a comma. */
function isBreak(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.low !== ';') return false
  const next = tokens[i + 1]
  if (tokens.findIndex((t, k) => k !== i && t.low === ';') >= 0) return false
  return next !== undefined && next.kind === 'word' && next.low !== 'and' && hasVerb(tokens, i + 1, Math.min(i + 20, tokens.length))
}

/** What precedes a source phrase at the end of its stretch. */
export function coversBack(parsed: Parsed, first: number, before: number): [number, number] {
  const { tokens } = parsed
  return before > first ? [tokens[first]!.from, tokens[before]!.from] : [0, 0]
}

/** What follows a cue, up to “, but”, “, while”, “, although” and a clause of its own. */
export function coversForward(parsed: Parsed, from: number, last: number): [number, number] {
  const { tokens, spoken } = parsed
  while (from < last && tokens[from]!.low === ',') from++
  if (from > last || (from === last && tokens[from]!.kind === 'mark')) return [0, 0]
  for (let i = from + 1; i < last; i++) {
    if (spoken[i] || !(tokens[i]!.low === ',' || isDash(tokens[i]))) continue
    const next = tokens[i + 1]!
    if (
      /^(?:but|although|though|whereas)$/.test(next.low) &&
      i + 2 <= last &&
      !(tokens[i + 2]!.bits & Word.Auxiliary) &&
      !tokens[i + 2]!.verb &&
      hasVerb(tokens, i + 3, Math.min(last + 1, i + 16))
    )
      return [tokens[from]!.from, tokens[i]!.from]
  }
  return [tokens[from]!.from, tokens[last]!.to]
}

const TAIL_WORDS = new Set([
  'in',
  'on',
  'at',
  'by',
  'via',
  'during',
  'after',
  'before',
  'earlier',
  'late',
  'last',
  'this',
  'to',
  'from',
  'through',
  'over',
  'with',
  'separately',
  'early',
  'when',
  'of',
  'about',
  'ahead',
  'as',
  'following',
  'under',
  'for',
])

/**
 * Whether only day, place or manner follows a reporting verb up to the next comma or the end: “said Tuesday in a
 * statement”. `end` is the last token of that stretch.
 */
export function isTail(tokens: readonly Token[], from: number, last: number): { plain: boolean; end: number } {
  let end = from - 1
  while (end < last && !isTailEnd(tokens[end + 1]!)) end++
  if (end < from) return { plain: true, end }
  const head = tokens[from]!
  if (head.kind === 'quote') return { plain: true, end: from - 1 }
  const adverbial = (head.bits & (Word.Day | Word.Month | Word.Time | Word.Adverb)) !== 0 || TAIL_WORDS.has(head.low)
  if (!adverbial || end - from > 22) return { plain: false, end }
  if (head.low === 'about' || (head.low === 'this' && !(tokens[from + 1]!.bits & Word.Time))) return { plain: false, end }
  for (let i = from; i <= end; i++)
    if (tokens[i]!.low === 'that' || (tokens[i]!.kind === 'number' && /[$%]/.test(tokens[i]!.low)) || tokens[i]!.low === 'percent')
      return { plain: false, end }
  const finite = hasVerb(tokens, from, end + 1)
  if (finite && !/^(?:when|after|before|as)$/.test(head.low)) return { plain: false, end }
  return { plain: true, end }
}

function isTailEnd(token: Token): boolean {
  return (
    token.kind === 'quote' ||
    (token.kind === 'mark' &&
      (token.low === ',' ||
        token.low === '.' ||
        token.low === ';' ||
        token.low === ':' ||
        isDash(token) ||
        token.low === '?' ||
        token.low === '!' ||
        token.low === '('))
  )
}

/** The first token after the person who is told. */
export function skipAddressee(tokens: readonly Token[], from: number): number {
  let i = from
  if (tokens[i]?.kind === 'number' && tokens[i + 1]?.kind === 'word') i += 2
  while (i < tokens.length && i - from < 10) {
    const token = tokens[i]!
    if (
      isTailEnd(token) ||
      token.low === 'that' ||
      token.bits & Word.Day ||
      (token.bits & Word.Preposition && !/^(?:of|at|for)$/.test(token.low))
    )
      return i
    if (
      i > from &&
      token.bits & (Word.Pronoun | Word.Determiner) &&
      !(tokens[i - 1]!.bits & (Word.Determiner | Word.Preposition)) &&
      !/^(?:and|&)$/.test(tokens[i - 1]!.low)
    )
      return i
    if (token.kind === 'number') return i
    i++
  }
  return i
}

const COMPARE = new Set([
  'than',
  'exceeding',
  'exceeded',
  'above',
  'below',
  'beating',
  'beat',
  'topping',
  'topped',
  'missing',
  'missed',
  'versus',
  'vs',
  'against',
  'compared',
  'short',
  'surpassing',
  'surpassed',
  'trailing',
  'trailed',
  'from',
  'while',
  'but',
  'and',
  'outpacing',
  'lagging',
  'ahead',
  'over',
  'under',
])

/** Back to the word that opens the comparison, or the comma before it. */
export function localStart(parsed: Parsed, at: number, first: number): number {
  const { tokens } = parsed
  let i = at - 1
  while (i > first) {
    if (COMPARE.has(tokens[i]!.low) || (tokens[i]!.low === ',' && tokens[i - 1]?.kind !== 'number')) return i
    i--
  }
  return first
}

/** What was reported, without the writer’s reasons for it: “reported a loss of 4 million as demand fell”. */
export function resultScope(parsed: Parsed, from: number, last: number): Stretch {
  const { tokens } = parsed
  const [start, end] = coversForward(parsed, from, last)
  for (let i = from + 2; i < last && tokens[i]!.from < end; i++) {
    if (
      /^(?:as|after|amid|because|despite)$/.test(tokens[i]!.low) &&
      tokens[i - 1]!.low !== 'such' &&
      tokens[i - 1]!.low !== 'as' &&
      tokens[i + 1]!.low !== 'of' &&
      !/^(?:much|many|well|high|low|little)$/.test(tokens[i + 1]!.low)
    )
      return [start, tokens[i]!.from]
  }
  return [start, end]
}

/** Whether more than an opener stands before the source phrase. */
export function hasContent(tokens: readonly Token[], first: number, before: number): boolean {
  if (before - first >= 4) return true
  if (tokens[before]?.kind === 'quote' || tokens[first]?.kind === 'quote') return true
  for (let i = first; i < before; i++) if (tokens[i]!.kind === 'number' || hasVerb(tokens, i, i + 1)) return true
  return before - first >= 2 && !(tokens[first]!.bits & (Word.Preposition | Word.Conjunction | Word.Adverb))
}

export function relativeScope(parsed: Parsed, at: number, last: number): Stretch {
  const { tokens } = parsed
  const from = tokens[at]!.to
  for (let i = at + 1; i <= last; i++) {
    if (tokens[i]!.low === ',' && !(tokens[i - 1]!.kind === 'number' && tokens[i + 1]?.kind === 'number') && i - at > 3)
      return [from, tokens[i]!.from]
  }
  return [from, tokens[last]!.to]
}

/** End of a subordinate clause: its comma. */
export function clauseEnd(parsed: Parsed, from: number, last: number): number {
  const { tokens } = parsed
  for (let i = from; i <= last; i++) if (tokens[i]!.low === ',' && i - from > 1) return tokens[i]!.from
  return tokens[last]?.to ?? parsed.sentence.to
}
