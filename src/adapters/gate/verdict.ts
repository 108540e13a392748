import type { Finding, Severity } from '../../lint/finding.ts'

/** What the gate answers: publish, publish and look, wait for a person, do not publish. */
export type Verdict = 'pass' | 'warn' | 'hold' | 'reject'

/** From which severity on a finding leads to a verdict; `never` switches the verdict off. */
export interface Policy {
  readonly rejectOn: Severity | 'never'
  readonly holdOn: Severity | 'never'
  readonly warnOn: Severity | 'never'
}

/** Errors hold, warnings warn, nothing is rejected outright: a person decides. */
export const DEFAULT_POLICY: Policy = { rejectOn: 'never', holdOn: 'error', warnOn: 'warn' }

const WEIGHT: Readonly<Record<Severity | 'never', number>> = { info: 1, warn: 2, error: 3, never: 4 }

/** The verdict on an article: that of its gravest finding. Silenced findings do not count. */
export function verdictOf(findings: readonly Pick<Finding, 'severity' | 'silenced'>[], policy: Policy = DEFAULT_POLICY): Verdict {
  const gravest = Math.max(0, ...findings.filter((f) => !f.silenced).map((f) => WEIGHT[f.severity]))
  if (gravest >= WEIGHT[policy.rejectOn]) return 'reject'
  if (gravest >= WEIGHT[policy.holdOn]) return 'hold'
  return gravest >= WEIGHT[policy.warnOn] ? 'warn' : 'pass'
}
