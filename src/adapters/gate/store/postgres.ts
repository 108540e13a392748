import pg from 'pg'
import { inTransaction } from '../../transaction.ts'
import { inGroups } from './group.ts'
import {
  COLUMNS, HELD, MIGRATIONS, REDACT, countsOf, heldOf, place, recordOf, rowOf, selectOf, summaryOf,
  type Appended, type Entry, type HeldRow, type RecordQuery, type Row, type Store,
} from './store.ts'

/** Any number, the same for every node: held while records are linked, so that several nodes write one chain. */
const CHAIN_LOCK = 7_446_837

const mark = (n: number) => `$${n}`
const ROW = COLUMNS.join(', ')

/**
 * Records in PostgreSQL, for several nodes that share one chain.
 * @param url `postgres://user:password@host:port/database`
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5_000 })
  // A lost idle connection is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // So is one that is lost while it is in use: its query fails, and that is answered.
  pool.on('connect', (client) => client.on('error', () => undefined))
  await inTransaction(pool, migrate)
  const one = async (rest: string, values: readonly unknown[] = []) => {
    const { rows } = await pool.query<Row>(`SELECT ${ROW} FROM records ${rest}`, [...values])
    return rows[0] && recordOf(rows[0])
  }
  const append = inGroups((entries: readonly Entry[]) => inTransaction(pool, (db) => appendGroup(db, entries)))
  return {
    append: (record, desk) => append({ record, desk }),
    find: (key) => one('WHERE key = $1', [key]),
    last: () => one('ORDER BY seq DESC LIMIT 1'),
    async records(query: RecordQuery = {}) {
      const { sql, values } = selectOf(query, mark)
      return (await pool.query<Row>(sql, values)).rows.map(recordOf)
    },
    async summary(query: RecordQuery = {}) {
      const { days, rules, values } = countsOf(query, mark)
      const [byDay, byRule] = await Promise.all([pool.query<{ day: string; verdict: string; count: string }>(days, values), pool.query<{ rule: string; count: string }>(rules, values)])
      return summaryOf(byDay.rows, byRule.rows)
    },
    async held(article) {
      const { rows } = await pool.query<HeldRow>(HELD.one(mark), [article])
      return rows[0] && heldOf(rows[0])
    },
    async waiting(limit) {
      const [{ rows }, total] = await Promise.all([
        pool.query<Row>(`SELECT ${ROW} FROM records WHERE seq IN (SELECT seq FROM held ORDER BY seq LIMIT $1) ORDER BY seq`, [limit]),
        pool.query<{ total: string }>(HELD.count),
      ])
      return { records: rows.map(recordOf), total: Number(total.rows[0]!.total) }
    },
    redact: (before) => inTransaction(pool, async (db) => {
      await db.query(HELD.expire(mark), [before])
      await db.query(REDACT.found(mark), [before])
      return (await db.query(REDACT.bodies(mark), [before])).rowCount ?? 0
    }),
    close: () => pool.end(),
  }
}

async function appendGroup(db: pg.PoolClient, entries: readonly Entry[]): Promise<readonly Appended[]> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK])
  const standing = await db.query<Row>(`SELECT ${ROW} FROM records WHERE key = ANY($1)`, [entries.map(({ record }) => record.key)])
  const { rows: [last] } = await db.query<{ seq: string; hash: string }>('SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1')
  const known = new Map(standing.rows.map((row) => [String(row.key), recordOf(row)]))
  const { results, fresh, found, desk } = place(entries, known, last && { seq: Number(last.seq), hash: last.hash })
  await insert(db, `records (${ROW})`, fresh.map(rowOf))
  await insert(db, 'found (rule, seq, open)', found)
  if (desk.size) await db.query('DELETE FROM held WHERE article = ANY($1)', [[...desk.keys()]])
  await insert(db, 'held (article, seq, at, submission)', [...desk.values()].flatMap((row) => (row === 'release' ? [] : [row])))
  return results
}

/** Rows in statements of at most 60,000 values: the protocol counts them in 16 bits. */
async function insert(db: pg.PoolClient, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const most = Math.floor(60_000 / (rows[0]?.length ?? 1))
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most)
    const marks = some.map((row, i) => `(${row.map((_, k) => mark(i * row.length + k + 1)).join(', ')})`)
    await db.query(`INSERT INTO ${into} VALUES ${marks.join(', ')}`, some.flat())
  }
}

async function migrate(db: pg.PoolClient): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK])
  // Tables that are up to date are opened without a write: the gate's user need not be able to make any.
  const { rows: [there] } = await db.query<{ made: string | null }>("SELECT to_regclass('migrations') AS made")
  if (!there?.made) await db.query('CREATE TABLE migrations (done INTEGER NOT NULL)')
  const { rows } = await db.query<{ done: number }>('SELECT done FROM migrations')
  const done = rows[0]?.done ?? 0
  if (done > MIGRATIONS.length) throw new Error('these records were written by a newer fineprint: update before opening them')
  if (done === MIGRATIONS.length) return
  for (const step of MIGRATIONS.slice(done)) await db.query(typeof step === 'string' ? step : step.postgres)
  await db.query(rows.length ? 'UPDATE migrations SET done = $1' : 'INSERT INTO migrations VALUES ($1)', [MIGRATIONS.length])
}
