import type { DutyRow } from '../lint/duties.ts'
import { paint, type Paint } from './paint.ts'
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

/** How each status is called, in the order of a report: what is missing first. */
export const STATUSES = [
  ['missing', 'Asked for and not found'],
  ['found', 'Asked for, nothing to report'],
  ['skipped', 'Not asked of this text'],
] as const satisfies readonly (readonly [DutyRow['status'], string])[]

/** Said where a report on duties has none. */
export const NO_DUTIES = 'no duties are on: choose a preset for the place and kind of publisher, such as us-news or ca-news'

/**
 * For people at a terminal: what is missing first, then what was found, then what does not apply and why. A skipped duty is no
 * pass. At the end of each what it rests on.
 */
export function obligationsPretty(files: readonly Obligations[], { color }: { readonly color: boolean }): string {
  const colors = paint(color)
  return files.map(({ path, duties }) => [colors.underline(harmless(path)), ...dutyLines(duties, colors)].join('\n') + '\n').join('\n')
}

/** What a report on findings leaves out: for each file the duties that do not apply, with the reason. */
export function skippedPretty(files: readonly Obligations[], { color }: { readonly color: boolean }): string {
  const colors = paint(color)
  return files.map(({ path, duties }) => {
    // A file may hold several articles that skip the same for the same reason.
    const skipped = [...new Map(duties.filter((duty) => duty.status === 'skipped').map((duty) => [`${duty.rule} ${duty.provision} ${duty.skippedBecause}`, duty])).values()]
    const lines = duties.length > 0 && skipped.length === 0 ? ['', '  every duty that is on is asked of this text'] : dutyLines(skipped, colors)
    return [colors.underline(harmless(path)), ...lines].join('\n') + '\n'
  }).join('\n')
}

/** The rows as lines under a file's name, grouped by what became of them. */
export function dutyLines(duties: readonly DutyRow[], colors: Paint): string[] {
  const inks = { missing: colors.red, found: colors.green, skipped: colors.dim }
  if (duties.length === 0) return ['', `  ${NO_DUTIES}`]
  return STATUSES.flatMap(([status, title]) => {
    const rows = duties.filter((duty) => duty.status === status)
    return rows.length === 0 ? [] : ['', `  ${colors.bold(title)} ${rows.length}`, ...rows.flatMap((row) => rowLines(row, inks[status](SIGN[status]), colors))]
  })
}

function rowLines(row: DutyRow, sign: string, colors: Paint): string[] {
  return [
    `  ${sign} ${colors.bold(row.provision)}  ${row.title}${row.ifReached ? ` (${row.ifReached})` : ''}  ${colors.dim(`by ${row.rule}`)}`,
    `    ${colors.dim(`${row.cites}; ${row.force}; as of ${row.asOf}`)}`,
    ...(row.applies ? [`    asks because: ${harmless(row.why)}`] : []),
    ...row.missing.map(({ message }) => `    reported: ${harmless(message)}`),
    ...(row.skippedBecause ? [`    skipped: ${harmless(row.skippedBecause)}`] : []),
  ]
}
