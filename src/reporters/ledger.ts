import type { Block } from '../article/block.ts'
import type { Role } from '../article/facts.ts'
import type { Ledger } from '../article/ledger.ts'
import type { DutyRow } from '../lint/duties.ts'

/** A block of the article and what it is to the story. */
export interface LedgerBlock {
  readonly block: Block
  readonly role: Role
}

/** An article's facts, its text and, for those who show the article itself, its blocks. */
export interface LedgerFile {
  readonly ledger: Ledger
  readonly text: string
  readonly blocks: () => readonly LedgerBlock[]
  /** What the article owes, where somebody has chosen presets. */
  readonly duties?: readonly DutyRow[]
}

export interface LedgerOptions {
  readonly color: boolean
  readonly width: number
}

/** Facts by article → text. */
export type LedgerReporter = (files: readonly LedgerFile[], options: LedgerOptions) => string

/** The facts as JSON, in the shape of `ledger.schema.json`. */
const json: LedgerReporter = (files) => JSON.stringify({ schemaVersion: 1, files: files.map(({ ledger, duties }) => ({ ...ledger, ...(duties ? { duties } : {}) })) }, null, 2) + '\n'

/** Ledgers as text, by the name `--format` knows; each is loaded when it is asked for. */
export const ledgers: Readonly<Record<string, () => Promise<LedgerReporter>>> = {
  json: async () => json,
  pretty: async () => (await import('./ledger-pretty.ts')).ledgerPretty,
  csv: async () => (await import('./ledger-csv.ts')).ledgerCsv,
  html: async () => (await import('./ledger-html.ts')).ledgerHtml,
}
