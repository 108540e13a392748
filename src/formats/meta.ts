import type { IsoDate } from '../article/block.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * The calendar day in a date as front matter and page heads write it: `2026-11-22`, `2026-11-22T08:00:00Z`, `November 22, 2026`,
 * `22 November 2026`. The day is taken as written, no time zone is applied.
 */
export function isoDate(text: string): IsoDate | undefined {
  const iso = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/u.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = /^\s*(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})(?!\d)/i.exec(text)
  if (!named) return undefined
  const name = named[2]!.toLowerCase()
  const month = MONTHS.findIndex((m) => m === name || (name.length <= 4 && m.startsWith(name)))
  const number = named[1] ?? named[3]
  return month < 0 || number === undefined ? undefined : day(Number(named[4]), month + 1, Number(number))
}

function day(year: number, month: number, date: number): IsoDate | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
