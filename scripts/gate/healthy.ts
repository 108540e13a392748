// Honest senders in a process of their own: what disturbs a gate must not slow what measures it.
import { Agent, request } from 'node:http'
import { articleOf, TOKEN, type Receipt } from './node.ts'

/** `until` 'stop' comes, or that many answers are there. */
export interface HealthyOrder { readonly url: string; readonly senders: number; readonly answers?: number; readonly fresh?: boolean }
export interface HealthyReport { readonly took: readonly number[]; readonly acknowledged: readonly (readonly [string, Receipt])[]; readonly unanswered: number }

const kept = new Agent({ keepAlive: true })
let on = false
let n = 0

/** @param fresh with a connection of its own for every request */
function ask(url: string, id: string, fresh: boolean): Promise<{ receipt?: Receipt; took: number }> {
  const body = JSON.stringify(articleOf(id))
  const began = performance.now()
  return new Promise((resolve) => {
    const sent = request(`${url}/v1/verdicts`, {
      method: 'POST', agent: fresh ? false : kept, timeout: 30_000,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, 'webhook-id': id, 'content-length': Buffer.byteLength(body) },
    }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
        const { receipt } = (response.statusCode === 200 ? JSON.parse(text) : {}) as { receipt?: Receipt }
        resolve({ took: performance.now() - began, ...(receipt ? { receipt } : {}) })
      })
    })
    sent.once('timeout', () => sent.destroy()).once('error', () => resolve({ took: performance.now() - began })).end(body)
  })
}

process.on('message', async (order: HealthyOrder | 'stop') => {
  if (order === 'stop') {
    on = false
    return
  }
  on = true
  const took: number[] = []
  const acknowledged: [string, Receipt][] = []
  let unanswered = 0
  await Promise.all(Array.from({ length: order.senders }, async () => {
    while (on && took.length < (order.answers ?? Infinity)) {
      const id = `healthy-${process.pid}-${++n}`
      const answer = await ask(order.url, id, order.fresh ?? false)
      took.push(answer.took)
      if (answer.receipt) acknowledged.push([id, answer.receipt])
      else unanswered++
    }
  }))
  process.send!({ took, acknowledged, unanswered } satisfies HealthyReport)
})
