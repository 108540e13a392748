import { parentPort, workerData } from 'node:worker_threads'
import { lint } from 'fineprint'

parentPort.postMessage(lint(workerData, { preset: 'recommended' }, { path: 'harbour.md' }))
