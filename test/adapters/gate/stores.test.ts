import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultIn, type NewRecord } from '../../../src/adapters/gate/chain.ts'
import { openStore } from '../../../src/adapters/gate/store/open.ts'
import type { Store } from '../../../src/adapters/gate/store/store.ts'
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

  test('of a held article keep its text until it waits no longer', async () => {
    await store.append(record('a'), { hold: { text: 'Profit rose 4%.' } })
    await store.append(record('b', { article: 'daily/a2' }), { hold: { fields: { title: 'x' } } })
    await store.append(record('c'), { hold: { text: 'Profit rose 5%.' } })
    expect((await store.held()).map((h) => [h.article, h.seq, h.submission])).toEqual([['daily/a2', 2, { fields: { title: 'x' } }], ['daily/a1', 3, { text: 'Profit rose 5%.' }]])
    await store.append(record('d', { verdict: 'pass' }), 'release')
    expect((await store.held()).map((h) => h.article)).toEqual(['daily/a2'])
    // A delivery that was answered before changes nothing.
    await store.append(record('c'), { hold: { text: 'Profit rose 5%.' } })
    expect((await store.held()).map((h) => h.article)).toEqual(['daily/a2'])
  })

  test('lose their bodies and held texts by age, and their chain holds', async () => {
    await store.append(record('a'), { hold: { text: 'Profit rose 4%.' } })
    await store.append(record('b', { at: '2026-06-04T10:00:00.000Z' }))
    expect(await store.redact('2026-06-01')).toBe(1)
    const records = await store.records()
    expect(records.map((r) => [r.redacted, r.body === null])).toEqual([[true, true], [false, false]])
    expect(faultIn(records)).toBeUndefined()
    expect(await store.held()).toEqual([])
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
