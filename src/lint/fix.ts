import { applyEdits, clashes, type Edit } from '../text/edit.ts'
import type { Finding, Fix } from './finding.ts'

/** More rounds than any chain of fixes needs; a bound so that two fixes that undo each other still end. */
const MOST_ROUNDS = 10

export interface Fixed {
  readonly text: string
  /** What was applied, in order. */
  readonly applied: readonly Fix[]
  /** What is left to find in the new text. */
  readonly findings: readonly Finding[]
}

/** Applies fixes, and lints again, until nothing is left to fix. Suggestions are never applied. */
export function fixText(text: string, lint: (text: string) => readonly Finding[]): Fixed {
  const applied: Fix[] = []
  let findings = lint(text)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = compatible(findings.flatMap((finding) => (finding.fix && !finding.silenced ? [finding.fix] : [])))
    if (chosen.length === 0) break
    text = applyEdits(text, chosen.flatMap((fix) => fix.edits))
    applied.push(...chosen)
    findings = lint(text)
  }
  return { text, applied, findings }
}

/** The fixes, first come first served, whose edits do not clash; the others wait for the next round. */
export function compatible(fixes: readonly Fix[]): Fix[] {
  const taken: Edit[] = []
  return fixes.filter((fix) => {
    if (fix.edits.some((edit) => taken.some((other) => clashes(edit, other)))) return false
    taken.push(...fix.edits)
    return true
  })
}
