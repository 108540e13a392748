import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, 'node_modules', '.cache', 'fineprint')
/** What goes into the package as it is. */
const SHIPPED = ['rules', 'docs', 'package.json', 'README.md', 'LICENSE', 'fineprint.schema.json', 'ledger.schema.json']
/** What the package is made of; a change to any of it makes another package. */
const SOURCES = [...SHIPPED, 'src', 'presets', 'scripts', 'examples/story.md', 'tsconfig.json', 'tsconfig.build.json']
/** What a project beside fineprint has installed: enough for every example. */
const NEIGHBOURS = ['eslint', '@eslint/markdown', '@typescript-eslint/parser', 'typescript', 'remark', 'remark-cli', 'rehype', 'unified', 'remark-parse', 'unified-language-server', 'esbuild', '@types/node']

/**
 * The package as `npm pack` makes it, built once for the same sources, whichever test asks first. `FINEPRINT_PACKED` names
 * one that was packed before.
 */
export async function packed(): Promise<string> {
  const before = process.env['FINEPRINT_PACKED']
  if (before) return before
  return once(join(cache, `pack-${hashOf(SOURCES)}`), 'fineprint.tgz', (folder) => {
    const source = join(folder, 'source')
    for (const path of SHIPPED) if (existsSync(join(root, path))) cpSync(join(root, path), join(source, path), { recursive: true })
    // Built from the checkout: the compiler leaves out data that lies below a node_modules.
    npm(root, 'run', 'build', '--', '--out', join(source, 'dist'))
    const [{ filename }] = JSON.parse(npm(source, 'pack', '--json', '--ignore-scripts')) as [{ filename: string }]
    renameSync(join(source, filename), join(folder, 'fineprint.tgz'))
    rmSync(source, { recursive: true, force: true })
  })
}

/**
 * A folder whose `node_modules` holds fineprint, installed by npm from the packed package, and its hosts. Tests put their
 * own project into a folder below it.
 */
export async function installed(): Promise<string> {
  const tarball = await packed()
  const folder = join(cache, `installed-${hashOf([tarball])}`)
  await once(folder, 'node_modules', () => {
    const { devDependencies, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const neighbours = NEIGHBOURS.map((name) => [name, devDependencies![name] ?? dependencies![name] ?? '*'])
    const manifest = { private: true, type: 'module', dependencies: { fineprint: `file:${tarball}`, ...Object.fromEntries(neighbours) } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    npm(folder, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts')
  })
  return folder
}

/** A fresh copy of one of the examples, below an installed package. */
export async function example(name: string): Promise<string> {
  const folder = join(await installed(), `${name}-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, 'examples', name), folder, { recursive: true, filter: (path) => !path.includes('node_modules') })
  return folder
}

/** Makes a folder unless `product` stands in it; several processes may ask at the same time. */
async function once(folder: string, product: string, make: (folder: string) => void): Promise<string> {
  const path = join(folder, product)
  const lock = `${folder}.lock`
  mkdirSync(cache, { recursive: true })
  for (;;) {
    if (existsSync(path) && !existsSync(lock)) return path
    try {
      mkdirSync(lock)
      break
    } catch {
      // A run that was killed leaves its lock behind.
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 240_000) rmSync(lock, { recursive: true, force: true })
      await wait(200)
    }
  }
  try {
    if (!existsSync(path)) {
      forgetOld()
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      make(folder)
    }
    return path
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Packages of sources that have changed since go after an hour: an installed one is large. */
function forgetOld(): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true })
  }
}

/** Runs npm; what it said is part of the error when it fails. */
function npm(cwd: string, ...args: string[]): string {
  try {
    return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`npm ${args.join(' ')} failed in ${cwd}\n${stdout}\n${stderr}`, { cause: error })
  }
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(path.startsWith(root) ? root.length : 0)).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of paths) add(resolve(root, path))
  return hash.digest('hex').slice(0, 16)
}
