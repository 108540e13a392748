import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why a client was not tried: said in one line, and no failure. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

export const root = join(import.meta.dirname, '..', '..')
/** Where clients are installed and kept from run to run. */
export const scratch = process.env['FINEPRINT_CLIENTS'] ?? join(tmpdir(), 'fineprint-clients')
mkdirSync(scratch, { recursive: true })

/** A folder of its own for one try. */
export function fresh(name: string, inside = scratch): string {
  return mkdtempSync(join(inside, `${name}-`))
}

/** Makes sure that programs are there, from Debian's packages where this may install them. */
export function need(programs: readonly string[], packages: readonly string[]): void {
  const missing = () => programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
  if (missing().length === 0) return
  const mayInstall = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0
  if (mayInstall) spawnSync('sh', ['-c', `apt-get update -q && apt-get install -y -q --no-install-recommends ${packages.join(' ')}`], { stdio: 'ignore' })
  if (missing().length > 0) throw new Skipped(`${missing().join(', ')} is not installed${mayInstall ? ' and could not be' : ''} (apt-get install ${packages.join(' ')})`)
}

/** Makes sure that npm packages are in a folder of the scratch place. */
export function needPackages(name: string, packages: readonly string[], ...options: string[]): string {
  const folder = join(scratch, name)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private": true}')
  const ready = join(folder, '.ready')
  if (existsSync(ready)) return folder
  const ran = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...options, ...packages], { cwd: folder, stdio: 'ignore' })
  if (ran.status !== 0) throw new Skipped(`npm could not install ${packages.join(' ')}`)
  writeFileSync(ready, '')
  return folder
}

/** Runs a program and gives what it said; a failure is thrown with its output unless `mayFail`. */
export function run(program: string, args: readonly string[], options: { cwd: string; env?: Record<string, string>; mayFail?: true }): { code: number; text: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: options.cwd, env: { ...process.env, ...options.env }, encoding: 'utf8', timeout: 600_000 })
  if (error) throw error
  const text = `${stdout}${stderr}`
  if (status !== 0 && !options.mayFail) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${text}`)
  return { code: status ?? 1, text }
}

/** The package as npm would publish it, built and packed once; `FINEPRINT_PACKED` names one that was packed before. */
let packed = process.env['FINEPRINT_PACKED']
export function tarball(): string {
  if (packed) return packed
  execFileSync('npx', ['tsx', 'scripts/build.ts'], { cwd: root, stdio: 'ignore' })
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1)!
  return (packed = join(scratch, name))
}

/** @throws Error that says what was expected */
export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}
