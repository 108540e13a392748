import { gzipSync } from 'node:zlib'
import type pg from 'pg'
import { canonical, sha256 } from '../../digest.ts'
import { inTransaction } from '../../transaction.ts'
import type { RunFile } from '../folder.ts'
import { articlesOf, checkOperands, isTask, type Place, type Reading } from '../intake.ts'
import { UsageError, type AuditOptions } from '../options.ts'
import { readPolicy, rulesOf } from '../policy.ts'
import { failedLine, type Task } from '../result.ts'
import { lengthOf, type AuditSurroundings } from '../run.ts'
import { Seen } from '../seen.ts'
import { Stop } from '../stop.ts'
import { findRun, jobKey, taskName, writeResults, type KeyedLines } from './store.ts'

/** What a job is about. */
export interface JobPayload {
  readonly run: string
  readonly batch: string
  readonly digest: string
}

/** How often a job is tried; the engine waits longer after each time: some 3, 7, 20, 55 seconds, and so on. */
export const MOST_ATTEMPTS = 8
/** Characters of a job at the most. */
const MOST_CHARACTERS = 4 * 1024 * 1024
/** Jobs that are written at once. */
const AT_ONCE = 20

interface NewBatch {
  readonly batch: string
  readonly articles: number
  readonly tasks: Buffer | null
  readonly places: string | null
}

/** `fineprint audit enqueue`: cuts an archive into jobs. Killed and started again it goes on: a batch is known by its articles. */
export async function enqueue(pool: pg.Pool, options: AuditOptions, around: AuditSurroundings): Promise<number> {
  const { operands, run: name } = options
  if (operands.length === 0) throw new UsageError('expected files, folders or globs, or - for JSON Lines on standard input')
  checkOperands(operands, around.cwd)
  const reading: Reading = { cwd: around.cwd, map: options.map, format: options.textFormat, most: options.mostBytes }
  const run = await begin(pool, options, around, reading)
  const stop = new Stop()
  // Nothing may ever come from there: a stop does not wait for it.
  if (operands.includes('-')) stop.onStop.push(() => process.stdin.destroy())
  const seen = new Seen()
  const batches: NewBatch[] = []
  const failed: KeyedLines[] = []
  let articles = 0
  let made = 0
  const flush = async () => {
    const [now, lines] = [batches.splice(0), failed.splice(0)]
    if (now.length || lines.length) made += await inTransaction(pool, (db) => write(db, name, run, around.version, now, lines))
  }
  const carried = new Cutter(options.batch, (tasks) => {
    const batch = sha256(canonical(tasks.map(({ task }) => task.key)))
    batches.push({ batch, articles: tasks.length, tasks: gzipSync(JSON.stringify(tasks.map(({ task }) => task)), { level: 3 }), places: null })
  })
  const placed = new Cutter(options.batch, (tasks) => {
    const batch = sha256(canonical(tasks.map(({ task }) => task.key)))
    batches.push({ batch, articles: tasks.length, tasks: null, places: JSON.stringify(tasks.map(({ place }) => place)) })
  })
  try {
    for await (const { article, place } of articlesOf(operands, reading)) {
      if (++articles % 64 === 0) await new Promise(setImmediate)
      if (stop.signal) break
      if (seen.meet(article.key) !== 'new') continue
      if (!isTask(article)) failed.push({ key: article.key, lines: failedLine(article, run.digest, article.error) })
      else if (options.shared && place) placed.add(article, place)
      else carried.add(article)
      if (batches.length >= AT_ONCE || failed.length >= 1000) await flush()
    }
    if (stop.signal) {
      await flush()
      process.stderr.write('fineprint audit: stopped, the same command goes on from here\n')
      return stop.code
    }
    carried.end()
    placed.end()
    await flush()
    await pool.query('UPDATE fineprint_audit.runs SET enqueued = true WHERE name = $1', [name])
    process.stdout.write(`${name}: ${seen.size} articles, ${made} new jobs\n`)
    return 0
  } finally {
    stop.close()
  }
}

/** Writes the run down, or finds it there as it should be. */
async function begin(pool: pg.Pool, options: AuditOptions, around: AuditSurroundings, { map, format, most }: Reading): Promise<RunFile> {
  const { operands, run: name } = options
  const before = options.restart ? undefined : await findRun(pool, name)
  const policy = await readPolicy(options, around.cwd, around.environment, before?.policy.today ?? around.today)
  if (!policy.config) throw new UsageError(`${policy.path}: holds rules or formats of its own, which jobs cannot carry; audit without the queue, or leave them out`)
  const { digest } = await rulesOf(policy, around.version)
  const run: RunFile = { schemaVersion: 1, version: around.version, digest, policy, intake: { operands, map, format, most } }
  if (before && (before.digest !== digest || canonical(before.intake) !== canonical(run.intake))) {
    const what = before.digest === digest ? 'of other inputs' : 'with other rules'
    throw new UsageError(`the run \`${name}\` was begun ${what}: --restart deletes what it has, --run <name> begins another`)
  }
  await inTransaction(pool, async (db) => {
    if (options.restart) await db.query('DELETE FROM fineprint_audit.runs WHERE name = $1', [name])
    await db.query('INSERT INTO fineprint_audit.runs (name, run, digest) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING', [name, JSON.stringify(run), digest])
  })
  return run
}

/** Jobs and what they are about, together or not at all. Gives how many are new. */
async function write(db: pg.PoolClient, name: string, { digest }: RunFile, version: string, batches: readonly NewBatch[], failed: readonly KeyedLines[]): Promise<number> {
  if (!(await writeResults(db, name, digest, failed))) throw new UsageError(`the run \`${name}\` was begun anew by somebody else`)
  let made = 0
  for (const { batch, articles, tasks, places } of batches) {
    const { rowCount } = await db.query(
      'INSERT INTO fineprint_audit.batches (run, batch, articles, tasks, places) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [name, batch, articles, tasks, places])
    if (!rowCount) continue
    made++
    const payload: JobPayload = { run: name, batch, digest }
    await db.query('SELECT graphile_worker.add_job($1, payload := $2, max_attempts := $3, job_key := $4)', [taskName(version), JSON.stringify(payload), MOST_ATTEMPTS, jobKey(name, batch)])
  }
  return made
}

interface Cut {
  readonly task: Task
  readonly place: Place | undefined
}

/** Collects articles until a batch is full. */
class Cutter {
  readonly #most: number
  readonly #take: (batch: readonly Cut[]) => void
  #batch: Cut[] = []
  #characters = 0

  constructor(most: number, take: (batch: readonly Cut[]) => void) {
    this.#most = most
    this.#take = take
  }

  add(task: Task, place?: Place): void {
    this.#batch.push({ task, place })
    this.#characters += lengthOf(task)
    if (this.#batch.length >= this.#most || this.#characters >= MOST_CHARACTERS) this.end()
  }

  end(): void {
    if (this.#batch.length) this.#take(this.#batch)
    this.#batch = []
    this.#characters = 0
  }
}
