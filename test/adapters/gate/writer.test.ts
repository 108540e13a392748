import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultIn, type NewRecord } from '../../../src/adapters/gate/chain.ts'
import { inGroups } from '../../../src/adapters/gate/store/group.ts'
import { openSqlite } from '../../../src/adapters/gate/store/sqlite.ts'

describe('what is written in groups', () => {
  const gate = () => {
    let open = () => {}
    const until = new Promise<void>((resolve) => (open = resolve))
    return { until, open: () => open() }
  }

  test('gathers while a group is being written, and gives each its own result', async () => {
    const groups: (readonly number[])[] = []
    const first = gate()
    const write = inGroups(async (items: readonly number[]) => {
      groups.push(items)
      if (groups.length === 1) await first.until
      return items.map((n) => n * 10)
    }, 3)
    const all = [1, 2, 3, 4, 5].map(write)
    first.open()
    expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50])
    expect(groups).toEqual([[1], [2, 3, 4], [5]])
  })

  test('that fails together is tried one by one', async () => {
    const write = inGroups(async (items: readonly number[]) => {
      if (items.includes(3)) throw new Error(`cannot write ${items.join()}`)
      return items
    })
    const results = await Promise.allSettled([1, 2, 3, 4].map(write))
    expect(results.map((r) => (r.status === 'fulfilled' ? r.value : (r.reason as Error).message))).toEqual([1, 2, 'cannot write 3', 4])
    expect(await write(5)).toBe(5)
  })
})

describe('a thread that writes', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fp-writer-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const record = (key: string): NewRecord => ({ kind: 'verdict', key, request: key, article: 'daily/a1', author: '', verdict: 'hold', at: '2026-05-04T10:00:00.000Z', body: { findings: [{ rule: 'r' }] } })
  const source = join(import.meta.dirname, '../../../src/adapters/gate/store/sqlite-writer.ts')
  let script: string
  /** Node starts no thread from TypeScript by itself. */
  beforeAll(async () => {
    const { outputFiles: [bundle] } = await build({
      entryPoints: [source], bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'error', define: { 'import.meta.url': JSON.stringify(pathToFileURL(source).href) },
    })
    script = bundle!.text
  })
  const writer = (path: string) => new Worker(script, { eval: true, workerData: { path } })

  test('makes one sound chain of what comes at once, and what it acknowledges can be read', async () => {
    const path = join(folder, 'r.sqlite')
    const store = openSqlite(path, () => writer(path))
    try {
      const written = await Promise.all(Array.from({ length: 40 }, async (_, i) => {
        const { record: stored } = await store.append(record(`k${i}`), { hold: { text: `${i}` } })
        expect(await store.find(`k${i}`)).toEqual(stored)
        return stored.seq
      }))
      expect([...written].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
      expect(faultIn(await store.records())).toBeUndefined()
      expect((await store.held('daily/a1'))?.seq).toBe(40)
      expect((await store.append(record('k3'))).status).toBe('known')
      expect(await store.redact('2027-01-01')).toBe(40)
      expect(await store.records({ rule: 'r' })).toEqual([])
    } finally {
      await store.close()
    }
  })

  test('that is lost fails what it was writing, and another one goes on', async () => {
    const path = join(folder, 'r.sqlite')
    const answers = "require('node:worker_threads').parentPort.on('message', ({ entries }) => { if (entries.length) process.exit(1) })"
    let started = 0
    const store = openSqlite(path, () => {
      started++
      return started === 1 ? new Worker(answers, { eval: true }) : writer(path)
    })
    try {
      await expect(store.append(record('a'))).rejects.toThrow('has ended')
      expect((await store.append(record('a'))).record.seq).toBe(1)
    } finally {
      await store.close()
    }
  })
})
