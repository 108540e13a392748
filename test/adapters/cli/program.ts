import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { buildProgram } from '../../../scripts/build-program.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Program {
  /** Runs the program in a folder; the environment holds nothing but PATH and what is given. */
  run(args: readonly string[], options?: { cwd?: string; env?: Record<string, string>; input?: string | Buffer }): Ran
  /** A new folder with these files. */
  folder(files?: Readonly<Record<string, string | Buffer>>): string
  /** The script that `run` runs. */
  entry(): string
}

/** Builds the real program once for a test file, outside the checkout; everything it wrote is gone afterwards. */
export function program(): Program {
  const made: string[] = []
  let built = ''
  let kept = ''
  beforeAll(async () => {
    // Laid out as the installed package is: the program finds its manifest and the rules' pages two folders up.
    const home = mkdtempSync(join(tmpdir(), 'fineprint-program-'))
    made.push(home)
    cpSync(join(root, 'package.json'), join(home, 'package.json'))
    cpSync(join(root, 'rules'), join(home, 'rules'), { recursive: true })
    built = join(home, 'dist', 'cli')
    kept = join(home, 'kept')
    await buildProgram(built)
  })
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true })
  })
  return {
    entry: () => join(built, 'fineprint.cjs'),
    folder(files = {}) {
      const folder = mkdtempSync(join(tmpdir(), 'fineprint-test-'))
      made.push(folder)
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), content)
      }
      return folder
    },
    run(args, { cwd = root, env = {}, input = '' } = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, 'fineprint.cjs'), ...args], {
        cwd, input, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', FINEPRINT_CACHE_DIR: kept, ...env }, maxBuffer: 1 << 28,
      })
      return { code: status, out: stdout, err: stderr }
    },
  }
}
