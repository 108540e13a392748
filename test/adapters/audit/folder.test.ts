import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/adapters/digest.ts'
import { openFolder, resultsIn, RESULTS, type RunFile } from '../../../src/adapters/audit/folder.ts'
import { Seen } from '../../../src/adapters/audit/seen.ts'

const run: RunFile = { schemaVersion: 1, version: '1.0.0', digest: 'd'.repeat(64), intake: { operands: ['a'] }, policy: { cwd: '/x', presets: [], rules: {}, asOf: '2026-01-01', today: '2026-01-01' } }
const key = (name: string | number) => sha256(String(name))
const line = (name: string | number, part?: [number, number]) => `${JSON.stringify({ key: key(name), id: String(name), ...(part ? { part } : {}), text: 'ä📈' })}\n`

let root: string
let folders = 0
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fp-folder-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
const fresh = () => join(root, String(++folders))

test('what is done is known, ten thousand and one', () => {
  const seen = new Seen()
  for (let i = 0; i < 10_001; i++) expect(seen.addDone(key(i))).toBe(true)
  expect(seen.addDone(key(5))).toBe(false)
  expect([seen.size, seen.unmet]).toEqual([10_001, 10_001])
  expect([seen.meet(key(7)), seen.meet(key(7)), seen.meet(key('new')), seen.meet(key('new'))]).toEqual(['done', 'again', 'new', 'again'])
  expect([seen.wasMet(key(7)), seen.wasMet(key(8)), seen.unmet]).toEqual([true, false, 10_000])
})

describe('a folder', () => {
  test('torn at any byte keeps whole articles, and the rest is done again', async () => {
    // The third is a file of three articles.
    const lines = [line('a'), line('b'), line('c', [1, 3]), line('c', [2, 3]), line('c', [3, 3]), line('d')]
    const whole = Buffer.from(lines.join(''))
    await fc.assert(fc.asyncProperty(fc.nat({ max: whole.length }), fc.constantFrom('', '\0\0\0', '{"key": "x'), async (at, junk) => {
      const path = fresh()
      const first = await openFolder(path, run, false)
      first.append(lines.join(''))
      await first.checkpoint()
      first.close()
      truncateSync(join(path, RESULTS), at)
      appendFileSync(join(path, RESULTS), junk)
      const again = await openFolder(path, run, false)
      const done = ['a', 'b', 'c', 'd'].filter((name) => again.seen.meet(key(name)) === 'done')
      for (const name of ['a', 'b', 'c', 'd']) if (!done.includes(name)) again.append(lines.filter((text) => text.includes(`"${name}"`)).join(''))
      again.close()
      expect(readFileSync(join(path, RESULTS), 'utf8')).toBe(whole.toString())
    }), { numRuns: 60 })
  })

  test('of other rules or other inputs says what to do', async () => {
    const path = fresh()
    ;(await openFolder(path, run, false)).close()
    await expect(openFolder(path, { ...run, digest: 'e'.repeat(64) }, false)).rejects.toThrow(/begun with other rules \(d{12} .*--restart .*--out/u)
    await expect(openFolder(path, { ...run, intake: { operands: ['b'] } }, false)).rejects.toThrow(/other inputs.*--restart/u)
    const anew = await openFolder(path, { ...run, digest: 'e'.repeat(64) }, true)
    anew.close()
    await expect(openFolder(path, run, false)).rejects.toThrow(/other rules/u)
  })

  test('that holds something else is left alone', async () => {
    const path = fresh()
    ;(await openFolder(path, run, false)).close()
    rmSync(join(path, 'run.json'))
    await expect(openFolder(path, run, false)).rejects.toThrow(/results of something else/u)
    writeFileSync(join(path, 'run.json'), 'torn')
    await expect(openFolder(path, run, false)).rejects.toThrow(/run\.json cannot be read: --restart/u)
  })

  test('is opened by one process at a time; one that is gone holds nothing', async () => {
    const path = fresh()
    const open = await openFolder(path, run, false)
    writeFileSync(join(path, 'lock'), JSON.stringify({ host: hostname(), pid: process.ppid }))
    await expect(openFolder(path, run, false)).rejects.toThrow(/process \d+ on .* is at this audit/u)
    writeFileSync(join(path, 'lock'), JSON.stringify({ host: hostname(), pid: 2 ** 30 }))
    const taken = await openFolder(path, run, false)
    taken.close()
    open.close()
    expect(existsSync(join(path, 'lock'))).toBe(false)
  })

  test('loses results of articles the archive no longer holds', async () => {
    const path = fresh()
    const first = await openFolder(path, run, false)
    first.append(line('a') + line('b') + line('c'))
    first.close()
    const again = await openFolder(path, run, false)
    again.seen.meet(key('a'))
    again.seen.meet(key('c'))
    expect(await again.dropUnmet()).toBe(1)
    again.append(line('d'))
    again.close()
    const ids: string[] = []
    for await (const { id } of resultsIn(path)) ids.push(id)
    expect(ids).toEqual(['a', 'c', 'd'])
  })
})
