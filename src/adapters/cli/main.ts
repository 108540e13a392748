import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { builtIn } from '../../catalog.ts'
import { ConfigError, unknown } from '../../lint/config.ts'
import { explainProvision } from '../../lint/explain.ts'
import { PROVISIONS } from '../../lint/provisions.ts'
import type { ImportModule } from '../load-config.ts'
import { FileError } from '../text-file.ts'
import { helpText, readArguments, UsageError, type Arguments } from './args.ts'
import type { RunToEnd } from './git.ts'
import { lintCommand } from './lint-command.ts'
import { writeTo } from './output.ts'
import { SettingsReader } from './settings.ts'

/** Where the program stands on disk. */
export interface Installed {
  /** The package's folder: its manifest, its rules' pages. */
  readonly root: string
  /** What a worker thread starts with; without it all work is done in one thread. */
  readonly worker?: string
  /** `import`, for config files that are programs. */
  readonly importModule?: ImportModule
  /** `spawnSync`, at less cost to a start. */
  readonly runToEnd?: RunToEnd
  /** To be called when much work lies ahead: the program starts with V8 set for a run that is over at once. */
  readonly settle?: () => void
}

/** What every command is handed. */
export interface Session {
  readonly args: Arguments
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  readonly installed: Installed
}

/** Runs a command line. Gives the exit code: 0 clean, 1 findings, 2 could not run. Never throws. */
export async function main(argv: readonly string[], installed: Installed): Promise<number> {
  try {
    if (argv[0] === 'lsp') return await (await import('../lsp/stdio.ts')).serveStdio({ ...installed, version: versionOf(installed) })
    if (argv[0] === 'gate') return await (await import('./gate-command.ts')).gateCommand(argv.slice(1), installed)
    if (argv[0] === 'audit') return await (await import('./audit-command.ts')).auditCommand(argv.slice(1), installed)
    const args = readArguments(argv)
    return await run({ args, cwd: process.cwd(), environment: process.env, installed })
  } catch (error) {
    writeTo(2, `fineprint: ${oneLine(error)}\n`)
    if (/(?:^|,)fineprint(?::\*)?(?:,|$)|^\*$/u.test(process.env['DEBUG'] ?? '')) writeTo(2, `${(error as Error).stack ?? String(error)}\n`)
    return 2
  }
}

async function run(session: Session): Promise<number> {
  const { args, cwd, environment, installed } = session
  if (args.help) return print(helpText(args.command))
  if (args.version) return print(`${versionOf(installed)}\n`)
  if (args.command === 'ledger') return (await import('./ledger-command.ts')).ledgerCommand(session)
  if (args.command === 'obligations') return (await import('./obligations-command.ts')).obligationsCommand(session)
  if (args.listRules) return print(ruleList())
  if (args.explain !== undefined) return print(pageOf(args.explain, installed))
  if (args.printConfig !== undefined) {
    const standing = await new SettingsReader(args, cwd, environment, installed.importModule).for(resolve(cwd, args.printConfig))
    const rules = Object.fromEntries([...standing.settings].map(([id, { severity, options }]) => [id, [severity, options]]))
    return print(JSON.stringify({ configs: standing.configs, ...standing.around, rules }, null, 2) + '\n')
  }
  return lintCommand(session)
}

function print(text: string): number {
  writeTo(1, text)
  return 0
}

function ruleList(): string {
  const width = Math.max(...[...builtIn.rules.keys()].map((id) => id.length))
  return [...builtIn.rules].map(([id, { rule }]) => `${id.padEnd(width)}  ${rule.summary}\n`).join('')
}

function pageOf(id: string, { root }: Installed): string {
  const provision = builtIn.rules.has(id) ? undefined : explainProvision(id, builtIn)
  if (provision !== undefined) return provision
  if (!builtIn.rules.has(id)) throw new UsageError(`--explain: ${unknown('rule or provision', id, [...builtIn.rules.keys(), ...PROVISIONS.keys()])}`)
  return readFileSync(join(root, 'rules', `${id}.md`), 'utf8')
}

function versionOf({ root }: Installed): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/** What went wrong, for a person; a fault of our own says so. */
function oneLine(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s*[\r\n]+\s*/gu, ' ')
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof FileError) return message
  return `internal fault: ${message} (DEBUG=fineprint shows where)`
}
