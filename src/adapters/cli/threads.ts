import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { ConfigError } from '../../lint/config.ts'
import type { ImportModule } from '../load-config.ts'
import type { Arguments } from './args.ts'
import { checkFile, type Outcome } from './check-files.ts'
import { SettingsReader } from './settings.ts'

/** Files go out in batches small enough that the threads end together. */
const BATCH = 25

interface Orders {
  readonly args: Arguments
  readonly cwd: string
}

type Answer = { readonly done: readonly (readonly [index: number, outcome: Outcome])[] } | { readonly broken: { readonly message: string; readonly config: boolean; readonly stack: string } }

/**
 * Checks files in worker threads. They read the files themselves; only findings come back, in the order of `paths`.
 * @param entry the script a thread starts with, which calls `serve`
 */
export function checkInThreads(paths: readonly string[], threads: number, entry: string, orders: Orders, tell: (done: number) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array<Outcome>(paths.length)
  let next = 0
  let done = 0
  return new Promise((resolve, reject) => {
    const workers: Worker[] = []
    const stop = (error?: Error) => {
      for (const worker of workers) void worker.terminate()
      if (error) reject(error)
      else resolve(outcomes)
    }
    const feed = (worker: Worker) => {
      if (next >= paths.length) return
      const batch = paths.slice(next, next + BATCH).map((path, i) => [next + i, path] as const)
      next += batch.length
      worker.postMessage(batch)
    }
    for (let i = 0; i < threads; i++) {
      const worker = new Worker(entry, { workerData: orders, env: process.env })
      workers.push(worker)
      worker.on('message', (answer: Answer) => {
        if ('broken' in answer) {
          const error = answer.broken.config ? new ConfigError(answer.broken.message) : new Error(answer.broken.message)
          error.stack = answer.broken.stack
          return stop(error)
        }
        for (const [index, outcome] of answer.done) outcomes[index] = outcome
        done += answer.done.length
        tell(done)
        if (done === paths.length) stop()
        else feed(worker)
      })
      worker.on('error', stop)
      feed(worker)
    }
  })
}

/** The other side: takes batches of paths until the main thread ends it. */
export function serve(importModule: ImportModule): void {
  if (isMainThread || !parentPort) throw new Error('serve runs in a worker thread')
  const port = parentPort
  const { args, cwd } = workerData as Orders
  const reader = new SettingsReader(args, cwd, process.env, importModule)
  port.on('message', async (batch: readonly (readonly [number, string])[]) => {
    try {
      const done: [number, Outcome][] = []
      for (const [index, path] of batch) {
        const outcome = await checkFile(path, reader, args, cwd)
        const needsText = 'message' in outcome || outcome.findings.length > 0 || outcome.before !== undefined
        done.push([index, needsText ? outcome : { ...outcome, text: '' }])
      }
      port.postMessage({ done })
    } catch (error) {
      const { message, stack } = error as Error
      port.postMessage({ broken: { message, stack: stack ?? '', config: error instanceof ConfigError } })
    }
  })
}
