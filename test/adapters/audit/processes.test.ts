import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '../../../src/adapters/audit/result.ts'
import { archive, auditProgram, until, type AuditProgram } from './program.ts'

const ARTICLES = 400
const whole = archive(ARTICLES)
let program: AuditProgram
beforeAll(async () => {
  program = await auditProgram()
  program.write('a.jsonl', whole)
  await program.run(['--concurrency', '1', '--out', 'undisturbed', 'a.jsonl'])
})
afterAll(() => program.remove())
const sizeOf = (folder: string) => {
  const path = join(program.cwd, folder, 'results.jsonl')
  return existsSync(path) ? statSync(path).size : 0
}
const sameAsUndisturbed = (folder: string) => {
  expect(program.results(folder)).toEqual(program.results('undisturbed'))
  expect(program.report(folder)).toEqual(program.report('undisturbed'))
}

test('two threads find what one finds', async () => {
  await program.run(['--concurrency', '2', '--out', 'two', 'a.jsonl'])
  expect(program.results('two')).toHaveLength(ARTICLES)
  sameAsUndisturbed('two')
})

test('killed at any moment and run again, the results are those of an undisturbed run', async () => {
  const args = ['--concurrency', '2', '--out', 'killed', 'a.jsonl']
  const enough = sizeOf('undisturbed')
  for (const share of [0.01, 0.3, 0.6]) {
    const { child, ended } = program.start(args)
    await until('some results', () => sizeOf('killed') > share * enough || child.exitCode !== null)
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
  }
  const before = program.results('killed').length
  expect(before).toBeLessThan(ARTICLES)
  await program.run(args)
  sameAsUndisturbed('killed')
})

test.skipIf(process.platform === 'win32')('stopped by Ctrl-C it ends in order, says how to go on, and goes on', async () => {
  const args = ['--concurrency', '2', '--out', 'stopped', 'a.jsonl']
  const { child, ended } = program.start(args)
  await until('some results', () => sizeOf('stopped') > 0 || child.exitCode !== null)
  child.kill('SIGINT')
  const { code, err } = await ended
  expect(code).toBe(130)
  expect(err).toMatch(/^fineprint audit: stopped, \d+ articles judged, 0 before; the same command goes on from here\n$/u)
  expect(existsSync(join(program.cwd, 'stopped', 'report.json'))).toBe(false)
  await program.run(args)
  sameAsUndisturbed('stopped')
})

test.skipIf(process.platform === 'win32')('a stop does not wait for standard input', async () => {
  const { child, ended } = program.start(['--concurrency', '1', '--out', 'waiting', '-'], null)
  child.stdin!.write(archive(40))
  await until('some results', () => sizeOf('waiting') > 0 || child.exitCode !== null)
  child.kill('SIGTERM')
  expect((await ended).code).toBe(143)
})

test('standard input and compressed files are read as they come', async () => {
  const ids = (folder: string) => program.results(folder).map((line) => (JSON.parse(line) as Result).id)
  await program.run(['--concurrency', '2', '--out', 'stdin', '-'], 0, whole)
  program.write('a.jsonl.gz', gzipSync(whole))
  await program.run(['--concurrency', '2', '--out', 'gz', 'a.jsonl.gz'])
  expect(ids('stdin')).toEqual(ids('undisturbed'))
  expect(ids('gz')).toEqual(ids('undisturbed'))
})

describe('an article that does harm', () => {
  const HARM = `export default { preset: 'recommended', rules: { harm: 'error' }, plugins: [{ rules: { harm: {
    summary: 'Harm', messages: { x: 'x' },
    check({ article }) {
      const { text } = article.source
      if (text.includes('forever')) for (;;);
      if (text.includes('leaves')) process.exit(3)
      if (text.includes('throws')) throw new Error('this rule is broken')
      if (text.includes('swells')) for (const all = []; ;) all.push(new Array(1e6).fill({}))
    },
  } } }] }`

  test('has a line that says so, and the others are judged', async () => {
    program.write('harm.mjs', HARM)
    const harmful = ['forever', 'leaves', 'throws', 'swells'].map((word) => `${JSON.stringify({ id: word, text: `The ship ${word}.` })}\n`)
    const lines = archive(40).split('\n').filter(Boolean).map((line) => `${line}\n`)
    program.write('harm.jsonl', [...lines.slice(0, 10), harmful[0], ...lines.slice(10, 14), harmful[1], harmful[2], ...lines.slice(14, 30), harmful[3], ...lines.slice(30)].join(''))
    const { out } = await program.run(['--config', 'harm.mjs', '--concurrency', '2', '--most-seconds', '10', '--out', 'harm', 'harm.jsonl'])
    expect(out).toMatch(/^40 articles, .*, 4 not judged/u)
    const failed = program.results('harm').map((line) => JSON.parse(line) as Result).flatMap((result) => ('error' in result ? [[result.id, result.error.code, result.error.message]] : []))
    expect(Object.fromEntries(failed.map(([id, code, message]) => [id, `${code}: ${message}`]))).toEqual({
      forever: 'too-slow: was not judged within 10 seconds (--most-seconds)', leaves: 'broken: its thread ended', throws: 'broken: this rule is broken', 
      // Whichever comes first: the end of its memory, or of its time.
      swells: expect.stringMatching(/^(?:broken: needs more than \d+ MB of memory|too-slow: .*)$/u),
    })
  })
})
