import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { builtIn } from '../../catalog.ts'
import { endings } from '../../formats/formats.ts'
import type { Finding, Severity } from '../../lint/finding.ts'
import { reporters } from '../../reporters/index.ts'
import { tally, type FileReport, type ReportOptions } from '../../reporters/report.ts'
import { decodeText } from '../text-file.ts'
import { UsageError, type Arguments } from './args.ts'
import { checkFile, checkText, hasFailed, type Checked, type Outcome } from './check-files.ts'
import { unifiedDiff } from './diff.ts'
import { findFiles } from './files.ts'
import type { Session } from './main.ts'
import { isTerminal, wantsColor, widthOf, writeTo } from './output.ts'
import { Progress } from './progress.ts'
import { SettingsReader } from './settings.ts'
import { threadsFor } from './thread-count.ts'

const WEIGHT: Record<Severity, number> = { info: 0, warn: 1, error: 2 }

/** `fineprint [file …]`: checks, fixes, reports. */
export async function lintCommand(session: Session): Promise<number> {
  const { args, cwd } = session
  const outcomes = args.stdin ? [await checkStdin(session)] : await checkOperands(session)
  if (!outcomes) return 0
  const failures = outcomes.filter(hasFailed)
  const checked = outcomes.filter((outcome): outcome is Checked => !hasFailed(outcome))
  for (const { path, message } of failures) writeTo(2, `${path}: ${message}\n`)
  for (const { path, empty } of checked) if (empty) writeTo(2, `${path}: is empty, nothing to check\n`)
  if (args.fix === 'show') {
    for (const { path, before, text } of checked) if (before !== undefined) writeTo(1, unifiedDiff(path, before, text))
  }
  const shown = checked.map((file) => ({ ...file, findings: file.findings.filter((finding) => counts(finding, args.least)) }))
  const noteOf = (rule: string) => noteOn(rule)
  for (const target of args.formats) {
    const terminal = target.path === undefined && isTerminal(1)
    const options: ReportOptions = {
      color: wantsColor(args.color, session.environment, terminal),
      width: widthOf(terminal, session.environment),
      noteOf,
      failures,
    }
    deliver(reporters[target.name]!(shown, options), target.path, cwd)
  }
  return failures.length ? 2 : verdict(checked, args)
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

/** Sends a report to standard output, or to a file whose folders are made where they are missing. */
export function deliver(text: string, path: string | undefined, cwd: string): void {
  if (path === undefined) {
    if (text) writeTo(1, text)
    return
  }
  try {
    mkdirSync(dirname(resolve(cwd, path)), { recursive: true })
    writeFileSync(resolve(cwd, path), text)
  } catch (error) {
    throw new UsageError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`)
  }
}

/** Everything on standard input, and the name it goes by. */
export function readStdin({ args }: Session): { readonly text: string; readonly path: string } {
  if (args.operands.some((operand) => operand !== '-')) throw new UsageError('standard input and files exclude each other, expected one of them')
  return { text: decodeText(readFileSync(0)), path: args.stdinFilename ?? '<stdin>' }
}

async function checkStdin(session: Session): Promise<Outcome> {
  const { args, cwd, environment, installed } = session
  if (args.fix === 'write') throw new UsageError('--fix cannot write to standard input, expected --fix-dry-run')
  const { text, path } = readStdin(session)
  return checkText(text, path, new SettingsReader(args, cwd, environment, installed.importModule), args.fix)
}

async function checkOperands(session: Session): Promise<Outcome[] | undefined> {
  const { args, cwd, environment, installed } = session
  if (args.operands.length === 0 && args.passOnNoPatterns) return undefined
  const { paths, notes } = findFiles(args.operands.length ? args.operands : ['.'], endings, cwd, args)
  for (const note of notes) writeTo(2, `${note}\n`)
  const progress = paths.length > 20 && isTerminal(2) && !environment['CI'] ? new Progress(paths.length) : undefined
  const threads = installed.worker ? threadsFor(paths.length, args.concurrency) : 1
  if (paths.length > 1 || args.fix === 'write') process.once('SIGINT', () => process.exit(130))
  try {
    if (threads > 1) {
      const { checkInThreads } = await import('./threads.ts')
      return await checkInThreads(paths, threads, installed.worker!, { args, cwd }, (done) => progress?.tell(done))
    }
    const reader = new SettingsReader(args, cwd, environment, installed.importModule)
    const outcomes: Outcome[] = []
    for (const path of paths) {
      outcomes.push(await checkFile(path, reader, args.fix, cwd))
      progress?.tell(outcomes.length)
      // Lets a signal come through: everything between two files happens at once.
      if (outcomes.length % 8 === 0) await new Promise(setImmediate)
    }
    return outcomes
  } finally {
    progress?.clear()
  }
}
