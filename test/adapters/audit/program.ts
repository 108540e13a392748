import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Running {
  readonly child: ChildProcess
  /** Resolves when it is over. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly out: string; readonly err: string }>
}

/** The audit as a program of its own, threads and all, outside the checkout. */
export interface AuditProgram {
  /** A folder to work in. */
  readonly cwd: string
  /** @param input null for a pipe that stays open */
  start(args: readonly string[], input?: string | null): Running
  /** Runs to the end; throws where that is not with `code`. */
  run(args: readonly string[], code?: number, input?: string): Promise<{ readonly out: string; readonly err: string }>
  write(name: string, text: string | Buffer): void
  /** Result lines of a folder, sorted: their order is no matter. */
  results(folder: string): string[]
  report(folder: string): unknown
  remove(): void
}

export async function auditProgram(): Promise<AuditProgram> {
  const home = mkdtempSync(join(tmpdir(), 'fp-audit-program-'))
  const cwd = mkdtempSync(join(tmpdir(), 'fp-audit-'))
  await build({
    entryPoints: ['command', 'judge-worker'].map((name) => join(root, 'src', 'adapters', 'audit', `${name}.ts`)),
    outdir: home, bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external', target: 'node20.19', logLevel: 'warning',
  })
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'), 'junction')
  writeFileSync(join(home, 'package.json'), '{"type": "module"}')
  writeFileSync(join(home, 'main.js'), `import { auditCommand } from './command.js'
process.exitCode = await auditCommand(process.argv.slice(2), { cwd: process.cwd(), environment: process.env, root: ${JSON.stringify(root)} })
`)
  const start: AuditProgram['start'] = (args, input) => {
    const child = spawn(process.execPath, [join(home, 'main.js'), ...args], {
      cwd, env: { PATH: process.env['PATH'], SOURCE_DATE_EPOCH: '1790000000' }, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.stdin?.on('error', () => undefined)
    if (typeof input === 'string') child.stdin!.end(input)
    return { child, ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, out, err }))) }
  }
  return {
    cwd, start,
    async run(args, code = 0, input) {
      const ended = await start(args, input).ended
      if (ended.code !== code) throw new Error(`audit ${args.join(' ')} ended with ${ended.code}: ${ended.err}`)
      return ended
    },
    write: (name, text) => writeFileSync(join(cwd, name), text),
    results: (folder) => readFileSync(join(cwd, folder, 'results.jsonl'), 'utf8').split('\n').filter(Boolean).sort(),
    report: (folder) => JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8')) as unknown,
    remove() {
      for (const folder of [home, cwd]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const SENTENCES = [
  'Talks on the border went on through the week, and no side wished to name a date.', 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.',
  'The minister said exports had risen 12% in April.', 'Some 310 ships left port in the first half.', 'Prices in the region rose 3.4% from a year earlier, data from the statistics office showed.',
]

/** Records of an archive, every one with other words: JSON Lines. */
export function archive(articles: number, sentences = 12): string {
  return Array.from({ length: articles }, (_, n) => `${JSON.stringify({
    id: `a${n}`, title: `Border talks, day ${n}`, author: ['Ines Ruiz', 'Karl Weiss', 'Lena Okoro'][n % 3], date: `2026-0${1 + (n % 9)}-04`, section: ['trade', 'ports'][n % 2],
    body: Array.from({ length: sentences }, (_, s) => SENTENCES[(n + s * s) % SENTENCES.length]!).join(' '),
  })}\n`).join('')
}

/** Waits until something holds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, most = 60_000): Promise<void> {
  const end = Date.now() + most
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
