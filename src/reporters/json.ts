import type { Finding, Fix } from '../lint/finding.ts'
import type { Span } from '../text/span.ts'
import { placesIn, tally, type Reporter } from './report.ts'

/**
 * For programs. Every array is there even when empty; offsets are UTF-16 code units from the beginning of the file, byte
 * order mark included, and half open; lines and columns start at 1. Silenced findings are listed and not counted.
 */
export const json: Reporter = (files, { failures }) => {
  const { error, warn, info, fixable } = tally(files)
  const document = {
    schemaVersion: 1,
    files: files.map(({ path, text, findings }) => {
      const placeOf = placesIn(text)
      return { path, findings: findings.map((finding) => ofFinding(finding, text, placeOf)) }
    }),
    failures,
    summary: { files: files.length, error, warn, info, fixable },
  }
  return JSON.stringify(document, null, 2) + '\n'
}

function ofFinding(finding: Finding, text: string, placeOf: ReturnType<typeof placesIn>): object {
  const { rule, messageId, message, data, severity, fingerprint, silenced } = finding
  const place = (span: Span) => {
    const begin = placeOf(span.start)
    const end = placeOf(span.end)
    return { start: span.start, end: span.end, line: begin.line, column: begin.column, endLine: end.line, endColumn: end.column }
  }
  const change = ({ title, edits }: Fix) => ({ title, edits: edits.map((edit) => ({ start: edit.span.start, end: edit.span.end, text: edit.text })) })
  return {
    rule,
    messageId,
    severity,
    message,
    data,
    ...place(finding.span),
    text: text.slice(finding.span.start, finding.span.end),
    related: finding.related.map((related) => ({ ...place(related.span), message: related.message })),
    fix: finding.fix ? change(finding.fix) : null,
    suggestions: finding.suggestions.map(change),
    fingerprint,
    silenced: silenced ?? null,
  }
}
