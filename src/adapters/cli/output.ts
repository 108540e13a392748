import { fstatSync, statSync, mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from './args.ts'

/** Writes to standard output or standard error at once, in order. A reader that has gone away is no error. */
export function writeTo(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // A pipe that is full and was set not to block: wait until somebody reads.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      else if (code === 'EPIPE' || code === 'EIO' || code === 'ECONNRESET') return
      else throw error
    }
  }
}

/** Whether a person sees this stream in a terminal. */
export function isTerminal(descriptor: 1 | 2): boolean {
  try {
    // Loading what knows terminals takes a tenth of a short run, and a pipe, a file or the null device is never one.
    const stream = fstatSync(descriptor)
    if (!stream.isCharacterDevice() || (process.platform !== 'win32' && stream.rdev === statSync('/dev/null').rdev)) return false
    return descriptor === 1 ? process.stdout.isTTY : process.stderr.isTTY
  } catch {
    return false
  }
}

/** Whether to colour: an option wins over FORCE_COLOR, that over NO_COLOR and TERM=dumb, those over what the stream is. */
export function wantsColor(option: boolean | undefined, environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (option !== undefined) return option
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (environment['NO_COLOR']) return false
  return terminal && environment['TERM'] !== 'dumb'
}

/** How wide a line may be: the terminal's columns where there is one. */
export function widthOf(terminal: boolean, environment: NodeJS.ProcessEnv): number {
  const columns = terminal ? (process.stdout.columns ?? 0) : Number(environment['COLUMNS'] ?? 0)
  return columns >= 40 ? Math.min(columns, 120) : 100
}

/** Sends a report to standard output, or to a file whose folders are made where they are missing. */
export function deliver(text: string, path: string | undefined, cwd: string): void {
  if (path === undefined) {
    if (text) writeTo(1, text)
    return
  }
  try {
    mkdirSync(dirname(resolve(cwd, path)), { recursive: true })
    writeFileSync(resolve(cwd, path), text)
  } catch (error) {
    throw new UsageError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`)
  }
}
