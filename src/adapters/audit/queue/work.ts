import { EventEmitter } from 'node:events'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { run, type JobHelpers, type Runner, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { AuditOptions } from '../options.ts'
import { createPool, type Pool } from '../pool.ts'
import type { AuditSurroundings } from '../run.ts'
import { Stop } from '../stop.ts'
import { MOST_ATTEMPTS, type JobPayload } from './enqueue.ts'
import { doJob, type JobAround } from './job.ts'
import { jobKey, silent, taskName } from './store.ts'

/** `fineprint audit work`: takes jobs until it is told to stop, or until there are none. */
export async function work(pool: pg.Pool, options: AuditOptions, around: AuditSurroundings): Promise<number> {
  const judges = createPool({ threads: options.threads, version: around.version, mostMilliseconds: options.mostMilliseconds })
  const stop = new Stop()
  const beats = new Heartbeat(pool, options.lease)
  const name = taskName(around.version)
  if (options.retryFailed) await retryFailed(pool, name)
  const faults = new LooseFaults()
  try {
    await beats.beat()
    for (;;) {
      const ended = await workOnce({ pool, judges, options, around, stop, beats, faults, name })
      if (ended !== 'again') break
      // The engine gave up, as it does when the database goes away: its jobs are freed by the lease, and it is started again.
      await wait(1000)
    }
    return stop.signal === 'SIGINT' ? stop.code : 0
  } finally {
    stop.close()
    faults.close()
    await beats.end()
    await judges.close()
  }
}

interface Shift {
  readonly pool: pg.Pool
  readonly judges: Pool
  readonly options: AuditOptions
  readonly around: AuditSurroundings
  readonly stop: Stop
  readonly beats: Heartbeat
  readonly faults: LooseFaults
  readonly name: string
}

async function workOnce({ pool, judges, options, around, stop, beats, faults, name }: Shift): Promise<'stopped' | 'done' | 'again'> {
  const events = new EventEmitter() as WorkerEvents
  const mine: string[] = []
  events.on('worker:create', ({ worker }) => {
    mine.push(worker.workerId)
    beats.workers.add(worker.workerId)
  })
  const job: JobAround = { pool, judges, version: around.version, isStopping: () => stop.signal !== undefined }
  let runner: Runner
  try {
    runner = await run({
      pgPool: pool, events, logger: silent, noHandleSignals: true, pollInterval: 1000,
      // One more than threads: while one job is read or written, the threads have others.
      concurrency: judges.size + 1,
      taskList: {
        [name]: async (payload: unknown, helpers: JobHelpers) => {
          const given = payload as JobPayload
          if ((await doJob(given, helpers.job.attempts, job)) === 'given back') {
            // A new job in its place, with all its attempts: being stopped is no fault of its own.
            await helpers.addJob(name, given, { jobKey: jobKey(given.run, given.batch), maxAttempts: MOST_ATTEMPTS })
          }
        },
      },
    })
  } catch (error) {
    if (stop.signal) return 'stopped'
    process.stderr.write(`fineprint audit: the database does not answer (${(error as Error).message}), trying again\n`)
    return 'again'
  }
  const over = new AbortController()
  const broke = runner.promise.then(() => 'stopped' as const, () => 'again' as const)
  const told = new Promise<'stopped'>((resolve) => {
    if (stop.signal) resolve('stopped')
    stop.onStop.push(() => resolve('stopped'))
  })
  const lost = new Promise<'again'>((resolve) => (faults.tell = () => resolve('again')))
  const first = await Promise.race([broke, told, lost, ...(options.untilDone ? [untilDone(pool, name, over.signal)] : [])])
  over.abort()
  // An engine that lost its database may never come to an end; its jobs are freed by the lease.
  await Promise.race([runner.stop().catch(() => undefined).then(() => broke), wait(first === 'again' ? 5000 : 60_000, undefined, { ref: false })])
  await beats.leave(mine)
  return first === 'again' && stop.signal ? 'stopped' : first
}

/** Resolves when no job is left that could be done, in runs that are wholly enqueued. */
async function untilDone(pool: pg.Pool, name: string, signal: AbortSignal): Promise<'done'> {
  for (;;) {
    await wait(500, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return 'done'
    const { rows } = await pool.query<{ open: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = $1 AND (attempts < max_attempts OR locked_at IS NOT NULL))
       OR EXISTS (SELECT 1 FROM fineprint_audit.runs WHERE NOT enqueued) AS open`, [name]).catch(() => ({ rows: [] }))
    if (rows[0]?.open === false) return 'done'
  }
}

async function retryFailed(pool: pg.Pool, name: string): Promise<void> {
  await pool.query(
    `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at := now(), attempts := 0) FROM graphile_worker.jobs
     WHERE task_identifier = $1 AND attempts >= max_attempts AND locked_at IS NULL HAVING count(*) > 0`, [name])
}

/**
 * The engine does not always hand on that it could not reach the database, even some time after it was stopped: what nobody
 * caught is taken for that.
 */
class LooseFaults {
  /** Called for each. */
  tell: () => void = () => undefined
  #said = ''
  readonly #listen = (error: unknown): void => {
    const line = String((error as Error)?.message ?? error).split('\n', 1)[0]!
    if (line !== this.#said) process.stderr.write(`fineprint audit: ${line}, trying again\n`)
    this.#said = line
    this.tell()
  }

  constructor() {
    process.on('unhandledRejection', this.#listen)
  }

  close(): void {
    process.off('unhandledRejection', this.#listen)
  }
}

/**
 * Says that this process is alive, and frees the jobs of those that no longer say so. The engine itself waits four hours
 * before it takes a job from a worker that is gone.
 */
class Heartbeat {
  readonly workers = new Set<string>()
  readonly #pool: pg.Pool
  readonly #lease: number
  readonly #timer: NodeJS.Timeout
  #beating: Promise<void> = Promise.resolve()

  /** @param lease seconds */
  constructor(pool: pg.Pool, lease: number) {
    this.#pool = pool
    this.#lease = lease
    this.#timer = setInterval(() => void this.beat(), (lease * 1000) / 4)
  }

  /** By the clock of the database, the one clock all machines share. */
  beat(): Promise<void> {
    this.#beating = this.#beating.then(() => this.#now()).catch(() => undefined)
    return this.#beating
  }

  async #now(): Promise<void> {
    if (this.workers.size) {
      await this.#pool.query(
        'INSERT INTO fineprint_audit.workers (worker, host) SELECT worker, $2 FROM unnest($1::text[]) AS mine (worker) ON CONFLICT (worker) DO UPDATE SET seen = now()',
        [[...this.workers].sort(), hostname()])
    }
    await this.#pool.query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
       WHERE task_identifier LIKE 'fineprint\\_audit %' AND locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1)
       AND locked_by NOT IN (SELECT worker FROM fineprint_audit.workers WHERE seen > now() - make_interval(secs => $1)) HAVING count(*) > 0`, [this.#lease])
    await this.#pool.query("DELETE FROM fineprint_audit.workers WHERE seen < now() - interval '1 day'")
  }

  /** These workers are no more: what they may still hold is free at the next beat of anybody, once the lease is over. */
  async leave(workers: readonly string[]): Promise<void> {
    for (const worker of workers) this.workers.delete(worker)
    await this.#beating
    await this.#pool.query('DELETE FROM fineprint_audit.workers WHERE worker = ANY ($1)', [workers]).catch(() => undefined)
  }

  async end(): Promise<void> {
    clearInterval(this.#timer)
    await this.#beating
  }
}
