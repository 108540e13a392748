import labels from '../lexicon/label-words.json' with { type: 'json' }
import months from '../lexicon/months.json' with { type: 'json' }
import { wordsOf } from '../lexicon/lexicon.ts'
import { isSpace, isWord } from '../lexicon/phrases.ts'
import { isDigit } from './numerals.ts'
import type { Reading } from './units.ts'
import { wordAfter, wordBefore } from './words.ts'

/** Why a number is no quantity. */
export type Label = 'date' | 'clock' | 'year' | 'name' | 'score' | 'list' | 'address' | 'age'

const monthNames = wordsOf(months, 'month')
const always = wordsOf(labels, 'always')
const bare = wordsOf(labels, 'bare')
const indices = wordsOf(labels, 'index')

/** Whether a word is the name of a month, short or long. */
export function isMonth(word: string): boolean {
  return word.length > 2 && isCapital(word) && monthNames.has(word.toLowerCase())
}

/** Why the number is a date, a name or the like; undefined for a quantity. */
export function labelOf(text: string, r: Reading, floor: number, ceiling: number): Label | undefined {
  const { numeral } = r
  if (numeral.form !== 'digits') return undefined
  if (r.name) return 'name'
  const from = numeral.from
  const prior = from > floor ? text[from - 1]! : ''
  if (r.unit?.kind === 'money' && r.from < from) return undefined
  if (isTiedToName(text, r, floor, prior)) return 'name'
  // "10b-5", "401(k)", "17(b)", "’08".
  if (/^[a-z]-\d/i.test(text.slice(numeral.to, numeral.to + 3)) && r.from === from) return 'name'
  if (numeral.bare && /^\((?:[a-z]|\d{1,2})\)/u.test(text.slice(numeral.to, numeral.to + 4))) return 'name'
  if ((prior === '’' || prior === "'") && numeral.bare && numeral.to - from === 2 && r.unit === undefined) return 'year'
  const after = wordAfter(text, numeral.to, ceiling)
  if (!after.apart && numeral.value < 2400 && /^(?:a\.m|p\.m|am|pm|gmt|o.clock|est|edt)$|^ET$/iu.test(after.text)) return 'clock'
  if (r.unit?.kind === 'percent' || r.unit?.kind === 'points') return undefined
  const before = wordBefore(text, r.from, floor)
  const word = before.text.toLowerCase()
  if (numeral.bare && !before.apart && isMonth(before.text) && numeral.value <= 31 && !isUnitAfter(r)) return 'date'
  if (numeral.bare && isMonth(after.text) && !after.apart && numeral.value <= 31 && after.text !== 'May') return 'date'
  if (numeral.bare && after.text === 'May' && !after.apart && numeral.value <= 31) return 'date'
  if (isYear(r, before.text, word, wordBefore(text, before.from, floor).text, after.text)) return 'year'
  if (!before.apart && isNamed(text, r, word, before.text, before.from, floor, after.text)) return 'name'
  if (isAddress(text, r, ceiling)) return 'address'
  if (isAge(text, r, floor)) return 'age'
  // "(4)": a player, a note, an item.
  // "2. Ostler earnings": the number of an item.
  const numbered = from === 0 && text[numeral.to] === '.' && isSpace(text.charCodeAt(numeral.to + 1)) && numeral.to - from < 3
  if (numbered && numeral.bare && r.unit === undefined && r.scale === 1) return 'list'
  const alone = text[r.to] === ')' && (from === floor || prior === '(')
  if (alone && numeral.bare && r.unit === undefined && r.scale === 1 && numeral.value < 100) return 'list'
  return undefined
}

function isUnitAfter(r: Reading): boolean {
  return r.scale !== 1 || (r.unit !== undefined && !r.time)
}

// "TA-35", "COVID-19", "#2", "@7", "q/3": tied to what stands before.
function isTiedToName(text: string, r: Reading, floor: number, prior: string): boolean {
  const from = r.numeral.from
  if ((prior === '"' || prior === "'") && text[from - 2] === '=') return true
  if (prior === '#' || prior === '@' || prior === '_' || prior === '=' || prior === '&') return !(prior === '=' && r.unit?.kind === 'money')
  const letter = prior !== '' && isWord(prior.charCodeAt(0)) && !isDigit(prior.charCodeAt(0))
  if (letter) return r.from === from
  if ((prior === '-' || prior === '‑' || prior === '/') && from - 2 >= floor && r.from === from) {
    let i = from - 1
    while (i > floor && from - i < 24 && isWord(text.charCodeAt(i - 1))) i--
    const tied = text.slice(i, from - 1)
    if (!tied) return false
    if (isDigit(tied.charCodeAt(0)) && isDigit(tied.charCodeAt(tied.length - 1))) return false
    return !/^(?:sub|minus|about|over|under|plus|nearly|almost|non|around|near|to|than|and|or|between|for|in|of)$/i.test(tied)
  }
  return false
}

// "since 2019", "the 2018 results"; not "2,018", "$2018", "2018 workers".
function isYear(r: Reading, before: string, word: string, earlier: string, after: string): boolean {
  const { numeral } = r
  if (!numeral.bare || numeral.to - numeral.from !== 4 || r.scale !== 1 || r.from !== numeral.from) return false
  const { value } = numeral
  if (value < 1500 || value > 2100) return false
  const counted = r.unit !== undefined && !r.time
  if (counted) return false
  if (/^(?:than|nearly|almost|roughly|approximately|over|least|some)$/u.test(word) && /^[a-z]{3,}s$/u.test(after)) return false
  if (value >= 1900 && value <= 2100) return true
  if (word === 'of') return !/^(?:average|total|maximum|minimum|mean|fee|price|cost|sum|amount|value|level)$/u.test(earlier)
  return BEFORE_YEAR.has(word) || isMonth(before)
}

const BEFORE_YEAR = new Set('in since by from between until till before after and to act circa during the early late mid year'.split(' '))

// "Model 3", "S&P 500", "No. 2", "top 10", "Apple Watch 5".
function isNamed(text: string, r: Reading, word: string, written: string, at: number, floor: number, after: string): boolean {
  const { numeral } = r
  const short = word.endsWith('.') && !always.has(word) && !indices.has(word) ? word.slice(0, -1) : word
  const plain = r.from === numeral.from && r.scale === 1
  if (!plain) return false
  const capital = isCapital(written)
  const small = (numeral.bare || numeral.value < 20) && short !== 'no' && !isUnitAfter(r)
  if (always.has(short) && (capital || short.endsWith('.') || small)) {
    return short === 'no' || short === 'number' ? numeral.bare && after !== 'percent' : true
  }
  if (!numeral.bare) return false
  const counted = isUnitAfter(r)
  if (indices.has(short.replace(/^.*\//u, '')) && capital) return true
  if (bare.has(short) && !counted && (capital || /^(?:top|big|rank|ranked|ranks|category|stage|week)$/u.test(short))) return true
  const earlier = wordBefore(text, at, floor)
  if (!earlier.apart && indices.has(`${earlier.text.toLowerCase()} ${short}`) && capital) return true
  if (word === 'of' && /^(?:group|big|class)$/i.test(earlier.text) && isCapital(earlier.text)) return true
  // A capitalised word inside a sentence and a small integer: a product, a team, a road.
  if (!capital || counted || at <= floor || numeral.to - numeral.from > 4 || monthNames.has(short) || r.time) return false
  if (/^(?:[A-Z]\w*|["“(])/u.test(after) && /s$/u.test(after)) return false
  if (/^[a-z]+s$/u.test(after) && !/^(?:is|was|has|its|as|this|does|goes|plus)$/u.test(after)) return false
  return !startsSentence(text, at, floor) && !isTitleCase(text, floor)
}

function startsSentence(text: string, at: number, floor: number): boolean {
  let i = at
  while (i > floor && (isSpace(text.charCodeAt(i - 1)) || '"“(‘\''.includes(text[i - 1]!))) i--
  return i === floor || /[.!?:;]/u.test(text[i - 1]!)
}

// Whether most of the first words are capitalised: a headline, where a capital says nothing.
function isTitleCase(text: string, floor: number): boolean {
  let capitals = 0
  let words = 0
  let at = floor
  for (let n = 0; n < 14 && words < 7; n++) {
    const word = wordAfter(text, at, text.length)
    if (!word.text) break
    if (/^\p{L}{4,}/u.test(word.text)) {
      words++
      if (isCapital(word.text)) capitals++
    }
    at = word.to
  }
  return words > 2 && capitals / words > 0.7
}

const STREETS = new Set('St Street Ave Avenue Road Rd Way Lane Ln Drive Dr Blvd Boulevard Square Plaza Place Court'.split(' '))

function isAddress(text: string, r: Reading, ceiling: number): boolean {
  if (!r.numeral.bare || r.unit || r.scale !== 1) return false
  let at = r.numeral.to
  for (let n = 0; n < 4; n++) {
    const word = wordAfter(text, at, ceiling)
    if (word.apart || !word.text || !/^[\p{Lu}\d]/u.test(word.text)) return false
    if (STREETS.has(word.text)) return true
    at = word.to
  }
  return false
}

const UNDER =
  /\b(?:those|people|anyone|adults|children|men|women|workers|residents|americans|voters|investors|buyers|shoppers|savers|consumers|employees) (?:aged |who are )?(?:under|over|below|above|older than|younger than) $/i

// "Ruiz, 45, said", "those under 35".
function isAge(text: string, r: Reading, floor: number): boolean {
  const { from, to, bare, value } = r.numeral
  if (bare && value < 110 && !r.unit && /^(?:ages|aged|age)$/i.test(wordBefore(text, from, floor).text)) return true
  if (bare && value < 110 && !r.unit && UNDER.test(text.slice(Math.max(floor, from - 40), from))) return true
  if (!bare || value < 15 || value > 110 || r.unit || r.scale !== 1 || text[to] !== ',' || text[from - 2] !== ',') return false
  return isCapital(wordBefore(text, from - 2, floor).text)
}

function isCapital(word: string): boolean {
  const first = word[0]
  return first !== undefined && first !== first.toLowerCase()
}
