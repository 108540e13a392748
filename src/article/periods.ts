import months from '../lexicon/months.json' with { type: 'json' }
import phrases from '../lexicon/periods.json' with { type: 'json' }
import { phrasesOf } from '../lexicon/lexicon.ts'
import { isWord } from '../lexicon/phrases.ts'
import type { Article } from './article.ts'
import type { IsoDate } from './block.ts'
import type { Period, Sentence } from './facts.ts'
import { isDigit } from './numerals.ts'
import { passage } from './passage.ts'
import { wordAfter, wordBefore } from './words.ts'

/**
 * Dates and stretches of time, in reading order: `June 13, 2020`, `the third quarter`, `since March`, `last year`.
 * With a year they begin and end on a day; without one they are relative to the story.
 */
export function findPeriods(article: Article): Period[] {
  return article.sentences.flatMap((sentence) => periodsIn(sentence))
}

const words = phrasesOf([months, phrases], (e) => ({ kind: e.kind ?? '', value: e.value ?? 0 }))

interface Found {
  readonly from: number
  readonly to: number
  readonly days?: readonly [IsoDate, IsoDate]
}

function periodsIn({ block, from, to }: Sentence): Period[] {
  const text = block.prose.text
  const periods: Period[] = []
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (!isWord(code)) {
      i++
      continue
    }
    const found = isDigit(code) ? numberAt(text, i, from, to) : wordsAt(text, i, from, to)
    if (found) {
      const [begins, ends] = found.days ?? []
      periods.push({ ...passage(block, found.from, found.to), ...(begins && ends ? { begins, ends } : {}), relative: !found.days })
      i = found.to
    } else while (i < to && isWord(text.charCodeAt(i))) i++
  }
  return periods
}

// A bare year, or an ISO date.
function numberAt(text: string, at: number, floor: number, to: number): Found | undefined {
  const digits = run(text, at, to)
  if (digits.length !== 4) return undefined
  const year = Number(digits)
  if (year < 1900 || year > 2100) return undefined
  const rest = /^-(\d\d)-(\d\d)(?!\d)/u.exec(text.slice(at + 4, at + 11))
  if (rest) {
    const day = dayOf(year, Number(rest[1]), Number(rest[2]))
    return day ? { from: at, to: at + 10, days: [day, day] } : undefined
  }
  const prior = text[at - 1]
  if (at > floor && prior !== undefined && !/[\s("“'‘-]/u.test(prior)) return undefined
  if (/^[,.]?\d|^[%\p{L}]/u.test(text.slice(at + 4, at + 6))) return undefined
  return { from: at, to: at + 4, days: yearOf(year) }
}

function wordsAt(text: string, at: number, floor: number, to: number): Found | undefined {
  const match = words.at(text, at, to)
  if (!match) return undefined
  const { kind, value } = match.value
  if (kind === 'relative') return { from: at, to: match.to }
  if (kind === 'quarter' || kind === 'half') {
    const year = yearAfter(text, match.to, to)
    if (!year) return { from: at, to: match.to }
    const first = kind === 'quarter' ? value * 3 - 2 : value * 6 - 5
    const last = kind === 'quarter' ? value * 3 : value * 6
    return { from: at, to: year.to, days: [dayOf(year.value, first, 1)!, lastOf(year.value, last)] }
  }
  if (text[at] !== text[at]!.toUpperCase()) return undefined
  if (kind === 'weekday') return { from: at, to: match.to }

  // A month: "June", "June 13", "13 June", "June 2020", "June 13, 2020". "May" and "March" want a neighbour.
  const before = wordBefore(text, at, floor)
  const next = wordAfter(text, match.to, to)
  const dayBefore = /^\d{1,2}(?:st|nd|rd|th)?$/u.test(before.text) && !before.apart ? parseInt(before.text, 10) : 0
  const dayAfter = /^\d{1,2}(?:st|nd|rd|th)?$/u.test(next.text) && !next.apart ? parseInt(next.text, 10) : 0
  const day = dayBefore || dayAfter
  const from = dayBefore ? before.from : at
  const end = dayAfter && !dayBefore ? next.to : match.to
  const year = yearAfter(text, end, to)
  const doubtful = /^(?:may|march)$/i.test(text.slice(at, match.to))
  if (!day && !year && doubtful && !BEFORE_MONTH.has(before.text.toLowerCase())) return undefined
  if (!year) return { from, to: end }
  if (!day) return { from, to: year.to, days: [dayOf(year.value, value, 1)!, lastOf(year.value, value)] }
  const iso = dayOf(year.value, value, day)
  return iso ? { from, to: year.to, days: [iso, iso] } : { from, to: end }
}

const BEFORE_MONTH = new Set('in since until by of from last this next late early mid during through for to and between'.split(' '))

// ", 2020", " 2020", " of 2020", " of fiscal 2020".
function yearAfter(text: string, at: number, to: number): { value: number; to: number } | undefined {
  const found = /^(?:,? |, ?| of | of fiscal | fiscal )((?:19|20)\d\d)(?![\d%]|[,.]\d)/u.exec(text.slice(at, Math.min(to, at + 18)))
  return found ? { value: Number(found[1]), to: at + found[0].length } : undefined
}

function run(text: string, at: number, to: number): string {
  let i = at
  while (i < to && isDigit(text.charCodeAt(i))) i++
  return text.slice(at, i)
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (n: number) => String(n).padStart(2, '0')

function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= LENGTHS[month - 1]! ? `${year}-${two(month)}-${two(day)}` : undefined
}

function lastOf(year: number, month: number): IsoDate {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${two(month)}-${two(month === 2 && !leap ? 28 : LENGTHS[month - 1]!)}`
}

function yearOf(year: number): readonly [IsoDate, IsoDate] {
  return [`${year}-01-01`, `${year}-12-31`]
}
