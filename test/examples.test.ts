import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import { example } from './support/pack.ts'
import { bin, node } from './support/run.ts'

describe('the library example, from the packed package', () => {
  let folder: string
  beforeAll(async () => {
    folder = await example('library')
  })

  test('prints findings with their suggestions, facts, and what the worker thread found', () => {
    const { out, err, code } = node(folder, 'desk.js')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out.split('\n')).toEqual(expect.arrayContaining([
      expect.stringMatching(/^5:15 statistic-attribution: `85` /u),
      expect.stringMatching(/^ {4}\S/u),
      '1,240: attributed, its annual report',
      '85: unattributed',
      'the worker found 1',
    ]))
  })
})

describe('the browser example, from the packed package', () => {
  let folder: string
  beforeAll(async () => {
    folder = await example('browser')
    const bundle = (file: string, ...more: string[]) => bin(folder, 'esbuild', file, '--bundle', '--minify', '--format=iife', `--outfile=dist/${file}`, ...more)
    for (const ended of [bundle('worker.js', '--conditions=worker'), bundle('page.js')]) expect(ended.code, ended.err).toBe(0)
  })

  test('runs in a worker that has nothing of Node', () => {
    let answer: ((event: { data: string }) => void) | undefined
    const posted: { rule: string; message: string }[][] = []
    const self = {
      addEventListener: (_: string, listener: typeof answer) => (answer = listener),
      postMessage: (data: { rule: string; message: string }[]) => posted.push(data),
    }
    vm.runInNewContext(readFileSync(join(folder, 'dist', 'worker.js'), 'utf8'), { self })
    answer!({ data: 'The town sent 85 inspectors &amp; clerks to the quays in May.\n\nExperts say so.\n' })
    expect(posted[0]!.map(({ rule }) => rule)).toEqual(['statistic-attribution', 'vague-source'])
  })

  test('is small enough to send: under 600 KB packed by the server', async () => {
    const { gzipSync } = await import('node:zlib')
    expect(existsSync(join(folder, 'dist', 'page.js'))).toBe(true)
    expect(gzipSync(readFileSync(join(folder, 'dist', 'worker.js'))).length).toBeLessThan(600_000)
  })
})
