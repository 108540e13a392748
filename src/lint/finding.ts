import type { IsoDate } from '../article/block.ts'
import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

export type Severity = 'error' | 'warn' | 'info'

/** A change an editor may take. As `fix` it keeps the meaning and `--fix` applies it; as suggestion a person decides. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** Another place that explains a finding. */
export interface Related {
  readonly span: Span
  readonly message: string
}

/** What a rule found, as plain JSON: it crosses threads and sockets unchanged. */
export interface Finding {
  readonly rule: string
  readonly messageId: string
  readonly data: Readonly<Record<string, string | number>>
  readonly message: string
  readonly severity: Severity
  readonly span: Span
  readonly related: readonly Related[]
  readonly fix?: Fix
  readonly suggestions: readonly Fix[]
  /** The same for the same words under the same rule, wherever they stand in the file. */
  readonly fingerprint: string
  readonly silenced?: { readonly by: 'waiver' | 'baseline'; readonly reason?: string; readonly until?: IsoDate; readonly who?: string }
}
