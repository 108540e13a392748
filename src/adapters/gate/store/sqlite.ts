import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { DatabaseSync } from '@photostructure/sqlite'
import type { StoredRecord } from '../chain.ts'
import { inGroups } from './group.ts'
import {
  COLUMNS, HELD, MIGRATIONS, REDACT, countsOf, heldOf, place, recordOf, rowOf, selectOf, summaryOf,
  type Appended, type Entry, type HeldRow, type RecordQuery, type Row, type Store,
} from './store.ts'

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

type Database = InstanceType<typeof DatabaseSync>
type Statement = ReturnType<Database['prepare']>

const mark = () => '?'
const ROW = COLUMNS.join(', ')

/** A file of records, opened; everything is done before it returns. */
export class RecordFile {
  readonly #db: Database
  readonly #statements = new Map<string, Statement>()

  /** @param path a file, made where it is missing; `:memory:` for tests */
  constructor(path: string) {
    this.#db = new (engine())(path)
    this.#db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    this.#migrate()
  }

  /** Writes a group in one transaction: what it gives is on disk. */
  append(entries: readonly Entry[]): readonly Appended[] {
    return this.#inTransaction(() => {
      const known = new Map(entries.flatMap(({ record }) => {
        const found = this.find(record.key)
        return found ? [[record.key, found] as const] : []
      }))
      const last = this.#get('SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1') as { seq: number; hash: string } | undefined
      const { results, fresh, found, desk } = place(entries, known, last && { seq: Number(last.seq), hash: last.hash })
      for (const record of fresh) this.#run(`INSERT INTO records (${ROW}) VALUES (${COLUMNS.map(mark).join(', ')})`, ...rowOf(record))
      for (const row of found) this.#run('INSERT INTO found (rule, seq, open) VALUES (?, ?, ?)', ...row)
      for (const [article, row] of desk) {
        this.#run(HELD.drop(mark), article)
        if (row !== 'release') this.#run(HELD.keep(mark), ...row)
      }
      return results
    })
  }

  find(key: string): StoredRecord | undefined {
    const row = this.#get(`SELECT ${ROW} FROM records WHERE key = ?`, key)
    return row ? recordOf(row as Row) : undefined
  }

  records(query: RecordQuery): StoredRecord[] {
    const { sql, values } = selectOf(query, mark)
    return (this.#all(sql, ...values) as Row[]).map(recordOf)
  }

  summary(query: RecordQuery): ReturnType<typeof summaryOf> {
    const { days, rules, values } = countsOf(query, mark)
    return summaryOf(this.#all(days, ...values) as Parameters<typeof summaryOf>[0], this.#all(rules, ...values) as Parameters<typeof summaryOf>[1])
  }

  held(article: string): ReturnType<typeof heldOf> | undefined {
    const row = this.#get(HELD.one(mark), article)
    return row ? heldOf(row as HeldRow) : undefined
  }

  waiting(limit: number): { records: StoredRecord[]; total: number } {
    const rows = this.#all(`SELECT ${ROW} FROM records WHERE seq IN (SELECT seq FROM held ORDER BY seq LIMIT ?) ORDER BY seq`, limit) as Row[]
    return { records: rows.map(recordOf), total: Number((this.#get(HELD.count) as { total: number }).total) }
  }

  redact(before: string): number {
    return this.#inTransaction(() => {
      this.#run(HELD.expire(mark), before)
      this.#run(REDACT.found(mark), before)
      return this.#run(REDACT.bodies(mark), before)
    })
  }

  close(): void {
    this.#db.close()
  }

  #prepare(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (!statement) this.#statements.set(sql, (statement = this.#db.prepare(sql)))
    return statement
  }
  #get(sql: string, ...values: (string | number)[]): unknown {
    return this.#prepare(sql).get(...values)
  }
  #all(sql: string, ...values: (string | number)[]): unknown[] {
    return this.#prepare(sql).all(...values)
  }
  #run(sql: string, ...values: readonly (string | number)[]): number {
    return Number(this.#prepare(sql).run(...values).changes)
  }

  #inTransaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      try {
        this.#db.exec('ROLLBACK')
      } catch {
        // A full disk has rolled it back already; what went wrong first is what is told.
      }
      throw error
    }
  }

  #migrate(): void {
    const done = Number((this.#db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version)
    if (done > MIGRATIONS.length) throw new Error('these records were written by a newer fineprint: update before opening them')
    // A store that is up to date is opened without a write: it can be read on a full disk.
    if (done === MIGRATIONS.length) return
    this.#inTransaction(() => {
      for (const step of MIGRATIONS.slice(done)) this.#db.exec(typeof step === 'string' ? step : step.sqlite)
      this.#db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
    })
  }
}

/** What the thread that writes is asked, and what it answers. */
export type Order = { readonly entries: readonly Entry[] } | { readonly redact: string }
export type Done = { readonly result: readonly Appended[] | number } | { readonly error: string }

/**
 * Records in one file (WAL, `synchronous=FULL`: what is acknowledged is on disk). One process writes, and in it one thread: a disk that
 * is slow to say that something is safe keeps no request waiting that only reads. What arrives meanwhile goes with the next commit.
 * @param path a file, made where it is missing; `:memory:` for tests
 * @param thread starts the thread that writes; without it, this thread writes
 */
export function openSqlite(path: string, thread?: () => Worker): Store {
  const file = new RecordFile(path)
  const writer = thread && writerOf(thread)
  const append = writer ? inGroups((entries: readonly Entry[]) => writer.ask({ entries }) as Promise<readonly Appended[]>) : async (entry: Entry) => file.append([entry])[0]!
  return {
    append: (record, desk) => append({ record, desk }),
    find: async (key) => file.find(key),
    records: async (query = {}) => file.records(query),
    summary: async (query = {}) => file.summary(query),
    last: async () => file.records({ backwards: true, limit: 1 })[0],
    held: async (article) => file.held(article),
    waiting: async (limit) => file.waiting(limit),
    redact: async (before) => (writer ? ((await writer.ask({ redact: before })) as number) : file.redact(before)),
    async close() {
      await writer?.close()
      file.close()
    },
  }
}

/** Asks the thread that writes, one order after the other. It starts with the first, and again after it has failed. */
function writerOf(start: () => Worker): { ask(order: Order): Promise<readonly Appended[] | number>; close(): Promise<void> } {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let answered: (done: Done) => void = () => {}
  const seat = () => {
    const seated = start()
    seated.on('message', (done: Done) => answered(done))
    // The end follows, and says so.
    seated.on('error', (error) => answered({ error: error.message }))
    seated.on('exit', () => {
      worker = undefined
      answered({ error: 'the thread that writes has ended' })
    })
    return seated
  }
  const send = (order: Order) => new Promise<readonly Appended[] | number>((resolve, reject) => {
    answered = (done) => ('error' in done ? reject(new Error(done.error)) : resolve(done.result))
    worker ??= seat()
    worker.postMessage(order)
  })
  return {
    ask(order) {
      const answer = turn.then(() => send(order))
      turn = answer.catch(() => undefined)
      return answer
    },
    async close() {
      await turn
      await worker?.terminate()
    },
  }
}
