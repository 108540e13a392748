// A thread that judges: gets articles in batches, gives their lines back one by one.
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from './judge.ts'
import { rulesOf, type Policy, type Rules } from './policy.ts'
import type { Task } from './result.ts'

/** What a thread is asked. */
export interface Order {
  readonly policy: Policy
  readonly digest: string
  readonly tasks: readonly Task[]
}

/** One line, or why there will be none; `started` once, when the thread has read the program. */
export type Answer = { readonly line: string } | { readonly broken: string } | { readonly started: true }

const { version } = workerData as { version: string }
const port = parentPort!
/** By digest; a thread serves several runs of a queue one after the other. */
const ready = new Map<string, Promise<Rules>>()

port.on('message', async ({ policy, digest, tasks }: Order) => {
  try {
    let rules = ready.get(digest)
    if (!rules) {
      if (ready.size > 3) ready.clear()
      ready.set(digest, (rules = rulesOf(policy, version)))
    }
    const made = await rules
    if (made.digest !== digest) throw new Error('the config has changed since the run began')
    for (const task of tasks) port.postMessage({ line: judge(task, made) } satisfies Answer)
  } catch (error) {
    port.postMessage({ broken: (error as Error).message } satisfies Answer)
  }
})
port.postMessage({ started: true } satisfies Answer)
