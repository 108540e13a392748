import type { Severity } from '../lint/finding.ts'
import { placesIn, standing, type Reporter } from './report.ts'
import { attributes } from './xml.ts'

const SEVERITY: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }

/** Checkstyle's XML, which most build servers read; a file without findings is an empty element. */
export const checkstyle: Reporter = (files, { failures }) => {
  const broken = failures.map(({ path, message }) =>
    `  <file${attributes({ name: path })}>\n    <error${attributes({ line: 1, severity: 'error', message, source: 'fineprint' })}/>\n  </file>`)
  const checked = files.map(({ path, text, findings }) => {
    const placeOf = placesIn(text)
    const errors = standing(findings).map(({ rule, severity, span, message }) => {
      const { line, column } = placeOf(span.start)
      return `    <error${attributes({ line, column, severity: SEVERITY[severity], message, source: `fineprint.${rule}` })}/>\n`
    })
    return errors.length ? `  <file${attributes({ name: path })}>\n${errors.join('')}  </file>` : `  <file${attributes({ name: path })}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${[...broken, ...checked].map((file) => `${file}\n`).join('')}</checkstyle>\n`
}
