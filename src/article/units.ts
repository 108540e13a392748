import currencies from '../lexicon/currencies.json' with { type: 'json' }
import magnitudes from '../lexicon/magnitudes.json' with { type: 'json' }
import numberWords from '../lexicon/number-words.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import { isSpace, isWord } from '../lexicon/phrases.ts'
import type { Unit } from './facts.ts'
import { isDigit, type Numeral } from './numerals.ts'

/** A numeral with what stands before and behind it: sign, currency, scale, unit. */
export interface Reading {
  readonly numeral: Numeral
  /** From the currency to the unit. */
  readonly from: number
  readonly to: number
  /** Scaled: `$3 million` is 3000000. */
  readonly value: number
  /** What the number was multiplied by; 1 for none. */
  readonly scale: number
  readonly unit: Unit | undefined
  /** A length of time: `40 minutes`. */
  readonly time: boolean
  /** The unit is tied by a hyphen: `10-year`, `238-mile`. */
  readonly tied: boolean
  /** Glued to letters that are no unit: `3Q`, `1MDB`, `51st`. */
  readonly name: boolean
}

type Behind = { readonly kind: string; readonly code?: string }

const currenciesBehind = phrasesOf(currencies, (e): Behind => ({ kind: e.kind ?? '', code: e.note ?? '' }))
const behind = phrasesOf(units, (e): Behind => ({ kind: e.kind ?? '' }))
const SCALES = new Set(['scale', 'hundred', 'dozen'])
const scales = phrasesOf({ ...numberWords, entries: numberWords.entries.filter((e) => SCALES.has(e.kind)) }, (e) => e.value ?? 1)
const short = phrasesOf(magnitudes, (e) => ({ kind: e.kind ?? '', value: e.value ?? 1 }))
const before = new Map(
  currencies.entries
    .filter((e) => e.kind === 'sign' || e.kind === 'code' || e.kind === 'short')
    .flatMap((e) => [e.text, ...('forms' in e ? e.forms : [])].map((t) => [t, e.note] as const)),
)

/** Reads what stands around a numeral, not further than `floor` to the left and `to` to the right. */
export function readAround(text: string, numeral: Numeral, floor: number, to: number): Reading {
  const prefix = currencyBefore(text, numeral.from, floor)
  let from = prefix?.from ?? numeral.from
  let sign = 1
  const mark = text[from - 1]
  if (from > floor && (mark === '-' || mark === '−' || mark === '+' || mark === '~' || mark === '≈')) {
    const edge = from - 2
    const open = edge < floor || isSpace(text.charCodeAt(edge)) || '(["“'.includes(text[edge]!)
    if (open && (mark === '-' || mark === '−')) sign = -1
    if (open && '-−+'.includes(mark)) from--
  }
  if (numeral.form === 'digits' && /minus[- ]$/i.test(text.slice(Math.max(floor, numeral.from - 6), numeral.from))) {
    sign = -1
    from = numeral.from - 6
  }
  let end = numeral.to
  let scale = 1
  let unit: Unit | undefined = prefix && { kind: 'money', ...(prefix.code ? { currency: prefix.code } : {}) }
  let time = false
  let tied = false
  const reading = (name = false): Reading => {
    const value = sign * numeral.value * scale
    return { numeral, from, to: end, value, scale, unit, time, tied, name }
  }
  if (numeral.form === 'verb' || numeral.form === 'multiple') {
    unit = { kind: 'times' }
    return reading()
  }

  // Letters right behind the digits: a scale, a unit, or the number is part of a name.
  if (end < to && isLetter(text.charCodeAt(end)) && numeral.form === 'digits') {
    const glued = gluedAt(text, end, to, prefix !== undefined, numeral)
    if (!glued) return reading(true)
    if (glued.scale) scale = glued.scale
    if (glued.unit) unit = glued.unit
    time = glued.time
    end = glued.to
    if (glued.unit) return reading()
  }

  // A scale in words, once or twice: "4 hundred million".
  for (let round = 0; round < 2 && (numeral.form === 'digits' || numeral.form === 'word'); round++) {
    const at = tieAt(text, end, to)
    const word = scales.at(text, at, to)
    if (!word || at === end) break
    scale *= word.value
    end = word.to
  }
  if (scale === 1 && numeral.form === 'digits') {
    const at = skip(text, end, to)
    const word = at > end ? short.at(text, at, to) : undefined
    // A single letter apart from the digits is a scale only of money: "$5 m".
    const priced = prefix !== undefined
    const isScale = word?.value.kind === 'any' ? text[at] !== 't' && (word.to - at > 1 || (priced && /[a-z]/u.test(text[at]!))) : priced
    if (word && isScale) {
      scale = word.value.value
      end = word.to
    }
  }

  // The unit.
  if (text[end] === '%' || text[end] === '％') {
    end++
    const points = behind.at(text, tieAt(text, end, to), to)
    unit = points?.value.kind === 'index' ? ((end = points.to), { kind: 'points', of: 'percentage' }) : { kind: 'percent' }
    return reading()
  }
  const at = tieAt(text, end, to)
  tied = at > end && text[at - 1] === '-'
  if (text[at] === '%' && at > end && !tied) {
    end = at + 1
    unit = { kind: 'percent' }
    return reading()
  }
  if (text[at] === '¢' || (prefix === undefined && '€£¥₹₽₺₪₴'.includes(text[at] ?? ' '))) {
    unit = { kind: 'money', currency: before.get(text[at]!) ?? 'USD', ...(text[at] === '¢' ? { minor: true as const } : {}) }
    end = at + 1
    return reading()
  }
  if (at === end) {
    tied = false
    return reading()
  }
  if (numeral.form === 'many' && !text.startsWith('of ', at)) return reading()
  const article = at + linkLength(text, at, numeral.form)
  const named = currenciesBehind.at(text, article, to)
  const money = named && isMoney(named.value.kind, text[article]!) ? named : undefined
  if (named && money) {
    // "5 pounds" is money in financial news; weight is not looked for.
    unit ??= moneyOf(named.value.code, named.value.kind === 'cent')
    end = named.to
    return reading()
  }
  const word = behind.at(text, article, to)
  if (word) {
    const kind = word.value.kind
    if (kind === 'percent' || kind === 'percentage' || kind === 'basis') {
      end = word.to
      unit = kind === 'percent' ? { kind: 'percent' } : { kind: 'points', of: kind }
      const points = kind === 'percent' ? behind.at(text, tieAt(text, end, to), to) : undefined
      if (points?.value.kind === 'index') {
        end = points.to
        unit = { kind: 'points', of: 'percentage' }
      }
    } else if (!prefix) {
      if (kind === 'index') {
        end = word.to
        unit = { kind: 'points', of: 'index' }
      } else if (kind === 'times') {
        end = word.to
        unit = { kind: 'times' }
      } else if (kind === 'time') {
        time = true
        unit = { kind: 'count', of: text.slice(word.from, word.to) }
      } else if (kind === 'measure' || !isPlainWord(text, word.from, word.to)) {
        unit = { kind: 'count', of: text.slice(word.from, word.to) }
      }
    }
  }
  return reading()
}

// "Tens of millions of dollars", "half a percent", "a third of a percent": words between a number and its unit.
function linkLength(text: string, at: number, form: Numeral['form']): number {
  if (form === 'many') return 3
  if (form !== 'part') return 0
  return text.startsWith('a ', at) ? 2 : text.startsWith('of a ', at) ? 5 : 0
}

function isMoney(kind: string, first: string): boolean {
  return kind === 'word' || kind === 'cent' || (kind === 'code' && first >= 'A' && first <= 'Z')
}

function moneyOf(code: string | undefined, minor: boolean): Unit {
  return { kind: 'money', ...(code ? { currency: code } : {}), ...(minor ? { minor: true as const } : {}) }
}

interface Glued {
  readonly to: number
  readonly scale?: number
  readonly unit?: Unit
  readonly time: boolean
}

function gluedAt(text: string, at: number, to: number, priced: boolean, numeral: Numeral): Glued | undefined {
  let end = at
  while (end < to && isLetter(text.charCodeAt(end))) end++
  const letters = text.slice(at, end)
  const lower = letters.toLowerCase()
  if (isDigit(text.charCodeAt(end))) {
    const squared = /^(?:[mck]?m|ft|in)$/u.test(lower) && '23'.includes(text[end]!) && !isWord(text.charCodeAt(end + 1))
    return squared ? { to: end + 1, unit: { kind: 'count', of: text.slice(at, end + 1) }, time: false } : undefined
  }
  const scale = short.get(letters)
  if (scale && end - at <= 3) {
    if (priced || (scale.kind === 'any' && lower !== 'm' && lower !== 'b')) return { to: end, scale: scale.value, time: false }
    const name = numeral.bare && numeral.value < 10 && letters === letters.toUpperCase()
    if (scale.kind === 'any' && !name) return { to: end, scale: scale.value, time: false }
  }
  if (lower === 'x' || letters === '×') return { to: end, unit: { kind: 'times' }, time: false }
  if (lower === 'pc' || lower === 'pct' || lower === 'percent') return { to: end, unit: { kind: 'percent' }, time: false }
  if (lower === 'bps' || lower === 'bp') return { to: end, unit: { kind: 'points', of: 'basis' }, time: false }
  if (lower === 'pp' || lower === 'ppt' || lower === 'ppts') return { to: end, unit: { kind: 'points', of: 'percentage' }, time: false }
  if (letters === 'p') return { to: end, unit: { kind: 'money', currency: 'GBP', minor: true }, time: false }
  if (letters === 'c') return { to: end, unit: { kind: 'money', minor: true }, time: false }
  if (/^(?:st|nd|rd|th)$/u.test(lower) || letters === 's') return undefined
  const named = currenciesBehind.get(letters)
  if (named && (named.kind === 'word' || named.kind === 'code')) return { to: end, unit: moneyOf(named.code, false), time: false }
  const unit = behind.get(letters)
  if (!unit || unit.kind === 'index') return undefined
  if (/^[FCAVG]$/u.test(letters) && numeral.bare) return undefined
  return { to: end, unit: { kind: 'count', of: letters }, time: unit.kind === 'time' }
}

/** The currency that ends at `at`, glued or one space away. */
function currencyBefore(text: string, at: number, floor: number): { from: number; code: string } | undefined {
  let end = at
  if (end > floor && isSpace(text.charCodeAt(end - 1))) end--
  let from = end
  const inner = (code: number, mark: string) => !isSpace(code) && !isDigit(code) && !'(/-–—,“"['.includes(mark)
  while (from > floor && end - from < 5 && inner(text.charCodeAt(from - 1), text[from - 1]!)) from--
  for (let start = from; start < end; start++) {
    const sign = text.slice(start, end)
    const code = before.get(sign)
    if (code === undefined) continue
    const letter = isLetter(sign.charCodeAt(0))
    if (letter && start > floor && !isSpace(text.charCodeAt(start - 1)) && !'(["“–—'.includes(text[start - 1]!)) continue
    if (sign.length === 1 && letter && end !== at) continue
    // "US $58", "AU $89": the country stands apart from the sign.
    if (sign === '$' && start > floor + 1 && isSpace(text.charCodeAt(start - 1))) {
      const country = /(?:^|[\s(])(US|AU|NZ|HK|C|CA|NT)\s$/u.exec(text.slice(Math.max(floor, start - 5), start))
      if (country) return { from: start - 1 - country[1]!.length, code: before.get(country[1] + '$') ?? code }
    }
    return { from: start, code }
  }
  return undefined
}

/** Where the next word begins behind one space or a hyphen; `at` itself where neither stands there. */
export function tieAt(text: string, at: number, to: number): number {
  const next = skip(text, at, to)
  if (next > at) return next
  return text[at] === '-' && at + 1 < to && isLetter(text.charCodeAt(at + 1)) ? at + 1 : at
}

function skip(text: string, at: number, to: number): number {
  let i = at
  while (i < to && isSpace(text.charCodeAt(i))) i++
  return i
}

function isLetter(code: number): boolean {
  return isWord(code) && !isDigit(code)
}

// "5 A", "3 in": a short unit that is also a word counts only as it is written, and not for "a" or "ha".
function isPlainWord(text: string, from: number, to: number): boolean {
  return to - from === 1 && !'WVFkg'.includes(text[from]!)
}
