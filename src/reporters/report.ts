import type { Finding, Severity } from '../lint/finding.ts'
import { Source } from '../text/source.ts'
import type { FileReport } from '../lint/report.ts'
import type { Position } from '../text/lines.ts'

export type { FileFailure, FileReport, Reporter, ReportOptions, RuleNote } from '../lint/report.ts'

/** The findings that nobody has silenced. */
export function standing(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => !finding.silenced)
}

/** How many findings of each severity, silenced ones left out. */
export function tally(files: readonly FileReport[]): Record<Severity, number> & { fixable: number } {
  const counts = { error: 0, warn: 0, info: 0, fixable: 0 }
  for (const { findings } of files) {
    for (const { severity, fix } of standing(findings)) {
      counts[severity]++
      if (fix) counts.fixable++
    }
  }
  return counts
}

/** Line and column of offsets in a text, as editors count: a byte order mark takes no column. */
export function placesIn(text: string): (offset: number) => Position {
  const { lines } = new Source(text)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return (offset) => {
    const { line, column } = lines.at(offset)
    return { line, column: line === 1 ? Math.max(1, column - mark) : column }
  }
}

/** Why a finding does not count, as one line; undefined for one that stands. */
export function whySilenced({ silenced }: Finding): string | undefined {
  if (!silenced) return undefined
  const { by, reason, who, until } = silenced
  if (by === 'baseline') return 'forgiven by the baseline'
  return [`waived${who ? ` by ${who}` : ''}${until ? ` until ${until}` : ''}`, ...(reason ? [reason] : [])].join(': ')
}
