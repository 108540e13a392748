import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { filesOf } from './intake.ts'

/** One line on standard error about a long run, for a person at a terminal; nobody else sees it. */
export class Progress {
  readonly #total: number | undefined
  readonly #began = Date.now()
  #next = Date.now() + 500
  #shown = false

  /** @param total bytes to read, where that is known */
  constructor(total: number | undefined) {
    this.#total = total
  }

  /**
   * @param done articles judged in this run
   * @param read bytes read in this run
   */
  tell(done: number, known: number, read: number): void {
    const now = Date.now()
    if (now < this.#next) return
    this.#next = now + 200
    this.#shown = true
    const seconds = (now - this.#began) / 1000
    const parts = [`${done} articles`, `${(done / seconds).toFixed(0)}/s`]
    if (known) parts.push(`${known} known`)
    if (this.#total) {
      const share = Math.min(1, read / this.#total)
      parts.push(`${(100 * share).toFixed(1)}% read`)
      // What is known is read in no time: until new articles come, nothing can be said.
      if (done > 100 && share > 0.01) parts.push(`about ${timeOf((seconds / share) * (1 - share))} left at this pace`)
    } else parts.push(`${(read / 1e6).toFixed(0)} MB read`)
    process.stderr.write(`\r\u001B[K${parts.join(', ')}`)
  }

  clear(): void {
    if (this.#shown) process.stderr.write('\r\u001B[K')
    this.#shown = false
  }
}

export function wantsProgress(environment: NodeJS.ProcessEnv): boolean {
  return process.stderr.isTTY === true && !environment['CI'] && environment['TERM'] !== 'dumb'
}

/** How many files are looked at beforehand for the sake of a percentage. */
const MOST_FILES = 100_000

/** Bytes of an archive; undefined where standard input is among it, or where counting would take long. */
export function sizeOf(operands: readonly string[], cwd: string): number | undefined {
  let bytes = 0
  let files = 0
  for (const file of filesOf(operands, cwd)) {
    if (file === '-' || ++files > MOST_FILES) return undefined
    bytes += statSync(resolve(cwd, file), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

function timeOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
