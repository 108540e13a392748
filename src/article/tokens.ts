import { isSpace, isWord } from '../lexicon/phrases.ts'
import { bitsOf, entryOf, type Entry, type Verb } from './vocabulary.ts'

/** A word, number or mark of a sentence. Places count in the block's prose. */
export interface Token {
  readonly from: number
  readonly to: number
  /** The word in lower case, without possessive ending, with `'` for `’`; of a mark, the mark. */
  readonly low: string
  readonly kind: 'word' | 'number' | 'mark' | 'quote'
  /** Whether it begins with a capital. */
  readonly capital: boolean
  /** Whether it is in capitals throughout. */
  readonly upper: boolean
  /** Whether `’s` or `s’` follows. */
  readonly possessive: boolean
  /** What the word can be: bits of `Word`. */
  readonly bits: number
  readonly verb: Verb | undefined
}

/** Words, numbers and marks between `from` and `to`, in order. One pass, no pattern. */
export function tokensIn(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = []
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isSpace(code) || code === 0x200b || code === 0xfeff) {
      i++
      continue
    }
    const start = i
    if (isDigit(code) || (isCurrency(code) && isDigit(text.charCodeAt(i + 1)))) {
      i = numberEnd(text, i, to)
      tokens.push({
        from: start,
        to: i,
        low: text.slice(start, i).toLowerCase(),
        kind: 'number',
        capital: false,
        upper: false,
        possessive: false,
        bits: 0,
        verb: undefined,
      })
      continue
    }
    if (isWord(code)) {
      i = wordEnd(text, i, to)
      tokens.push(wordToken(text, start, i))
      continue
    }
    i = markEnd(text, i, to)
    const mark = text.slice(start, i)
    tokens.push({
      from: start,
      to: i,
      low: mark,
      kind: isQuote(mark) ? 'quote' : 'mark',
      capital: false,
      upper: false,
      possessive: false,
      bits: 0,
      verb: undefined,
    })
  }
  return tokens
}

function wordToken(text: string, from: number, to: number): Token {
  let end = to
  let possessive = false
  const last = text.charCodeAt(end - 1)
  if ((last === 115 || last === 83) && isApostrophe(text.charCodeAt(end - 2)) && end - from > 2) {
    possessive = true
    end -= 2
  } else if (isApostrophe(last)) {
    possessive = true
    end--
  }
  const { low, capital, upper, bits, verb } = spellingOf(text.slice(from, end))
  // “it’s”, “he’s”: a verb, not an owner
  if (possessive && bitsOf(low + "'s"))
    return { from, to, low: low + "'s", kind: 'word', capital, upper: false, possessive: false, bits: bitsOf(low + "'s"), verb: undefined }
  return { from, to, low, kind: 'word', capital, upper, possessive, bits, verb: possessive ? undefined : verb }
}

/** What follows from how a word is written, wherever it stands. */
type Spelling = Pick<Token, 'low' | 'capital' | 'upper'> & Entry

/** Most words of an article are among some thousand that come again and again: each is looked at once. */
const MOST_SPELLINGS = 8192
const spellings = new Map<string, Spelling>()

function spellingOf(word: string): Spelling {
  let spelling = spellings.get(word)
  if (spelling) return spelling
  spelling = spell(word)
  if (spellings.size >= MOST_SPELLINGS) spellings.clear()
  spellings.set(word, spelling)
  return spelling
}

function spell(word: string): Spelling {
  const capital = isCapital(word)
  let low = word.toLowerCase()
  if (low.includes('’')) low = low.replaceAll('’', "'")
  if (low.length > 2 && low.endsWith('.')) low = low.slice(0, -1)
  const entry = entryOf(low)
  let { bits } = entry
  if (!bits && low.includes('-')) bits = bitsOf(low.slice(low.lastIndexOf('-') + 1)) & ~FUNCTION
  const upper = capital && word.length > 1 && isUpperAt(word, 1) && word === word.toUpperCase()
  return { low, capital, upper, bits, verb: entry.verb }
}

/** Whether the letter at a place may be a capital: saves folding every word. */
function isUpperAt(word: string, at: number): boolean {
  const code = word.charCodeAt(at)
  return code < 97 || code > 122
}

/** Bits that a compound does not inherit from its last part. */
const FUNCTION = 0xfff

function numberEnd(text: string, at: number, to: number): number {
  let i = at + 1
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isDigit(code) || isWord(code) || code === 37) i++
    else if ((code === 46 || code === 44 || code === 58 || code === 47) && isDigit(text.charCodeAt(i + 1)) && i + 1 < to) i++
    else if ((code === 45 || code === 0x2011) && i + 1 < to && isWord(text.charCodeAt(i + 1))) i++
    else break
  }
  return i
}

function wordEnd(text: string, at: number, to: number): number {
  let i = at + 1
  let dotted = false
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isWord(code)) i++
    else if (isApostrophe(code) && i + 1 < to && isWord(text.charCodeAt(i + 1)) && text.charCodeAt(i + 1) < 128) i++
    else if ((code === 45 || code === 0x2011 || code === 38 || code === 95) && i + 1 < to && isWord(text.charCodeAt(i + 1))) i++
    else if (code === 46 && i + 1 < to && isWord(text.charCodeAt(i + 1))) {
      dotted = true
      i++
    } else break
  }
  // “U.S.” keeps its last period, “Inc.” is told by the list of abbreviations when sentences are split
  if (dotted && i < to && text.charCodeAt(i) === 46 && i - at <= 7 && text.charCodeAt(i - 2) === 46) i++
  else if (i < to && i + 1 < to && text.charCodeAt(i) === 46 && isShort(text, at, i)) i++
  if (i < to && isApostrophe(text.charCodeAt(i)) && (text.charCodeAt(i - 1) | 32) === 115) {
    const next = text.charCodeAt(i + 1)
    if (i + 1 >= to || isSpace(next)) i++
  }
  return i
}

const SHORT = new Set([
  'inc',
  'corp',
  'co',
  'ltd',
  'llc',
  'plc',
  'cos',
  'bros',
  'jr',
  'sr',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'sen',
  'rep',
  'gov',
  'gen',
  'st',
  'lt',
  'sgt',
  'rev',
  'no',
  'vs',
  'jan',
  'feb',
  'aug',
  'sept',
  'sep',
  'oct',
  'nov',
  'dec',
])

function isShort(text: string, from: number, to: number): boolean {
  if (to - from === 1) return isCapital(text.slice(from, to))
  return to - from <= 4 && SHORT.has(text.slice(from, to).toLowerCase())
}

function markEnd(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at)
  let i = at + 1
  if (code === 45 || code === 46) while (i < to && text.charCodeAt(i) === code) i++
  if (code === 39 && text.charCodeAt(i) === 39) i++
  return Math.min(i, to)
}

/** A dash that parts clauses: `–`, `—`, `--`, or a hyphen between spaces. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && (token.low === '—' || token.low === '–' || token.low[0] === '-')
}

function isQuote(mark: string): boolean {
  return mark === '“' || mark === '”' || mark === '"' || mark === "''" || mark === '«' || mark === '»' || mark === '„'
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isCurrency(code: number): boolean {
  return code === 36 || code === 0xa3 || code === 0xa5 || (code >= 0x20a0 && code <= 0x20cf)
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  if (code < 128) return code >= 65 && code <= 90
  return word[0] !== word[0]!.toLowerCase()
}
