import { open, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { inTransaction } from '../../transaction.ts'
import { isTask, taskOfFile, taskOfRecord, type Place, type Reading } from '../intake.ts'
import type { Pool } from '../pool.ts'
import { failedLine, type Task, type Unreadable } from '../result.ts'
import type { JobPayload } from './enqueue.ts'
import { findRun, writeResults, type KeyedLines, type StoredRun } from './store.ts'

/** What a job is done with. */
export interface JobAround {
  readonly pool: pg.Pool
  readonly judges: Pool
  readonly version: string
  isStopping(): boolean
}

/** Articles judged at once: a stop waits for no more than these. */
const CHUNK = 16
/** From this attempt on articles are judged one by one: one of them may have brought its worker down. */
const CAREFUL = 3
/** How often an article may have been the last thing a worker did. */
const MOST_STRIKES = 2

interface StoredBatch {
  readonly tasks: Buffer | null
  readonly places: readonly Place[] | null
  readonly suspect: string | null
  readonly strikes: number
}

/**
 * Judges a batch and writes its results, all at once. Done again it changes nothing. A batch that is interrupted keeps what
 * it has, and is given back.
 */
export async function doJob({ run: name, batch, digest }: JobPayload, attempt: number, around: JobAround): Promise<'done' | 'given back'> {
  const { pool } = around
  const run = await findRun(pool, name)
  const { rows } = await pool.query<StoredBatch>('SELECT tasks, places, suspect, strikes FROM fineprint_audit.batches WHERE run = $1 AND batch = $2 AND NOT done', [name, batch])
  const stored = rows[0]
  // Begun anew since, or done by somebody else.
  if (!run || run.digest !== digest || !stored) return 'done'
  const articles = stored.tasks ? (JSON.parse(gunzipSync(stored.tasks).toString()) as Task[]) : await articlesAt(stored.places ?? [], run)
  const { rows: known } = await pool.query<{ key: string }>('SELECT key FROM fineprint_audit.results WHERE run = $1 AND key = ANY ($2)', [name, articles.map(({ key }) => key)])
  const keys = new Set(known.map(({ key }) => key))
  const left = articles.filter(({ key }) => !keys.has(key))
  const results: KeyedLines[] = left.filter((article): article is Unreadable => !isTask(article)).map((article) => ({ key: article.key, lines: failedLine(article, digest, article.error) }))
  const tasks = left.filter(isTask)
  const whole = attempt < CAREFUL ? await judgeQuickly(tasks, results, run, around) : await judgeCarefully(tasks, batch, stored, run, around)
  await inTransaction(pool, async (db) => {
    if (!(await writeResults(db, name, digest, results))) return
    if (whole) await db.query('UPDATE fineprint_audit.batches SET done = true, tasks = NULL, places = NULL, suspect = NULL WHERE run = $1 AND batch = $2', [name, batch])
  })
  return whole ? 'done' : 'given back'
}

async function judgeQuickly(tasks: readonly Task[], results: KeyedLines[], run: StoredRun, { judges, isStopping }: JobAround): Promise<boolean> {
  for (let at = 0; at < tasks.length; at += CHUNK) {
    if (isStopping()) return false
    const chunk = tasks.slice(at, at + CHUNK)
    const lines = await judges.judge(chunk, run.policy, run.digest)
    chunk.forEach(({ key }, i) => results.push({ key, lines: lines[i]! }))
  }
  return true
}

/** One by one, each written before the next begins; who it is about is written before, so that a worker that is gone has left its name. */
async function judgeCarefully(tasks: readonly Task[], batch: string, { suspect, strikes }: StoredBatch, run: StoredRun, { pool, judges, isStopping }: JobAround): Promise<boolean> {
  for (const task of tasks) {
    if (isStopping()) return false
    const before = task.key === suspect ? strikes : 0
    let lines: string
    if (before >= MOST_STRIKES) lines = failedLine(task, run.digest, { code: 'broken', message: `its worker ended while it was judged, ${before} times` })
    else {
      await pool.query('UPDATE fineprint_audit.batches SET suspect = $3, strikes = $4 WHERE run = $1 AND batch = $2', [run.name, batch, task.key, before + 1])
      lines = (await judges.judge([task], run.policy, run.digest)).join('')
    }
    await inTransaction(pool, (db) => writeResults(db, run.name, run.digest, [{ key: task.key, lines }]))
  }
  return true
}

/** Articles of files that this machine sees too. @throws where it does not: another machine, or a later attempt, may */
async function articlesAt(places: readonly Place[], run: StoredRun): Promise<(Task | Unreadable)[]> {
  const reading = run.intake as Pick<Reading, 'map' | 'format'>
  const articles: (Task | Unreadable)[] = []
  let handle: Awaited<ReturnType<typeof open>> | undefined
  let opened = ''
  try {
    for (const { path, line } of places) {
      const full = resolve(run.policy.cwd, path)
      if (!line) {
        articles.push(taskOfFile(path, await readFile(full)))
        continue
      }
      if (opened !== full) {
        await handle?.close()
        handle = await open(full)
        opened = full
      }
      const bytes = Buffer.alloc(line.to - line.from)
      const { bytesRead } = await handle!.read(bytes, 0, bytes.length, line.from)
      if (bytesRead < bytes.length) throw new Error(`${path} is shorter than it was`)
      articles.push(taskOfRecord(line.number === 1 && bytes[0] === 0xef ? bytes.subarray(3) : bytes, `${path}:${line.number}`, reading))
    }
  } finally {
    await handle?.close()
  }
  return articles
}
