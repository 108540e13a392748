// The gate under load, next to the linter alone in the same run: npx tsx bench/gate.ts [-- --seconds 2 --rounds 4 --senders 16]. Build first.
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startNode } from '../scripts/gate/node.ts'
import { story, type Order, type Report } from './gate-sender.ts'

/** What a gate gave in one run, beside the linter alone. Times in milliseconds, memory in MB. */
export interface GateFigures {
  readonly words: number
  /** On the clock: verdicts a second, and articles a second of the linter in one thread; medians of rounds by turns. */
  readonly verdicts: number
  readonly articles: number
  /** Processor time of one verdict in the gate, of one article in the linter, of one request in the program that asks. */
  readonly perVerdict: number
  readonly perArticle: number
  readonly perRequest: number
  readonly p50: number
  readonly p99: number
  readonly readyAfter: number
  readonly idle: number
  readonly loaded: number
}

/** How many ask at once: enough to keep two cores at work. With four, who wait for each commit to reach the disk, they idle a third of the time. */
const SENDERS = 16
/** Articles a thread has read before it is measured. */
const WARM = 800

const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!
const proc = (pid: number, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8')
const memory = (pid: number) => Math.round(Number(/VmRSS:\s+(\d+)/u.exec(proc(pid, 'status'))?.[1] ?? 0) / 1024)
/** Processor time of all threads of a process, in milliseconds; the kernel counts in hundredths of a second. */
const processorTime = (pid: number) => proc(pid, 'stat').replace(/^.*\) /u, '').split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks) * 10, 0)

/**
 * Measures a gate of the built package with its embedded store. The linter alone, the built library in one thread, and the gate work by
 * turns in the same run; whoever asks sits in a third process. Linux only: processor time and memory come from /proc.
 */
export async function measureGate({ seconds = 2, rounds = 4, senders = SENDERS } = {}): Promise<GateFigures> {
  const root = join(import.meta.dirname, '..')
  const { createLinter } = (await import(pathToFileURL(join(root, 'dist', 'lib', 'index.js')).href)) as typeof import('../src/index.ts')
  const linter = createLinter({ preset: 'recommended' })
  const cwd = mkdtempSync(join(tmpdir(), 'fp-bench-'))
  const sender = fork(join(import.meta.dirname, 'gate-sender.ts'), { execArgv: ['--import', import.meta.resolve('tsx')] })
  const node = await startNode('records.sqlite', { cwd })
  try {
    const ask = (order: Omit<Order, 'url'>) => new Promise<Report>((resolve, reject) => {
      sender.once('message', resolve)
      sender.once('exit', (code) => reject(new Error(`the program that asks ended with ${code}`)))
      sender.send({ url: node.url, ...order } satisfies Order)
    })
    let n = 0
    const alone = (milliseconds: number, most = Infinity) => {
      const [began, before] = [performance.now(), process.cpuUsage()]
      let done = 0
      for (; performance.now() - began < milliseconds && done < most; done++) linter.lint(story(n++), { path: 'story.md', asOf: '2026-05-04' })
      const { user, system } = process.cpuUsage(before)
      return { rate: (done / (performance.now() - began)) * 1000, each: (user + system) / 1000 / done }
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
    const idle = memory(node.child.pid!)
    // What is sustained is measured: each thread that reads has read as many articles before, and its code is as warm.
    alone(15_000, WARM)
    await ask({ seconds: 20, senders, answers: WARM * 2 })
    const [linted, judged, took]: [ReturnType<typeof alone>[], { rate: number; each: number; asking: number }[], number[]] = [[], [], []]
    for (let i = 0; i < rounds; i++) {
      linted.push(alone(seconds * 1000))
      const before = processorTime(node.child.pid!)
      const report = await ask({ seconds, senders })
      const count = report.took.length
      judged.push({ rate: (count / report.clock) * 1000, each: (processorTime(node.child.pid!) - before) / count, asking: report.processor / count })
      took.push(...report.took)
    }
    took.sort((a, b) => a - b)
    const at = (share: number) => took[Math.ceil(took.length * share) - 1]!
    return {
      words: story(0).split(/\s+/u).length, verdicts: middle(judged.map((j) => j.rate)), articles: middle(linted.map((l) => l.rate)),
      perVerdict: middle(judged.map((j) => j.each)), perArticle: middle(linted.map((l) => l.each)), perRequest: middle(judged.map((j) => j.asking)),
      p50: at(0.5), p99: at(0.99), readyAfter: node.startedIn, idle, loaded: memory(node.child.pid!),
    }
  } finally {
    sender.removeAllListeners().kill()
    await node.stop()
    rmSync(cwd, { recursive: true, force: true })
  }
}

/** The figures in words. */
export function inWords(f: GateFigures): string {
  return `${f.verdicts.toFixed(0)} verdicts/s of ${f.words} words; p50 ${f.p50.toFixed(1)} ms, p99 ${f.p99.toFixed(1)} ms
the linter alone, one thread, same run: ${f.articles.toFixed(0)} articles/s; the gate reaches ${(f.verdicts / f.articles).toFixed(2)} of it
processor time: ${f.perVerdict.toFixed(2)} ms a verdict, ${f.perArticle.toFixed(2)} ms an article of the linter (${(f.perVerdict / f.perArticle).toFixed(2)} times), ${f.perRequest.toFixed(2)} ms a request of the program that asks
ready after ${f.readyAfter.toFixed(0)} ms; memory idle ${f.idle} MB, after the load ${f.loaded} MB`
}

if (process.argv[1] === import.meta.filename) {
  const option = (name: string, standard: number) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : standard)
  console.log(inWords(await measureGate({ seconds: option('--seconds', 2), rounds: option('--rounds', 4), senders: option('--senders', SENDERS) })))
}
