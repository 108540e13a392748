import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { builtIn } from '../../catalog.ts'
import type { Checked } from './check-files.ts'
import type { Standing } from './settings.ts'

/** What is kept of one file. */
interface Kept {
  /** Text, settings and everything else that decides, as one word. */
  readonly key: string
  readonly modified: number
  readonly size: number
  readonly result: Omit<Checked, 'path' | 'text'>
}

/** Results of earlier runs, found again by content: the same text under the same rules gives the same findings. */
export class ResultCache {
  readonly #path: string
  readonly #version: string
  readonly #cwd: string
  readonly #byContent: boolean
  readonly #files = new Map<string, Kept>()
  #changed = false

  /**
   * @param version of rules and program: what was kept under another is not used
   * @param byContent false trusts a file's time and size
   */
  constructor(path: string, version: string, cwd: string, byContent: boolean) {
    this.#path = path
    this.#version = version
    this.#cwd = cwd
    this.#byContent = byContent
    try {
      const stored = JSON.parse(readFileSync(path, 'utf8')) as { version: string; files: Record<string, Kept> }
      if (stored.version === version) this.#files = new Map(Object.entries(stored.files))
    } catch {
      // None yet, or none that can be read: everything is checked.
    }
  }

  /** What is known of a file under these settings; undefined where it must be checked. Rules and formats of one's own are code that may change: they are not kept. */
  find(path: string, standing: Standing, read: () => string): Checked | undefined {
    const kept = this.#files.get(path)
    if (!kept || !isPlain(standing)) return undefined
    const stats = statSync(resolve(this.#cwd, path), { throwIfNoEntry: false })
    if (!stats) return undefined
    const same = !this.#byContent && stats.mtimeMs === kept.modified && stats.size === kept.size
    if (same && kept.result.findings.length === 0 && kept.key.startsWith(`${keyOf(standing)}:`)) return { ...kept.result, path, text: '' }
    const text = read()
    return kept.key === `${keyOf(standing)}:${digest(text)}` ? { ...kept.result, path, text } : undefined
  }

  keep(checked: Checked, standing: Standing, text: string): void {
    const stats = statSync(resolve(this.#cwd, checked.path), { throwIfNoEntry: false })
    if (!stats || !isPlain(standing)) return
    const { path, text: _text, ...result } = checked
    this.#files.set(path, { key: `${keyOf(standing)}:${digest(text)}`, modified: stats.mtimeMs, size: stats.size, result })
    this.#changed = true
  }

  /** Writes what was learned; files that are gone are left out. A folder that cannot be written is no error. */
  save(): void {
    if (!this.#changed) return
    const files = Object.fromEntries([...this.#files].filter(([path]) => existsSync(resolve(this.#cwd, path))).sort(([a], [b]) => (a < b ? -1 : 1)))
    try {
      mkdirSync(dirname(this.#path), { recursive: true })
      const beside = `${this.#path}.${process.pid}`
      writeFileSync(beside, JSON.stringify({ version: this.#version, files }))
      renameSync(beside, this.#path)
    } catch {
      // The next run checks again.
    }
  }
}

function isPlain({ catalog, formats }: Standing): boolean {
  return catalog === builtIn && formats.length === 0
}

function keyOf({ settings, around, baseline }: Standing): string {
  return digest(JSON.stringify([[...settings], around, baseline]))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}
