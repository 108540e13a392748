import type { Severity } from '../lint/finding.ts'
import { placesIn, standing, type Reporter } from './report.ts'

const COMMAND: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'notice' }
const ORDER: readonly Severity[] = ['error', 'warn', 'info']
/** How many annotations of a level GitHub shows for one step. */
const SHOWN = 10

/** Annotations for GitHub Actions, errors first; a last line says how many of them GitHub does not show. */
export const github: Reporter = (files, { failures }) => {
  const lines: Record<Severity, string[]> = { error: [], warn: [], info: [] }
  for (const { path, message } of failures) lines.error.push(`::error file=${property(path)},title=fineprint::${data(message)}`)
  for (const { path, text, findings } of files) {
    const placeOf = placesIn(text)
    for (const { rule, severity, span, message } of standing(findings)) {
      const begin = placeOf(span.start)
      const end = placeOf(span.end)
      const where = { file: path, line: begin.line, endLine: end.line, ...(begin.line === end.line ? { col: begin.column, endColumn: end.column } : {}), title: rule }
      const properties = Object.entries(where).map(([name, value]) => `${name}=${property(String(value))}`).join(',')
      lines[severity].push(`::${COMMAND[severity]} ${properties}::${data(message)}`)
    }
  }
  const held = ORDER.flatMap((severity) => {
    const over = lines[severity].length - SHOWN
    return over > 0 ? [`${over} ${COMMAND[severity]}${over === 1 ? '' : 's'}`] : []
  })
  const all = ORDER.flatMap((severity) => lines[severity])
  if (held.length) all.push(`fineprint: GitHub shows ${SHOWN} annotations of a level; held back: ${held.join(', ')}. All of them stand in this log.`)
  const silenced = files.reduce((sum, { findings }) => sum + findings.filter((finding) => finding.silenced).length, 0)
  if (silenced) all.push(`fineprint: ${silenced} silenced finding${silenced === 1 ? '' : 's'}; the markdown and sarif reports say why.`)
  return all.length ? `${all.join('\n')}\n` : ''
}

function data(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C')
}
