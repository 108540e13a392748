import type { Finding } from './finding.ts'

/** What was found in one file. */
export interface FileReport {
  /** As it is shown: from the working folder, with `/`. */
  readonly path: string
  /** The text the findings' places count in; may be left out where there are no findings. */
  readonly text: string
  readonly findings: readonly Finding[]
}

/** A file that could not be checked. */
export interface FileFailure {
  readonly path: string
  readonly message: string
}

/** What a rule rests on and where it is explained. */
export interface RuleNote {
  readonly page: string
  /** Of a duty: the law or code. */
  readonly cites?: string
  /** What the rule finds, one line. */
  readonly summary?: string
}

export interface ReportOptions {
  readonly color: boolean
  /** Columns a line may take. */
  readonly width: number
  readonly noteOf: (rule: string) => RuleNote | undefined
  readonly failures: readonly FileFailure[]
  /** Of the program. */
  readonly version?: string
}

/** Findings by file → text. Ends with a line break, or is empty. */
export type Reporter = (files: readonly FileReport[], options: ReportOptions) => string
