import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Severity } from '../../lint/finding.ts'
import { nearest } from '../../lint/config.ts'

/** A command line that cannot be followed, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Options = NonNullable<ParseArgsConfig['options']>

/** What each option takes and does; the help text is made of it. */
interface Described {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  readonly multiple?: boolean
  /** How the value is called in the help. */
  readonly value?: string
  readonly help: string
}

type Group = readonly [title: string, options: Readonly<Record<string, Described>>]

const OUTPUT: Group = ['Output', {
  format: { type: 'string', short: 'f', multiple: true, value: 'name[:path]', help: 'pretty, json, sarif, github, gitlab, checkstyle, junit, rdjson, markdown, html, or a reporter of your own: its name in the config, a file or a package; several write several reports in one run' },
  'output-file': { type: 'string', short: 'o', value: 'path', help: 'write the report to a file' },
  color: { type: 'boolean', help: 'colours, whatever the terminal says' },
  'no-color': { type: 'boolean', help: 'no colours' },
}]

const SCOPE: Group = ['Which files', {
  stdin: { type: 'boolean', help: 'read the article from standard input, as the operand - does' },
  'stdin-filename': { type: 'string', value: 'path', help: 'the name standard input goes by: its ending gives the format, its folder the config' },
  'ignore-path': { type: 'string', value: 'path', help: 'an ignore file to use instead of .fineprintignore' },
  'ignore-pattern': { type: 'string', multiple: true, value: 'pattern', help: 'leave out files that match, in the syntax of .gitignore' },
  'no-ignore': { type: 'boolean', help: 'check ignored files too' },
  'no-warn-ignored': { type: 'boolean', help: 'say nothing about named files that are ignored' },
  'no-error-on-unmatched-pattern': { type: 'boolean', help: 'a pattern that matches no file is no error' },
  'pass-on-no-patterns': { type: 'boolean', help: 'no operand is no error and checks nothing' },
}]

const GIT: Readonly<Record<string, Described>> = {
  staged: { type: 'boolean', help: 'what a commit would hold: files of the git index, as they are there' },
  since: { type: 'string', value: 'ref', help: 'files that changed since this branch left a ref, and new ones' },
}

const KEPT: readonly Group[] = [
  ['Waivers', {
    'no-inline-config': { type: 'boolean', help: 'waivers in the text do not count' },
    'report-unused-waivers': { type: 'string', value: 'off|warn|error', help: 'how severe a waiver is that silences nothing' },
  }],
  ['Baseline', {
    'suppress-all': { type: 'boolean', help: 'forgive everything that is found now' },
    'suppress-rule': { type: 'string', multiple: true, value: 'id', help: 'forgive what this rule finds now' },
    'prune-suppressions': { type: 'boolean', help: 'take out what nothing needs any more' },
    'suppressions-location': { type: 'string', value: 'path', help: 'the baseline, instead of the nearest fineprint-suppressions.json' },
    'pass-on-unpruned-suppressions': { type: 'boolean', help: 'entries that nothing needs are no failure' },
    'import-suppressions': { type: 'string', value: 'path', help: 'forgive what the suppressions file of ESLint does' },
  }],
  ['Cache', {
    cache: { type: 'boolean', help: 'keep results and check only what changed' },
    'cache-location': { type: 'string', value: 'path', help: 'where (.fineprintcache)' },
    'cache-strategy': { type: 'string', value: 'name', help: 'content, or metadata: trust the time and size of files' },
  }],
]

const GENERAL: Group = ['Other', {
  concurrency: { type: 'string', value: 'n|auto|off', help: 'worker threads for many files (auto)' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
  version: { type: 'boolean', short: 'v', help: 'the version' },
}]

const LINT: readonly Group[] = [
  ['Rules', {
    config: { type: 'string', short: 'c', value: 'path', help: 'use this config file and look for no other' },
    'no-config-lookup': { type: 'boolean', help: 'look for no config file' },
    preset: { type: 'string', multiple: true, value: 'a,b', help: 'presets instead of those of the config' },
    rule: { type: 'string', multiple: true, value: 'id:level', help: 'set one rule to error, warn, info or off' },
    'print-config': { type: 'string', value: 'file', help: 'print the settings that hold for a file' },
    'list-rules': { type: 'boolean', help: 'print every rule and what it finds' },
    explain: { type: 'string', value: 'id', help: 'print the page of a rule' },
    'as-of': { type: 'string', value: 'date', help: 'the day on which articles are judged: waivers run out by it' },
  }],
  ['Fixes', {
    fix: { type: 'boolean', help: 'apply the fixes that cannot change the meaning; suggestions are never applied' },
    'fix-dry-run': { type: 'boolean', help: 'print what --fix would change as a unified diff, and change nothing' },
  }],
  ['What counts', {
    quiet: { type: 'boolean', help: 'report errors only' },
    'min-severity': { type: 'string', value: 'level', help: 'report findings of this severity and above' },
    'max-warnings': { type: 'string', value: 'n', help: 'exit 1 when there are more warnings' },
    verbose: { type: 'boolean', help: 'after the report, the duties that do not apply and why; beside other formats than pretty on standard error' },
  }],
  [SCOPE[0], { ...GIT, ...SCOPE[1] }],
  ...KEPT,
  OUTPUT,
  GENERAL,
]

/** Whose duties are listed. */
const DUTIES: Group = ['Rules', {
  config: LINT[0]![1]['config']!,
  'no-config-lookup': LINT[0]![1]['no-config-lookup']!,
  preset: LINT[0]![1]['preset']!,
  rule: LINT[0]![1]['rule']!,
  'as-of': { type: 'string', value: 'date', help: 'the day by whose provisions articles are judged' },
}]

const OBLIGATIONS: readonly Group[] = [
  DUTIES,
  ['Output', {
    format: { type: 'string', short: 'f', value: 'name', help: 'pretty or json' },
    'output-file': OUTPUT[1]['output-file']!,
    color: OUTPUT[1]['color']!,
    'no-color': OUTPUT[1]['no-color']!,
  }],
  SCOPE,
  ['Other', { help: GENERAL[1]['help']!, version: GENERAL[1]['version']! }],
]

const LEDGER: readonly Group[] = [
  [DUTIES[0], { ...DUTIES[1], preset: { ...DUTIES[1]['preset']!, help: 'what articles owe under these presets too; without them, under those of the config' } }],
  ['Output', {
    format: { type: 'string', short: 'f', value: 'name', help: 'pretty, json, csv or html' },
    'output-file': OUTPUT[1]['output-file']!,
    color: OUTPUT[1]['color']!,
    'no-color': OUTPUT[1]['no-color']!,
  }],
  SCOPE,
  ['Other', { help: GENERAL[1]['help']!, version: GENERAL[1]['version']! }],
]

export interface FormatTarget {
  readonly name: string
  readonly path: string | undefined
}

/** A command line, read and checked as far as it can be without touching the disk. */
export interface Arguments {
  readonly command: 'lint' | 'ledger' | 'obligations'
  readonly operands: readonly string[]
  readonly help: boolean
  readonly version: boolean
  readonly config: string | undefined
  readonly configLookup: boolean
  readonly presets: readonly string[]
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly printConfig: string | undefined
  readonly listRules: boolean
  readonly explain: string | undefined
  readonly asOf: string | undefined
  readonly fix: 'no' | 'write' | 'show'
  readonly least: Severity
  readonly maxWarnings: number | undefined
  /** Whether duties that do not apply are listed. */
  readonly verbose: boolean
  readonly stdin: boolean
  readonly stdinFilename: string | undefined
  readonly ignorePath: string | undefined
  readonly ignorePatterns: readonly string[]
  readonly ignore: boolean
  readonly warnIgnored: boolean
  readonly errorOnUnmatched: boolean
  readonly passOnNoPatterns: boolean
  readonly formats: readonly FormatTarget[]
  readonly color: boolean | undefined
  readonly concurrency: number | 'auto' | 'off'
  readonly staged: boolean
  readonly since: string | undefined
  readonly inlineWaivers: boolean
  readonly unusedWaivers: 'off' | 'warn' | 'error' | undefined
  /** What is forgiven from now on: everything, what these rules find, or nothing. */
  readonly suppress: 'no' | 'all' | readonly string[]
  readonly pruneSuppressions: boolean
  readonly suppressionsLocation: string | undefined
  readonly passOnUnpruned: boolean
  readonly importSuppressions: string | undefined
  readonly cache: boolean
  readonly cacheLocation: string | undefined
  readonly cacheStrategy: 'content' | 'metadata'
}

const GROUPS: Readonly<Record<Arguments['command'], readonly Group[]>> = { lint: LINT, ledger: LEDGER, obligations: OBLIGATIONS }

const LEVELS = ['error', 'warn', 'info', 'off'] as const

/** @throws UsageError, one line */
export function readArguments(argv: readonly string[]): Arguments {
  const command = argv[0] === 'ledger' || argv[0] === 'obligations' ? argv[0] : 'lint'
  const groups = GROUPS[command]
  const described: Record<string, Described> = Object.assign({}, ...groups.map(([, options]) => options))
  const { values, operands } = parse(command === 'lint' ? argv : argv.slice(1), described)
  const text = (name: string) => values[name] as string | undefined
  const texts = (name: string) => (values[name] ?? []) as string[]
  const on = (name: string) => values[name] === true
  if (on('staged') && on('fix')) throw new UsageError('--fix cannot write to the git index, expected --fix-dry-run or a run on the files themselves')
  if (on('staged') && text('since') !== undefined) throw new UsageError('--staged and --since exclude each other')
  if (on('fix') && on('fix-dry-run')) throw new UsageError('--fix and --fix-dry-run exclude each other')
  if (on('color') && on('no-color')) throw new UsageError('--color and --no-color exclude each other')
  const asOf = text('as-of')
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(asOf)) throw new UsageError(`--as-of: \`${asOf}\` is no date, expected one such as 2027-01-31`)
  return {
    command,
    operands,
    help: on('help'),
    version: on('version'),
    config: text('config'),
    configLookup: !on('no-config-lookup'),
    presets: texts('preset').flatMap((list) => list.split(',')).map((name) => name.trim()).filter(Boolean),
    rules: Object.fromEntries(texts('rule').map(readRule)),
    printConfig: text('print-config'),
    listRules: on('list-rules'),
    explain: text('explain'),
    asOf,
    fix: on('fix') ? 'write' : on('fix-dry-run') ? 'show' : 'no',
    least: on('quiet') ? 'error' : oneOf('--min-severity', text('min-severity') ?? 'info', ['error', 'warn', 'info']),
    maxWarnings: text('max-warnings') === undefined ? undefined : count('--max-warnings', text('max-warnings')!),
    verbose: on('verbose'),
    stdin: on('stdin') || operands.includes('-'),
    stdinFilename: text('stdin-filename'),
    ignorePath: text('ignore-path'),
    ignorePatterns: texts('ignore-pattern'),
    ignore: !on('no-ignore'),
    warnIgnored: !on('no-warn-ignored'),
    errorOnUnmatched: !on('no-error-on-unmatched-pattern'),
    passOnNoPatterns: on('pass-on-no-patterns'),
    formats: readFormats(command, [values['format'] ?? []].flat() as string[], text('output-file')),
    color: on('color') ? true : on('no-color') ? false : undefined,
    concurrency: readConcurrency(text('concurrency') ?? 'auto'),
    staged: on('staged'),
    since: text('since'),
    inlineWaivers: !on('no-inline-config'),
    unusedWaivers: text('report-unused-waivers') === undefined ? undefined : oneOf<'off' | 'warn' | 'error'>('--report-unused-waivers', text('report-unused-waivers')!, ['off', 'warn', 'error']),
    suppress: on('suppress-all') ? 'all' : texts('suppress-rule').length ? texts('suppress-rule') : 'no',
    pruneSuppressions: on('prune-suppressions'),
    suppressionsLocation: text('suppressions-location'),
    passOnUnpruned: on('pass-on-unpruned-suppressions'),
    importSuppressions: text('import-suppressions'),
    cache: on('cache') || text('cache-location') !== undefined,
    cacheLocation: text('cache-location'),
    cacheStrategy: oneOf('--cache-strategy', text('cache-strategy') ?? 'content', ['content', 'metadata']),
  }
}

function parse(argv: readonly string[], described: Readonly<Record<string, Described>>) {
  const options: Options = {}
  for (const [name, { type, short, multiple }] of Object.entries(described)) {
    options[name] = { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) }
  }
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true, allowPositionals: true })
  const values: Record<string, boolean | string | string[]> = {}
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = described[token.name]
    if (!option) throw new UsageError(unknownOption(token.rawName, described))
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`--${token.name} takes no value`)
      values[token.name] = true
    } else if (token.value === undefined) {
      throw new UsageError(`--${token.name} needs a value: --${token.name} <${option.value}>`)
    } else if (option.multiple) {
      values[token.name] = [...((values[token.name] ?? []) as string[]), token.value]
    } else {
      values[token.name] = token.value
    }
  }
  return { values, operands }
}

function unknownOption(raw: string, described: Readonly<Record<string, Described>>): string {
  const near = raw.startsWith('--') ? nearest(raw.slice(2), Object.keys(described)) : undefined
  return `there is no option ${raw}${near ? `, did you mean --${near}?` : ''} (fineprint --help lists them)`
}

function readRule(given: string): [string, Severity | 'off'] {
  const colon = given.lastIndexOf(':')
  if (colon < 1) throw new UsageError(`--rule: \`${given}\` has no level, expected id:level such as statistic-attribution:warn`)
  return [given.slice(0, colon), oneOf(`--rule ${given.slice(0, colon)}`, given.slice(colon + 1), LEVELS)]
}

function readFormats(command: Arguments['command'], given: readonly string[], output: string | undefined): FormatTarget[] {
  const known = command === 'ledger' ? ['pretty', 'json', 'csv', 'html'] : command === 'obligations' ? ['pretty', 'json'] : ['pretty']
  const targets = (given.length ? given : ['pretty']).map((target) => {
    // A drive's colon is part of a path.
    const colon = target.indexOf(':', /^[a-z]:[\\/]/iu.test(target) ? 2 : 0)
    const given = colon < 0 ? target : target.slice(0, colon)
    // Of findings there are reporters of one's own, which the config knows.
    const name = command === 'lint' && given ? given : oneOf('--format', given, known)
    return { name, path: colon < 0 ? undefined : target.slice(colon + 1) }
  })
  const bare = targets.filter((target) => target.path === undefined)
  if (bare.length > 1) throw new UsageError('only one --format can go to standard output, expected name:path for the others')
  if (targets.some((target) => target.path === '')) throw new UsageError('--format: expected a path after the colon')
  return targets.map((target) => ({ name: target.name, path: target.path ?? output }))
}

function readConcurrency(given: string): Arguments['concurrency'] {
  if (given === 'auto' || given === 'off') return given
  const threads = count('--concurrency', given)
  return threads < 2 ? 'off' : Math.min(threads, 64)
}

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const level = given === 'warning' && known.includes('warn' as T) ? ('warn' as T) : (given as T)
  if (known.includes(level)) return level
  throw new UsageError(`${option}: \`${given}\` is unknown, expected ${known.slice(0, -1).join(', ')} or ${known.at(-1)}`)
}

function count(option: string, given: string): number {
  if (!/^\d{1,9}$/u.test(given)) throw new UsageError(`${option}: \`${given}\` is no number, expected one such as 0 or 10`)
  return Number(given)
}

/** The help text of a command. */
export function helpText(command: Arguments['command']): string {
  const head = command === 'ledger'
    ? 'Usage: fineprint ledger [options] [file|dir|glob ...]\n\nPrints what articles say: every figure with its standing and source, every quotation, every disclosure.\n'
    : command === 'obligations'
      ? 'Usage: fineprint obligations [options] [file|dir|glob ...]\n\nPrints what articles owe under the chosen presets, why, and what was found.\n'
      : `Usage: fineprint [options] [file|dir|glob ...]
       fineprint ledger [options] [file|dir|glob ...]
       fineprint obligations [options] [file|dir|glob ...]
       fineprint gate [options]
       fineprint audit [options] --out <folder> [file|dir|glob|-] ...
       fineprint lsp

Checks financial news for disclosures and sources. Without an operand it checks the current folder.
fineprint ledger prints the facts of articles, fineprint obligations what they owe, and
fineprint gate answers a CMS that asks before it publishes, fineprint audit judges a whole
archive; --help after each says more.
fineprint lsp serves an editor on standard input and output.\n`
  const groups = GROUPS[command].map(([title, options]) => {
    const lines = Object.entries(options).map(([name, { short, value, help }]) => {
      const left = `  ${short ? `-${short}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`
      return left.length > 38 ? `${left}\n${' '.repeat(40)}${help}` : `${left.padEnd(40)}${help}`
    })
    return `\n${title}:\n${lines.join('\n')}\n`
  })
  const tail = command === 'ledger' ? '' : `
Exit codes: 0 no error found, 1 errors found or too many warnings, 2 could not run.
Colours follow NO_COLOR, FORCE_COLOR and TERM; DEBUG=fineprint prints where a failure came from.\n`
  return head + groups.join('') + tail
}
