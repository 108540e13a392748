import type { Meta } from '../../article/block.ts'
import type { Elements, Standing } from '../../article/facts.ts'
import type { Severity } from '../../lint/finding.ts'
import type { Submission } from '../submission.ts'

/** What the archive says of an article beside its text. */
export interface About {
  readonly title?: string
  readonly author?: string
  /** Day of publication, `2026-11-22`. */
  readonly date?: string
  readonly section?: string
  /** Where readers find it. */
  readonly url?: string
}

/** An article on its way to a judge; plain JSON, it crosses threads and databases. */
export interface Task {
  /** Names this article in this wording under these rules: the same is judged once. SHA-256, hex. */
  readonly key: string
  readonly id: string
  /** Where it was read: a path, of a record with its line. */
  readonly ref: string
  /** SHA-256 over the words, as the gate's receipts have it. */
  readonly textHash: string
  /** Of a file: its text, read by its ending. */
  readonly file?: { readonly path: string; readonly text: string }
  /** Of a record. */
  readonly submission?: Submission
  readonly meta: Partial<Meta>
  readonly about: About
}

/** An article that cannot be judged, and why: known before it reaches a judge. */
export interface Unreadable {
  readonly key: string
  readonly id: string
  readonly ref: string
  readonly error: Fault
}

/** Why an article was not judged. */
export interface Fault {
  /** `unreadable`, `not-text`, `no-text`, `no-json`, `too-long`, `too-slow` or `broken`. */
  readonly code: 'unreadable' | 'not-text' | 'no-text' | 'no-json' | 'too-long' | 'too-slow' | 'broken'
  readonly message: string
}

/** A finding where a reader can find it: field, offsets in UTF-16 code units, line and column from 1. */
export interface PlacedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly field: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly excerpt: string
  readonly fingerprint: string
  readonly silenced?: { readonly by: string; readonly reason?: string; readonly until?: string; readonly who?: string }
}

/** How many figures stand how; `vague` and `anonymous` count those among them whose source is nobody in particular, or is not named. */
export type Figures = Readonly<Record<Standing['status'] | 'vague' | 'anonymous', number>>

/** One article's line in `results.jsonl`. */
export interface Judged {
  readonly key: string
  readonly id: string
  readonly ref: string
  /** Of a file that holds several articles: which of how many, from 1. */
  readonly part?: readonly [number, number]
  readonly textHash: string
  /** Of the rules that judged. */
  readonly digest: string
  readonly about: About
  readonly words: number
  /** Findings by rule: those that stand, and those a waiver silences. */
  readonly rules: Readonly<Record<string, readonly [standing: number, silenced: number]>>
  readonly severities: Readonly<Record<Severity, number>>
  readonly figures: Figures
  readonly elements: Elements
  readonly findings: readonly PlacedFinding[]
  /** Findings that were counted and are not listed. */
  readonly more?: number
}

/** The line of an article that could not be judged. */
export interface Failed extends Unreadable {
  readonly digest: string
}

export type Result = Judged | Failed

export function isFailed(result: Result): result is Failed {
  return 'error' in result
}

/** The line of an article that could not be judged, with its line break. */
export function failedLine({ key, id, ref }: Pick<Task, 'key' | 'id' | 'ref'>, digest: string, error: Fault): string {
  const failed: Failed = { key, id, ref, digest, error }
  return `${JSON.stringify(failed)}\n`
}
