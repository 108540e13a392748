import { renameSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doJob, type JobAround } from '../../../src/adapters/audit/queue/job.ts'
import { findRun, openDatabase } from '../../../src/adapters/audit/queue/store.ts'
import { failedLine, type Result } from '../../../src/adapters/audit/result.ts'
import { postgresPrograms, startPostgres, type PrivatePostgres } from '../gate/private-postgres.ts'
import { archive, auditProgram, until, type AuditProgram } from './program.ts'

const programs = postgresPrograms()
if (!programs) console.log('PostgreSQL is not installed here: the tests of audits across machines are skipped (apt-get install postgresql)')

const ARTICLES = 300

describe.skipIf(!programs)('an audit across machines', () => {
  let postgres: PrivatePostgres
  let program: AuditProgram
  let url: string
  let databases = 0
  beforeAll(async () => {
    postgres = await startPostgres(programs!)
    program = await auditProgram()
    program.write('a.jsonl', `${archive(ARTICLES)}no json\n`)
    await program.run(['--concurrency', '1', '--out', 'local', 'a.jsonl'])
  })
  afterAll(() => {
    program?.remove()
    postgres?.stop()
  })
  beforeEach(() => {
    url = postgres.database(`audit_${++databases}`)
  })
  const audit = (command: string, ...args: string[]) => program.run([command, '--database', url, ...args])
  const worker = (...args: string[]) => program.start(['work', '--database', url, '--concurrency', '1', '--lease', '1', ...args])
  const inDatabase = async <T>(ask: (pool: pg.Pool) => Promise<T>): Promise<T> => {
    const pool = await openDatabase(url, 4)
    try {
      return await ask(pool)
    } finally {
      await pool.end()
    }
  }
  const resultsInDatabase = (pool: pg.Pool) => pool.query<{ n: number }>('SELECT count(*)::int AS n FROM fineprint_audit.results').then(({ rows }) => rows[0]!.n)
  const sameAsLocal = (folder: string) => {
    expect(program.results(folder)).toEqual(program.results('local'))
    expect(program.report(folder)).toEqual(program.report('local'))
  }

  test('by workers that are killed while they hold jobs comes to what one machine finds', async () => {
    await audit('enqueue', '--batch', '10', 'a.jsonl')
    await inDatabase(async (pool) => {
      const gone = new Set<string>()
      for (let kills = 0; kills < 3; kills++) {
        const mortals = [worker(), worker()]
        let holders: string[] = []
        await until('jobs that are held', async () => {
          const { rows } = await pool.query<{ locked_by: string }>('SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL')
          holders = rows.map(({ locked_by }) => locked_by).filter((holder) => !gone.has(holder))
          return holders.length > 0
        })
        for (const { child } of mortals) child.kill('SIGKILL')
        for (const { ended } of mortals) expect((await ended).signal).toBe('SIGKILL')
        for (const holder of holders) gone.add(holder)
      }
      expect(await resultsInDatabase(pool)).toBeLessThan(ARTICLES)
    })
    expect(await worker('--until-done').ended).toMatchObject({ code: 0 })
    expect((await audit('status')).out).toMatch(new RegExp(`^audit: 30 of 30 jobs done, ${ARTICLES + 1} results, ${ARTICLES} articles in jobs\n`, 'u'))
    await audit('report', '--out', `killed-${databases}`)
    sameAsLocal(`killed-${databases}`)
  })

  test('enqueued twice is enqueued once; other rules and inputs are refused', async () => {
    expect((await audit('enqueue', '--batch', '50', 'a.jsonl')).out).toBe(`audit: ${ARTICLES + 1} articles, 6 new jobs\n`)
    expect((await audit('enqueue', '--batch', '50', 'a.jsonl')).out).toBe(`audit: ${ARTICLES + 1} articles, 0 new jobs\n`)
    expect((await program.run(['enqueue', '--database', url, '--preset', 'recommended', 'a.jsonl'], 2)).err).toMatch(/the run `audit` was begun with other rules: --restart/u)
    program.write('other.jsonl', archive(1))
    expect((await program.run(['enqueue', '--database', url, 'other.jsonl'], 2)).err).toMatch(/was begun of other inputs: --restart .* --run <name>/u)
    expect((await audit('enqueue', '--run', 'second', 'other.jsonl')).out).toBe('second: 1 articles, 1 new jobs\n')
  })

  test('a worker that is told to stop gives its jobs back, and the next one goes on', async () => {
    await audit('enqueue', '--batch', '300', 'a.jsonl')
    const first = worker()
    await inDatabase(async (pool) => {
      await until('a job that is taken', async () => (await pool.query('SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).rowCount! > 0)
      first.child.kill('SIGTERM')
      expect(await first.ended).toMatchObject({ code: 0, err: '' })
      // Free at once and with all its attempts, not after a lease; unless the worker was quick enough to end it.
      const { rows } = await pool.query<{ attempts: number; locked_at: null }>('SELECT attempts, locked_at FROM graphile_worker.jobs')
      expect(rows.filter(({ attempts, locked_at }) => attempts > 0 || locked_at !== null)).toEqual([])
    })
    expect(await worker('--until-done').ended).toMatchObject({ code: 0 })
    await audit('report', '--out', `stopped-${databases}`)
    sameAsLocal(`stopped-${databases}`)
  })

  test('a job that is done twice counts once', async () => {
    await audit('enqueue', '--batch', '300', 'a.jsonl')
    await inDatabase(async (pool) => {
      const { rows } = await pool.query<{ batch: string }>('SELECT batch FROM fineprint_audit.batches')
      const run = (await findRun(pool, 'audit'))!
      const payload = { run: 'audit', batch: rows[0]!.batch, digest: run.digest }
      let judged = 0
      const around: JobAround = {
        pool, version: run.version, isStopping: () => false,
        judges: { size: 1, close: async () => undefined, judge: async (tasks, _, digest) => tasks.map((task) => (judged++, failedLine(task, digest, { code: 'broken', message: 'x' }))) },
      }
      // Two workers at the same job at the same time, and once more afterwards.
      expect(await Promise.all([doJob(payload, 1, around), doJob(payload, 2, around)])).toEqual(['done', 'done'])
      expect(await doJob(payload, 3, around)).toBe('done')
      expect(await resultsInDatabase(pool)).toBe(ARTICLES + 1)
      expect(judged).toBeLessThanOrEqual(2 * ARTICLES)
      // Of a run that was begun anew nothing is written.
      await pool.query("UPDATE fineprint_audit.batches SET done = false; DELETE FROM fineprint_audit.results; UPDATE fineprint_audit.runs SET digest = 'another'")
      expect(await doJob(payload, 1, around)).toBe('done')
      expect(await resultsInDatabase(pool)).toBe(0)
    })
  })

  test('an article that ends its worker is told from the others, and has a line that says so', async () => {
    program.write('few.jsonl', archive(5))
    await audit('enqueue', 'few.jsonl')
    await inDatabase(async (pool) => {
      const { rows } = await pool.query<{ batch: string }>('SELECT batch FROM fineprint_audit.batches')
      const run = (await findRun(pool, 'audit'))!
      const around: JobAround = {
        pool, version: run.version, isStopping: () => false,
        judges: {
          size: 1, close: async () => undefined,
          async judge(tasks, _, digest) {
            // As if the process had ended: nothing after this is done.
            if (tasks.some(({ id }) => id === 'a2')) throw new Error('ended')
            return tasks.map((task) => failedLine(task, digest, { code: 'no-text', message: 'judged' }))
          },
        },
      }
      const outcomes: string[] = []
      for (let attempt = 1; attempt <= 5; attempt++) outcomes.push(await doJob({ run: 'audit', batch: rows[0]!.batch, digest: run.digest }, attempt, around).catch(() => 'ended'))
      expect(outcomes).toEqual(['ended', 'ended', 'ended', 'ended', 'done'])
      const { rows: lines } = await pool.query<{ lines: string }>('SELECT lines FROM fineprint_audit.results')
      expect(lines.map(({ lines: line }) => JSON.parse(line) as Result).map((result) => [result.id, 'error' in result && result.error.message]).sort()).toEqual([
        ['a0', 'judged'], ['a1', 'judged'], ['a2', 'its worker ended while it was judged, 2 times'], ['a3', 'judged'], ['a4', 'judged'],
      ])
    })
  })

  test('jobs may name places in files all machines see; one that fails for good is listed, and can be tried again', async () => {
    program.write('shared.jsonl', `${archive(ARTICLES)}no json\n`)
    await audit('enqueue', '--shared', '--batch', '100', 'shared.jsonl')
    renameSync(join(program.cwd, 'shared.jsonl'), join(program.cwd, 'away.jsonl'))
    await inDatabase(async (pool) => {
      expect((await pool.query('SELECT FROM fineprint_audit.batches WHERE tasks IS NOT NULL')).rowCount).toBe(0)
      // The last attempt each has.
      await pool.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1')
    })
    expect(await worker('--until-done').ended).toMatchObject({ code: 0 })
    expect((await audit('status')).out).toMatch(/0 of 3 jobs done, .*3 jobs failed\n {2}failed after 8 attempts: job [0-9a-f]{12}: ENOENT/u)
    const { err } = await audit('report', '--out', `failed-${databases}`)
    expect(err).toMatch(/3 jobs of this run are not done: this is what there is/u)
    expect(program.report(`failed-${databases}`)).toMatchObject({ articles: 0, failed: ARTICLES + 1 })
    renameSync(join(program.cwd, 'away.jsonl'), join(program.cwd, 'shared.jsonl'))
    expect(await worker('--until-done', '--retry-failed').ended).toMatchObject({ code: 0 })
    await audit('report', '--out', `failed-${databases}`)
    const named = (folder: string) => program.results(folder).map((line) => line.replaceAll('shared.jsonl', 'a.jsonl').replace(/"key":"[0-9a-f]+"/u, '')).sort()
    expect(named(`failed-${databases}`)).toEqual(program.results('local').map((line) => line.replace(/"key":"[0-9a-f]+"/u, '')).sort())
  })
})
