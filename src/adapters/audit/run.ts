import { resolve } from 'node:path'
import { openFolder, readRunFile, resultsIn, type Folder, type RunFile } from './folder.ts'
import { articlesOf, checkOperands, isTask, type Reading } from './intake.ts'
import { UsageError, type AuditOptions } from './options.ts'
import { readPolicy, rulesOf, type Policy } from './policy.ts'
import { createPool, type Pool } from './pool.ts'
import { Progress, sizeOf, wantsProgress } from './progress.ts'
import { counted, writeReports } from './report.ts'
import { failedLine, type Task } from './result.ts'
import { Stop } from './stop.ts'
import { Summary, type AuditReport } from './summary.ts'

/** Where and with what the command runs. */
export interface AuditSurroundings {
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  readonly version: string
  /** The day it is. */
  readonly today: string
}

/** What goes to a thread at once: enough that handing over costs little, little enough that a stop is soon over. */
const BATCH = { articles: 16, characters: 256 * 1024 }
const CHECKPOINT_MS = 2000

/** `fineprint audit --out <folder> …`. Gives the exit code. */
export async function runAudit(options: AuditOptions, around: AuditSurroundings): Promise<number> {
  const { out, operands } = options
  if (out === undefined) throw new UsageError('expected --out <folder>, where results and report go')
  if (operands.length === 0) throw new UsageError('expected files, folders or globs, or - for JSON Lines on standard input')
  checkOperands(operands, around.cwd)
  const path = resolve(around.cwd, out)
  const before = options.restart ? undefined : readRunFile(path)
  // A run that goes on the next day judges by the day it began on.
  const policy = await readPolicy(options, around.cwd, around.environment, before?.policy.today ?? around.today)
  const { digest } = await rulesOf(policy, around.version)
  const reading: Reading = { cwd: around.cwd, map: options.map, format: options.textFormat, most: options.mostBytes }
  const run: RunFile = { schemaVersion: 1, version: around.version, digest, policy, intake: { operands, map: options.map, format: options.textFormat, most: options.mostBytes } }
  const folder = await openFolder(path, run, options.restart)
  const pool = createPool({ threads: options.threads, version: around.version, mostMilliseconds: options.mostMilliseconds })
  const stop = new Stop()
  // Nothing may ever come from there: a stop does not wait for it.
  if (operands.includes('-')) stop.onStop.push(() => process.stdin.destroy())
  try {
    const { judged } = await judgeAll({ folder, pool, reading, operands, policy, digest, stop, progress: wantsProgress(around.environment) ? new Progress(sizeOf(operands, around.cwd)) : undefined })
    if (stop.signal) {
      process.stderr.write(`fineprint audit: stopped, ${judged} articles judged, ${folder.kept} before; the same command goes on from here\n`)
      return stop.code
    }
    const dropped = await folder.dropUnmet()
    if (dropped) process.stderr.write(`fineprint audit: ${dropped} results of articles that are no longer in the archive, or have changed, were taken out\n`)
    return await reportOn(path, options)
  } finally {
    stop.close()
    await pool.close()
    folder.close()
  }
}

interface Work {
  readonly folder: Folder
  readonly pool: Pool
  readonly reading: Reading
  readonly operands: readonly string[]
  readonly policy: Policy
  readonly digest: string
  readonly stop: Stop
  readonly progress: Progress | undefined
}

/** Judges what is not done yet. Reads no further than the threads can follow. */
async function judgeAll({ folder, pool, reading, operands, policy, digest, stop, progress }: Work): Promise<{ judged: number }> {
  const underWay = new Set<Promise<void>>()
  let judged = 0
  let known = 0
  let read = 0
  let batch: Task[] = []
  let characters = 0
  let broken: Error | undefined
  let checkpoint = Date.now() + CHECKPOINT_MS
  const hand = () => {
    const tasks = batch
    batch = []
    characters = 0
    if (tasks.length === 0) return
    const work: Promise<void> = pool.judge(tasks, policy, digest).then((lines) => {
      folder.append(lines.join(''))
      judged += lines.length
    }).catch((error: Error) => void (broken ??= error)).finally(() => underWay.delete(work))
    underWay.add(work)
  }
  let met = 0
  for await (const { article, bytes } of articlesOf(operands, reading)) {
    read += bytes
    // Lets signals and threads come through: files are read without waiting.
    if (++met % 64 === 0) await new Promise(setImmediate)
    if (stop.signal || broken) break
    progress?.tell(judged, known, read)
    const state = folder.seen.meet(article.key)
    if (state !== 'new') {
      if (state === 'done') known++
      continue
    }
    if (!isTask(article)) {
      folder.append(failedLine(article, digest, article.error))
      judged++
      continue
    }
    batch.push(article)
    characters += lengthOf(article)
    if (batch.length < BATCH.articles && characters < BATCH.characters) continue
    hand()
    while (underWay.size >= 2 * pool.size) await Promise.race(underWay)
    if (Date.now() > checkpoint) {
      await folder.checkpoint()
      checkpoint = Date.now() + CHECKPOINT_MS
    }
  }
  if (!stop.signal && !broken) hand()
  while (underWay.size) {
    await Promise.race(underWay)
    progress?.tell(judged, known, read)
  }
  progress?.clear()
  await folder.checkpoint()
  if (broken) throw broken
  return { judged }
}

export function lengthOf({ file, submission }: Task): number {
  if (file) return file.text.length
  if (!submission) return 0
  return ('text' in submission ? [submission.text] : Object.values(submission.fields)).reduce((sum, text) => sum + text.length, 0)
}

/** Writes the report of a folder's results and says in a line what it comes to. Gives the exit code. */
export async function reportOn(path: string, options: Pick<AuditOptions, 'maxErrors' | 'maxWarnings'>): Promise<number> {
  const summary = new Summary()
  for await (const result of resultsIn(path)) summary.add(result)
  const report = summary.report()
  writeReports(path, report)
  return tell(report, path, options)
}

function tell({ articles, failed, findings, clean }: AuditReport, path: string, { maxErrors, maxWarnings }: Pick<AuditOptions, 'maxErrors' | 'maxWarnings'>): number {
  process.stdout.write(`${counted(articles, 'article')}, ${counted(findings.error, 'error')}, ${counted(findings.warn, 'warning')}, ${clean} with nothing found${failed ? `, ${failed} not judged` : ''}: ${path}/report.html\n`)
  for (const [name, count, most] of [['errors', findings.error, maxErrors], ['warnings', findings.warn, maxWarnings]] as const) {
    if (most === undefined || count <= most) continue
    process.stderr.write(`fineprint audit: ${count} ${name}, at most ${most} are allowed\n`)
    return 1
  }
  return 0
}
