import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Config } from '../../lint/config.ts'
import { createJudge, textHashOf, type Granted, type Judge, type Judgement } from './judge.ts'
import { Refusal } from './refusal.ts'
import type { VerdictRequest } from './schema.ts'
import type { Policy } from './verdict.ts'

export interface WorkerSetup { readonly config: Config; readonly policy: Policy; readonly version: string }
export interface Task { readonly id: number; readonly request: VerdictRequest; readonly asOf: string; readonly granted: readonly Granted[] }
export interface TaskResult { readonly id: number; readonly judgement?: Judgement; readonly error?: string }

/** Longer than any honest article takes by far; short enough for a CMS that waits 15 seconds. */
const MOST_MILLISECONDS = 8_000

/** More than wait at any honest peak; who comes then is told to come again, before memory runs out. */
const MOST_WAITING = 200

interface Pending { readonly task: Task; resolve(judgement: Judgement): void; reject(error: Error): void }
interface Desk { worker: Worker; pending?: Pending | undefined; patience?: NodeJS.Timeout }

/** How threads work; what is left out has a default. */
export interface PoolSize {
  /** How many threads, each with some 30 MB; the last takes no long articles where there are several. */
  readonly size?: number
  readonly mostMilliseconds?: number
  readonly mostWaiting?: number
}

/**
 * Judges in threads of their own, so that a long article does not keep the others waiting. One that is not judged in time
 * is held, not passed: its thread is replaced.
 * @param size two threads at least, unless told otherwise; a config with rules of its own is judged in this thread, for functions do not cross over
 */
export function createPool(config: Config, policy: Policy, version: string, size: PoolSize = {}): Judge {
  const local = createJudge(config, policy, version)
  if (config.plugins?.length || typeof config.preset === 'object' && 'rules' in config.preset) return local
  // Not every Node can start a thread from TypeScript: run from its sources, the gate judges in this one.
  if (import.meta.url.endsWith('.ts')) return local
  const setup: WorkerSetup = { config, policy, version }
  const script = new URL('./judge-worker.js', import.meta.url)
  return { ruleSet: local.ruleSet, ...createThreads(() => new Worker(script, { workerData: setup }), size) }
}

/** @param start starts a thread that answers a `Task` with a `TaskResult` */
export function createThreads(start: () => Worker, { size = Math.max(2, Math.min(8, availableParallelism())), mostMilliseconds = MOST_MILLISECONDS, mostWaiting = MOST_WAITING }: PoolSize = {}): Required<Pick<Judge, 'judge' | 'close'>> {
  const waiting: Pending[] = []
  let closed = false
  let tasks = 0

  const seat = (desk: Desk): Desk => {
    desk.worker = start()
    const done = (finish: (pending: Pending) => void) => {
      const { pending } = desk
      clearTimeout(desk.patience)
      desk.pending = undefined
      if (pending) finish(pending)
    }
    desk.worker.on('message', ({ judgement, error }: TaskResult) => {
      done(({ resolve, reject }) => (judgement ? resolve(judgement) : reject(new Error(error))))
      next()
    })
    desk.worker.on('error', (error) => done(({ reject }) => reject(error)))
    // A thread ends after an error, or by itself, which none should: either way another takes its seat.
    desk.worker.on('exit', (code) => {
      done(({ reject }) => reject(new Error(`a thread that judges ended with ${code}`)))
      if (!closed) seat(desk)
      next()
    })
    return desk
  }
  const desks = Array.from({ length: size }, () => seat({} as Desk))

  function next(): void {
    if (closed) return
    for (const [i, desk] of desks.entries()) {
      if (desk.pending || waiting.length === 0) continue
      const at = i === size - 1 && size > 1 ? waiting.findIndex(({ task }) => !isLong(task.request)) : 0
      const [pending] = at < 0 ? [] : waiting.splice(at, 1)
      if (!pending) continue
      desk.pending = pending
      desk.patience = setTimeout(() => {
        desk.pending = undefined
        void desk.worker.removeAllListeners().terminate()
        seat(desk)
        pending.resolve(notJudged(pending.task.request, mostMilliseconds))
        next()
      }, mostMilliseconds)
      desk.worker.postMessage(pending.task)
    }
  }

  return {
    judge: (request, asOf, granted = []) => new Promise((resolve, reject) => {
      if (closed) return reject(stopping())
      if (waiting.length >= mostWaiting) return reject(new Refusal(503, 'busy', 'too many articles wait to be judged: send this one again', { 'retry-after': '2' }))
      waiting.push({ task: { id: ++tasks, request, asOf, granted }, resolve, reject })
      next()
    }),
    async close() {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(stopping())
      await Promise.all(desks.map(({ worker, pending, patience }) => {
        clearTimeout(patience)
        pending?.reject(stopping())
        return worker.removeAllListeners().terminate()
      }))
    },
  }
}

function stopping(): Refusal {
  return new Refusal(503, 'stopping', 'the gate is being stopped: send this again', { 'retry-after': '5' })
}

/** In UTF-16 code units: ten times what a long read has. */
const LONG = 200_000

function isLong({ article }: VerdictRequest): boolean {
  return ('text' in article ? [article.text] : Object.values(article.fields)).reduce((length, text) => length + text.length, 0) > LONG
}

/** What is said of an article that could not be judged in time: held, so that nobody takes silence for a pass. */
function notJudged({ article }: VerdictRequest, mostMilliseconds: number): Judgement {
  const message = `The article was not judged within ${mostMilliseconds / 1000} seconds, expected a shorter or simpler one`
  const place = { field: '', start: 0, end: 0, line: 1, column: 1, excerpt: '' }
  return {
    verdict: 'hold', textHash: textHashOf(article), owed: [],
    findings: [{ rule: 'not-judged', severity: 'error', message, fingerprint: '', url: '', place, related: [], suggestions: [] }],
  }
}
