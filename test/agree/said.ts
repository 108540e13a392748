import type { Linter } from 'eslint'
import type { Finding } from '../../src/lint/finding.ts'
import { Source } from '../../src/text/source.ts'

/** A finding in the words all hosts have: offsets in the text as handed over, the text each suggestion would leave. */
export interface Said {
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly message: string
  readonly related: string
  readonly suggestions: readonly { readonly title: string; readonly text: string }[]
}

const byPlace = (a: Said, b: Said) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)

function replace(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text)
}

/** Findings of the library or of anything that carries them unchanged. */
export function ofFindings(findings: readonly Finding[], text: string): Said[] {
  const { lines } = new Source(text)
  return findings.filter((finding) => !finding.silenced).map(({ rule, span, message, related, suggestions }) => ({
    rule, ...span, message,
    related: related.map((r) => ` (line ${lines.at(r.span.start).line}: ${r.message})`).join(''),
    suggestions: suggestions.map(({ title, edits }) => ({ title, text: replace(text, edits.map((e) => ({ ...e.span, text: e.text }))) })),
  })).sort(byPlace)
}

/** A finding as `--format json` writes it. */
interface Written {
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly message: string
  readonly silenced: unknown
  readonly related: readonly { readonly line: number; readonly message: string }[]
  readonly suggestions: readonly { readonly title: string; readonly edits: readonly { start: number; end: number; text: string }[] }[]
}

/** Findings of the program. */
export function ofJson(findings: readonly Written[], text: string): Said[] {
  return findings.filter((finding) => !finding.silenced).map(({ rule, start, end, message, related, suggestions }) => ({
    rule, start, end, message,
    related: related.map((r) => ` (line ${r.line}: ${r.message})`).join(''),
    suggestions: suggestions.map(({ title, edits }) => ({ title, text: replace(text, edits) })),
  })).sort(byPlace)
}

/** Messages of ESLint, whose places do not count a byte order mark; related places stand at the end of its messages. */
export function ofEslint(messages: readonly Linter.LintMessage[], text: string, expected: readonly Said[]): Said[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const { lines } = new Source(text.slice(mark))
  return messages.map((message) => {
    const start = lines.offset(message) + mark
    const end = lines.offset({ line: message.endLine!, column: message.endColumn! }) + mark
    const rule = message.ruleId?.replace(/^.*\//u, '') ?? 'none'
    const same = expected.find((said) => said.start === start && said.end === end && said.rule === rule)
    const related = same && message.message.endsWith(same.related) ? same.related : ''
    return {
      rule, start, end, related, message: message.message.slice(0, message.message.length - related.length),
      suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({
        title: desc, text: replace(text, [{ start: fix.range[0] + mark, end: fix.range[1] + mark, text: fix.text }]),
      })),
    }
  }).sort(byPlace)
}

