// Asks a gate from a process of its own, so that what it costs to ask is known and not counted as the gate's.
import { Agent, request } from 'node:http'
import { TOKEN } from '../scripts/gate/node.ts'

/** For so many seconds, or until so many answers are there. */
export interface Order { readonly url: string; readonly seconds: number; readonly senders: number; readonly answers?: number }
/** Milliseconds of every verdict, sorted; `clock` and `processor` of the whole order in milliseconds. */
export interface Report { readonly took: readonly number[]; readonly clock: number; readonly processor: number }

const SENTENCES = [
  'Talks on the border went on through the week, and no side wished to name a date.', 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.',
  'The minister said exports had risen 12% in April.', 'People in the harbour town had seen little of it.', 'Some 310 ships left port in the first half, the harbour office reported.',
  'What comes next is open, and the union means to wait.', 'Shares of the carrier closed at $41.20 on Friday.', 'Prices in the region rose 3.4% from a year earlier, data from the statistics office showed.',
]

/** An article of some 800 words, every one in another order. */
export function story(n: number): string {
  const paragraphs = Array.from({ length: 16 }, (_, p) => Array.from({ length: 4 }, (_, s) => SENTENCES[(n + p * 3 + s) % SENTENCES.length]!).join(' '))
  return `# Border talks, day ${n}\n\n${paragraphs.join('\n\n')}\n`
}

const agent = new Agent({ keepAlive: true })
let n = 0

function ask(url: string): Promise<number> {
  const body = JSON.stringify({ article: { text: story(++n), format: 'markdown' }, context: { site: 'bench', article: String(n) } })
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/verdicts`, { method: 'POST', agent, headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, 'content-length': Buffer.byteLength(body) } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the gate answered ${response.statusCode}`))
      response.resume().on('end', () => resolve(performance.now() - began))
    })
    sent.once('error', reject).end(body)
  })
}

process.on('message', async ({ url, seconds, senders, answers = Infinity }: Order) => {
  const took: number[] = []
  const before = process.cpuUsage()
  const began = performance.now()
  await Promise.all(Array.from({ length: senders }, async () => {
    while (performance.now() - began < seconds * 1000 && took.length < answers) took.push(await ask(url))
  }))
  const { user, system } = process.cpuUsage(before)
  process.send!({ took: took.sort((a, b) => a - b), clock: performance.now() - began, processor: (user + system) / 1000 } satisfies Report)
})
