import type { Finding, Fix, Severity } from '../lint/finding.ts'
import { excerpt } from './excerpt.ts'
import { paint, type Paint } from './paint.ts'
import { placesIn, standing, tally, type FileReport, type Reporter, type ReportOptions } from './report.ts'
import { columnsOf, harmless } from './width.ts'

const WORD: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }
const INDENT = '         '
/** Columns before a message: place and severity. */
const HEAD = 20

/** For people at a terminal: the sentence, the words underlined, the reason, where the rule comes from, what can be done. */
export const pretty: Reporter = (files, options) => {
  const colors = paint(options.color)
  const parts = files.flatMap((file) => (standing(file.findings).length ? [ofFile(file, options, colors)] : []))
  return parts.length ? `${parts.join('\n')}\n${countLine(files, colors)}\n` : ''
}

function ofFile(file: FileReport, options: ReportOptions, colors: Paint): string {
  const placeOf = placesIn(file.text)
  const findings = standing(file.findings)
  const explained = new Set<string>()
  const parts = findings.map((finding) => {
    const { line, column } = placeOf(finding.span.start)
    const lines = [...headLines(`${line}:${column}`, finding, options.width, colors), ...sentence(file.text, finding, options, colors)]
    for (const related of finding.related) {
      const at = placeOf(related.span.start)
      lines.push(...folded('see', `${at.line}:${at.column} ${related.message}`, options.width, colors))
    }
    // What a rule rests on is said once a file, at its first finding.
    const note = explained.has(finding.rule) ? undefined : options.noteOf(finding.rule)
    explained.add(finding.rule)
    if (note) lines.push(...folded('rule', note.cites ? `${note.cites} (${note.page})` : note.page, options.width, colors))
    lines.push(...changes(finding, options.width, colors))
    return lines.join('\n') + '\n'
  })
  return `${colors.underline(harmless(file.path))}\n${parts.join('\n')}`
}

/** Place, severity, message, rule; a long message goes on under its own beginning. */
function headLines(place: string, finding: Finding, width: number, colors: Paint): string[] {
  const begin = `  ${colors.dim(place.padEnd(7))}  ${severityOf(finding, colors)}  `
  const lines = fold(harmless(finding.message), Math.max(20, width - HEAD))
  const last = lines.length - 1
  const rule = colors.dim(finding.rule)
  if (HEAD + columnsOf(lines[last]!) + 2 + finding.rule.length > width) lines.push(rule)
  else lines[last] += `  ${rule}`
  return lines.map((line, i) => (i === 0 ? begin : ' '.repeat(HEAD)) + line)
}

function severityOf({ severity }: Finding, colors: Paint): string {
  const word = WORD[severity].padEnd(7)
  return severity === 'error' ? colors.red(word) : severity === 'warn' ? colors.yellow(word) : colors.blue(word)
}

function sentence(text: string, finding: Finding, { width }: ReportOptions, colors: Paint): string[] {
  const color = finding.severity === 'error' ? colors.red : finding.severity === 'warn' ? colors.yellow : colors.blue
  return excerpt(text, finding.span, width - INDENT.length - 2).flatMap((line) => [
    `${INDENT}${colors.dim('│')} ${line.text}`,
    ...(line.marks ? [`${INDENT}${colors.dim('│')} ${line.marks.replace(/~+/gu, color)}`] : []),
  ])
}

function changes(finding: Finding, width: number, colors: Paint): string[] {
  const lines: string[] = []
  if (finding.fix) lines.push(...folded('fix', `${described(finding.fix)} (--fix applies it)`, width, colors))
  for (const suggestion of finding.suggestions) lines.push(...folded('try', described(suggestion), width, colors))
  return lines
}

/** A change as one line: its title, and the new words where the title does not already hold them. */
function described({ title, edits }: Fix): string {
  const words = edits.map((edit) => edit.text.trim().replace(/\\(?=[^\w\s])/gu, '')).filter(Boolean)
  const added = words.length === 1 && words[0]!.length <= 300 && !words[0]!.startsWith('<!--') && !title.includes(words[0]!)
  return added ? `${title}: ${words[0]}` : title
}

/** A labelled line, folded at spaces under its own beginning. */
function folded(label: string, text: string, width: number, colors: Paint): string[] {
  return fold(harmless(text), width - INDENT.length - 6).map((each, i) => `${INDENT}${colors.dim(i === 0 ? label.padEnd(5) : '     ')} ${colors.dim(each)}`)
}

/** Breaks a text at spaces into lines of at most so many columns; a longer word stands alone. */
function fold(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const word of text.split(' ')) {
    const more = columnsOf(word)
    if (line && taken + 1 + more > columns) {
      lines.push(line)
      line = word
      taken = more
    } else {
      taken = line ? taken + 1 + more : more
      line = line ? `${line} ${word}` : word
    }
  }
  return [...lines, line]
}

function countLine(files: readonly FileReport[], colors: Paint): string {
  const { error, warn, info, fixable } = tally(files)
  const counts = [
    error ? colors.red(plural(error, 'error')) : '', warn ? colors.yellow(plural(warn, 'warning')) : '', info ? colors.blue(plural(info, 'remark')) : '',
  ]
  const within = files.filter((file) => standing(file.findings).length).length
  const fix = fixable ? colors.dim(` (--fix mends ${fixable})`) : ''
  const silenced = files.reduce((sum, file) => sum + file.findings.length - standing(file.findings).length, 0)
  const more = silenced ? colors.dim(`, ${silenced} silenced`) : ''
  return `${counts.filter(Boolean).join(', ')} in ${plural(within, 'file')}${more}${fix}`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
