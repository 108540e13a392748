import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { nearest } from '../../lint/config.ts'
import type { Severity } from '../../lint/finding.ts'
import type { TextFormat } from '../submission.ts'
import { PARTS, type FieldMap, type Part } from './record.ts'

/** A command line that cannot be followed, in one line. */
export class UsageError extends Error {}

export const HELP = `Usage: fineprint audit [options] --out <folder> <file|dir|glob|-> ...   judges an archive on this machine
       fineprint audit report --out <folder>                              writes the report of its results again
       fineprint audit enqueue --database <url> <file|dir|glob|-> ...     cuts an archive into jobs for many machines
       fineprint audit work --database <url>                              takes jobs, on as many machines as there are
       fineprint audit status --database <url>                            how far it is, and what failed
       fineprint audit report --database <url> --out <folder>             results and report of such a run

Reads articles by their endings, and JSON Lines (.jsonl, .ndjson, or - for standard input), .gz of all of them. Results go to
<folder>/results.jsonl, a line an article; the same command goes on where it was stopped. docs/audit.md says more.

Archive:
      --map <part=path,...>     where records hold id, text, title, standfirst, author, date, section, url, format, kind:
                                id=slug,text=body.html; what is left out is found by its usual names
      --text-format <name>      how texts of records are written: markdown, mdx, html or plain (told by the text)
      --most-bytes <n>          an article that is longer is not judged (8388608)
      --most-seconds <n>        nor one that takes longer (30)
Rules:
  -c, --config <path>           config file, instead of the nearest above the working folder
      --no-config-lookup        look for no config file
      --preset <a,b>            presets instead of those of the config
      --rule <id:level>         set one rule to error, warn, info or off
      --as-of <date|published>  the day articles are judged by (today); published: each by its own day
Run:
  -o, --out <folder>            where results and report go
      --restart                 begin anew: what the folder or the run holds is deleted
      --concurrency <n|auto>    threads (auto: one a core)
      --max-errors <n>          exit 1 when there are more errors; without a limit an audit that ran ends with 0
      --max-warnings <n>        exit 1 when there are more warnings
Queue:
      --database <url>          postgres://...; FINEPRINT_AUDIT_DATABASE where it is left out
      --run <name>              which run (audit); names a new one for enqueue
      --batch <n>               articles in a job (100)
      --shared                  jobs name files and places in them: every machine sees the archive under the same paths
      --until-done              work until the run is done, instead of until it is told to stop
      --retry-failed            work: failed jobs get another chance
      --lease <seconds>         after how long the jobs of a worker that is gone are given to others (30)

Exit codes: 0 done, 1 over a limit, 2 could not run, 130 stopped by Ctrl-C.
`

export type AuditCommand = 'run' | 'enqueue' | 'work' | 'status' | 'report'

export interface AuditOptions {
  readonly command: AuditCommand
  readonly operands: readonly string[]
  readonly help: boolean
  readonly map: FieldMap
  readonly textFormat: TextFormat | undefined
  readonly mostBytes: number
  readonly mostMilliseconds: number
  readonly config: string | undefined
  readonly configLookup: boolean
  readonly presets: readonly string[]
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly asOf: string | undefined
  readonly out: string | undefined
  readonly restart: boolean
  readonly threads: number
  readonly maxErrors: number | undefined
  readonly maxWarnings: number | undefined
  readonly database: string | undefined
  readonly run: string
  readonly batch: number
  readonly shared: boolean
  readonly untilDone: boolean
  readonly retryFailed: boolean
  readonly lease: number
}

const TEXT = { type: 'string' } as const
const LIST = { type: 'string', multiple: true } as const
const FLAG = { type: 'boolean' } as const

const OPTIONS = {
  map: LIST, 'text-format': TEXT, 'most-bytes': TEXT, 'most-seconds': TEXT, config: { ...TEXT, short: 'c' }, 'no-config-lookup': FLAG, preset: LIST, rule: LIST,
  'as-of': TEXT, out: { ...TEXT, short: 'o' }, restart: FLAG, concurrency: TEXT, 'max-errors': TEXT, 'max-warnings': TEXT, database: TEXT, run: TEXT, batch: TEXT,
  shared: FLAG, 'until-done': FLAG, 'retry-failed': FLAG, lease: TEXT, help: { ...FLAG, short: 'h' },
} as const

const COMMANDS: readonly AuditCommand[] = ['enqueue', 'work', 'status', 'report']

/** @throws UsageError */
export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): AuditOptions {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true, allowPositionals: true })
  const values = new Map<string, string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS] : undefined
    if (!option) {
      const near = nearest(token.name, Object.keys(OPTIONS))
      throw new UsageError(`there is no option ${token.rawName}${near ? `, did you mean --${near}?` : ''} (fineprint audit --help lists them)`)
    }
    if (option.type === 'string' && token.value === undefined) throw new UsageError(`--${token.name} needs a value`)
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`--${token.name} takes no value`)
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  type Name = keyof typeof OPTIONS
  const all = (name: Name) => (values.get(name) ?? []).flatMap((list) => list.split(',')).map((item) => item.trim()).filter(Boolean)
  const text = (name: Name) => values.get(name)?.at(-1)
  const number = (name: Name, least: number) => (text(name) === undefined ? undefined : count(`--${name}`, text(name)!, least))
  const command = COMMANDS.find((name) => name === operands[0])
  const asOf = text('as-of')
  if (asOf !== undefined && asOf !== 'published' && !/^\d{4}-\d{2}-\d{2}$/u.test(asOf)) throw new UsageError(`--as-of: \`${asOf}\` is no date, expected one such as 2027-01-31, or published`)
  return {
    command: command ?? 'run', operands: command ? operands.slice(1) : operands, help: values.has('help'),
    map: readMap(all('map')), textFormat: readFormat(text('text-format')), mostBytes: number('most-bytes', 1) ?? 8 * 1024 * 1024, mostMilliseconds: (number('most-seconds', 1) ?? 30) * 1000,
    config: text('config'), configLookup: !values.has('no-config-lookup'), presets: all('preset'), rules: Object.fromEntries((values.get('rule') ?? []).map(readRule)), asOf,
    out: text('out'), restart: values.has('restart'), threads: readThreads(text('concurrency') ?? 'auto'), maxErrors: number('max-errors', 0), maxWarnings: number('max-warnings', 0),
    database: text('database') ?? environment['FINEPRINT_AUDIT_DATABASE'], run: readRun(text('run')), batch: number('batch', 1) ?? 100, shared: values.has('shared'),
    untilDone: values.has('until-done'), retryFailed: values.has('retry-failed'), lease: number('lease', 1) ?? 30,
  }
}

function readMap(entries: readonly string[]): FieldMap {
  const map: Partial<Record<Part, string>> = {}
  for (const entry of entries) {
    const [name = '', path = ''] = entry.split(/=(.*)/su)
    if (!(PARTS as readonly string[]).includes(name) || !path) throw new UsageError(`--map: \`${entry}\` cannot be followed, expected part=path, the part one of ${PARTS.join(', ')}`)
    map[name as Part] = path
  }
  return map
}

function readFormat(given: string | undefined): TextFormat | undefined {
  if (given === undefined || given === 'markdown' || given === 'mdx' || given === 'html' || given === 'plain') return given
  throw new UsageError(`--text-format: \`${given}\` is unknown, expected markdown, mdx, html or plain`)
}

function readRule(given: string): [string, Severity | 'off'] {
  const [, id, level] = /^(.+):(error|warn|info|off)$/u.exec(given) ?? []
  if (!id) throw new UsageError(`--rule: \`${given}\` has no level, expected id:level such as statistic-attribution:warn`)
  return [id, level as Severity | 'off']
}

function readThreads(given: string): number {
  if (given === 'auto') return Math.min(availableParallelism(), 64)
  return given === 'off' ? 1 : Math.min(count('--concurrency', given, 1), 64)
}

function readRun(given: string | undefined): string {
  if (given !== undefined && !/^[\w.-]{1,100}$/u.test(given)) throw new UsageError(`--run: \`${given}\` is no name, expected letters, digits, dots and dashes`)
  return given ?? 'audit'
}

function count(option: string, given: string, least: number): number {
  if (!/^\d{1,12}$/u.test(given) || Number(given) < least) throw new UsageError(`${option}: \`${given}\` will not do, expected a number from ${least}`)
  return Number(given)
}
