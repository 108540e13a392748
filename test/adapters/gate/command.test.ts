import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { gateCommand } from '../../../src/adapters/gate/command.ts'
import { link, type NewRecord, type StoredRecord } from '../../../src/adapters/gate/chain.ts'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
let said: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-gate-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  said = ''
  const listen = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen)
  vi.spyOn(process.stderr, 'write').mockImplementation(listen)
})
afterEach(() => vi.restoreAllMocks())
const gate = (...argv: string[]) => gateCommand(argv, { cwd: folder, environment: {}, root })

describe('gate verify', () => {
  const chain: StoredRecord[] = []
  for (let i = 0; i < 4; i++) {
    const entry: NewRecord = { kind: 'verdict', key: `k${i}`, request: 'r', article: 'daily/a', author: '', verdict: 'pass', at: `2026-05-0${i + 1}T00:00:00.000Z`, body: { n: i } }
    chain.push(link(entry, chain.at(-1)))
  }
  const exported = (records: readonly StoredRecord[], asLines = false) => {
    const path = join(folder, 'export.json')
    writeFileSync(path, asLines ? records.map((r) => `${JSON.stringify(r)}\n`).join('') : JSON.stringify({ schemaVersion: 1, records }))
    return path
  }

  test.each<[string, StoredRecord[], number, RegExp]>([
    ['a whole chain', chain, 0, /^sound: 4 records, one chain from record 1 to 4, ending in [0-9a-f]{64}\n$/u],
    ['its end', chain.slice(2), 0, /from record 3 to 4/u],
    ['one without its bodies', chain.map((r) => ({ ...r, body: null, redacted: true })), 0, /the bodies of 4 have run out/u],
    ['one with a change', chain.map((r, i) => (i === 1 ? { ...r, verdict: 'hold' } : r)), 1, /^not sound: record 2 was changed/u],
    ['one with a gap', [chain[0]!, chain[2]!], 1, /^not sound: record 2 is missing/u],
    ['one in another order', [chain[1]!, chain[0]!], 1, /^not sound/u],
  ])('of %s', async (_, records, code, expected) => {
    expect(await gate('verify', exported(records))).toBe(code)
    expect(said).toMatch(expected)
    said = ''
    expect(await gate('verify', exported(records, true))).toBe(code)
    expect(said).toMatch(expected)
  })

  test('of a filtered export checks each record by itself', async () => {
    expect(await gate('verify', '--filtered', exported([chain[0]!, chain[2]!]))).toBe(0)
    expect(await gate('verify', '--filtered', exported([chain[0]!, { ...chain[2]!, author: 'x' }]))).toBe(1)
  })
})

test.each<[string, string[], RegExp]>([
  ['an unknown option', ['--prot', '1'], /prot/u],
  ['a port that is none', ['--port', 'high'], /`high` is no port/u],
  ['a config that is not there', ['--config', 'none.json'], /none\.json: there is no such file/u],
  ['nobody who could ask', [], /set FINEPRINT_WEBHOOK_SECRET/u],
  ['a post as nobody', ['post', 'a.md'], /FINEPRINT_TOKEN/u],
  ['an export that is none', ['verify', join(root, 'README.md')], /expected an export of the gate/u],
])('%s is one line, and 2', async (_, argv, expected) => {
  expect(await gate(...argv)).toBe(2)
  expect(said).toMatch(expected)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('a gate starts, answers a post, and ends by itself when it is told to', async () => {
  const environment = { ...process.env, FINEPRINT_TOKENS: 'desk:review:only-for-trying-out' }
  writeFileSync(join(folder, 'fineprint.config.json'), '{ "preset": "recommended", "gate": { "port": 0, "holdOn": "warn" } }')
  writeFileSync(join(folder, 'story.md'), 'Norland sent 4,200 inspectors to the border in May.\n')
  const start = `import(${JSON.stringify(join(root, 'src/adapters/gate/command.ts'))}).then((m) => m.gateCommand([], { cwd: process.cwd(), environment: process.env, root: ${JSON.stringify(root)} })).then((code) => { process.exitCode = code })`
  writeFileSync(join(folder, 'start.mjs'), start)
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), 'start.mjs'], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let log = ''
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${log}`)))
      child.stdout.on('data', (chunk: Buffer) => {
        log += chunk.toString()
        const found = /"url":"([^"]+)"/u.exec(log)?.[1]
        if (found) resolve(found)
      })
    })
    const around = { cwd: folder, environment, root }
    expect(await gateCommand(['post', '--url', url, 'story.md'], around), said + log).toBe(1)
    expect(said).toMatch(/^story\.md:1:14 {2}error .*statistic-attribution\nhold \(record 1, [0-9a-f]{12}\)\n$/u)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(log).toContain('"event":"stopped"')
    said = ''
    expect(await gateCommand(['export'], around)).toBe(0)
    writeFileSync(join(folder, 'records.jsonl'), said)
    expect(await gateCommand(['verify', 'records.jsonl'], around)).toBe(0)
    expect(readFileSync(join(folder, 'records.jsonl'), 'utf8')).not.toContain('inspectors to the border')
  } finally {
    child.kill('SIGKILL')
  }
})
