import type { DutyRow } from '../lint/duties.ts'
import { paint } from './paint.ts'
import { harmless } from './width.ts'

/** What one article owes. */
export interface Obligations {
  readonly path: string
  readonly duties: readonly DutyRow[]
}

/** The rows as JSON: `{schemaVersion, files: [{path, duties}]}`. */
export function obligationsJson(files: readonly Obligations[]): string {
  return JSON.stringify({ schemaVersion: 1, files }, null, 2) + '\n'
}

const SIGN = { found: '✓', missing: '✗', skipped: '–' } as const

/**
 * For people at a terminal: what is missing first, then what was found, then what does not apply and why. A skipped duty is no
 * pass. At the end of each what it rests on.
 */
export function obligationsPretty(files: readonly Obligations[], { color }: { readonly color: boolean }): string {
  const colors = paint(color)
  return files.map(({ path, duties }) => {
    const lines = [colors.underline(harmless(path))]
    const put = (title: string, status: DutyRow['status'], sign: (text: string) => string) => {
      const rows = duties.filter((d) => d.status === status)
      if (rows.length === 0) return
      lines.push('', `  ${colors.bold(title)} ${rows.length}`)
      for (const row of rows) {
        lines.push(`  ${sign(SIGN[status])} ${colors.bold(row.provision)}  ${row.title}${row.ifReached ? ` (${row.ifReached})` : ''}  ${colors.dim(`by ${row.rule}`)}`)
        lines.push(`    ${colors.dim(`${row.cites}; ${row.force}; as of ${row.asOf}`)}`)
        if (row.applies) lines.push(`    asks because: ${harmless(row.why)}`)
        for (const { message } of row.missing) lines.push(`    reported: ${harmless(message)}`)
        if (row.skippedBecause) lines.push(`    skipped: ${harmless(row.skippedBecause)}`)
      }
    }
    put('Asked for and not found', 'missing', colors.red)
    put('Asked for, nothing to report', 'found', colors.green)
    put('Not asked of this text', 'skipped', colors.dim)
    if (duties.length === 0) lines.push('', '  no duties are on: choose a preset for the place and kind of publisher, such as us-news or ca-news')
    return lines.join('\n') + '\n'
  }).join('\n')
}
