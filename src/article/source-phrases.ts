import type { MentionKind } from './facts.ts'
import { isDash, type Token } from './tokens.ts'
import { Word } from './vocabulary.ts'

/** A noun phrase in a source's place, in token numbers, `last` included. */
export interface SourcePhrase {
  /** The whole phrase, with what hangs on it: what stands in here is not attributed. */
  readonly first: number
  readonly last: number
  /** The part that names the source. */
  readonly from: number
  readonly to: number
  readonly kind: MentionKind
}

/** Marks and words a noun phrase does not reach across. */
const STOPS = new Set([
  'that',
  'which',
  'who',
  'whom',
  'whose',
  'but',
  'while',
  'although',
  'though',
  'because',
  'if',
  'when',
  'whereas',
  'whether',
  'where',
  'so',
  'unless',
  'once',
  'how',
  'why',
  'what',
  'yet',
  'as',
  'than',
  'after',
  'before',
  'since',
  'until',
])
/** Marks inside names: AT&T, A/S, Disney+, Inc. */
const INSIDE = new Set(['/', '&', '’', "'", '*', '+', '.'])
const REACH = 28

/** Whether a noun phrase ends at this token. */
export function isBorderToken(token: Token | undefined): boolean {
  if (!token) return true
  if (token.kind === 'quote') return true
  if (token.kind === 'mark') return !INSIDE.has(token.low)
  return STOPS.has(token.low)
}

/** Whether a token is a name's word: a capital that is no day, month or mere opener of a sentence. */
export function isName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (!token || token.kind !== 'word' || !token.capital) return false
  if (token.bits & (Word.Day | Word.Month)) return token.low === 'may' || token.low === 'march' ? isName(tokens, i - 1) : false
  if (
    token.bits & (Word.Pronoun | Word.Determiner | Word.Auxiliary) &&
    token.low !== 'us' &&
    token.low.length < 6 &&
    !/^[A-Z]{2}/.test(token.low)
  )
    return false
  if (i === 0 || isDash(tokens[i - 1]) || tokens[i - 1]!.kind === 'quote') {
    if (token.bits & (Word.Preposition | Word.Conjunction | Word.Adverb)) return false
    const next = tokens[i + 1]
    if (token.bits && !(next?.capital && next.kind === 'word') && !token.possessive)
      return !(token.bits & (Word.Document | Word.Data | Word.Role | Word.Crowd | Word.Market | Word.Anonymous | Word.Time))
  }
  return true
}

/**
 * The noun phrase that ends at `end`, as the subject of a verb. A comma there closes an appositive or a clause on the
 * subject: “Ruiz, who holds the stake, said”.
 */
export function subjectEndingAt(
  tokens: readonly Token[],
  end: number,
  floor = 0,
): { first: number; last: number; aside: [number, number] | undefined } | undefined {
  let last = end
  let aside: [number, number] | undefined
  const mark = tokens[last]
  if (!mark) return undefined
  if (mark.low === ')') {
    const open = findBack(tokens, last, floor, (t) => t.low === '(')
    if (open <= floor) return undefined
    last = open - 1
  }
  if (tokens[last]!.low === ',' || isDash(tokens[last])) {
    const partner = partnerOf(tokens, last, floor)
    if (partner === undefined || partner <= floor) return undefined
    aside = [partner, last]
    last = partner - 1
    if (tokens[last]!.low === ')') {
      const open = findBack(tokens, last, floor, (t) => t.low === '(')
      if (open > floor) last = open - 1
    }
  }
  // “Ana Ruiz, chief economist, and colleagues said”
  if (tokens[last]!.low === 'colleagues' && tokens[last - 1]?.low === 'and' && last - 2 > floor)
    return subjectEndingAt(tokens, last - 2, floor)
  if (PERSONAL.has(tokens[last]!.low) && !tokens[last]!.upper) return { first: last, last, aside }
  let first = last
  while (first > floor && last - first < REACH) {
    const before = tokens[first - 1]!
    if (isBorderToken(before)) break
    if (before.bits & Word.Auxiliary && !before.capital && before.low !== 'being') break
    if (isLink(tokens, first - 1)) break
    first--
  }
  if (isBorderToken(tokens[last]))
    return tokens[last]!.low === 'who' || tokens[last]!.low === 'which' || tokens[last]!.low === 'that'
      ? { first: last, last, aside }
      : undefined
  return { first, last, aside }
}

/** “and”, “or” between clauses rather than inside a name or a pair of subjects. */
function isLink(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.low !== 'and' && token.low !== 'or') return false
  const before = tokens[i - 1]
  const after = tokens[i + 1]
  if (!before || !after) return true
  if (before.capital && after.capital && before.kind === 'word') return false
  return (
    !(before.bits & NOUNISH && after.bits & (NOUNISH | Word.Determiner) && !(after.bits & Word.Pronoun)) ||
    (after.bits & Word.Pronoun) !== 0
  )
}
const NOUNISH = Word.Document | Word.Data | Word.Organisation | Word.Role | Word.Crowd | Word.Anonymous

/** The mark that opens what the mark at `end` closes. */
function partnerOf(tokens: readonly Token[], end: number, floor: number): number | undefined {
  const dash = isDash(tokens[end])
  let seen = 0
  for (let i = end - 1; i > floor && end - i < 40; i--) {
    const token = tokens[i]!
    if (token.kind === 'quote' || token.low === ';' || token.low === ':') return undefined
    if (dash ? !isDash(token) : token.low !== ',') continue
    const after = tokens[i + 1]!
    const before = tokens[i - 1]!
    seen++
    if (after.low === 'who' || after.low === 'whose' || after.low === 'which') return i
    const named = isName(tokens, i - 1) || (before.bits & NOUNISH) !== 0 || namedBefore(tokens, i, floor)
    const opensAside =
      after.bits & Word.Determiner ||
      after.bits & NOUNISH ||
      after.capital ||
      after.bits & Word.Adverb ||
      after.verb?.form === 'past' ||
      after.verb?.form === 'participle' ||
      (after.low.length > 4 && after.low.endsWith('ed')) ||
      /^(?:led|made|run|built|held|known|seen|born)$/.test(after.low) ||
      (after.kind === 'number' && tokens[i + 2] === tokens[end]) ||
      after.low === 'president' ||
      after.bits & Word.Preposition
    if (named && (opensAside || (seen === 1 && !hasVerb(tokens, i + 1, end)))) return i
    if (seen > 3) return undefined
  }
  return undefined
}

/** “the minister of the economy,”: the noun an aside hangs on may stand further back. */
function namedBefore(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let i = at - 1; i >= floor && at - i < 8; i--) {
    const token = tokens[i]!
    if (isBorderToken(token) || token.bits & Word.Auxiliary) return false
    if (token.bits & (Word.Role | Word.Organisation | Word.Document) && tokens[i + 1]!.bits & Word.Preposition) return true
  }
  return false
}

function findBack(tokens: readonly Token[], from: number, floor: number, test: (token: Token) => boolean): number {
  for (let i = from; i >= floor && from - i < REACH; i--) if (test(tokens[i]!)) return i
  return -1
}

const FINITE = new Set([
  'rose',
  'fell',
  'grew',
  'gained',
  'lost',
  'sank',
  'slid',
  'dropped',
  'jumped',
  'made',
  'took',
  'came',
  'went',
  'got',
  'gave',
  'kept',
  'held',
  'won',
  'beat',
  'hit',
  'led',
  'met',
  'ran',
  'sold',
  'bought',
  'paid',
  'spent',
  'cut',
  'rises',
  'falls',
  'grows',
  'makes',
  'takes',
  'comes',
  'goes',
  'gets',
  'gives',
  'keeps',
  'holds',
  'wants',
  'needs',
  'plans',
  'remains',
  'owns',
  'became',
  'began',
  'drove',
  'left',
  'stood',
  'shrank',
  'swung',
  'set',
  'sees',
])

/** Whether a finite verb seems to stand between two tokens: auxiliaries, `-ed` forms, common verbs of movement. */
export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    if (token.bits & Word.Auxiliary || FINITE.has(token.low)) return true
    if (token.verb && (token.verb.form === 'past' || token.verb.form === 's') && !(token.bits & NOUNISH)) return true
    if (token.low.length > 4 && token.low.endsWith('ed') && !token.capital) {
      const before = tokens[i - 1]
      if (!before || !(before.bits & (Word.Determiner | Word.Preposition) || before.possessive)) return true
    }
  }
  return false
}

/** The noun phrase that begins at `start`: after “according to”, “by”, “said”, “citing”. Ends before a mark or a clause. */
export function phraseFrom(tokens: readonly Token[], start: number): { first: number; last: number } | undefined {
  let last = start - 1
  while (last + 1 < tokens.length && last - start < 40) {
    const next = tokens[last + 1]!
    if (next.low === ',' && /^(?:inc|corp|ltd|llc|jr|sr|plc)$/.test(tokens[last + 2]?.low ?? '')) {
      last += 2
      continue
    }
    if (next.low === '(' && tokens[last + 3]?.low === ')') {
      last += 3
      continue
    }
    if (next.low === '.' && last + 2 < tokens.length && tokens[last + 1]!.to === tokens[last + 2]!.from) {
      last++
      continue
    }
    if (next.low === '.' || isBorderToken(next)) break
    if ((next.bits & Word.Auxiliary || (FINITE.has(next.low) && !next.capital)) && last >= start) break
    if (
      last >= start &&
      next.verb &&
      !next.capital &&
      !next.bits &&
      (next.verb.form === 'past' || next.verb.form === 's') &&
      isName(tokens, last)
    )
      break
    if (next.low === 'and' && (tokens[last + 2]?.bits ?? 0) & (Word.Pronoun | Word.Auxiliary) && !tokens[last + 2]!.capital) break
    last++
  }
  return last >= start ? { first: start, last } : undefined
}

/** What kind of source a noun phrase names, and which part of it; undefined if nothing in it can be one. */
export function readSource(tokens: readonly Token[], first: number, last: number): SourcePhrase | undefined {
  let from = first
  let to = last
  while (to > from && tokens[to]!.kind === 'mark') to--
  // adverbs and days around the phrase are no part of it
  while (to > from && tokens[to]!.kind === 'word' && tokens[to]!.bits & (Word.Adverb | Word.Day) && !NOUNS(tokens[to]!.bits)) to--
  // “last week”, “this month”
  if (
    to - from > 1 &&
    tokens[to]!.bits & Word.Time &&
    /^(?:last|this|next|earlier|past|same|late|early|each|every)$/.test(tokens[to - 1]!.low)
  )
    to -= 2
  while (to > from && tokens[to]!.kind === 'word' && tokens[to]!.low === 'earlier') to--
  if (tokens[from]!.bits & Word.Preposition && !tokens[from + 1]?.low.startsWith('least')) {
    const start = lastNounPhrase(tokens, from, to)
    if (start > from) from = start
  }
  while (
    from < to &&
    tokens[from]!.bits & (Word.Conjunction | Word.Adverb) &&
    !(tokens[from]!.bits & (Word.Pronoun | Word.Determiner)) &&
    !isName(tokens, from)
  )
    from++
  for (let i = from; i <= to; i++) if (isShare(tokens, i)) return undefined
  const head = headOf(tokens, from, to)
  const token = tokens[head]
  if (!token) return undefined
  const kind = kindOf(tokens, from, to, head)
  return kind && { first, last, from, to, kind }
}

const NOUNS = (bits: number) => bits & (NOUNISH | Word.Market | Word.Event)

/** “46% of drivers”, “half of savers”: those who were asked, not those who say. */
export function isShare(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.low === '%' || token.low === 'percent' || (token.kind === 'number' && token.low.endsWith('%'))) return true
  if (tokens[i + 1]?.low !== 'of' && tokens[i + 1]?.low !== 'in') return false
  return (
    /^(?:half|majority|third|thirds|two-thirds|one-third|quarter|quarters|three-quarters|most|plurality|fifth|one|two|three|four|five|six|seven|eight|nine)$/.test(
      token.low,
    ) &&
    (tokens[i + 1]!.low === 'of'
      ? !/^(?:the|its|his|her|their|those|them)$/.test(tokens[i + 2]?.low ?? '') ||
        /^(?:half|majority|third|two-thirds|quarter)$/.test(token.low)
      : /^(?:three|four|five|six|seven|eight|nine|ten)$/.test(tokens[i + 2]?.low ?? ''))
  )
}

/** Where the last noun phrase begins: “In a statement on Monday | the maker of pumps”. */
function lastNounPhrase(tokens: readonly Token[], first: number, last: number): number {
  let i = last
  while (i > first) {
    const before = tokens[i - 1]!
    const here = tokens[i]!
    if (here.bits & Word.Determiner && !here.capital) return i
    if (here.bits & Word.Pronoun) return i
    if (before.bits & (Word.Day | Word.Month | Word.Preposition) && !(before.bits & Word.Preposition && isOf(tokens, i - 1))) return i
    if (before.kind === 'number') return i
    i--
  }
  return first
}

function isOf(tokens: readonly Token[], i: number): boolean {
  const low = tokens[i]!.low
  return low === 'of' || low === 'at' || low === 'for' || low === 'from'
}

/** The head noun: the last word before the first preposition inside. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  let i = from + 1
  while (i <= to) {
    const token = tokens[i]!
    if (token.bits & Word.Preposition && token.kind === 'word' && !token.capital) break
    if (token.low === '(' || token.low === ',') break
    if (
      token.verb &&
      (token.verb.form === 'past' || token.verb.form === 'participle' || token.verb.form === 'ing') &&
      !token.bits &&
      i > from &&
      !token.capital
    )
      break
    if (tokens[i + 1]?.low === 'by' && token.low.endsWith('ed')) break
    if (
      /^(?:surveyed|polled|compiled|published|released|issued|seen|obtained|reviewed|familiar|close|led|interviewed|collected|cited|tracked|based)$/.test(
        token.low,
      )
    )
      break
    i++
  }
  let head = i - 1
  while (head > from && tokens[head]!.bits & (Word.Adverb | Word.Day) && !NOUNS(tokens[head]!.bits) && !tokens[head]!.capital) head--
  return head
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'sen', 'rep', 'gov', 'prof', 'sir', 'judge', 'prince', 'king', 'queen', 'mx', 'lord'])
/** Stand alone as a subject. */
const PERSONAL = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'who', 'which', 'that', 'you'])

function kindOf(tokens: readonly Token[], from: number, to: number, head: number): MentionKind | undefined {
  const token = tokens[head]!
  const { bits, low } = token
  // “more than you think”: the reader is nobody’s source
  if (low === 'you' && from === to) return undefined
  if (head === from && PERSONAL.has(low) && from === to) return 'pronoun'
  if (head === from && from === to && /^(?:this|these|those|both|one|another|others|some|many|most|few)$/.test(low))
    return /^(?:some|many|most|few|others)$/.test(low) ? 'crowd' : 'pronoun'
  const named = namesIn(tokens, from, to)
  if (!token.capital || head === 0) {
    if (bits & (Word.Document | Word.Data)) return !named && (isConsensus(tokens, from, to) || isBarePlural(tokens, from, to)) ? 'crowd' : 'document'
    if (bits & Word.Anonymous && !named) {
      if (low === 'people' || low === 'person')
        return /^(?:familiar|close|briefed|involved|who|with|knowledgeable|aware|directly)$/.test(tokens[head + 1]?.low ?? '') ||
          /^(?:the|these|one|two|three|four|five|six|a|another|of|multiple|several)$/.test(tokens[head - 1]?.low ?? '')
          ? 'anonymous'
          : 'crowd'
      return 'anonymous'
    }
    if (bits & Word.Crowd && (bits & Word.Plural || bits === Word.Crowd))
      return (named && !isTrade(tokens, from, head)) || ownedBy(tokens, head, to)
        ? 'person'
        : tokens.slice(from, head).some((t) => t.bits & Word.Demonstrative || /^(?:the|its|his|her|their)$/.test(t.low)) && bits & Word.Role
          ? 'person'
          : 'crowd'
    if (bits & Word.Crowd) return named ? 'person' : 'crowd'
    if (bits & Word.Role) return 'person'
    if (bits & Word.Organisation) return 'body'
    if (bits & Word.Market) return undefined
    if (/(?:maker|owner|giant|lender|seller|builder|grower|refiner|driller|ator|ist|ian|wright|group)s?$/.test(low) && low.length > 5)
      return 'body'
  }
  if (token.capital && head > 0 && bits & (Word.Document | Word.Data)) return 'document'
  if (low === 'street' && tokens[head - 1]?.low === 'wall') return 'crowd'
  if (isName(tokens, head)) {
    if (bits & Word.Market && head === 0) return undefined
    return tokens.slice(from, to + 1).some((t) => TITLES.has(t.low) || (t.bits & Word.Role && !t.possessive)) ? 'person' : 'company'
  }
  if (named && bits & Word.Preposition) return 'company'
  return undefined
}

/** “Studies show”, “reports say”: papers nobody could ask for. */
function isBarePlural(tokens: readonly Token[], from: number, to: number): boolean {
  return from === to && /^(?:studies|research|reports|surveys|polls)$/.test(tokens[from]!.low)
}

/** “Industry experts”, “Housing economists” at the start of a sentence: a trade, not a name. */
function isTrade(tokens: readonly Token[], from: number, head: number): boolean {
  return head === from + 1 && from === 0 && TRADES.has(tokens[0]!.low)
}

const TRADES = new Set((
  'industry market retail legal housing energy oil gas bond currency equity credit debt fund auto bank banking trade political financial economic ' +
  'security privacy health tech technology tax property insurance airline travel food consumer investment outside local foreign private leading veteran ' +
  'independent academic medical climate labour labor crypto mining shipping media sector street city long-time'
).split(' '))

const ESTIMATES = new Set('consensus estimate estimates expectation expectations forecast forecasts prediction predictions projection projections'.split(' '))
const MANY = new Set('median average mean consensus most analyst economist strategist street'.split(' '))

/** “the median forecast of strategists”, “analysts’ estimates”: nobody in particular. */
function isConsensus(tokens: readonly Token[], from: number, to: number): boolean {
  let estimate = false
  let many = false
  for (let i = from; i <= to; i++) {
    const { low, bits } = tokens[i]!
    if (ESTIMATES.has(low)) estimate = true
    if (MANY.has(low) || bits & Word.Crowd) many = true
  }
  return estimate && many
}

/** “analysts at Orrin Securities”: a house stands behind them. */
function ownedBy(tokens: readonly Token[], head: number, last: number): boolean {
  for (let i = head + 1; i <= last; i++) if (isName(tokens, i)) return true
  return false
}

/** Whether a name that is not only a place stands in the phrase. */
export function namesIn(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const token = tokens[i]!
    if (!isName(tokens, i) || token.bits & Word.Place) continue
    if (token.low === 'wall' && tokens[i + 1]?.low === 'street') {
      i++
      continue
    }
    return true
  }
  return false
}
