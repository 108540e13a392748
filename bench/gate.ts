// The gate under load, next to the linter alone in the same run: npx tsx bench/gate.ts [-- --seconds 8]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLinter } from '../src/fineprint.ts'
import { read } from '../src/formats/read.ts'
import { ask, startNode } from '../scripts/gate/node.ts'

const seconds = process.argv.includes('--seconds') ? Number(process.argv[process.argv.indexOf('--seconds') + 1]) : 8
const SENTENCES = [
  'Talks on the border went on through the week, and no side wished to name a date.', 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.',
  'The minister said exports had risen 12% in April.', 'People in the harbour town had seen little of it.', 'Some 310 ships left port in the first half, the harbour office reported.',
  'What comes next is open, and the union means to wait.', 'Shares of the carrier closed at $41.20 on Friday.', 'Prices in the region rose 3.4% from a year earlier, data from the statistics office showed.',
]

/** An article of some 800 words, every one with other words in it. */
function story(n: number): string {
  const paragraphs = Array.from({ length: 16 }, (_, p) => Array.from({ length: 4 }, (_, s) => SENTENCES[(n + p * 3 + s) % SENTENCES.length]!).join(' '))
  return `# Border talks, day ${n}\n\n${paragraphs.join('\n\n')}\n`
}

/** How many articles the linter alone reads and checks in a second, in one thread. */
function alone(milliseconds: number): number {
  const linter = createLinter({ preset: 'recommended' })
  const once = (n: number) => linter.lint(read(story(n), 'a.md'), { asOf: '2026-05-04' })
  for (let n = 0; n < 30; n++) once(n)
  const began = performance.now()
  let done = 0
  while (performance.now() - began < milliseconds) once(done++)
  return (done / (performance.now() - began)) * 1000
}

const cwd = mkdtempSync(join(tmpdir(), 'fp-bench-'))
const node = await startNode('records.sqlite', { cwd })
const memory = () => Math.round(Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${node.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
const startedIn = node.startedIn
await new Promise((resolve) => setTimeout(resolve, 500))
const idle = memory()

const before = alone(2000)
const took: number[] = []
let n = 0
const send = async (until: number, keep: boolean) => {
  while (performance.now() < until) {
    const answer = await ask(node.url, { article: { text: story(n), format: 'markdown' }, context: { site: 'bench', article: String(n++) } })
    if (answer.status !== 200) throw new Error(`the gate answered ${answer.status}`)
    if (keep) took.push(answer.took)
  }
}
const senders = (until: number, keep: boolean) => Promise.all(Array.from({ length: 4 }, () => send(until, keep)))
await senders(performance.now() + 2000, false)
const began = performance.now()
await senders(began + seconds * 1000, true)
const rate = (took.length / (performance.now() - began)) * 1000
const after = alone(2000)
const loaded = memory()
await node.stop()
rmSync(cwd, { recursive: true, force: true })

took.sort((a, b) => a - b)
const at = (share: number) => took[Math.ceil(took.length * share) - 1]!.toFixed(1)
const linter = (before + after) / 2
console.log(`gate: ${rate.toFixed(0)} verdicts/s of ${story(0).split(/\s+/u).length} words over ${seconds} s, four senders; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
console.log(`linter alone, one thread, same run: ${linter.toFixed(0)} articles/s (before ${before.toFixed(0)}, after ${after.toFixed(0)}); the gate reaches ${(rate / linter).toFixed(2)}×`)
console.log(`ready after ${startedIn.toFixed(0)} ms; memory idle ${idle} MB, after the load ${loaded} MB`)
