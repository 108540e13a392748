import type { Article } from './article.ts'
import type { Block } from './block.ts'
import type { Quantity, Sentence, Unit } from './facts.ts'
import { isSpace, isWord } from '../lexicon/phrases.ts'
import { labelOf, type Label } from './labels.ts'
import { digitsAt, isDigit, skipRun, wordsAt, type Numeral } from './numerals.ts'
import { recalledAt, type Memory } from './memory.ts'
import { passage } from './passage.ts'
import { readAround, type Reading } from './units.ts'
import { wordAfter, wordBefore } from './words.ts'

/** Every number of the article with its unit, in reading order; dates, names and ordinals are none. */
export function findQuantities(article: Article): Quantity[] {
  return article.sentences.flatMap((sentence) => quantitiesIn(sentence, article.memory))
}

interface Found {
  readonly reading: Reading
  label: Label | undefined
}

function quantitiesIn(sentence: Sentence, memory: Memory | undefined): Quantity[] {
  const { block, from, to } = sentence
  const { text } = block.prose
  return recalledAt(memory, figuresIn, text, from, () => figuresIn(text, from, to)).map((figure) => quantity(sentence, block, figure))
}

/** A quantity, wherever its paragraph stands. */
type Figure = Pick<Quantity, 'from' | 'to' | 'value' | 'unit'> & { readonly words: boolean; readonly bound: Quantity['bound'] | undefined }

/** The quantities between `from` and `to`, where a sentence stands. */
function figuresIn(text: string, from: number, to: number): Figure[] {
  const found = scan(text, from, to)
  const figures: Figure[] = []
  const put = (r: Reading, value: Quantity['value'], unit: Unit, words: boolean) =>
    figures.push({ from: r.from, to: r.to, value, unit, words, bound: boundOf(text, r.from, from) })
  for (let i = 0; i < found.length; i++) {
    const a = found[i]!
    const b = found[i + 1]
    const pair = b && pairOf(text, a, b, from, to)
    if (pair === 'label') {
      a.label ??= 'score'
      b!.label ??= a.label
    }
    if (a.label && typeof pair !== 'object') continue
    if (typeof pair === 'object') {
      put(pair.reading, pair.value, pair.unit, pair.words)
      i++
    } else if (counts(text, a.reading, from, to)) {
      const { reading } = a
      put(reading, valueOf(reading), unitOf(text, reading, to), reading.numeral.form !== 'digits')
    }
  }
  // A sign between two numbers belongs to the first: "1€0".
  return figures.filter((one, i) => i === 0 || one.from >= figures[i - 1]!.to)
}

/** All numbers between `from` and `to`, labels among them. */
function scan(text: string, from: number, to: number): Found[] {
  const found: Found[] = []
  const push = (numeral: Numeral): number => {
    const reading = readAround(text, numeral, from, to)
    const label = labelOf(text, reading, from, to)
    found.push({ reading, label })
    return label === 'name' && !isSpace(text.charCodeAt(numeral.to)) ? skipRun(text, numeral.from, to) : Math.max(reading.to, numeral.to)
  }
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(i + 1)) && !isWord(text.charCodeAt(i - 1)))) {
      const numeral = digitsAt(text, i, to)
      const part = numeral && fractionAt(text, numeral, to)
      if (part) i = push(part)
      else if (!numeral || isRun(text, numeral.to, to)) i = skipRun(text, i, to)
      else i = push(numeral)
    } else if (isWord(code)) {
      const numeral = wordsAt(text, i, to)
      if (numeral) i = push(numeral)
      else {
        while (i < to && isWord(text.charCodeAt(i)) && !isDigit(text.charCodeAt(i))) i++
        if (text.startsWith('://', i)) while (i < to && !isSpace(text.charCodeAt(i))) i++
      }
    } else if (code === 64 && isWord(text.charCodeAt(i + 1))) i = skipRun(text, i, to)
    else i++
  }
  return found
}

// 9:30, 2025-04-08, 4/8/2025, 555-0100, 24/7: digits tied to digits that are no range.
function isRun(text: string, at: number, to: number): boolean {
  const mark = text[at]
  const next = at + 1 < to && isDigit(text.charCodeAt(at + 1))
  if (!next) return false
  if (mark === ':' || mark === '/') return true
  if (mark !== '-') return false
  let i = at + 1
  while (i < to && isDigit(text.charCodeAt(i))) i++
  const length = i - at - 1
  return (text[i] === '-' && isDigit(text.charCodeAt(i + 1))) || ((length === 4 || length === 2) && text[at + 1] === '0')
}

// "1/2 pound", "3/4 of".
function fractionAt(text: string, top: Numeral, to: number): Numeral | undefined {
  if (text[top.to] !== '/' || !top.bare || text[top.from - 1] === '/') return undefined
  const bottom = digitsAt(text, top.to + 1, to)
  if (!bottom?.bare || bottom.value <= top.value || bottom.value > 16 || bottom.value < 2 || text[bottom.to] === '/') return undefined
  const next = wordAfter(text, bottom.to, to)
  if (next.apart || !/^(?:of|(?:pound|cup|inch|mile|ounce|point)e?s?|percent|percentage)$/u.test(next.text)) return undefined
  return { ...top, to: bottom.to, value: top.value / bottom.value, form: 'part', bare: false }
}

interface Pair {
  readonly reading: Reading
  readonly value: Quantity['value']
  readonly unit: Unit
  readonly words: boolean
}

const MOTION = new Set(
  ('rose fell up down lost gained added slid slipped dropped jumped climbed declined surged tumbled plunged rallied eased ' +
    'increased decreased by higher lower another rises falls gains drops advanced sank dipped soared retreated grew shed ' +
    'moved edged raised lifted cut lowered hiked').split(' '),
)

/** What two numbers beside each other are together: a range, a ratio, one label, or nothing. */
function pairOf(text: string, a: Found, b: Found, floor: number, to: number): Pair | 'label' | undefined {
  const left = a.reading
  const right = b.reading
  if (right.from < left.to || right.from - left.to > 24) return undefined
  let gap = text.slice(left.to, right.from).toLowerCase()
  // The unit may be said twice: "252 miles to 287 miles".
  const noun = left.unit?.kind === 'count' ? left.unit.of?.toLowerCase() : undefined
  if (noun && gap.trimStart().startsWith(noun)) gap = gap.trimStart().slice(noun.length)
  else if (gap.endsWith(' to ') && gap.length > 5 && text.startsWith(gap.slice(0, -4), right.to)) gap = ' to '
  const joint = gap.trim()
  const dash = joint === '-' || joint === '–' || joint === '—' || joint === '- to' || joint === '/'
  // "2000 - 2500 calories", "1000 to 2000 hires": what looks like a year is one end of a range.
  if ((dash || joint === 'to') && isHalfYear(text, a, b, to)) return join(text, left, right, to)
  if (a.label === 'date' || a.label === 'year' || b.label === 'year') {
    const small = right.numeral.bare && right.scale === 1 && (right.unit === undefined || right.time)
    const dates = a.label === 'date' && (joint === 'and' || joint === 'to') && !right.time
    return (a.label && small && (dash || dates)) || (b.label && dash && left.numeral.bare) ? 'label' : undefined
  }
  if (a.label === 'age' && (dash || joint === 'to' || joint === 'and') && right.numeral.bare) return 'label'
  if (a.label || b.label) return undefined

  const ratio = ratioOf(text, left, right, joint, floor)
  if (ratio) return ratio

  const before = wordBefore(text, left.from, floor)
  const word = before.text.toLowerCase()
  const opened = word === 'from' || word === 'between' || word === 'of' || word === 'range'
  const range = dash || joint === '- to' || joint === 'to' || joint === 'up to' || joint === 'or' || (joint === 'and' && word === 'between')
  if (!range || !isEnd(left) || !isEnd(right)) return undefined
  // "Three or four years".
  const words = left.numeral.form === 'word' && right.numeral.form === 'word'
  if (joint === 'or') return words && left.unit === undefined && left.scale === 1 && right.time ? join(text, left, right, to) : undefined
  if (joint === 'to' && MOTION.has(word) && !(word === 'by' && !left.unit && right.unit && right.unit.kind !== 'money')) return undefined
  if (joint === 'to' && !opened && left.unit && !right.unit) return undefined
  if (left.tied && !right.tied) return undefined
  if (dash && isPlain(left) && isPlain(right) && gap.length === joint.length) {
    const noun = nounAfter(text, right.to, to)
    return right.value <= left.value || !noun ? 'label' : join(text, left, right, to)
  }
  if (left.unit && right.unit && !sameUnit(left.unit, right.unit)) return undefined
  if (left.unit && !right.unit && left.unit.kind !== 'money') return undefined
  return join(text, left, right, to)
}

const isEnd = (r: Reading) => r.numeral.form === 'digits' || r.numeral.form === 'word'

const isPlain = (r: Reading) => r.numeral.bare && !r.unit && r.scale === 1

// One end of a range looks like a year, and something is counted: "2000 - 2500 calories".
function isHalfYear(text: string, a: Found, b: Found, to: number): boolean {
  const left = a.reading
  const right = b.reading
  const one = (a.label === 'year' && !b.label) || (!a.label && b.label === 'year')
  if (!one || left.unit || right.value <= left.value || right.scale !== 1) return false
  if (right.unit?.kind !== 'count' && !nounAfter(text, right.to, to)) return false
  return a.label ? right.value >= 1000 : left.numeral.bare
}

function join(text: string, left: Reading, right: Reading, to: number): Pair {
  const scale = left.scale === 1 && right.scale !== 1 && Math.abs(left.value) < 1000 ? right.scale : 1
  const low = left.value * scale
  const unit = right.unit ?? left.unit ?? unitOf(text, right, to)
  return {
    reading: { ...right, from: left.from, numeral: { ...right.numeral, from: left.numeral.from } },
    value: [low, right.value],
    unit: left.unit?.kind === 'money' && unit.kind === 'money' ? (left.unit.currency ? left.unit : unit) : unit,
    words: left.numeral.form !== 'digits' && right.numeral.form !== 'digits',
  }
}

function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'money' && b.kind === 'money') return a.currency === b.currency || !a.currency || !b.currency
  if (a.kind === 'points' && b.kind === 'points') return a.of === b.of
  if (a.kind === 'count' && b.kind === 'count') return !a.of || !b.of || a.of.slice(0, 3) === b.of.slice(0, 3)
  return true
}

const OF = /^(?:of|out of|in|in every|of every|out of every|of the|of its|of their|of the (?:past|last|top|first)|-in-|-out-of-)$/u

// "1 in 4", "four out of five", "six of the past eight": a share. "3-for-1", "4-to-1": so many for one.
function ratioOf(text: string, left: Reading, right: Reading, joint: string, floor: number): Pair | undefined {
  if (left.unit && !(left.unit.kind === 'count')) return undefined
  if (left.scale !== 1 || right.scale !== 1 || left.numeral.scaled || right.numeral.scaled) return undefined
  const reading = { ...right, from: left.from, to: right.numeral.to, numeral: { ...right.numeral, from: left.numeral.from } }
  const words = left.numeral.form === 'word' && right.numeral.form === 'word'
  if (joint === '-for-' || joint === '-to-') return { reading, value: left.value / right.value, unit: { kind: 'share' }, words }
  if (!OF.test(joint) || left.value >= right.value || left.value <= 0) return undefined
  if (left.numeral.form !== 'word' && left.numeral.form !== 'digits') return undefined
  if (joint.startsWith('in') && !(right.value <= 20 || right.value === 100 || right.value === 1000 || right.value === 50)) return undefined
  if (joint.startsWith('in') && (right.time || wordBefore(text, left.from, floor).text === 'the')) return undefined
  if (right.unit && right.unit.kind !== 'count') return undefined
  return { reading, value: left.value / right.value, unit: { kind: 'share' }, words }
}

const valueOf = (r: Reading): Quantity['value'] => (r.numeral.form === 'many' && r.numeral.value !== 12 ? [r.value, r.value * 10] : r.value)

function unitOf(text: string, r: Reading, to: number): Unit {
  if (r.unit) return r.unit
  if (r.numeral.form === 'part') return { kind: 'share' }
  const noun = nounAfter(text, r.to, to)
  return noun ? { kind: 'count', of: noun } : { kind: 'count' }
}

// The noun counted: the first plural among the next words, with no other kind of word between.
function nounAfter(text: string, at: number, to: number): string | undefined {
  let i = at
  if (text[i] === '-') return undefined
  for (let n = 0; n < 4; n++) {
    const word = wordAfter(text, i, to)
    if (word.apart || !word.text || STOP.has(word.text.toLowerCase()) || /^\d/u.test(word.text)) return undefined
    if (PLURAL.test(word.text) && !/(?:ss|us|is)$/u.test(word.text)) return word.text
    if (n === 0 && /ly$/u.test(word.text)) return undefined
    i = word.to
  }
  return undefined
}

const PLURAL = /(?:[a-z]s|people|men|women|children|percent|staff)$/u
const STOP = new Set(
  ('of is was that who which and or to for in on at by the a an from with as if but were are will would could can may ' +
    'might has had have than when while after before since until its their his her this these those not it they he she per ' +
    'plus more less so also now then into over under up down compared versus during about around').split(' '),
)

const COMPARES = new Set(['as', 'the', 'that', 'what', 'its', 'their', 'more'])

/** Whether a number that is no label counts as a quantity where it stands. */
function counts(text: string, r: Reading, floor: number, to: number): boolean {
  const { numeral } = r
  if (numeral.form === 'digits') return !(r.tied && r.time && !/^-?years?[ -]old/u.test(text.slice(r.to, r.to + 10)))
  const next = wordAfter(text, r.to, to)
  if (numeral.form === 'verb') return next.text !== 'down' && next.text !== 'up'
  // "Twice the pace"; not "voted twice".
  if (numeral.form === 'multiple' && !/fold$/i.test(text.slice(numeral.from, numeral.to))) return COMPARES.has(next.text)
  if (numeral.form !== 'word') return true
  if (r.tied && (!r.unit || r.unit.kind === 'count' || r.unit.kind === 'times')) return false
  const prior = text[numeral.from - 1]
  if (prior === '-' || ((prior === '’' || prior === "'") && isWord(text.charCodeAt(numeral.from - 2)))) return false
  if (r.unit && r.unit.kind !== 'count') return true
  if (r.scale !== 1 || numeral.scaled || numeral.value > 12) return true
  const before = wordBefore(text, r.from, floor)
  if (text[numeral.to] === '-') return false
  if (numeral.value === 1) return isCountedOne(before.text.toLowerCase(), next.text, next.apart)
  if (isLastOf(before.text) || (before.text === 'of' && isLastOf(wordBefore(text, before.from, floor).text))) return r.time
  return true
}

// "The top three", "Group of Seven": a set's name.
function isLastOf(word: string): boolean {
  return /^(?:top|bottom|big|Big|Group)$/u.test(word)
}

const NO_NOUN = new Set(
  ('of is was that who which and or to for in on at by the could would will can might has had more another thing day way ' +
    'time side person hand point such from with as if but were are not also than less he she they we you it i its her his ' +
    'last when where year before after too up down off out').split(' '),
)

// "One proposal", "just one man"; never "no one", "the one", "one of".
function isCountedOne(before: string, next: string, apart: boolean): boolean {
  if (apart || !next || NO_NOUN.has(next.toLowerCase())) return false
  if (/^(?:no|the|this|that|a|an|any|every|each|another|some|which|day|number)$/u.test(before)) return false
  return /^[a-z]{3,}$/u.test(next)
}

function quantity(sentence: Sentence, block: Block, { from, to, value, unit, words, bound }: Figure): Quantity {
  const { text, span } = passage(block, from, to)
  const found: { -readonly [K in keyof Quantity]: Quantity[K] } = { block, from, to, text, span, sentence, value, unit }
  if (bound) found.bound = bound
  if (words) found.words = true
  return found
}

const BOUNDS = new Map<string, Quantity['bound']>(Object.entries({
  about: 'about', around: 'about', roughly: 'about', approximately: 'about', nearly: 'about', almost: 'about', some: 'about',
  circa: 'about', estimated: 'about', barely: 'about', close: 'about',
  over: 'over', above: 'over', exceeding: 'over', least: 'over', exceeded: 'over', exceeds: 'over', exceed: 'over',
  under: 'under', below: 'under', most: 'under',
} as const))

function boundOf(text: string, from: number, floor: number): Quantity['bound'] {
  const mark = text[from - 1]
  if (mark === '~' || mark === '≈') return 'about'
  const before = wordBefore(text, from, floor)
  if (before.apart) return undefined
  const word = before.text.toLowerCase()
  const direct = BOUNDS.get(word)
  if (direct) return direct
  if (word !== 'than' && word !== 'to' && word !== 'as') return undefined
  const earlier = wordBefore(text, before.from, floor).text.toLowerCase()
  if (word === 'than') {
    if (/^(?:more|greater|higher|larger|better|longer)$/u.test(earlier)) return 'over'
    return /^(?:less|fewer|lower|smaller)$/u.test(earlier) ? 'under' : undefined
  }
  if (word === 'to') return earlier === 'up' ? 'under' : earlier === 'close' ? 'about' : undefined
  return /^(?:much|many|high)$/u.test(earlier) ? 'under' : /^(?:little|few|low)$/u.test(earlier) ? 'over' : undefined
}
