import type { EditorSettings } from './policies.ts'

/** What a client may set, at the start or later; names as in the extension's settings. */
export interface ServerSettings extends EditorSettings {
  readonly run: 'onType' | 'onSave' | 'off'
  readonly codeLens: boolean
  /** Whether the client asks for a waiver's reason itself and shows a ledger. */
  readonly asks: boolean
}

const DEFAULTS: ServerSettings = { config: undefined, trusted: true, run: 'onType', codeLens: true, asks: false }

/** Settings as a client sent them, over those from before; what is no setting or of another kind is passed over. */
export function readSettings(given: unknown, before: ServerSettings = DEFAULTS): ServerSettings {
  if (typeof given !== 'object' || given === null) return before
  const { config, trusted, run, codeLens, asks } = given as Record<string, unknown>
  return {
    config: typeof config === 'string' ? config || undefined : before.config,
    trusted: typeof trusted === 'boolean' ? trusted : before.trusted,
    run: run === 'onType' || run === 'onSave' || run === 'off' ? run : before.run,
    codeLens: typeof codeLens === 'boolean' ? codeLens : before.codeLens,
    asks: typeof asks === 'boolean' ? asks : before.asks,
  }
}
