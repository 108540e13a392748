import { readFileSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { builtIn } from '../../catalog.ts'
import { checkConfig } from '../../lint/check-config.ts'
import { ConfigError, type Config } from '../../lint/config.ts'
import { findConfig, loadConfig } from '../load-config.ts'
import { faultIn, GENESIS, type StoredRecord } from './chain.ts'
import type { GateSettings } from './settings.ts'

/** Where and with what the command runs. */
export interface GateSurroundings {
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  /** The package's folder. */
  readonly root: string
}

const HELP = `Usage: fineprint gate [options]                     starts the gate
       fineprint gate post [options] <file>         asks a running gate for its verdict on an article
       fineprint gate export [options]              prints all records as JSON, one a line
       fineprint gate verify <export> [<export> …]  checks exported records: that none was changed, left out or put in

Start, export:
  -c, --config <path>        config file; its \`gate\` part sets what the options do not
      --preset <a,b>         presets instead of those of the config
      --host <name>          where it listens (127.0.0.1)
      --port <n>             (8087; 0 takes any that is free)
      --store <path|url>     a SQLite file (fineprint-records.sqlite), or postgres://…
Post:
      --url <url>            the gate (http://127.0.0.1:8087)
      --site <name>          as which site (cli)
      --article <id>         as which article (the file's name)
      --json                 the whole answer
Verify:
      --filtered             the export leaves records out: check each by itself

Environment: FINEPRINT_TOKENS (name:scope:token …), FINEPRINT_WEBHOOK_SECRET, FINEPRINT_HUB_SECRET: who may ask.
FINEPRINT_TOKEN: as whom \`post\` asks; else the first of FINEPRINT_TOKENS. FINEPRINT_GATE_HOST, _PORT, _STORE, _URL: as the options.
Exit codes: 0 done (post: pass or warn; verify: sound), 1 held, rejected or not sound, 2 could not run.
`

/** What cannot be followed or done, in one line. */
class CommandError extends Error {}

const OPTIONS = {
  config: { type: 'string', short: 'c' }, preset: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' }, store: { type: 'string' },
  url: { type: 'string' }, site: { type: 'string' }, article: { type: 'string' }, json: { type: 'boolean' }, filtered: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const
type Values = Partial<Record<'config' | 'preset' | 'host' | 'port' | 'store' | 'url' | 'site' | 'article', string>> & { json?: boolean; filtered?: boolean; help?: boolean }

/** `fineprint gate …`. Gives the exit code; never throws. */
export async function gateCommand(argv: readonly string[], around: GateSurroundings): Promise<number> {
  try {
    const { values, positionals } = readOptions(argv)
    if (values.help) {
      process.stdout.write(HELP)
      return 0
    }
    const [command = 'start', ...operands] = positionals
    if (command === 'start' && operands.length === 0) return await start(values, around)
    if (command === 'export' && operands.length === 0) return await exportAll(values, around)
    if (command === 'post' && operands.length === 1) return await post(operands[0]!, values, around)
    if (command === 'verify' && operands.length > 0) return verify(operands.map((path) => resolve(around.cwd, path)), values.filtered ?? false)
    throw new CommandError(`\`gate ${positionals.join(' ')}\` cannot be followed (fineprint gate --help)`)
  } catch (error) {
    process.stderr.write(`fineprint gate: ${lineOf(error)}\n`)
    if (/(?:^|,)fineprint(?::\*)?(?:,|$)|^\*$/u.test(around.environment['DEBUG'] ?? '')) process.stderr.write(`${(error as Error).stack}\n`)
    return 2
  }
}

function readOptions(argv: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true }) as { values: Values; positionals: string[] }
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}

/** What went wrong, in one line; a package that is missing is named with what installs it. */
function lineOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return `${/'([^']+)'/u.exec(message)?.[1] ?? 'a package'} is not installed here: npm install ${PACKAGES.join(' ')}`
  }
  if (code === 'EADDRINUSE') return 'this port is taken, expected a free one: --port'
  if (error instanceof Error && error.name === 'ZodError') {
    const [issue] = (error as unknown as { issues: { path: PropertyKey[]; message: string }[] }).issues
    return `gate.${issue?.path.map(String).join('.')}: ${issue?.message}`
  }
  return message.replace(/\s*[\r\n]+\s*/gu, ' ')
}

/** What the gate needs and the linter does not. */
const PACKAGES = ['hono', '@hono/node-server', 'standardwebhooks', 'pino', 'prom-client', '@photostructure/sqlite@1']

async function start(values: Values, around: GateSurroundings): Promise<number> {
  const { config, settings } = await readConfig(values, around)
  const { startGate } = await import('./serve.ts')
  const gate = await startGate(config, settings, around.environment)
  await new Promise<void>((resolve) => {
    let told = false
    const stop = () => {
      // Told twice, it does not wait for anybody.
      if (told) process.exit(1)
      told = true
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
  await gate.stop()
  return 0
}

/** The config and the gate's settings: options over the environment over the file. */
async function readConfig(values: Values, { cwd, environment }: GateSurroundings): Promise<{ config: Config; settings: Partial<GateSettings> }> {
  const named = values.config ?? environment['FINEPRINT_CONFIG']
  const path = named ? resolve(cwd, named) : findConfig(cwd)
  let config: Config = {}
  if (path) {
    try {
      config = checkConfig((await loadConfig(path)).config, builtIn)
    } catch (error) {
      throw error instanceof ConfigError && !error.message.startsWith(path) ? new ConfigError(`${path}: ${error.message}`) : error
    }
  }
  const { gate = {}, ...rest } = config
  const port = values.port ?? environment['FINEPRINT_GATE_PORT']
  if (port !== undefined && !/^\d{1,5}$/u.test(port)) throw new CommandError(`--port: \`${port}\` is no port, expected a number such as 8087`)
  const host = values.host ?? environment['FINEPRINT_GATE_HOST']
  const store = values.store ?? environment['FINEPRINT_GATE_STORE']
  return {
    config: values.preset ? { ...rest, preset: values.preset.split(',').map((name) => name.trim()).filter(Boolean) } : rest,
    settings: { ...gate, ...(host ? { host } : {}), ...(port ? { port: Number(port) } : {}), ...(store ? { store } : {}) },
  }
}

async function exportAll(values: Values, around: GateSurroundings): Promise<number> {
  const { settings } = await readConfig(values, around)
  const { openStore } = await import('./store/open.ts')
  const { gateSchema } = await import('./settings.ts')
  const store = await openStore(gateSchema.parse(settings).store)
  try {
    for (let after = 0; ;) {
      const batch = await store.records({ after, limit: 1000 })
      if (batch.length === 0) return 0
      process.stdout.write(batch.map((record) => `${JSON.stringify(record)}\n`).join(''))
      after = batch.at(-1)!.seq
    }
  } finally {
    await store.close()
  }
}

/** Exports as the gate writes them: an object with `records`, or a record a line. */
function recordsIn(path: string): StoredRecord[] {
  const text = readFileSync(path, 'utf8')
  try {
    if (!/^\s*\{\s*"schemaVersion"/u.test(text)) return text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line) as StoredRecord)
    return (JSON.parse(text) as { records: StoredRecord[] }).records
  } catch {
    throw new CommandError(`${path}: expected an export of the gate: JSON from /v1/records or from \`fineprint gate export\``)
  }
}

function verify(paths: readonly string[], filtered: boolean): number {
  const records = paths.flatMap(recordsIn)
  const [first] = records
  const fault = filtered
    ? records.map((record) => faultIn([record], record)).find(Boolean)
    : faultIn(records, first && { seq: first.seq, previous: first.seq === 1 ? GENESIS : first.previous })
  if (fault) {
    process.stdout.write(`not sound: ${fault}\n`)
    return 1
  }
  const redacted = records.filter((r) => r.redacted).length
  const what = filtered ? 'each unchanged; whether any is missing cannot be told of a filtered export' : `one chain from record ${first?.seq ?? 0} to ${records.at(-1)?.seq ?? 0}, ending in ${records.at(-1)?.hash ?? GENESIS}`
  process.stdout.write(`sound: ${records.length} records, ${what}${redacted ? `; the bodies of ${redacted} have run out` : ''}\n`)
  return 0
}

const FORMATS: Readonly<Record<string, string>> = { '.html': 'html', '.htm': 'html', '.mdx': 'mdx', '.txt': 'plain' }

interface Answer {
  readonly verdict: string
  readonly findings: readonly { rule: string; severity: string; message: string; place: { field: string; line: number; column: number }; silenced?: object }[]
  readonly receipt: { readonly id: string; readonly seq: number; readonly hash: string }
  readonly error?: { readonly message: string }
}

async function post(path: string, values: Values, { cwd, environment }: GateSurroundings): Promise<number> {
  const token = environment['FINEPRINT_TOKEN'] ?? /^\s*[^:\s]+:[^:\s]+:(\S+)/u.exec(environment['FINEPRINT_TOKENS'] ?? '')?.[1]
  if (!token) throw new CommandError('nobody to ask as: set FINEPRINT_TOKEN')
  const text = readFileSync(resolve(cwd, path), 'utf8')
  const url = values.url ?? environment['FINEPRINT_GATE_URL'] ?? 'http://127.0.0.1:8087'
  const response = await fetch(new URL('/v1/verdicts', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      article: { text, format: FORMATS[extname(path).toLowerCase()] ?? 'markdown' },
      context: { site: values.site ?? 'cli', article: values.article ?? basename(path) },
    }),
  }).catch((error: Error & { cause?: Error }) => {
    throw new CommandError(`${url} does not answer: ${error.cause?.message ?? error.message}`)
  })
  const answer = (await response.json()) as Answer
  if (!response.ok) throw new CommandError(`the gate answered ${response.status}: ${answer.error?.message ?? ''}`)
  if (values.json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else {
    const { verdict, findings, receipt } = answer
    const lines = findings.map(({ place, severity, message, rule, silenced }) => `${path}:${place.line}:${place.column}  ${silenced ? 'waived' : severity}  ${message}  ${rule}\n`)
    process.stdout.write(`${lines.join('')}${verdict} (record ${receipt.seq}, ${receipt.hash.slice(0, 12)})\n`)
  }
  return answer.verdict === 'hold' || answer.verdict === 'reject' ? 1 : 0
}
