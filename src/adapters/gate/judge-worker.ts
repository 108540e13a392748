import { parentPort, workerData } from 'node:worker_threads'
import { createJudge } from './judge.ts'
import type { Task, TaskResult, WorkerSetup } from './pool.ts'

// One judge a thread: the gate's own thread keeps answering while an article is read.
const { config, policy, version } = workerData as WorkerSetup
const judge = createJudge(config, policy, version)

parentPort!.on('message', ({ id, request, asOf, granted }: Task) => {
  judge.judge(request, asOf, granted).then(
    (judgement) => parentPort!.postMessage({ id, judgement } satisfies TaskResult),
    (error: Error) => parentPort!.postMessage({ id, error: error.message } satisfies TaskResult),
  )
})
