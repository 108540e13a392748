import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { builtIn } from '../../catalog.ts'
import { endings } from '../../formats/formats.ts'
import type { Finding, Severity } from '../../lint/finding.ts'
import { reporters } from '../../reporters/index.ts'
import { tally, type FileReport, type Reporter, type ReportOptions } from '../../reporters/report.ts'
import { FileError } from '../text-file.ts'
import { UsageError, type Arguments } from './args.ts'
import { checkBytes, checkFile, hasFailed, type Checked, type Outcome } from './check-files.ts'
import { unifiedDiff } from './diff.ts'
import { articlesAmong, findFiles, type Found } from './files.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor, widthOf, writeTo } from './output.ts'
import { isWord, stdinBytes } from './open.ts'
import { Progress } from './progress.ts'
import { SettingsReader } from './settings.ts'

/** Up to so many files a run is over before faster code has paid for being made (npm run bench). */
const FEW = 4

const WEIGHT: Record<Severity, number> = { info: 0, warn: 1, error: 2 }

/** `fineprint [file …]`: checks, fixes, reports. */
export async function lintCommand(session: Session): Promise<number> {
  const { args, cwd } = session
  const reader = new SettingsReader(args, cwd, session.environment, session.installed.importModule)
  // Before anything is checked, for a slip in a name should not take a whole run to show.
  const targets: { readonly report: Reporter; readonly path: string | undefined }[] = []
  for (const { name, path } of args.formats) targets.push({ report: await reporterFor(name, session, reader), path })
  const outcomes = args.stdin ? [await checkStdin(session, reader)] : args.staged ? await checkStaged(session, reader) : await checkOperands(session, reader)
  if (!outcomes) return 0
  const failures = outcomes.filter(hasFailed)
  let checked: readonly Checked[] = outcomes.filter((outcome): outcome is Checked => !hasFailed(outcome))
  if (writesBaseline(args)) {
    const { writeSuppressions } = await import('./suppressions.ts')
    const written = writeSuppressions(checked, args, cwd)
    checked = written.files
    writeTo(2, `${written.note}\n`)
  }
  for (const { path, message } of failures) writeTo(2, `${path}: ${message}\n`)
  for (const { path, empty } of checked) if (empty) writeTo(2, `${path}: is empty, nothing to check\n`)
  if (args.fix === 'write') for (const { path, isWord } of checked) if (isWord) writeTo(2, `${path}: is a Word document, which --fix never writes\n`)
  if (args.fix === 'show') {
    for (const { path, before, text } of checked) if (before !== undefined) writeTo(1, unifiedDiff(path, before, text))
  }
  const shown = checked.map((file) => ({ ...file, findings: file.findings.filter((finding) => counts(finding, args.least)) }))
  const noteOf = (rule: string) => noteOn(rule)
  for (const target of targets) {
    const terminal = target.path === undefined && isTerminal(1)
    const options: ReportOptions = {
      color: wantsColor(args.color, session.environment, terminal),
      width: widthOf(terminal, session.environment),
      noteOf,
      failures,
    }
    deliver(target.report(shown, options), target.path, cwd)
  }
  if (args.verbose) {
    const { skippedPretty } = await import('../../reporters/obligations.ts')
    // A report for machines stays what it is.
    const stream = args.formats.some(({ name, path }) => name === 'pretty' && path === undefined) ? 1 : 2
    const files = checked.map(({ path, duties = [] }) => ({ path, duties }))
    const reported = stream === 1 && shown.some(({ findings }) => findings.some(({ silenced }) => !silenced))
    writeTo(stream, (reported ? '\n' : '') + skippedPretty(files, { color: wantsColor(args.color, session.environment, isTerminal(stream)) }))
  }
  return failures.length ? 2 : Math.max(verdict(checked, args), staleEntries(checked, args))
}

/** The reporter a `--format` names; built-in names are taken for what is built in. */
async function reporterFor(name: string, { cwd, installed }: Session, reader: SettingsReader): Promise<Reporter> {
  if (Object.hasOwn(reporters, name)) return reporters[name]!
  const { ownReporter } = await import('./own-reporters.ts')
  return ownReporter(name, (await reader.own()).reporters, cwd, installed.importModule)
}

/**
 * The endings of files that are looked for in folders: those of built-in formats, Word documents, and formats of the config that holds here.
 * Where every operand is a file nothing is looked for, and that config is none of theirs.
 */
export async function endingsOf({ args, cwd }: Session, reader: SettingsReader): Promise<readonly string[]> {
  const known = [...endings, '.docx']
  const isFile = (operand: string) => statSync(resolve(cwd, operand), { throwIfNoEntry: false })?.isFile() === true
  if (args.operands.length > 0 && args.operands.every(isFile) && !args.staged && args.since === undefined) return known
  return [...known, ...(await reader.own()).formats.flatMap(({ id, extensions }) => (id === 'own' ? extensions : []))]
}

/** Whether a command line asks for the baseline to be written. */
function writesBaseline({ suppress, pruneSuppressions, importSuppressions }: Arguments): boolean {
  return suppress !== 'no' || pruneSuppressions || importSuppressions !== undefined
}

/** Entries of the baseline that nothing needs fail a run, so that the file does not outlive the faults it forgives. */
function staleEntries(files: readonly Checked[], { passOnUnpruned, staged, stdin }: Arguments): 0 | 1 {
  const stale = files.reduce((sum, file) => sum + Object.values(file.stale ?? {}).reduce((some, entries) => some + entries.length, 0), 0)
  if (stale === 0 || staged || stdin) return 0
  writeTo(2, `fineprint: ${stale} ${stale === 1 ? 'entry of the baseline forgives' : 'entries of the baseline forgive'} nothing any more; --prune-suppressions takes them out\n`)
  return passOnUnpruned ? 0 : 1
}

function verdict(files: readonly FileReport[], { maxWarnings }: Arguments): 0 | 1 {
  const { error, warn } = tally(files)
  if (maxWarnings !== undefined && warn > maxWarnings) {
    writeTo(2, `fineprint: ${warn} warnings, at most ${maxWarnings} are allowed\n`)
    return 1
  }
  return error > 0 ? 1 : 0
}

function counts(finding: Finding, least: Severity): boolean {
  return WEIGHT[finding.severity] >= WEIGHT[least]
}

function noteOn(id: string) {
  const rule = builtIn.rules.get(id)?.rule
  const cites = rule?.authority?.cites
  return { page: `fineprint --explain ${id}`, ...(cites ? { cites } : {}), ...(rule ? { summary: rule.summary } : {}) }
}

/** The name standard input goes by. */
export function stdinPath({ args }: Session): string {
  if (args.operands.some((operand) => operand !== '-')) throw new UsageError('standard input and files exclude each other, expected one of them')
  return args.stdinFilename ?? '<stdin>'
}

async function checkStdin(session: Session, reader: SettingsReader): Promise<Outcome> {
  if (session.args.fix === 'write') throw new UsageError('--fix cannot write to standard input, expected --fix-dry-run')
  const path = stdinPath(session)
  return checkBytes(stdinBytes(), path, reader, session.args)
}

/** What a commit would hold. Files that are no text are passed over: nobody named them. */
async function checkStaged(session: Session, reader: SettingsReader): Promise<Outcome[]> {
  const { isBinary, stagedFiles } = await import('./git.ts')
  const { args, cwd } = session
  const wanted = await endingsOf(session, reader)
  const files = stagedFiles(cwd, (path) => articlesAmong([path], args.operands, wanted, cwd, args).length > 0, session.installed.runToEnd)
  const outcomes: Outcome[] = []
  for (const { path, bytes } of files) {
    if (isBinary(bytes) && !isWord(path)) continue
    try {
      outcomes.push(await checkBytes(bytes, path, reader, args))
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      outcomes.push({ path, message: error.message })
    }
  }
  return outcomes
}

/** The files of a run, and what is said about those that are not checked. */
async function filesOf(session: Session, reader: SettingsReader): Promise<Found> {
  const { args, cwd } = session
  const wanted = await endingsOf(session, reader)
  if (args.since === undefined) return findFiles(args.operands.length ? args.operands : ['.'], wanted, cwd, args)
  const { changedSince } = await import('./git.ts')
  return { paths: articlesAmong(changedSince(args.since, cwd, session.installed.runToEnd), args.operands, wanted, cwd, args), notes: [] }
}

/** What stands in the terminal while a run goes on. */
interface Shown {
  progress?: Progress | undefined
}

/** A run over one file is over before anybody could interrupt it. */
function isOneFile({ args, cwd }: Session): boolean {
  const [operand] = args.operands
  return args.operands.length === 1 && statSync(resolve(cwd, operand!), { throwIfNoEntry: false })?.isFile() === true
}

async function checkOperands(session: Session, reader: SettingsReader): Promise<Outcome[] | undefined> {
  const { args } = session
  if (args.operands.length === 0 && args.passOnNoPatterns) return undefined
  const shown: Shown = {}
  if (!isOneFile(session) || args.fix === 'write') {
    process.once('SIGINT', () => {
      shown.progress?.clear()
      process.exit(130)
    })
  }
  const { paths, notes } = await filesOf(session, reader)
  for (const note of notes) writeTo(2, `${note}\n`)
  if (!args.cache || args.verbose || args.fix !== 'no' || writesBaseline(args)) return checkPaths(session, reader, paths, shown)
  const { checkThroughCache } = await import('./cached-run.ts')
  return checkThroughCache(session, paths, (left) => checkPaths(session, reader, left, shown))
}

async function checkPaths({ args, cwd, environment, installed }: Session, reader: SettingsReader, paths: readonly string[], shown: Shown): Promise<Outcome[]> {
  const progress = shown.progress = paths.length > 20 && isTerminal(2) && !environment['CI'] ? new Progress(paths.length) : undefined
  const threads = installed.worker && paths.length > 1 ? (await import('./thread-count.ts')).threadsFor(paths.length, args.concurrency) : 1
  try {
    if (threads > 1) {
      const { checkInThreads } = await import('./threads.ts')
      let started = false
      return await checkInThreads(paths, threads, installed.worker!, { args, cwd }, (done) => {
        // Not before the threads have read the program, whose compiled code fits only a hasty start.
        if (!started) installed.settle?.()
        started = true
        progress?.tell(done)
      })
    }
    const outcomes: Outcome[] = []
    if (paths.length > FEW) installed.settle?.()
    for (const path of paths) {
      outcomes.push(await checkFile(path, reader, args, cwd, installed.settle))
      progress?.tell(outcomes.length)
      // Lets a signal come through: everything between two files happens at once.
      if (outcomes.length % 8 === 0) await new Promise(setImmediate)
    }
    return outcomes
  } finally {
    progress?.clear()
  }
}
