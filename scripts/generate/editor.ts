import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { editorSettings } from '../../src/adapters/lsp/settings.ts'
import type { Catalog } from '../../src/lint/config.ts'
import type { Page } from '../generate.ts'
import { fill, table } from './markers.ts'

const MANIFEST = 'editors/vscode/package.json'
const README = 'editors/vscode/README.md'
const PAGE = 'docs/editor.md'
/** Of every language client, and read by VS Code's own library. */
const TRACE = { type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off', scope: 'window', description: 'What of the talk with the language server is written to its output channel.' }

interface Setting {
  readonly type: string
  readonly enum?: readonly string[]
  readonly items?: object
  readonly default: unknown
  readonly enumDescriptions?: readonly string[]
  readonly description: string
  /** Of a setting that the extension keeps to itself. */
  readonly of?: 'extension'
}

/** The settings of the extension and the tables that explain them, from the one schema of the language server. */
export function editorPages(_catalog: Catalog, root: string): Page[] {
  const { properties } = z.toJSONSchema(editorSettings, { io: 'input' }) as unknown as { properties: Readonly<Record<string, Setting>> }
  const settings = Object.entries(properties)
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const block = [...settings.map(([name, setting]): [string, object] => [name, settingOf(setting)]), ['trace.server', TRACE] as const]
    .map(([name, setting]) => `        ${JSON.stringify(`fineprint.${name}`)}: ${spaced(setting)}`).join(',\n')
  const rows = settings.filter(([, { of }]) => of === undefined).map(([name, setting]) => [`\`${name}\``, valuesOf(setting), setting.description])
  const sent = [
    ['`trusted`', '`true`, `false`', 'Whether config files that are code may run; only at the start.'],
    ['`asks`', '`true`, `false`', 'The client has `fineprint.waive`, which asks for a reason, and `fineprint.showLedger`; only at the start.'],
  ]
  return [
    { path: MANIFEST, text: withBlock(read(MANIFEST), block) },
    { path: README, text: fill(read(README), 'settings', table(['Setting', 'Values', 'Meaning'], settings.map(([name, setting]) => [`\`fineprint.${name}\``, valuesOf(setting), setting.description])), README) },
    { path: PAGE, text: fill(read(PAGE), 'settings', table(['Setting', 'Values', 'Meaning'], [...rows, ...sent]), PAGE) },
  ]
}

function settingOf({ type, enum: values, items, default: otherwise, enumDescriptions, description }: Setting): object {
  return { type, ...(values ? { enum: values } : {}), ...(items ? { items } : {}), default: otherwise, scope: 'window', ...(enumDescriptions ? { enumDescriptions } : {}), description }
}

function valuesOf({ type, enum: values, default: otherwise }: Setting): string {
  const shown = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
  if (type === 'boolean') return otherwise ? '`true`, `false`' : '`false`, `true`'
  return values ? values.map(shown).join(', ') : type === 'array' ? (otherwise as unknown[]).map(shown).join(', ') : 'a path'
}

/** The manifest with other settings between the braces of its configuration; the rest of it is written by hand. */
function withBlock(manifest: string, block: string): string {
  const found = /("configuration": \{\s*"title": "fineprint",\s*"properties": \{\n)[^]*?(\n {6}\}\n)/u
  if (!found.test(manifest)) throw new Error(`${MANIFEST}: expected a configuration titled fineprint`)
  return manifest.replace(found, (_, head: string, tail: string) => head + block + tail)
}

/** JSON in one line, with blanks as in the rest of the manifest. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`).join(', ')} }`
  return JSON.stringify(value)
}
