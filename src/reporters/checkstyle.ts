import type { Severity } from '../lint/finding.ts'
import { placesIn, standing, whySilenced, type Reporter } from './report.ts'
import { attributes, escapeXml } from './xml.ts'

const SEVERITY: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }

/**
 * Checkstyle's XML, which most build servers read; a file without findings is an empty element. What is silenced stands in a
 * comment, for the format has no other place for it.
 */
export const checkstyle: Reporter = (files, { failures }) => {
  const broken = failures.map(({ path, message }) =>
    `  <file${attributes({ name: path })}>\n    <error${attributes({ line: 1, severity: 'error', message, source: 'fineprint' })}/>\n  </file>`)
  const checked = files.map(({ path, text, findings }) => {
    const placeOf = placesIn(text)
    const errors = standing(findings).map(({ rule, severity, span, message }) => {
      const { line, column } = placeOf(span.start)
      return `    <error${attributes({ line, column, severity: SEVERITY[severity], message, source: `fineprint.${rule}` })}/>\n`
    })
    for (const finding of findings) {
      if (finding.silenced) errors.push(`    <!-- ${escapeXml(`${placeOf(finding.span.start).line}: ${finding.rule}, ${whySilenced(finding)}`).replace(/-(?=-|$)/gu, '- ')} -->\n`)
    }
    return errors.length ? `  <file${attributes({ name: path })}>\n${errors.join('')}  </file>` : `  <file${attributes({ name: path })}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${[...broken, ...checked].map((file) => `${file}\n`).join('')}</checkstyle>\n`
}
