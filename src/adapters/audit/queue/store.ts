import { makeWorkerUtils, Logger } from 'graphile-worker'
import pg from 'pg'
import { inTransaction } from '../../transaction.ts'
import type { RunFile } from '../folder.ts'

/** A run as the database has it. */
export interface StoredRun extends RunFile {
  readonly name: string
  /** Whether the whole archive has been cut into jobs. */
  readonly enqueued: boolean
}

/** Any number, the same everywhere: held while tables are made. */
const TABLES_LOCK = 7_446_838

/** In a schema of their own: the gate's tables may stand in the same database. In the order of their introduction. */
const MIGRATIONS = [`
CREATE TABLE fineprint_audit.runs (name text PRIMARY KEY, run jsonb NOT NULL, digest text NOT NULL, enqueued boolean NOT NULL DEFAULT false, begun timestamptz NOT NULL DEFAULT now());
CREATE TABLE fineprint_audit.batches (
  run text NOT NULL REFERENCES fineprint_audit.runs ON DELETE CASCADE, batch text NOT NULL, articles integer NOT NULL,
  tasks bytea, places jsonb, done boolean NOT NULL DEFAULT false, suspect text, strikes integer NOT NULL DEFAULT 0, PRIMARY KEY (run, batch));
CREATE TABLE fineprint_audit.results (
  run text NOT NULL REFERENCES fineprint_audit.runs ON DELETE CASCADE, key text NOT NULL, digest text NOT NULL, lines text NOT NULL, PRIMARY KEY (run, key));
CREATE TABLE fineprint_audit.workers (worker text PRIMARY KEY, host text NOT NULL, seen timestamptz NOT NULL DEFAULT now());
`]

/** Jobs a worker of this version can do: another one may judge otherwise, so it never takes them. */
export function taskName(version: string): string {
  return `fineprint_audit ${version}`
}

export function jobKey(run: string, batch: string): string {
  return `fineprint_audit:${run}:${batch}`
}

/** The engine says nothing: what matters is in the tables, and `audit status` prints it. */
export const silent = new Logger(() => () => undefined)

/** Opens the database, its tables and the queue's made or brought up to date. */
export async function openDatabase(url: string, connections: number): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 })
  // A lost connection is replaced at the next use; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await inTransaction(pool, async (db) => {
      await db.query('SELECT pg_advisory_xact_lock($1)', [TABLES_LOCK])
      await db.query('CREATE SCHEMA IF NOT EXISTS fineprint_audit')
      await db.query('CREATE TABLE IF NOT EXISTS fineprint_audit.migrations (done integer NOT NULL)')
      const { rows } = await db.query<{ done: number }>('SELECT done FROM fineprint_audit.migrations')
      const done = rows[0]?.done ?? 0
      if (done > MIGRATIONS.length) throw new Error('this database was used by a newer fineprint: update before opening it')
      for (const sql of MIGRATIONS.slice(done)) await db.query(sql)
      await db.query(rows.length ? 'UPDATE fineprint_audit.migrations SET done = $1' : 'INSERT INTO fineprint_audit.migrations VALUES ($1)', [MIGRATIONS.length])
    })
    const utils = await makeWorkerUtils({ pgPool: pool, logger: silent })
    await utils.migrate()
    await utils.release()
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

type Queryable = Pick<pg.Pool, 'query'>

export async function findRun(db: Queryable, name: string): Promise<StoredRun | undefined> {
  const { rows } = await db.query<{ run: RunFile; enqueued: boolean }>('SELECT run, enqueued FROM fineprint_audit.runs WHERE name = $1', [name])
  return rows[0] && { name, ...rows[0].run, enqueued: rows[0].enqueued }
}

export async function runNames(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('SELECT name FROM fineprint_audit.runs ORDER BY name')
  return rows.map(({ name }) => name)
}

/** Lines of an article, several of a file of several articles, under its key. */
export interface KeyedLines {
  readonly key: string
  readonly lines: string
}

/**
 * Writes results; one that is there already is written over, so that a job done twice counts once.
 * @returns false where the run is no longer the one these results are of
 */
export async function writeResults(db: Queryable, run: string, digest: string, results: readonly KeyedLines[]): Promise<boolean> {
  const { rowCount } = await db.query('SELECT 1 FROM fineprint_audit.runs WHERE name = $1 AND digest = $2 FOR SHARE', [run, digest])
  if (!rowCount) return false
  // In one order everywhere: two jobs that write the same articles wait for each other, and never crosswise. Text has no NUL here.
  const sorted = [...results].sort((a, b) => (a.key < b.key ? -1 : 1))
  await db.query(
    `INSERT INTO fineprint_audit.results (run, key, digest, lines) SELECT $1, key, $2, lines FROM unnest($3::text[], $4::text[]) AS new (key, lines)
     ON CONFLICT (run, key) DO UPDATE SET digest = excluded.digest, lines = excluded.lines`,
    [run, digest, sorted.map(({ key }) => key), sorted.map(({ lines }) => lines)],
  )
  return true
}
