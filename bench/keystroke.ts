import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { markdownArticle } from './articles.ts'

/** What typing in a 5,000-word article costs. */
export interface Typing {
  /** Of 300 keys, the 95th of a hundred: from the change that is sent to the diagnostics that arrive, in milliseconds of processor time, client and protocol included. */
  readonly p95: number
  readonly median: number
  /** The 95th of a hundred on the clock, which says as much about the machine. */
  readonly clock: number
  /** Reading and checking the article from nothing, in milliseconds of processor time. */
  readonly whole: number
  /** Heap after 1,000 edits over heap after 100. */
  readonly memory: number
}

/** Types into the server, key by key, in paragraphs all over the article. */
export async function typing(folder: string): Promise<Typing> {
  const bundle = join(folder, 'desk.cjs')
  await build({ entryPoints: [join(import.meta.dirname, 'desk.ts')], outfile: bundle, bundle: true, format: 'cjs', platform: 'node', logLevel: 'error' })
  const { openDesk, createLinter, read } = (await import(pathToFileURL(bundle).href)) as typeof import('./desk.ts')
  const text = markdownArticle(7, 5000)
  const linter = createLinter()
  const wholes: number[] = []
  for (let i = 0; i < 40; i++) {
    // A word more each time: an engine that has seen a text before is faster with it.
    const changed = `${text}\nWord ${i}.\n`
    const before = process.cpuUsage()
    linter.lint(read(changed, 'story.md'), { path: 'story.md' })
    if (i >= 10) wholes.push(since(before))
  }
  const lines = text.split('\n').flatMap((line, i) => (/^[A-Z“]/u.test(line) && line.length > 80 ? [i] : []))
  const desk = await openDesk(text, pathToFileURL(join(folder, 'story.md')).href)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const times: number[] = []
  const clock: number[] = []
  let early = 0
  for (let i = 0; i < 1000; i++) {
    const line = lines[(i * 7) % lines.length]!
    // Every word typed is taken out again, so that the article stays as long as it was.
    const before = process.cpuUsage()
    const took = i % 2 === 0 ? await desk.type(line, 20, 'x') : await desk.type(lines[((i - 1) * 7) % lines.length]!, 20, '', 1)
    if (i >= 100 && i < 400) {
      times.push(since(before))
      clock.push(took)
    }
    if (i === 100) early = heap()
  }
  const late = heap()
  desk.close()
  const at = (list: number[], part: number) => list.sort((a, b) => a - b)[Math.floor(list.length * part)]!
  return { p95: at(times, 0.95), median: at(times, 0.5), clock: at(clock, 0.95), whole: at(wholes, 0.5), memory: late / early }
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
