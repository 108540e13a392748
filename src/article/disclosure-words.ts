import { guessable, kindsOf, phrasesFrom, type Phrase } from '../lexicon/disclosure-words.ts'
import { isSpace, isWord } from '../lexicon/phrases.ts'
import type { Block } from './block.ts'

/** A word or mark of a statement, with the parts it can play in a disclosure. Merged phrases are one word. */
export interface Word {
  /** Lower case, straight apostrophes, soft hyphens dropped, contractions opened: `isn’t` gives `is` and `not`. */
  readonly text: string
  readonly kinds: ReadonlySet<string>
  /** Which of its statement's blocks it stands in: 0, or more where a sentence goes on in the next paragraph. */
  readonly part: number
  /** Place in that block. */
  readonly from: number
  readonly to: number
  /** Begins with a capital; meaningless where the whole statement is in capitals. */
  readonly capital: boolean
  /** All its letters are capitals. */
  readonly upper: boolean
  /** Two to five capitals: it may be a ticker. */
  readonly ticker: boolean
  /** A letter or digit begins it; otherwise it is a mark. */
  readonly letters: boolean
  /** Carries a possessive `'s`. */
  readonly possessive: boolean
  readonly struck: boolean
  /** Stands within quotation marks with at least two other words. */
  readonly quoted: boolean
  /** The phrases that begin with it, the longest first. */
  readonly opens: readonly Phrase[] | undefined
}

/** Whether a word can play this part. */
export const is = (word: Word | undefined, kind: string): boolean => word?.kinds.has(kind) ?? false

const NOTHING: ReadonlySet<string> = new Set()
const MORE: ReadonlySet<string> = new Set(['more'])

function isGuessable(word: string): boolean {
  return guessable(word.length, word[0])?.includes(word) ?? false
}

/** Whether the words are set in capitals throughout, so that capitals tell nothing. */
export function inCapitals(words: readonly Word[]): boolean {
  let upper = 0
  let all = 0
  for (const word of words) {
    if (!word.letters || word.to - word.from < 3) continue
    all++
    if (word.upper) upper++
  }
  return all > 2 && upper > all * 0.8
}

/** The word that gives this one with one letter left out; of several the last in the list. */
function fuller(slip: string): string | undefined {
  const among = guessable(slip.length + 1, slip[0])
  if (!among) return undefined
  for (let i = among.length - 1; i >= 0; i--) {
    const word = among[i]!
    let at = 0
    while (at < slip.length && word.charCodeAt(at) === slip.charCodeAt(at)) at++
    if (word.endsWith(slip.slice(at))) return word
  }
  return undefined
}

/** The word with each of its letters left out. */
function without(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

/** A known word that differs by one letter dropped, doubled, changed or swapped. */
function guess(word: string): string | undefined {
  if (word.length < 5 || word.length > 16) return undefined
  const direct = fuller(word)
  if (direct && !inflects(direct, word)) return direct
  for (const short of without(word)) {
    const found = isGuessable(short) ? short : fuller(short)
    if (found && word.length <= 6 && changesConsonant(found, word)) continue
    if (found && Math.abs(found.length - word.length) <= 1 && found[0] === word[0] && !inflects(found, word)) return found
  }
  return undefined
}

/** Of short words a changed consonant makes another word: `stages` is no slip of `stakes`, but `auther` is one of `author`. */
function changesConsonant(known: string, word: string): boolean {
  const changed = known.length === word.length ? [...known].flatMap((letter, i) => (letter === word[i] ? [] : [letter + word[i]])) : []
  return changed.length === 1 && !/^[aeiou]{2}$/.test(changed[0]!)
}

/** `adviser` is no slip of `advised`: a changed ending is another word. */
function inflects(known: string, word: string): boolean {
  if (known.startsWith(word) || word.startsWith(known)) return true
  return /(?:ed|es|ng|ly|al)$/.test(word) && known.slice(0, -2) === word.slice(0, known.length - 2) && known.slice(-2) !== word.slice(-2)
}

const CONTRACTED: Readonly<Record<string, readonly string[]>> = {
  dont: ['do', 'not'], doesnt: ['does', 'not'], didnt: ['did', 'not'], isnt: ['is', 'not'], arent: ['are', 'not'], wasnt: ['was', 'not'],
    hasnt: ['has', 'not'], havent: ['have', 'not'],
  "can't": ['can', 'not'], cannot: ['can', 'not'], "won't": ['will', 'not'], "shan't": ['shall', 'not'], "ain't": ['is', 'not'],
}

const TAILS: readonly (readonly [string, string])[] = [["n't", 'not'], ["'m", 'am'], ["'re", 'are'], ["'ve", 'have'], ["'ll", 'will'],
  ["'d", 'would']]
const PRONOUN_IS = new Set(['it', 'he', 'she', 'that', 'this', 'there', 'what', 'here', 'who', "nothing", 'none'])

/** Two words in one, or none. */
function opened(word: string): readonly string[] | undefined {
  if (CONTRACTED[word]) return CONTRACTED[word]
  for (const [tail, full] of TAILS) if (word.endsWith(tail) && word.length > tail.length) return [word.slice(0, -tail.length), full]
  if (word.endsWith("'s") && PRONOUN_IS.has(word.slice(0, -2))) return [word.slice(0, -2), 'is']
  return undefined
}

const TAG = /<\/?(?:s|del|strike|strong|em|b|i|u|span|p|br|a|small)\b[^<>]{0,200}>/uy
const LINK_TARGET = /\]\([^()\s]{0,300}\)/uy
const DECORATION = /[*_`[\]#>~]/
const INNER = "'’&/.,-"

function isFiller(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0xfeff
}

function beginsWord(code: number): boolean {
  return isWord(code) || code === 36 || code === 37
}

/** Where the word that begins at `at` ends: letters, digits, and marks between two of them. */
function wordEnd(text: string, at: number, to: number): number {
  let i = at + 1
  while (i < to) {
    const code = text.charCodeAt(i)
    if (beginsWord(code) || isFiller(code)) i++
    else if (i + 1 < to && INNER.includes(text[i]!) && isWord(text.charCodeAt(i + 1))) i += 2
    else break
  }
  return i
}

/** What a run of letters or a mark is, wherever it stands: `from` and `to` count from its beginning. */
type Written = Omit<Word, 'part' | 'struck' | 'quoted'>

/** Notes come in few words, again and again: each is looked at once. Misspelt ones are read as meant only where they may be. */
const MOST_WRITTEN = 4096
const LONGEST_WRITTEN = 32
const asMeant = new Map<string, readonly Written[]>()
const asWritten = new Map<string, readonly Written[]>()

function writtenAs(source: string, guessing: boolean): readonly Written[] {
  if (source.length > LONGEST_WRITTEN) return readRun(source, guessing)
  const known = guessing ? asMeant : asWritten
  let words = known.get(source)
  if (words) return words
  if (known.size >= MOST_WRITTEN) known.clear()
  known.set(source, (words = readRun(source, guessing)))
  return words
}

function readRun(source: string, guessing: boolean): Written[] {
  const words: Written[] = []
  const put = (word: string, from: number, to: number, spelt: string, possessive = false) => {
    const letters = beginsWord(spelt.charCodeAt(0))
    const kinds = letters ? kindsOf(word) : undefined
    const meant = guessing && letters && !kinds && word.length > 4 ? guess(word) : undefined
    const text = meant ?? word
    const capital = letters && spelt[0] !== spelt[0]!.toLowerCase()
    words.push({
      text, kinds: kinds ?? (meant ? kindsOf(meant)! : NOTHING), from, to, letters, possessive, capital,
      upper: capital && spelt === spelt.toUpperCase(), ticker: (capital || spelt[0] === '$') && /^\$?[A-Z]{2,5}$/.test(spelt),
        opens: letters ? phrasesFrom(text) : undefined,
    })
  }
  if (beginsWord(source.charCodeAt(0))) readWord(source, put)
  else put(source, 0, source.length, source)
  return words
}

/**
 * The words and marks between `from` and `to` of a block. Markup that a plain-text reader left in is passed over.
 * @param guessing whether misspelt words are read as what they were meant to be
 */
export function wordsIn(block: Block, from: number, to: number, guessing = true): Word[] {
  const text = block.prose.text
  const raw: Word[] = []
  let struck = false
  const put = (at: number, end: number) => {
    for (const { text: word, kinds, from: a, to: b, letters, possessive, capital, upper, ticker, opens } of writtenAs(text.slice(at, end),
      guessing)) {
      raw.push({ text: word, kinds, part: 0, from: at + a, to: at + b, capital, upper, ticker, letters, possessive, struck, quoted: false,
        opens })
    }
  }
  for (let i = from; i < to; ) {
    const code = text.charCodeAt(i)
    if (isSpace(code) || isFiller(code)) {
      i++
    } else if (beginsWord(code)) {
      const end = wordEnd(text, i, to)
      put(i, end)
      i = end
    } else {
      const char = text[i]!
      const skipped = char === '<' ? matchAt(TAG, text, i) : char === ']' ? matchAt(LINK_TARGET, text, i) : ''
      if (skipped) {
        if (char === '<') struck = /^<(?:s|del|strike)\b/u.test(skipped) || (struck && !/^<\/(?:s|del|strike)/u.test(skipped))
        i += skipped.length
      } else if (char === '~' && text[i + 1] === '~') {
        struck = !struck
        i += 2
      } else {
        const length = code >= 0xd800 && code <= 0xdbff ? 2 : 1
        if (!DECORATION.test(char)) put(i, i + length)
        i += length
      }
    }
  }
  return merged(inQuotes(markStruck(raw, block)))
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

type Put = (word: string, from: number, to: number, spelt: string, possessive?: boolean) => void

/** One run of letters; glued full stops (`analysts.Joan`) and slashes (`I/we`) part it. */
function readWord(source: string, put: Put): void {
  const plain = FILLED.test(source) ? source.replace(/[\u00AD\u200B-\u200D\uFEFF]/gu, '') : source
  const straight = plain.includes('’') ? plain.replaceAll('’', "'") : plain
  if (straight.length !== source.length) return putWord(straight, 0, source.length, put)
  let offset = 0
  for (const part of parts(straight)) {
    const end = offset + part.length
    if (beginsWord(part.charCodeAt(0))) putWord(part, offset, end, put)
    else put(part, offset, end, part)
    offset = end
  }
}

const FILLED = /[\u00AD\u200B-\u200D\uFEFF]/u

function putWord(part: string, at: number, end: number, put: Put): void {
  const lower = part.toLowerCase()
  if (lower !== 'cannot' && !lower.includes("'") && !lower.endsWith('nt')) return put(lower, at, end, part)
  const two = opened(lower)
  if (two) {
    put(two[0]!, at, end, part)
    put(two[1]!, at, end, two[1]!)
  } else if (lower.endsWith("'s")) {
    put(lower.slice(0, -2), at, end, part, true)
  } else {
    put(lower, at, end, part)
  }
}

const GLUE = /[/,]|\.(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=(?:Disclosure|Disclaimer|Note|Sources)\b)|(?<=\b(?:Disclosure|Disclaimer|Disclosures|Note|Notes|Sources|DISCLOSURE|DISCLAIMER))(?=\p{Lu}\p{Ll})/u

// A word this finds nothing in is none of those; most words end here, so that a short run need not make the pattern above.
const MAY_GLUE = /[/,]|\.[A-Z\u0080-\uffff]|.(?:Disc|Note|Sour)|(?:isclosures?|isclaimers?|otes?|ources|ISCLOSURE|ISCLAIMER)[A-Z\u0080-\uffff]/

function parts(word: string): string[] {
  if (!MAY_GLUE.test(word) || !GLUE.test(word) || /^[\d.,$%/]+$/u.test(word)) return [word]
  const found: string[] = []
  let rest = word
  for (let cut = GLUE.exec(rest); cut && found.length < 12; cut = GLUE.exec(rest)) {
    if (cut.index > 0) found.push(rest.slice(0, cut.index))
    if (cut[0]) found.push(cut[0])
    rest = rest.slice(cut.index + cut[0].length)
    if (!cut[0] && !rest) break
  }
  if (rest) found.push(rest)
  return found
}

function markStruck(words: Word[], block: Block): Word[] {
  const marks = block.marks.filter((m) => m.kind === 'struck' || m.kind === 'hidden')
  if (marks.length === 0) return words
  return words.map((w) => (marks.some((m) => m.from <= w.from && w.to <= m.to) ? { ...w, struck: true } : w))
}

const OPENS: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“' }

/** Marks what stands in quotation marks, where that is three words or more. */
function inQuotes(words: Word[]): Word[] {
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.letters) continue
    const close = OPENS[words[i]!.text]
    if (!close) continue
    let end = i + 1
    while (end < words.length && words[end]!.text !== close) end++
    if (end === words.length && close === '"') continue
    if (end - i > 3) for (let j = i + 1; j < end; j++) words[j] = { ...words[j]!, quoted: true }
    i = end
  }
  return words
}

/** After these `own` is no verb: "our own", "the reader's own". */
const OWNERS = /^(?:my|our|your|their|its|his|her|one's|whose)$/

function phraseAt(among: readonly Phrase[], words: readonly Word[], i: number): Phrase | undefined {
  for (const phrase of among) {
    let j = 1
    while (j < phrase.words.length && words[i + j]?.text === phrase.words[j]) j++
    if (j === phrase.words.length) return phrase
  }
  return undefined
}

function merged(words: Word[]): Word[] {
  const result: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const owner = words[i - 1]
    if (word.text === 'own' && owner && (owner.possessive || OWNERS.test(owner.text))) {
      result.push({ ...word, kinds: MORE })
      continue
    }
    const phrase = word.opens && phraseAt(word.opens, words, i)
    if (!phrase) {
      result.push(word)
      continue
    }
    const last = words[i + phrase.words.length - 1]!
    result.push({ ...word, text: phrase.words.join(' '), kinds: phrase.kinds, to: last.to, possessive: last.possessive, ticker: false })
    i += phrase.words.length - 1
  }
  return result
}
