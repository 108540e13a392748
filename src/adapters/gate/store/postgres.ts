import pg from 'pg'
import { link, type NewRecord } from '../chain.ts'
import { COLUMNS, HELD, MIGRATIONS, heldOf, recordOf, rowOf, selectOf, type Appended, type Desk, type HeldRow, type RecordQuery, type Row, type Store } from './store.ts'

/** Any number, the same for every node: held while a record is linked, so that several nodes write one chain. */
const CHAIN_LOCK = 7_446_837

const mark = (n: number) => `$${n}`

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
  const one = async (db: pg.Pool | pg.PoolClient, rest: string, values: readonly unknown[] = []) => {
    const { rows } = await db.query<Row>(`SELECT ${COLUMNS.join(', ')} FROM records ${rest}`, [...values])
    return rows[0] && recordOf(rows[0])
  }
  const append = async (db: pg.PoolClient, record: NewRecord, desk?: Desk): Promise<Appended> => {
    await db.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK])
    const known = await one(db, 'WHERE key = $1', [record.key])
    if (known) return { status: known.request === record.request ? 'known' : 'conflict', record: known }
    const linked = link(record, await one(db, 'ORDER BY seq DESC LIMIT 1'))
    await db.query(`INSERT INTO records (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((_, i) => mark(i + 1)).join(', ')})`, rowOf(linked))
    if (desk) await db.query(HELD.drop(mark), [linked.article])
    if (desk && desk !== 'release') await db.query(HELD.keep(mark), [linked.article, linked.seq, linked.at, JSON.stringify(desk.hold)])
    return { status: 'written', record: linked }
  }
  return {
    append: (record, desk) => inTransaction(pool, (db) => append(db, record, desk)),
    held: async () => (await pool.query<HeldRow>(HELD.list)).rows.map(heldOf),
    find: (key) => one(pool, 'WHERE key = $1', [key]),
    last: () => one(pool, 'ORDER BY seq DESC LIMIT 1'),
    async records(query: RecordQuery = {}) {
      const { sql, values } = selectOf(query, mark)
      return (await pool.query<Row>(sql, values)).rows.map(recordOf)
    },
    async redact(before) {
      await pool.query(HELD.expire(mark), [before])
      return (await pool.query('UPDATE records SET body = NULL WHERE at < $1 AND body IS NOT NULL', [before])).rowCount ?? 0
    },
    close: () => pool.end(),
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect()
  let broken: Error | undefined
  try {
    await db.query('BEGIN')
    const result = await work(db)
    await db.query('COMMIT')
    return result
  } catch (error) {
    await db.query('ROLLBACK').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    db.release(broken)
  }
}

async function migrate(db: pg.PoolClient): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK])
  await db.query('CREATE TABLE IF NOT EXISTS migrations (done INTEGER NOT NULL)')
  const { rows } = await db.query<{ done: number }>('SELECT done FROM migrations')
  const done = rows[0]?.done ?? 0
  if (done > MIGRATIONS.length) throw new Error('these records were written by a newer fineprint: update before opening them')
  for (const sql of MIGRATIONS.slice(done)) await db.query(sql)
  await db.query(rows.length ? 'UPDATE migrations SET done = $1' : 'INSERT INTO migrations VALUES ($1)', [MIGRATIONS.length])
}
