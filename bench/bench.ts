// Measures ratios in one run and holds them against their budgets: npm run bench [-- part of a name]. Build first.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { BUDGETS, type Measure } from './budgets.ts'
import { manyStories, markdownArticle } from './articles.ts'
import { hosts } from './eslint.ts'
import { inWords, measureGate } from './gate.ts'
import { installSize } from './install-size.ts'
import { typing } from './keystroke.ts'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist', 'cli', 'fineprint.cjs')
const wanted = process.argv.slice(2)
let over = 0

if (!existsSync(program)) {
  console.log('there is no dist/cli, run npm run build first')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'fineprint-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const subject = join(folder, 'subject.cjs')
await build({ entryPoints: [join(import.meta.dirname, 'subject.ts')], outfile: subject, bundle: true, format: 'cjs', platform: 'node', logLevel: 'error' })
const { createLinter, read, parseGfm } = (await import(pathToFileURL(subject).href)) as typeof import('./subject.ts')

/** Processor time of this process so far, in nanoseconds: what else the machine does counts little in it. */
const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return BigInt(user + system) * 1000n
}

/**
 * Two jobs by turns, so that what else the machine does weighs on both; the ratio of their medians. The first turn only warms up.
 * @param clock what is measured, in nanoseconds: the processor time of jobs in this process; the clock for those that start others
 */
function ratio(ours: () => void, theirs: () => void, turns: number, warm = 1, clock = process.hrtime.bigint): number {
  const took: [number[], number[]] = [[], []]
  for (let i = -warm; i < turns; i++) {
    for (const [side, job] of [[0, theirs], [1, ours]] as const) {
      const before = clock()
      job()
      if (i >= 0) took[side].push(Number(clock() - before))
    }
  }
  const [theirTime, ourTime] = took.map((times) => times.sort((a, b) => a - b)[times.length >> 1]!) as [number, number]
  console.log(`    ${(ourTime / 1e6).toFixed(1)} ms against ${(theirTime / 1e6).toFixed(1)} ms`)
  return ourTime / theirTime
}

function measure(name: Measure, take: () => number): void {
  if (wanted.length && !wanted.some((part) => name.includes(part))) return
  console.log(name)
  const found = take()
  const budget = BUDGETS[name]
  const fits = found <= budget
  if (!fits) over++
  console.log(`  ${found.toFixed(2)} of at most ${budget}: ${fits ? 'ok' : 'over'}\n`)
}

const story = markdownArticle(1, 800)
writeFileSync(join(folder, 'story.md'), story)
writeFileSync(join(folder, 'story.txt'), story.replace(/^---[^]*?---\n/u, ''))

/**
 * Of whole processes, by turns: the ratio of the medians of their processor time, all threads together, which holds on a busy
 * machine too. The time on the clock is printed beside it; on a quiet machine it is the smaller where a program uses two threads.
 */
function startUp(ours: readonly string[], theirs: readonly string[], turns: number, cwd = folder): number {
  const clock: [number[], number[]] = [[], []]
  const processor: [number[], number[]] = [[], []]
  const hook = ['--require', join(import.meta.dirname, 'processor-time.cjs')]
  for (let i = 0; i < turns; i++) {
    for (const [side, args] of [[0, theirs], [1, ours]] as const) {
      const before = process.hrtime.bigint()
      const { status, stderr } = spawnSync(process.execPath, [...hook, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { PATH: process.env['PATH'] } })
      if (status === null || status > 1) throw new Error(`${args.join(' ')}: ${stderr}`)
      clock[side].push(Number(process.hrtime.bigint() - before) / 1e6)
      processor[side].push(Number(/processor-time=(\d+)/u.exec(stderr)?.[1]) / 1e3)
    }
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!
  const [theirClock, ourClock, their, our] = [...clock, ...processor].map(middle) as [number, number, number, number]
  console.log(`    ${our.toFixed(1)} ms against ${their.toFixed(1)} ms of processor time; on the clock ${(ourClock / theirClock).toFixed(2)} times`)
  return our / their
}

measure('cold start, one Markdown file / node -e 0', () => startUp([program, 'story.md'], ['-e', '0'], 15))
for (const args of [['init', '-q'], ['add', 'story.md']]) spawnSync('git', args, { cwd: folder })
measure('cold start, --staged, one file / node -e 0', () => startUp([program, '--staged'], ['-e', '0'], 15))
measure('cold start, one plain-text file / node -e 0', () => startUp([program, 'story.txt'], ['-e', '0'], 15))

// Different articles each turn: a text seen before is faster in every program.
const few = Array.from({ length: 40 }, (_, i) => markdownArticle(i + 100, 800))
const linter = createLinter()
const parseAll = () => few.forEach((text) => parseGfm(text))
const lintAll = () => few.forEach((text) => linter.lint(text, { path: 'story.md' }))
measure('whole lint of an 800-word article / its Markdown parse', () => ratio(lintAll, parseAll, 7, 1, processorTime))
measure('analysis and rules alone / that parse', () => {
  // An article keeps what it found, so each is read afresh, outside the time taken.
  const ours: number[] = []
  const theirs: number[] = []
  const timed = (job: () => void) => {
    const before = processorTime()
    job()
    return Number(processorTime() - before)
  }
  for (let turn = 0; turn < 8; turn++) {
    const articles = few.map((text) => read(text, 'story.md'))
    const times = [timed(parseAll), timed(() => articles.forEach((article) => linter.lint(article)))] as const
    if (turn > 0) {
      theirs.push(times[0])
      ours.push(times[1])
    }
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!
  console.log(`    ${(middle(ours) / 1e6).toFixed(1)} ms against ${(middle(theirs) / 1e6).toFixed(1)} ms`)
  return middle(ours) / middle(theirs)
})

measure('50,000 words in one article / in fifty', () => {
  const fifty = Array.from({ length: 50 }, (_, i) => markdownArticle(i + 1000, 1000))
  const one = fifty.map((text, i) => (i === 0 ? text : text.replace(/^---[^]*?---\n/u, ''))).join('\n')
  return ratio(() => linter.lint(one, { path: 'story.md' }), () => fifty.forEach((text) => linter.lint(text, { path: 'story.md' })), 5, 1, processorTime)
})

for (const [format, path] of [['text', 'a.txt'], ['Markdown', 'a.md'], ['HTML', 'a.html']] as const) {
  measure(`two megabytes in one ${format} file / in four`, () => {
    const quarters = Array.from({ length: 4 }, (_, i) => manyStories(500_000, path, i * 1000))
    const whole = manyStories(2_000_000, path)
    return ratio(() => linter.lint(whole, { path }), () => quarters.forEach((text) => linter.lint(text, { path })), 3, 1, processorTime)
  })
}

measure('1,000 articles, one process / ESLint with @eslint/markdown', () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let i = 0; i < 1000; i++) writeFileSync(join(many, `${i}.md`), markdownArticle(i + 5000, 750))
  const eslint = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js')
  const config = join(root, 'bench', 'eslint.config.js')
  return startUp([program, '--concurrency', 'off', '-o', join(folder, 'out'), many], [eslint, '--no-config-lookup', '-c', config, '-o', join(folder, 'out'), '.'], 1, many)
})

measure('audit in two threads / the linter in one process, 1,000 articles', () => {
  const archive = join(folder, 'archive')
  mkdirSync(archive)
  for (let i = 0; i < 1000; i++) writeFileSync(join(archive, `${i}.md`), markdownArticle(i + 9000, 750))
  const audit = ['audit', '--restart', '--concurrency', '2', '-o', join(folder, 'audited'), archive]
  const times = startUp([program, ...audit], [program, '--concurrency', 'off', '-o', join(folder, 'out'), archive], 3, archive)
  console.log(`    on two idle cores ${(2 / times).toFixed(2)} times the articles a second, start and report included`)
  return times
})

if (wanted.length === 0 || wanted.some((part) => 'keystroke server'.includes(part))) {
  const { p95, median, clock, whole, memory } = await typing(folder)
  console.log(`    keystroke to diagnostics: p95 ${p95.toFixed(1)} ms, median ${median.toFixed(1)} ms of processor time (p95 ${clock.toFixed(1)} ms on the clock); the whole article ${whole.toFixed(1)} ms\n`)
  measure('keystroke in a 5,000-word article / its whole check', () => median / whole)
  measure('heap of the server after 1,000 edits / after 100', () => memory)
}

hosts({ root, folder, measure, startUp })

const isWanted = (words: string) => wanted.length === 0 || wanted.some((part) => words.includes(part))
if (isWanted('gate') && !existsSync('/proc/self/stat')) console.log('the gate is measured on Linux alone: processor time and memory come from /proc\n')
else if (isWanted('gate')) {
  const figures = await measureGate()
  console.log(`    ${inWords(figures).replace(/\n/gu, '\n    ')}\n`)
  measure('gate: articles a second of the linter alone / verdicts a second', () => figures.articles / figures.verdicts)
}
if (isWanted('install size')) {
  const { own, linter: needs, gate, packages } = installSize(root)
  console.log(`install size: ${own.toFixed(1)} MB of our own, ${needs.toFixed(1)} MB of what it needs; with the gate ${gate.toFixed(1)} MB more; ${packages} packages in all\n`)
}

console.log(over ? `${over} over budget` : 'all within budget')
process.exitCode = over ? 1 : 0
