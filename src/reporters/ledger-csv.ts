import type { LedgerReporter } from './ledger.ts'
import { placesIn } from './report.ts'

const COLUMNS = ['path', 'line', 'column', 'start', 'end', 'text', 'value', 'unit', 'status', 'certain', 'why', 'source', 'cue', 'carry', 'vague', 'anonymous'] as const

/** One row a statistic, as RFC 4180 has it; a cell that a spreadsheet would run as a formula is made text. */
export const ledgerCsv: LedgerReporter = (files) => {
  const rows: (string | number | boolean)[][] = [[...COLUMNS]]
  for (const { ledger, text } of files) {
    const placeOf = placesIn(text)
    for (const s of ledger.statistics) {
      const { line, column } = placeOf(s.start)
      const value = typeof s.value === 'number' ? s.value : s.value.join('–')
      rows.push([
        ledger.path, line, column, s.start, s.end, s.text, value, unitOf(s.unit), s.status, s.certain, s.why, s.source?.text ?? '', s.cue?.text ?? '',
        s.carry ?? '', s.vague, s.anonymous,
      ])
    }
  }
  return rows.map((row) => row.map(cell).join(',') + '\r\n').join('')
}

/** A unit in one word: `percent`, `money USD`, `count troops`. */
export function unitOf(unit: { readonly kind: string; readonly of?: string; readonly currency?: string }): string {
  return [unit.kind, unit.currency ?? unit.of].filter(Boolean).join(' ')
}

function cell(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
