import type { Finding, Severity } from '../lint/finding.ts'
import { placesIn, standing, tally, whySilenced, type FileReport, type Reporter } from './report.ts'

const WORD: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'remark' }
/** Rows a page takes: a step summary of GitHub may have a megabyte. */
const MOST_ROWS = 1000
const LONGEST_WORDS = 80

/** A summary as Markdown, for step summaries and comments: counts, then a table of findings by file, then what is silenced. */
export const markdown: Reporter = (files, { failures }) => {
  const { error, warn, info } = tally(files)
  const parts = ['## fineprint\n', `${count(files.length, 'article')}: ${count(error, 'error')}, ${count(warn, 'warning')}, ${count(info, 'remark')}\n`]
  for (const { path, message } of failures) parts.push(`- ${cell(path)} could not be checked: ${cell(message)}\n`)
  let rows = 0
  let left = 0
  for (const file of files) {
    const findings = standing(file.findings)
    const room = Math.max(0, MOST_ROWS - rows)
    left += Math.max(0, findings.length - room)
    rows += Math.min(room, findings.length)
    if (findings.length && room) parts.push(tableOf(file, findings.slice(0, room)))
  }
  if (left) parts.push(`And ${left} more.\n`)
  const silenced = files.flatMap(({ path, text, findings }) => findings.flatMap((finding) => silencedRow(finding, path, text)))
  if (silenced.length) parts.push(`<details><summary>${count(silenced.length, 'silenced finding')}</summary>\n\n| Place | Rule | Why |\n| --- | --- | --- |\n${silenced.slice(0, MOST_ROWS).join('\n')}\n\n</details>\n`)
  return parts.join('\n')
}

function tableOf({ path, text }: FileReport, findings: readonly Finding[]): string {
  const placeOf = placesIn(text)
  const rows = findings.map(({ span, severity, message, rule }) => {
    const { line, column } = placeOf(span.start)
    const words = text.slice(span.start, span.end)
    return `| ${line}:${column} | ${WORD[severity]} | ${cell(words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)}…` : words)} | ${cell(message)} | ${rule} |`
  })
  return `### ${cell(path)}\n\n| Place | | Words | Finding | Rule |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function silencedRow(finding: Finding, path: string, text: string): string[] {
  const why = whySilenced(finding)
  if (why === undefined) return []
  return [`| ${cell(path)}:${placesIn(text)(finding.span.start).line} | ${finding.rule} | ${cell(why)} |`]
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}

/** Words that are only words in a Markdown table; what stands in backticks stays code. */
function cell(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\|<>*_[\]#]/gu, (char) => (char === '|' || char === '\\' ? `\\${char}` : `&#${char.charCodeAt(0)};`))
}
