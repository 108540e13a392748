import { Worker } from 'node:worker_threads'
import { judge } from './judge.ts'
import type { Answer, Order } from './judge-worker.ts'
import { rulesOf, type Policy, type Rules } from './policy.ts'
import { failedLine, type Fault, type Task } from './result.ts'

/** Judges batches of articles. */
export interface Pool {
  /** How many batches it works on at once. */
  readonly size: number
  /**
   * Lines of a batch, in its order, each with its line break. An article that brings its thread down or takes too long has a
   * line that says so; the others are judged.
   * @throws Error where the rules cannot be made ready, which no article is to blame for
   */
  judge(tasks: readonly Task[], policy: Policy, digest: string): Promise<string[]>
  close(): Promise<void>
}

export interface PoolOptions {
  /** 1 judges in the calling thread. */
  readonly threads: number
  readonly version: string
  /** How long one article may take. */
  readonly mostMilliseconds: number
}

/** V8's heap of a thread: an article that needs more is a fault of the article. */
const HEAP_MB = 512

/** One after the other in this thread: nothing holds an article up that takes long. */
export function poolOfOne(version: string): Pool {
  const ready = new Map<string, Promise<Rules>>()
  return {
    size: 1,
    async judge(tasks, policy, digest) {
      let rules = ready.get(digest)
      if (!rules) ready.set(digest, (rules = rulesOf(policy, version)))
      const made = await rules
      const lines: string[] = []
      for (const task of tasks) {
        lines.push(judge(task, made))
        // Lets a signal come through.
        await new Promise(setImmediate)
      }
      return lines
    },
    close: async () => undefined,
  }
}

interface Batch {
  readonly order: Order
  readonly lines: string[]
  readonly resolve: (lines: string[]) => void
  readonly reject: (error: Error) => void
}

interface Desk {
  worker: Worker
  batch: Batch | undefined
  patience: NodeJS.Timeout | undefined
  started: boolean
}

/** Judges in threads of their own. Run from its sources it judges in this one: not every Node can start a thread from TypeScript. */
export function createPool({ threads, version, mostMilliseconds }: PoolOptions): Pool {
  if (import.meta.url.endsWith('.ts')) return poolOfOne(version)
  const script = new URL('./judge-worker.js', import.meta.url)
  const waiting: Batch[] = []
  let closed = false

  const start = (desk: Desk) => {
    desk.started = false
    desk.worker = new Worker(script, { workerData: { version }, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    desk.worker.on('message', (answer: Answer) => {
      const { batch } = desk
      if ('started' in answer) {
        desk.started = true
        if (batch) watch(desk)
      }
      if (!batch || 'started' in answer) return
      clearTimeout(desk.patience)
      if ('broken' in answer) {
        desk.batch = undefined
        batch.reject(new Error(answer.broken))
        return next()
      }
      batch.lines.push(answer.line)
      if (batch.lines.length < batch.order.tasks.length) return watch(desk)
      desk.batch = undefined
      batch.resolve(batch.lines)
      next()
    })
    desk.worker.on('error', (error: NodeJS.ErrnoException) => {
      // A thread that cannot even read the program would never judge anything.
      if (!desk.started) return fail(desk, error)
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      giveUp(desk, { code: 'broken', message: memory ? `needs more than ${HEAP_MB} MB of memory` : error.message.split('\n', 1)[0]! })
    })
    desk.worker.on('exit', () => (desk.started ? giveUp(desk, { code: 'broken', message: 'its thread ended' }) : fail(desk, new Error('a thread ended before it began'))))
  }

  const fail = ({ batch, patience }: Desk, error: Error) => {
    clearTimeout(patience)
    for (const { reject } of [...(batch ? [batch] : []), ...waiting.splice(0)]) reject(error)
  }

  const watch = (desk: Desk) => {
    desk.patience = setTimeout(() => giveUp(desk, { code: 'too-slow', message: `was not judged within ${mostMilliseconds / 1000} seconds (--most-seconds)` }), mostMilliseconds)
  }

  /** The article a thread was at has a line that says why; another thread goes on behind it. */
  const giveUp = (desk: Desk, error: Fault) => {
    clearTimeout(desk.patience)
    void desk.worker.removeAllListeners().on('error', () => undefined).terminate()
    const { batch } = desk
    desk.batch = undefined
    if (closed) return
    start(desk)
    if (batch) {
      const { order, lines } = batch
      lines.push(failedLine(order.tasks[lines.length]!, order.digest, error))
      if (lines.length < order.tasks.length) waiting.unshift(batch)
      else batch.resolve(lines)
    }
    next()
  }

  const desks = Array.from({ length: threads }, () => {
    const desk = {} as Desk
    start(desk)
    return desk
  })

  function next(): void {
    for (const desk of desks) {
      if (desk.batch || waiting.length === 0) continue
      const batch = waiting.shift()!
      desk.batch = batch
      desk.worker.postMessage({ ...batch.order, tasks: batch.order.tasks.slice(batch.lines.length) } satisfies Order)
      if (desk.started) watch(desk)
    }
  }

  return {
    size: threads,
    judge: (tasks, policy, digest) => new Promise((resolve, reject) => {
      if (tasks.length === 0) return resolve([])
      waiting.push({ order: { policy, digest, tasks }, lines: [], resolve, reject })
      next()
    }),
    async close() {
      closed = true
      for (const desk of desks) clearTimeout(desk.patience)
      await Promise.all(desks.map(({ worker }) => worker.removeAllListeners().terminate()))
    },
  }
}
