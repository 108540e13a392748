import type { StoredRecord } from './chain.ts'

interface Finds { readonly findings?: readonly { readonly rule: string; readonly severity: string; readonly silenced?: object }[] }

const finds = (record: StoredRecord) => (record.body as Finds | null)?.findings ?? []

/** Records as a table: one row each, findings as `rule×count`. */
export function csvOf(records: readonly StoredRecord[]): string {
  const head = ['seq', 'at', 'kind', 'article', 'author', 'verdict', 'findings', 'silenced', 'digest', 'previous', 'hash', 'id']
  const rows = records.map((record) => [
    record.seq, record.at, record.kind, record.article, record.author, record.verdict,
    counted(finds(record).filter((f) => !f.silenced)), counted(finds(record).filter((f) => f.silenced)),
    record.digest, record.previous, record.hash, record.key,
  ])
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

function counted(findings: NonNullable<Finds['findings']>): string {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort().map(([rule, count]) => `${rule}×${count}`).join(' ')
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number): string {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe
}
