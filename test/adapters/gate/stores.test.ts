import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultIn, type NewRecord } from '../../../src/adapters/gate/chain.ts'
import { openStore } from '../../../src/adapters/gate/store/open.ts'
import { MIGRATIONS, type Store } from '../../../src/adapters/gate/store/store.ts'
import { postgresPrograms, startPostgres, type PrivatePostgres } from './private-postgres.ts'

const programs = postgresPrograms()
if (!programs) console.log('PostgreSQL is not installed here: its half of the store tests is skipped (apt-get install postgresql)')

let postgres: PrivatePostgres | undefined
let folder: string
let databases = 0
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fp-store-'))
  if (programs) postgres = await startPostgres(programs)
})
afterAll(() => {
  postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const record = (key: string, extra: Partial<NewRecord> = {}): NewRecord => ({
  kind: 'verdict', key, request: `digest of ${key}`, article: 'daily/a1', author: 'Ines Ruiz', verdict: 'hold', at: '2026-05-04T10:00:00.000Z', body: { findings: [], text: 'ä – 📈 \u2028 \\u0000' }, ...extra,
})

const engines: [string, () => string][] = [['SQLite', () => join(folder, `records-${++databases}.sqlite`)]]
if (programs) engines.push(['PostgreSQL', () => postgres!.database(`records_${++databases}`)])

test.each(engines)('records of an earlier version in %s are found by rule once they are opened', async (engine, fresh) => {
  const at = fresh()
  const body = JSON.stringify({ findings: [{ rule: 'a' }, { rule: 'a', silenced: { by: 'waiver' } }, { rule: 'b', silenced: { by: 'comment' } }] })
  const row = (seq: number, text: string | null) => [seq, `k${seq}`, 'verdict', 'r', 'daily/a1', '', 'hold', '2026-05-04T10:00:00.000Z', 'p', 'd', 'h', text]
  const rows = [row(1, body), row(2, null), row(3, '{"drift":"none"}')]
  const before = MIGRATIONS.slice(0, 5) as string[]
  if (engine === 'SQLite') {
    const db = new DatabaseSync(at)
    for (const sql of [...before, 'PRAGMA user_version = 5']) db.exec(sql)
    for (const values of rows) db.prepare(`INSERT INTO records VALUES (${values.map(() => '?').join(', ')})`).run(...values)
    db.close()
  } else {
    const db = new pg.Client({ connectionString: at })
    await db.connect()
    for (const sql of [...before, 'CREATE TABLE migrations (done INTEGER NOT NULL)', 'INSERT INTO migrations VALUES (5)']) await db.query(sql)
    for (const values of rows) await db.query(`INSERT INTO records VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values)
    await db.end()
  }
  const store = await openStore(at)
  try {
    expect((await store.records({ rule: 'b' })).map((r) => r.seq)).toEqual([1])
    expect((await store.summary()).rules).toEqual([{ rule: 'a', findings: 1 }])
  } finally {
    await store.close()
  }
})

test.runIf(programs)('records in PostgreSQL are written by a user with the rights of docs/security.md, who can change none', async () => {
  const at = postgres!.database(`records_${++databases}`)
  const owner = await openStore(at)
  await owner.append(record('a'))
  await owner.close()
  const grants = /```sql\n([^`]+)```/u.exec(readFileSync(join(import.meta.dirname, '../../../docs/security.md'), 'utf8'))![1]!
  const db = new pg.Client({ connectionString: at })
  await db.connect()
  await db.query(`CREATE ROLE gate LOGIN; ${grants}`)
  await db.end()
  const asGate = at.replace('//fp@', '//gate@')
  const store = await openStore(asGate)
  try {
    expect((await store.append(record('b', { body: { findings: [{ rule: 'r' }] } }), { hold: { text: 'x' } })).record.seq).toBe(2)
    await store.append(record('c', { verdict: 'pass' }), 'release')
    expect((await store.records({ rule: 'r' })).map((r) => r.seq)).toEqual([2])
    expect(await store.redact('2026-05-05')).toBe(3)
    expect(faultIn(await store.records())).toBeUndefined()
  } finally {
    await store.close()
  }
  const gate = new pg.Client({ connectionString: asGate })
  await gate.connect()
  try {
    for (const sql of ["UPDATE records SET verdict = 'pass'", 'UPDATE records SET seq = seq + 1', 'DELETE FROM records', 'TRUNCATE records', 'DROP TABLE held', 'CREATE TABLE mine (x INTEGER)', 'UPDATE migrations SET done = 0']) {
      await expect(gate.query(sql), sql).rejects.toThrow(/permission denied|must be owner/u)
    }
  } finally {
    await gate.end()
  }
})

describe.each(engines)('records in %s', (_, fresh) => {
  let at: string
  let store: Store
  const others: Store[] = []
  const another = async () => {
    const opened = await openStore(at)
    others.push(opened)
    return opened
  }
  beforeEach(async () => {
    at = fresh()
    store = await openStore(at)
  })
  afterEach(async () => {
    for (const opened of [store, ...others.splice(0)]) await opened.close()
  })

  test('are linked in the order they were written, and come back as they were', async () => {
    const written = [await store.append(record('a')), await store.append(record('b', { body: null })), await store.append(record('c'))]
    expect(written.map((w) => [w.status, w.record.seq])).toEqual([['written', 1], ['written', 2], ['written', 3]])
    const records = await store.records()
    expect(faultIn([records[0]!, { ...records[1]!, redacted: false }, records[2]!])).toBeUndefined()
    expect(records[0]).toEqual(written[0]!.record)
    expect(await store.last()).toEqual(written[2]!.record)
  })

  test('are written once for a key, and a key with another request is a conflict', async () => {
    const first = await store.append(record('a'))
    expect(await store.append(record('a', { at: '2027-01-01T00:00:00.000Z' }))).toEqual({ status: 'known', record: first.record })
    expect((await store.append(record('a', { request: 'another' }))).status).toBe('conflict')
    expect(await store.records()).toHaveLength(1)
    expect(await store.find('a')).toEqual(first.record)
    expect(await store.find('b')).toBeUndefined()
  })

  test('are still there when the store is opened again', async () => {
    const { record: written } = await store.append(record('a'))
    const again = await another()
    expect(await again.last()).toEqual(written)
    expect((await again.append(record('b'))).record.previous).toBe(written.hash)
  })

  test('are found by what they are about', async () => {
    await store.append(record('a'))
    await store.append(record('b', { article: 'daily/a2', author: "O'Neil; DROP TABLE records", at: '2026-05-05T10:00:00.000Z', verdict: 'pass' }))
    await store.append(record('c', { kind: 'published', at: '2026-05-06T10:00:00.000Z', verdict: 'none' }))
    const seqs = async (query: Parameters<Store['records']>[0]) => (await store.records(query)).map((r) => r.seq)
    expect(await seqs({ article: 'daily/a1' })).toEqual([1, 3])
    expect(await seqs({ author: "O'Neil; DROP TABLE records" })).toEqual([2])
    expect(await seqs({ kind: 'published' })).toEqual([3])
    expect(await seqs({ verdict: 'hold' })).toEqual([1])
    expect(await seqs({ from: '2026-05-05', until: '2026-05-06' })).toEqual([2])
    expect(await seqs({ after: 1, limit: 1 })).toEqual([2])
    expect(await seqs({ backwards: true, limit: 2 })).toEqual([3, 2])
  })

  test('of a rule are found by it, page by page, however many lie between', async () => {
    const of = (...rules: object[]) => ({ body: { findings: rules } })
    for (let i = 1; i <= 30; i++) await store.append(record(`r${i}`, i % 10 === 0 ? of({ rule: 'rare' }, { rule: 'rare', silenced: { by: 'waiver' } }) : of({ rule: 'common' })))
    const seqs = async (query: Parameters<Store['records']>[0]) => (await store.records(query)).map((r) => r.seq)
    expect(await seqs({ rule: 'rare', limit: 2 })).toEqual([10, 20])
    expect(await seqs({ rule: 'rare', limit: 2, after: 20 })).toEqual([30])
    expect(await seqs({ rule: 'rare', limit: 2, backwards: true })).toEqual([30, 20])
    expect(await seqs({ rule: 'rare', limit: 2, backwards: true, before: 20 })).toEqual([10])
    expect(await seqs({ rule: 'rare', verdict: 'pass' })).toEqual([])
    expect(await store.summary({ kind: 'verdict' })).toEqual({
      days: [{ day: '2026-05-04', pass: 0, warn: 0, hold: 30, reject: 0 }], rules: [{ rule: 'common', findings: 27 }, { rule: 'rare', findings: 3 }],
    })
    expect((await store.summary({ rule: 'rare', until: '2026-05-05' })).days).toEqual([{ day: '2026-05-04', pass: 0, warn: 0, hold: 3, reject: 0 }])
    expect(await store.summary({ from: '2026-05-05' })).toEqual({ days: [], rules: [] })
  })

  test('of waivers that nobody has decided on are found, however many came later', async () => {
    const waiver = (key: string) => record(key, { kind: 'waiver-request', verdict: 'emergency' })
    for (const key of ['w1', 'w2', 'w3']) await store.append(waiver(key))
    for (const key of ['w2', 'w3']) await store.append(record(`decision:${key}`, { kind: 'waiver-decision', verdict: 'approve' }))
    expect((await store.records({ kind: 'waiver-request', undecided: true, backwards: true, limit: 1 })).map((r) => r.key)).toEqual(['w1'])
  })

  test('of a held article keep its text until it waits no longer', async () => {
    await store.append(record('a'), { hold: { text: 'Profit rose 4%.' } })
    await store.append(record('b', { article: 'daily/a2' }), { hold: { fields: { title: 'x' } } })
    await store.append(record('c'), { hold: { text: 'Profit rose 5%.' } })
    const waiting = async (limit = 10) => {
      const { records, total } = await store.waiting(limit)
      return [records.map((r) => [r.article, r.seq]), total]
    }
    expect(await waiting()).toEqual([[['daily/a2', 2], ['daily/a1', 3]], 2])
    expect(await waiting(1)).toEqual([[['daily/a2', 2]], 2])
    expect(await store.held('daily/a1')).toEqual({ article: 'daily/a1', seq: 3, at: '2026-05-04T10:00:00.000Z', submission: { text: 'Profit rose 5%.' } })
    expect((await store.held('daily/a2'))?.submission).toEqual({ fields: { title: 'x' } })
    await store.append(record('d', { verdict: 'pass' }), 'release')
    expect(await waiting()).toEqual([[['daily/a2', 2]], 1])
    expect(await store.held('daily/a1')).toBeUndefined()
    // A delivery that was answered before changes nothing.
    await store.append(record('c'), { hold: { text: 'Profit rose 5%.' } })
    expect(await waiting()).toEqual([[['daily/a2', 2]], 1])
  })

  test('lose their bodies and held texts by age, and their chain holds', async () => {
    const body = { findings: [{ rule: 'statistic-attribution' }] }
    await store.append(record('a', { body }), { hold: { text: 'Profit rose 4%.' } })
    await store.append(record('b', { at: '2026-06-04T10:00:00.000Z', body }))
    expect(await store.redact('2026-06-01')).toBe(1)
    const records = await store.records()
    expect(records.map((r) => [r.redacted, r.body === null])).toEqual([[true, true], [false, false]])
    expect(faultIn(records)).toBeUndefined()
    expect(await store.waiting(10)).toEqual({ records: [], total: 0 })
    expect(await store.records({ rule: 'statistic-attribution' })).toHaveLength(1)
  })

  test('of two nodes make one chain without gaps', async () => {
    const nodes = [store, await another()]
    // The embedded store has one writer at a time; the server takes what comes.
    const all = Array.from({ length: 60 }, (_, i) => [nodes[i % 2]!, record(`key-${i % 50}`)] as const)
    const written = await Promise.all(all.map(([node, entry]) => node.append(entry)))
    expect(written.filter((w) => w.status === 'written')).toHaveLength(50)
    const records = await store.records()
    expect(records.map((r) => r.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    expect(faultIn(records)).toBeUndefined()
  })
})
