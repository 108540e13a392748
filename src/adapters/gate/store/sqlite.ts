import { createRequire } from 'node:module'
import type { DatabaseSync } from '@photostructure/sqlite'
import { link, type NewRecord } from '../chain.ts'
import { COLUMNS, HELD, MIGRATIONS, heldOf, recordOf, rowOf, selectOf, type Appended, type Desk, type HeldRow, type RecordQuery, type Row, type Store } from './store.ts'

/** Node's own SQLite from 22.13 on, else the package with the same interface. */
function engine(): typeof DatabaseSync {
  const require = createRequire(import.meta.url)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return require('node:sqlite').DatabaseSync
  try {
    return require('@photostructure/sqlite').DatabaseSync
  } catch {
    throw new Error('the gate keeps its records in SQLite, which is missing here: npm install @photostructure/sqlite@1, or set a PostgreSQL address')
  }
}

/**
 * Records in one file (WAL, `synchronous=FULL`: what is acknowledged is on disk). One process writes; the interface is a
 * promise's, the work is done before it returns.
 * @param path a file, made where it is missing; `:memory:` for tests
 */
export function openSqlite(path: string): Store {
  const Database = engine()
  const db = new Database(path)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  migrate(db)
  const all = (query: RecordQuery) => {
    const { sql, values } = selectOf(query, () => '?')
    return (db.prepare(sql).all(...values) as Row[]).map(recordOf)
  }
  const byKey = db.prepare(`SELECT ${COLUMNS.join(', ')} FROM records WHERE key = ?`)
  const insert = db.prepare(`INSERT INTO records (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`)
  const newest = db.prepare(`SELECT ${COLUMNS.join(', ')} FROM records ORDER BY seq DESC LIMIT 1`)
  const find = (key: string) => {
    const row = byKey.get(key) as Row | undefined
    return row && recordOf(row)
  }
  const last = () => {
    const row = newest.get() as Row | undefined
    return row && recordOf(row)
  }
  const mark = () => '?'
  const append = (record: NewRecord, desk?: Desk): Appended => {
    const known = find(record.key)
    if (known) return { status: known.request === record.request ? 'known' : 'conflict', record: known }
    const linked = link(record, last())
    insert.run(...rowOf(linked))
    if (desk) db.prepare(HELD.drop(mark)).run(linked.article)
    if (desk && desk !== 'release') db.prepare(HELD.keep(mark)).run(linked.article, linked.seq, linked.at, JSON.stringify(desk.hold))
    return { status: 'written', record: linked }
  }
  return {
    append: async (record, desk) => inTransaction(db, () => append(record, desk)),
    held: async () => (db.prepare(HELD.list).all() as unknown as HeldRow[]).map(heldOf),
    find: async (key) => find(key),
    records: async (query = {}) => all(query),
    last: async () => last(),
    redact: async (before) => inTransaction(db, () => {
      db.prepare(HELD.expire(mark)).run(before)
      return Number(db.prepare('UPDATE records SET body = NULL WHERE at < ? AND body IS NOT NULL').run(before).changes)
    }),
    close: async () => db.close(),
  }
}

function inTransaction<T>(db: InstanceType<typeof DatabaseSync>, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

function migrate(db: InstanceType<typeof DatabaseSync>): void {
  const done = Number((db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version)
  if (done > MIGRATIONS.length) throw new Error('these records were written by a newer fineprint: update before opening them')
  // A store that is up to date is opened without a write: it can be read on a full disk.
  if (done === MIGRATIONS.length) return
  inTransaction(db, () => {
    for (const sql of MIGRATIONS.slice(done)) db.exec(sql)
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
  })
}
