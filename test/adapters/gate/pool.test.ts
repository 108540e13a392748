import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { createThreads, type PoolSize } from '../../../src/adapters/gate/pool.ts'

// A thread that does what its article says, in the language of the pool.
const SCRIPT = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ id, request: { article: { text } } }) => {
  if (text.startsWith('hang')) for (;;);
  if (text.startsWith('crash')) setTimeout(() => { throw new Error('out of luck') })
  else if (text.startsWith('leave')) process.exit(3)
  else if (text.startsWith('fail')) parentPort.postMessage({ id, error: 'cannot be read' })
  else setTimeout(() => parentPort.postMessage({ id, judgement: { verdict: 'pass', textHash: text.slice(0, 20), findings: [], owed: [] } }), text.startsWith('slow') ? 100 : 0)
})`

const pools: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close()
})

function threads(size: PoolSize) {
  let started = 0
  const pool = createThreads(() => {
    started++
    return new Worker(SCRIPT, { eval: true })
  }, size)
  pools.push(pool)
  const judge = (text: string) => pool.judge({ article: { text, format: 'plain' }, context: { site: 's', article: 'a' } }, '2026-05-04')
  return { judge, close: () => pool.close(), started: () => started }
}

describe('threads that judge', () => {
  test('give every article its own judgement, more articles than threads', async () => {
    const { judge, started } = threads({ size: 2 })
    const names = Array.from({ length: 20 }, (_, i) => `article ${i}`)
    expect((await Promise.all(names.map(judge))).map((j) => j.textHash)).toEqual(names)
    expect(started()).toBe(2)
  })

  test('hand a failure on and go on', async () => {
    const { judge, started } = threads({ size: 1 })
    await expect(judge('fail')).rejects.toThrow('cannot be read')
    expect((await judge('next')).verdict).toBe('pass')
    expect(started()).toBe(1)
  })

  test.each([['crash', 'out of luck'], ['leave', 'ended with 3']])('that %s fail one article, and are replaced', async (what, message) => {
    const { judge, started } = threads({ size: 1 })
    const lost = judge(what)
    const next = judge('next')
    await expect(lost).rejects.toThrow(message)
    expect((await next).textHash).toBe('next')
    expect(started()).toBe(2)
  })

  test('that take too long hold the article, never pass it, and are replaced', async () => {
    const { judge, started } = threads({ size: 1, mostMilliseconds: 4000 })
    const [hung, next] = await Promise.all([judge('hang'), judge('next')])
    expect(hung).toMatchObject({ verdict: 'hold', findings: [{ rule: 'not-judged', severity: 'error', message: 'The article was not judged within 4 seconds, expected a shorter or simpler one' }] })
    expect(next.verdict).toBe('pass')
    expect(started()).toBe(2)
  })

  test('keep one thread for short articles', async () => {
    const { judge } = threads({ size: 2, mostMilliseconds: 4000 })
    const long = `hang ${'x'.repeat(300_000)}`
    const order: string[] = []
    await Promise.all([judge(long), judge(long), judge('short')].map((judged) => judged.then(({ verdict }) => order.push(verdict))))
    expect(order).toEqual(['pass', 'hold', 'hold'])
  })

  test('with a full queue refuse at once, and take more when it has emptied', async () => {
    const { judge } = threads({ size: 1, mostWaiting: 2 })
    const taken = [judge('slow 1'), judge('slow 2'), judge('slow 3')]
    await expect(judge('one too many')).rejects.toMatchObject({ name: 'Refusal', status: 503, code: 'busy', headers: { 'retry-after': '2' } })
    expect((await Promise.all(taken)).map((j) => j.textHash)).toEqual(['slow 1', 'slow 2', 'slow 3'])
    expect((await judge('later')).verdict).toBe('pass')
  })

  test('that are closed leave nobody waiting', async () => {
    const { judge, close } = threads({ size: 1 })
    const all = Promise.allSettled([judge('slow 1'), judge('slow 2')])
    await close()
    expect((await all).map((r) => r.status === 'rejected' && (r.reason as { code: string }).code)).toEqual(['stopping', 'stopping'])
    await expect(judge('after')).rejects.toMatchObject({ code: 'stopping' })
  })
})
