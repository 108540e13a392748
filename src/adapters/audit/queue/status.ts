import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { FolderError, readRunFile, RESULTS, writeRunFile } from '../folder.ts'
import { UsageError, type AuditOptions } from '../options.ts'
import { failedLine, type Task } from '../result.ts'
import { reportOn, type AuditSurroundings } from '../run.ts'
import { findRun, jobKey, runNames, taskName, type StoredRun } from './store.ts'

interface FailedJob {
  readonly key: string
  readonly attempts: number
  readonly error: string | null
}

/** `fineprint audit status`: how far runs are, and which jobs failed for good. */
export async function status(pool: pg.Pool, options: AuditOptions, { version }: AuditSurroundings): Promise<number> {
  const names = await runNames(pool)
  if (names.length === 0) process.stdout.write('no run is enqueued\n')
  for (const name of names) {
    const run = await runNamed(pool, name)
    const { rows: [counts] } = await pool.query<{ jobs: string; done: string; articles: string; results: string }>(
      `SELECT count(*) AS jobs, count(*) FILTER (WHERE done) AS done, coalesce(sum(articles), 0) AS articles,
       (SELECT count(*) FROM fineprint_audit.results WHERE run = $1) AS results FROM fineprint_audit.batches WHERE run = $1`, [name])
    const failed = await failedJobs(pool, run)
    const { jobs, done, articles, results } = counts!
    process.stdout.write(`${name}: ${done} of ${jobs} jobs done, ${results} results, ${articles} articles in jobs${run.enqueued ? '' : ', not wholly enqueued'}${failed.length ? `, ${failed.length} jobs failed` : ''}\n`)
    if (run.version !== version) process.stdout.write(`  its jobs are for fineprint ${run.version}: workers of this version (${version}) leave them\n`)
    for (const { key, attempts, error } of failed.slice(0, 20)) process.stdout.write(`  failed after ${attempts} attempts: job ${key.slice(-64, -52)}: ${error ?? 'its worker ended'}\n`)
  }
  const { rows: [alive] } = await pool.query<{ hosts: string }>('SELECT count(DISTINCT host) AS hosts FROM fineprint_audit.workers WHERE seen > now() - make_interval(secs => $1)', [options.lease])
  process.stdout.write(`workers on ${alive!.hosts} machines in the last ${options.lease} seconds\n`)
  return 0
}

async function runNamed(pool: pg.Pool, name: string): Promise<StoredRun> {
  const run = await findRun(pool, name)
  if (!run) throw new UsageError(`there is no run \`${name}\`, found ${(await runNames(pool)).join(', ') || 'none'}`)
  return run
}

async function failedJobs(pool: pg.Pool, { name, version }: StoredRun): Promise<FailedJob[]> {
  const { rows } = await pool.query<FailedJob>(
    `SELECT key, attempts, last_error AS error FROM graphile_worker.jobs
     WHERE task_identifier = $1 AND starts_with(key, $2) AND attempts >= max_attempts AND locked_at IS NULL ORDER BY key`, [taskName(version), jobKey(name, '')])
  return rows
}

/** `fineprint audit report --database`: everything of a run in one folder, as an audit on one machine would have left it. */
export async function reportRun(pool: pg.Pool, options: AuditOptions, around: AuditSurroundings): Promise<number> {
  const { out, run: name } = options
  if (out === undefined) throw new UsageError('expected --out <folder>, where results and report go')
  const run = await runNamed(pool, name)
  const path = resolve(around.cwd, out)
  const before = readRunFile(path)
  if (!options.restart && (before ? before.digest !== run.digest : existsSync(join(path, RESULTS)))) throw new FolderError(`${out}: holds another audit: --restart writes over it, or give another folder with --out`)
  mkdirSync(path, { recursive: true })
  rmSync(join(path, RESULTS), { force: true })
  writeRunFile(path, run)
  await writeAll(pool, run, join(path, RESULTS))
  const { rows: [open] } = await pool.query<{ open: string }>('SELECT count(*) AS open FROM fineprint_audit.batches WHERE run = $1 AND NOT done', [name])
  if (open!.open !== '0' || !run.enqueued) process.stderr.write(`fineprint audit: ${open!.open} jobs of this run are not done${run.enqueued ? '' : ', and it is not wholly enqueued'}: this is what there is\n`)
  return reportOn(path, options)
}

/** Pages through the results: memory holds one page. */
async function writeAll(pool: pg.Pool, run: StoredRun, path: string): Promise<void> {
  const handle = openSync(`${path}.new`, 'w')
  try {
    for (let after = ''; ;) {
      const { rows } = await pool.query<{ key: string; lines: string }>('SELECT key, lines FROM fineprint_audit.results WHERE run = $1 AND key > $2 ORDER BY key LIMIT 500', [run.name, after])
      if (rows.length === 0) break
      writeSync(handle, rows.map(({ lines }) => lines).join(''))
      after = rows.at(-1)!.key
    }
    for (const { key, error } of await failedJobs(pool, run)) await writeFailed(pool, run, key.slice(jobKey(run.name, '').length), error, handle)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${path}.new`, path)
}

/** Articles of a job that failed for good: each has a line that says why. */
async function writeFailed(pool: pg.Pool, run: StoredRun, batch: string, error: string | null, handle: number): Promise<void> {
  const { rows } = await pool.query<{ tasks: Buffer | null; places: { path: string; line?: { number: number } }[] | null }>(
    'SELECT tasks, places FROM fineprint_audit.batches WHERE run = $1 AND batch = $2 AND NOT done', [run.name, batch])
  const { tasks = null, places = null } = rows[0] ?? {}
  const articles = tasks ? (JSON.parse(gunzipSync(tasks).toString()) as Task[]) : (places ?? []).map(({ path, line }, i) => {
    const ref = line ? `${path}:${line.number}` : path
    return { key: `${batch}:${i}`, id: ref, ref }
  })
  const { rows: known } = await pool.query<{ key: string }>('SELECT key FROM fineprint_audit.results WHERE run = $1 AND key = ANY ($2)', [run.name, articles.map(({ key }) => key)])
  const keys = new Set(known.map(({ key }) => key))
  const message = `its job failed: ${error ?? 'its worker ended'}`
  writeSync(handle, articles.filter(({ key }) => !keys.has(key)).map((article) => failedLine(article, run.digest, { code: 'broken', message })).join(''))
}
