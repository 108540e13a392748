import * as z from 'zod'
import { readRegister } from '../../src/lint/register.ts'
import type { Finding } from '../../src/lint/finding.ts'
import { createLinter } from '../../src/fineprint.ts'

/** A text without its ⟦…⟧ marks, and where they stood, in reading order. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const piece of marked.split(/([⟦⟧])/u)) {
    if (piece === '⟦') spans.push({ start: text.length, end: -1 })
    else if (piece === '⟧') spans[spans.length - 1]!.end = text.length
    else text += piece
  }
  return { text, spans }
}

/** One row of a rule's table. */
export interface Row {
  /** Every place the rule should report is marked ⟦…⟧; none means it should be silent. */
  readonly story: string
  readonly options?: object
  /** Ids of the messages, in reading order; checked where given. */
  readonly messages?: readonly string[]
  readonly facts?: Readonly<Record<string, unknown>>
  /** Who holds what, as a register file gives it. */
  readonly register?: object
  /** Decides the format; a Markdown story where left out. */
  readonly path?: string
}

/** Runs one rule alone over a row: what was expected and what was found, side by side. */
export function judge(rule: string, row: Row) {
  const { text, spans } = unmark(row.story)
  const config = { preset: { summary: 'one rule', rules: { [rule]: ['error', row.options ?? {}] as const } }, ...(row.facts ? { facts: row.facts } : {}), ...(row.register ? { register: readRegister(row.register, z) } : {}) }
  const findings = createLinter(config).lint(text, { path: row.path ?? 'story.md' })
  const shown = (found: readonly Pick<Finding, 'span'>[]) => found.map(({ span }) => `${span.start}–${span.end} ${text.slice(span.start, span.end)}`)
  return { text, findings, found: shown(findings), expected: shown(spans.map((span) => ({ span }))), ids: findings.map((f) => f.messageId) }
}
