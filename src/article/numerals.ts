import words from '../lexicon/number-words.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import { isSpace, isWord } from '../lexicon/phrases.ts'
import { wordAfter, wordBefore } from './words.ts'

/** A number as it is written, before anybody asks what it counts. */
export interface Numeral {
  readonly from: number
  readonly to: number
  readonly value: number
  /** `part` is a fraction; `verb` is `doubled`; `multiple` is `twice`; `many` is `thousands of`: `value` is its low end. */
  readonly form: 'digits' | 'word' | 'part' | 'verb' | 'multiple' | 'many'
  /** Digits without groups, decimals or letters about them: may be a year, a day, a label. */
  readonly bare: boolean
  /** Written with a scale of its own in words: `two million`. */
  readonly scaled: boolean
}

const lexicon = phrasesOf(words, (entry) => ({ kind: entry.kind ?? '', value: entry.value ?? 0 }))

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The number in digits at `from`, with its groups and decimals; undefined for a version, an address, an identifier. */
export function digitsAt(text: string, from: number, to: number): Numeral | undefined {
  let i = from
  while (i < to && isDigit(text.charCodeAt(i))) i++
  const lead = i - from
  let written = text.slice(from, i)
  let grouped = false
  if (lead > 0 && lead <= 3) {
    for (;;) {
      const mark = text[i]
      if (mark !== ',' && mark !== '\u00a0' && mark !== '\u202f' && mark !== '\u2009') break
      const three = digitsFrom(text, i + 1, to)
      const indian = mark === ',' && three === 2 && text[i + 3] === ',' && digitsFrom(text, i + 4, to) >= 2
      if (three !== 3 && !indian) break
      written += text.slice(i + 1, i + 1 + three)
      i += 1 + three
      grouped = true
    }
  }
  let decimal = false
  if (text[i] === '.' && digitsFrom(text, i + 1, to) > 0) {
    const length = digitsFrom(text, i + 1, to)
    written += '.' + text.slice(i + 1, i + 1 + length)
    i += 1 + length
    decimal = true
    if (text[i] === '.' && digitsFrom(text, i + 1, to) > 0) return undefined
  }
  if (written.length > 16 || (!grouped && !decimal && lead > 9)) return undefined
  return { from, to: i, value: Number(written), form: 'digits', bare: !grouped && !decimal, scaled: false }
}

function digitsFrom(text: string, from: number, to: number): number {
  let i = from
  while (i < to && isDigit(text.charCodeAt(i))) i++
  return i - from
}

/** How far a run of digits, letters and the marks that tie them reaches: over what is no number. */
export function skipRun(text: string, from: number, to: number): number {
  let i = from
  while (i < to && (isWord(text.charCodeAt(i)) || (TIES.includes(text[i]!) && i + 1 < to && isWord(text.charCodeAt(i + 1))))) i++
  return Math.max(i, from + 1)
}

const TIES = '.,:/-_@'

/**
 * The number in words at `from`, where a word begins: `two hundred and fifty`, `a dozen`, `two-thirds`, `half of`,
 * `doubled`, `tens of thousands`. Undefined where the word is none, or is an ordinal or a pronoun.
 */
export function wordsAt(text: string, from: number, to: number): Numeral | undefined {
  const article = articleAt(text, from, to)
  const start = article ? skipSpace(text, article, to) : from
  const first = lexicon.at(text, start, to)
  return first && numeralOf(text, from, start, article, first, to)
}

/** What a number word begins. Apart from `wordsAt`, which is asked for every word of a text: this makes a function each time. */
function numeralOf(text: string, from: number, start: number, article: number, first: NonNullable<ReturnType<typeof lexicon.at>>, to: number): Numeral | undefined {
  const { kind, value } = first.value
  const make: Make = (end, amount, form, scaled = false) => ({ from, to: end, value: amount, form, bare: false, scaled })
  if (article) {
    if (kind === 'part') return isPart(text, first.to, to) ? make(first.to, 1 / value, 'part') : undefined
    if (kind === 'half') return halfAt(text, from, first.to, to, make)
    if (kind !== 'hundred' && kind !== 'scale' && kind !== 'dozen') return undefined
  }
  switch (kind) {
    case 'half':
      return halfAt(text, from, first.to, to, make)
    case 'part':
    case 'parts':
      return undefined
    case 'many':
      return manyAt(text, first.to, to, value, make)
    case 'verb':
      return text[first.to] === '-' ? undefined : make(first.to, value, 'verb')
    case 'base':
      return isMultiplying(text, from, first.to, to) ? make(first.to, value, 'verb') : undefined
    case 'multiple':
      return make(first.to, value, 'multiple')
  }
  if (!article && (kind === 'scale' || kind === 'hundred' || kind === 'dozen')) return undefined
  return sumAt(text, from, start, to, make)
}

type Make = (end: number, amount: number, form: Numeral['form'], scaled?: boolean) => Numeral

function sumAt(text: string, from: number, start: number, to: number, make: Make): Numeral | undefined {
  let total = 0
  let current = article(text, from, start)
  let end = start
  let scaled = false
  let i = start
  let last = ''
  for (;;) {
    const word = lexicon.at(text, i, to)
    if (!word) break
    const { kind, value } = word.value
    if (kind === 'part' || kind === 'parts') {
      if (last !== 'one' || current === 0 || total > 0) break
      if ((kind === 'part' && current !== 1) || current >= value) break
      // "Three quarters" may be nine months; "three-quarters" and "three quarters of" are a part.
      if (value === 4 && text[i - 1] !== '-' && wordAfter(text, word.to, to).text !== 'of') break
      if (kind === 'part' && text[i - 1] !== '-' && !isPart(text, word.to, to) && !isStep(text, from, word.to, to)) return undefined
      return make(word.to, current / value, 'part')
    }
    if (kind === 'one') {
      if (last === 'one' || (last === 'ten' && value >= 10)) break
      current += value
    } else if (kind === 'ten') {
      if (last === 'one' || last === 'ten') break
      current += value
    } else if (kind === 'hundred') current = (current || 1) * 100
    else if (kind === 'dozen') current = (current || 1) * 12
    else if (kind === 'scale') {
      total += (current || 1) * value
      current = 0
      scaled = true
    } else break
    last = kind
    end = word.to
    i = skipSpace(text, end, to)
    if (text[i] === '-' && i === end) i++
    if ((last === 'hundred' || last === 'scale') && text.startsWith('and ', i)) i += 4
    if (i === end) break
  }
  return end > start ? make(end, total + current, 'word', scaled) : undefined
}

function article(text: string, from: number, start: number): number {
  return start > from && /^an?$/i.test(text.slice(from, start).trim()) ? 1 : 0
}

function articleAt(text: string, from: number, to: number): number {
  const a = text.charCodeAt(from) | 32
  if (a !== 97) return 0
  const end = (text.charCodeAt(from + 1) | 32) === 110 ? from + 2 : from + 1
  return end < to && (isSpace(text.charCodeAt(end)) || text[end] === '-') ? end + (text[end] === '-' ? 1 : 0) : 0
}

function skipSpace(text: string, from: number, to: number): number {
  let i = from
  while (i < to && isSpace(text.charCodeAt(i))) i++
  return i
}

const ARTICLES = new Set('the its their his her our my your a an that those these what of this all'.split(' '))
// "The second half", "the front half": a place, no part.
const ORDINAL = new Set(
  'first second third last latter later earlier front back upper lower other previous next final top bottom each'.split(' '),
)

// "A third of", "a quarter of"; "a third party", "a quarter ago" are none.
function isPart(text: string, end: number, to: number): boolean {
  const next = wordAfter(text, end, to)
  return !next.apart && (next.text === 'of' || next.text === 'the' || next.text === 'its' || next.text === 'more' || next.text === 'less')
}

// "Fell by a third", "nearly a quarter": a part by the word before it.
function isStep(text: string, from: number, end: number, to: number): boolean {
  const before = wordBefore(text, from, 0)
  const next = wordAfter(text, end, to)
  return !before.apart && /^(?:by|nearly|almost|roughly)$/u.test(before.text) && (next.apart || next.text === '' || /^(?:in|since|from|over|this|last|to|and|as|after|on)$/u.test(next.text))
}

function halfAt(text: string, from: number, end: number, to: number, make: Make): Numeral | undefined {
  const next = wordAfter(text, text[end] === '-' ? end + 1 : end, to)
  if (ORDINAL.has(wordBefore(text, from, 0).text.toLowerCase())) return undefined
  const article = /^an?$/i.test(next.text)
  if (article) {
    const scale = lexicon.at(text, wordAfter(text, next.to + (text[next.to] === '-' ? 1 : 0), to).from, to)
    const kind = scale?.value.kind
    if (scale && (kind === 'scale' || kind === 'dozen')) return make(scale.to, scale.value.value / 2, 'word', kind === 'scale')
    const word = wordAfter(text, next.to, to).text
    if (/^per|^point|^dollar|^cent$/u.test(word)) return make(next.to, 0.5, 'part')
    return undefined
  }
  if (text[end] === '-') return undefined
  const scale = lexicon.at(text, next.from, to)
  if (scale?.value.kind === 'scale') return make(scale.to, scale.value.value / 2, 'word', true)
  if (/^per|^percent/u.test(next.text)) return make(end, 0.5, 'part')
  if (!next.apart && ARTICLES.has(next.text)) return make(end, 0.5, 'part')
  const before = wordBefore(text, from, 0)
  const open = !before.apart && /^(?:by|in|than|about|almost|nearly|over|only)$/u.test(before.text)
  if (open && !/^(?:year|term|time|hour|dozen|sister|brother)/u.test(next.text)) {
    return before.text === 'in' || before.text === 'by' || !next.apart ? make(end, 0.5, 'part') : undefined
  }
  return undefined
}

// "Tens of thousands", "millions of": a power of ten to the next.
function manyAt(text: string, end: number, to: number, value: number, make: Make): Numeral | undefined {
  let amount = value
  let last = end
  const of = wordAfter(text, end, to)
  const next = of.text === 'of' ? lexicon.at(text, wordAfter(text, of.to, to).from, to) : undefined
  if (next?.value.kind === 'many') {
    amount *= next.value.value
    last = next.to
  }
  return value === 10 && last === end ? undefined : make(last, amount, 'many', amount >= 1e6)
}

// "Double its base", "to triple output", "more than double": a claim; "double shifts", "double digits": none.
function isMultiplying(text: string, from: number, end: number, to: number): boolean {
  if (text[end] === '-') return false
  const next = wordAfter(text, end, to)
  if (!next.apart && ARTICLES.has(next.text)) return true
  const before = wordBefore(text, from, 0).text
  if (/^(?:digit|digits|down|up|standard|standards|check|shifts?|whammy|dip|take|bottom|top)$/u.test(next.text)) return false
  return /^(?:to|will|would|could|may|might|nearly|almost|than|can|should)$/u.test(before)
}
