import { parentPort, workerData } from 'node:worker_threads'
import { RecordFile, type Done, type Order } from './sqlite.ts'

// The one thread that writes records: it waits for the disk, so that the gate's own thread need not.
const { path } = workerData as { path: string }
const file = new RecordFile(path)

parentPort!.on('message', (order: Order) => {
  let done: Done
  try {
    done = { result: 'entries' in order ? file.append(order.entries) : file.redact(order.redact) }
  } catch (error) {
    done = { error: (error as Error).message }
  }
  parentPort!.postMessage(done)
})
