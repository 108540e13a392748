import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver/node'
import type { Finding, Fix, Severity } from '../../lint/finding.ts'
import type { Edit } from '../../text/edit.ts'
import type { Document } from './document.ts'

/** Severities of the protocol. */
const SEVERITY = { error: 1, warn: 2, info: 3 } as const satisfies Record<Severity, 1 | 2 | 3>

/** Where a rule is explained; undefined where nothing is known of it. */
export type PageOf = (rule: string) => string | undefined

/** The command that opens a rule's page, for clients without one of their own. */
export const OPEN_RULE = 'fineprint.openRule'
/** The command of a client that asks for a reason and writes the waiver. */
export const WAIVE = 'fineprint.waive'

/** A finding as a client shows it. */
export function toDiagnostic(finding: Finding, document: Document, pageOf: PageOf): Diagnostic {
  const page = pageOf(finding.rule)
  return {
    range: document.rangeOf(finding.span),
    severity: SEVERITY[finding.severity],
    source: 'fineprint',
    code: finding.rule,
    ...(page ? { codeDescription: { href: page } } : {}),
    message: finding.message,
    relatedInformation: finding.related.map(({ span, message }) => ({ location: { uri: document.uri, range: document.rangeOf(span) }, message })),
    data: { fingerprint: finding.fingerprint },
  }
}

/** What a client can do. */
export interface ClientTraits {
  /** Asks for the reason of a waiver itself, by the command `fineprint.waive`. */
  readonly asks: boolean
  /** Takes edits that name the version they are for. */
  readonly versions: boolean
}

/** Stands in a waiver for the reason that the client asks for. */
export const REASON = '${reason}'

/** What can be waived, as edits; undefined where the text takes no comment there. */
export interface WaiverEdits {
  readonly here: Edit | undefined
  readonly file: Edit | undefined
}

/** What an editor can do about one finding, the best first. */
export function toActions(finding: Finding, document: Document, diagnostic: Diagnostic, waivers: WaiverEdits, traits: ClientTraits): CodeAction[] {
  const about = { kind: 'quickfix', diagnostics: [diagnostic] }
  const changes = [...(finding.fix ? [{ fix: finding.fix, preferred: true }] : []), ...finding.suggestions.map((fix) => ({ fix, preferred: false }))]
  const actions: CodeAction[] = changes.map(({ fix, preferred }) => ({
    ...about, title: fix.title, ...(preferred ? { isPreferred: true } : {}), edit: workspaceEdit(document, fix.edits, traits),
  }))
  for (const [title, edit] of [['here', waivers.here], ['in this file', waivers.file]] as const) {
    if (!edit) continue
    const named = `Waive ${finding.rule} ${title}…`
    actions.push(traits.asks
      ? { ...about, title: named, command: { title: named, command: WAIVE, arguments: [document.uri, document.version, toTextEdit(document, edit)] } }
      : { ...about, title: named, edit: workspaceEdit(document, [edit], traits) })
  }
  if (diagnostic.codeDescription) {
    const title = `Open the page of ${finding.rule}`
    actions.push({ ...about, title, command: { title, command: OPEN_RULE, arguments: [finding.rule] } })
  }
  return actions
}

/** One action that takes every fix which clashes with no other; undefined where there is none. */
export function toFixAll(fixes: readonly Fix[], document: Document, traits: ClientTraits): CodeAction | undefined {
  if (fixes.length === 0) return undefined
  return { title: 'Fix all that fineprint can fix', kind: 'source.fixAll.fineprint', edit: workspaceEdit(document, fixes.flatMap((fix) => fix.edits), traits) }
}

function workspaceEdit(document: Document, edits: readonly Edit[], { versions }: ClientTraits): NonNullable<CodeAction['edit']> {
  const changes = edits.map((edit) => toTextEdit(document, edit))
  if (!versions) return { changes: { [document.uri]: changes } }
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: changes }] }
}

/** An edit in the client's positions. */
export function toTextEdit(document: Document, { span, text }: Edit): TextEdit {
  return { range: document.rangeOf(span), newText: text }
}
