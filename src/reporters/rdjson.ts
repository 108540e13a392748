import type { Severity } from '../lint/finding.ts'
import { Source } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { standing, type Reporter } from './report.ts'

const SEVERITY: Record<Severity, 'ERROR' | 'WARNING' | 'INFO'> = { error: 'ERROR', warn: 'WARNING', info: 'INFO' }

/** reviewdog's format. Columns start at 1 and count UTF-8 bytes, as it asks; a change of more than one place is left out, for it cannot be said. */
export const rdjson: Reporter = (files, { noteOf, failures }) => {
  const diagnostics = files.flatMap(({ path, text, findings }) => {
    const rangeOf = bytesIn(text)
    return standing(findings).map(({ rule, severity, span, message, fix, suggestions }) => {
      const page = noteOf(rule)?.page
      const changes = [...(fix ? [fix] : []), ...suggestions].flatMap(({ edits }) => (edits.length === 1 ? [{ range: rangeOf(edits[0]!.span), text: edits[0]!.text }] : []))
      return {
        message,
        location: { path, range: rangeOf(span) },
        severity: SEVERITY[severity],
        code: { value: rule, ...(page && /^https?:/u.test(page) ? { url: page } : {}) },
        ...(changes.length ? { suggestions: changes } : {}),
      }
    })
  })
  const broken = failures.map(({ path, message }) => ({ message, location: { path }, severity: 'ERROR' }))
  return `${JSON.stringify({ source: { name: 'fineprint' }, diagnostics: [...broken, ...diagnostics] }, null, 2)}\n`
}

/** Spans as lines and byte columns; a byte order mark is bytes like any other. */
function bytesIn(text: string): (span: Span) => object {
  const { lines } = new Source(text)
  const place = (offset: number) => {
    const { line, column } = lines.at(offset)
    return { line, column: utf8Length(text, lines.span(line).start, lines.span(line).start + column - 1) + 1 }
  }
  return ({ start, end }) => ({ start: place(start), end: place(end) })
}

/** Bytes of a stretch in UTF-8; half a pair counts as the three bytes it is written with. */
function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const pair = unit >= 0xd800 && unit < 0xdc00 && at + 1 < to && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3
    if (pair) at++
  }
  return bytes
}
