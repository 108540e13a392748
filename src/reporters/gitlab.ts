import type { Severity } from '../lint/finding.ts'
import { placesIn, standing, type Reporter } from './report.ts'

const SEVERITY: Record<Severity, 'info' | 'minor' | 'major'> = { error: 'major', warn: 'minor', info: 'info' }

/** A code quality report for GitLab. Its fingerprints name a finding in the whole report, so they hold the path. */
export const gitlab: Reporter = (files, { failures }) => {
  const entries = files.flatMap(({ path, text, findings }) => {
    const placeOf = placesIn(text)
    return standing(findings).map(({ rule, severity, span, message, fingerprint }) => ({
      description: message,
      check_name: rule,
      fingerprint: `${fingerprint}:${path}`,
      severity: SEVERITY[severity],
      location: { path, lines: { begin: placeOf(span.start).line, end: placeOf(span.end).line } },
    }))
  })
  const broken = failures.map(({ path, message }) => ({
    description: message, check_name: 'unreadable', fingerprint: `unreadable:${path}`, severity: 'blocker', location: { path, lines: { begin: 1 } },
  }))
  return `${JSON.stringify([...broken, ...entries], null, 2)}\n`
}
