import * as z from 'zod'
import type { EditorSettings } from './policies.ts'

/**
 * What a person may set in an editor: names, values, defaults and what each is for. The extension's settings and the tables about them are
 * written from this (`npm run generate`).
 */
export const editorSettings = z.strictObject({
  run: z.enum(['onType', 'onSave', 'off']).default('onType').describe('When articles are checked.')
    .meta({ enumDescriptions: ['While you type', 'When a file is opened or saved', 'Not at all'] }),
  config: z.string().default('').describe('A config file for everything, instead of the one nearest to each article.'),
  path: z.string().default('').describe('Folder of the fineprint package to run. Empty: the workspace\'s own, else the one that comes with the extension.')
    .meta({ of: 'extension' }),
  languages: z.array(z.string()).default(['markdown', 'mdx', 'html', 'plaintext'])
    .describe('Languages whose files are articles. Add typescriptreact, typescript or json where articles live in them.').meta({ of: 'extension' }),
  codeLens: z.boolean().default(true).describe('Show above the headline how many figures there are, and how many are without source.'),
})

/** What a client may set, at the start or later; names as in the extension's settings. */
export interface ServerSettings extends EditorSettings {
  readonly run: z.infer<typeof editorSettings>['run']
  readonly codeLens: boolean
  /** Whether the client asks for a waiver's reason itself and shows a ledger. */
  readonly asks: boolean
}

const { run: RUN, codeLens: CODE_LENS } = editorSettings.shape
const DEFAULTS: ServerSettings = { config: undefined, trusted: true, run: RUN.parse(undefined), codeLens: CODE_LENS.parse(undefined), asks: false }

/** Settings as a client sent them, over those from before; what is no setting or of another kind is passed over. */
export function readSettings(given: unknown, before: ServerSettings = DEFAULTS): ServerSettings {
  if (typeof given !== 'object' || given === null) return before
  const { config, trusted, run, codeLens, asks } = given as Record<string, unknown>
  return {
    config: typeof config === 'string' ? config || undefined : before.config,
    trusted: typeof trusted === 'boolean' ? trusted : before.trusted,
    run: run === undefined ? before.run : (RUN.safeParse(run).data ?? before.run),
    codeLens: typeof codeLens === 'boolean' ? codeLens : before.codeLens,
    asks: typeof asks === 'boolean' ? asks : before.asks,
  }
}
