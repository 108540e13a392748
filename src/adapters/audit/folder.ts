import { closeSync, createReadStream, existsSync, fdatasync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { canonical } from '../digest.ts'
import { linesOf } from './lines.ts'
import type { Policy } from './policy.ts'
import type { Result } from './result.ts'
import { Seen } from './seen.ts'

/** What a run was asked, kept beside its results so that the next one goes on with the same. */
export interface RunFile {
  readonly schemaVersion: 1
  readonly version: string
  readonly digest: string
  readonly policy: Policy
  /** What is read and how; results of other inputs are another audit. */
  readonly intake: unknown
}

/** A folder that cannot be used, in one line that says what to do. */
export class FolderError extends Error {}

export const RESULTS = 'results.jsonl'
/** A result is a few kilobytes, of an article with 200 findings a hundred. */
const LONGEST_RESULT = 64 * 1024 * 1024

/** The folder of an audit, opened by one process at a time. */
export interface Folder {
  readonly path: string
  /** What was done in earlier runs. */
  readonly seen: Seen
  /** Results of earlier runs that counted. */
  readonly kept: number
  /** Writes whole lines behind the others. */
  append(lines: string): void
  /** What was appended is on disk when this resolves. */
  checkpoint(): Promise<void>
  /** Takes results out whose article the archive no longer holds; gives how many. */
  dropUnmet(): Promise<number>
  close(): void
}

/** Reads what a folder says of its run; undefined where there is none. */
export function readRunFile(path: string): RunFile | undefined {
  if (!existsSync(join(path, 'run.json'))) return undefined
  try {
    return JSON.parse(readFileSync(join(path, 'run.json'), 'utf8')) as RunFile
  } catch {
    throw new FolderError(`${path}: its run.json cannot be read: --restart begins anew, or give another folder with --out`)
  }
}

/** Writes it without the config itself: that may hold a register of interests, which is nobody's who reads a report. */
export function writeRunFile(path: string, { schemaVersion, version, digest, policy, intake }: RunFile): void {
  const { config: _, ...rest } = policy
  writeWhole(join(path, 'run.json'), `${JSON.stringify({ schemaVersion, version, digest, policy: rest, intake } satisfies RunFile, null, 2)}\n`)
}

/**
 * Opens a folder for a run, and finds what is done already.
 * @throws FolderError where the folder holds another audit, or another process is at it
 */
export async function openFolder(path: string, run: RunFile, restart: boolean): Promise<Folder> {
  const before = restart ? undefined : readRunFile(path)
  if (before && before.digest !== run.digest) {
    throw new FolderError(`${path}: was begun with other rules (${before.digest.slice(0, 12)} by fineprint ${before.version}, now ${run.digest.slice(0, 12)} by ${run.version}): --restart judges everything anew, or give another folder with --out`)
  }
  if (before && canonical(before.intake) !== canonical(run.intake)) {
    throw new FolderError(`${path}: holds an audit of other inputs, or of the same read in another way: --restart begins anew, or give another folder with --out`)
  }
  if (!before && !restart && existsSync(join(path, RESULTS))) throw new FolderError(`${path}: holds results of something else: give another folder with --out`)
  mkdirSync(path, { recursive: true })
  const unlock = lock(join(path, 'lock'))
  try {
    if (restart) for (const name of [RESULTS, 'report.json', 'report.md', 'report.html']) rmSync(join(path, name), { force: true })
    if (!before) writeRunFile(path, run)
    return await opened(path, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function opened(path: string, unlock: () => void): Promise<Folder> {
  const results = join(path, RESULTS)
  const seen = new Seen()
  const { kept, whole } = existsSync(results) ? await recover(results, seen) : { kept: 0, whole: 0 }
  let handle = openSync(results, 'a')
  if (existsSync(results) && statSync(results).size > whole) {
    ftruncateSync(handle, whole)
    fsyncSync(handle)
  }
  let wrote = false
  const sync = promisify(fdatasync)
  return {
    path, seen, kept,
    append(lines) {
      const bytes = Buffer.from(lines)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      wrote = true
    },
    async checkpoint() {
      if (!wrote) return
      wrote = false
      await sync(handle)
    },
    async dropUnmet() {
      if (seen.unmet === 0) return 0
      closeSync(handle)
      const dropped = await rewrite(results, (key) => seen.wasMet(key))
      handle = openSync(results, 'a')
      return dropped
    },
    close() {
      fsyncSync(handle)
      closeSync(handle)
      unlock()
    },
  }
}

/**
 * Reads what earlier runs wrote. What is not whole is cut off and done again: a line torn by a crash, what stands behind it, and
 * the first parts of a file of several articles whose last part is missing.
 */
async function recover(results: string, seen: Seen): Promise<{ kept: number; whole: number }> {
  const { size } = statSync(results)
  let kept = 0
  let whole = 0
  let open = 0
  for await (const { bytes, to } of linesOf(createReadStream(results, { highWaterMark: 1 << 18 }), LONGEST_RESULT)) {
    const result = to < size ? parsed(bytes) : undefined
    if (!result) break
    open++
    if ('part' in result && result.part && result.part[0] < result.part[1]) continue
    if (seen.addDone(result.key)) kept += open
    open = 0
    whole = to + 1
  }
  return { kept, whole }
}

function parsed(bytes: Buffer | undefined): Result | undefined {
  if (!bytes) return undefined
  try {
    const result = JSON.parse(bytes.toString()) as Result
    return typeof result.key === 'string' ? result : undefined
  } catch {
    return undefined
  }
}

async function rewrite(results: string, stays: (key: string) => boolean): Promise<number> {
  const beside = `${results}.new`
  const handle = openSync(beside, 'w')
  let dropped = 0
  for await (const { bytes } of linesOf(createReadStream(results, { highWaterMark: 1 << 18 }), LONGEST_RESULT)) {
    const result = parsed(bytes)
    if (result && stays(result.key)) writeSync(handle, `${bytes!.toString()}\n`)
    else dropped++
  }
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, results)
  return dropped
}

/** Every result of a folder, one after the other. */
export async function* resultsIn(path: string): AsyncGenerator<Result> {
  for await (const { bytes } of linesOf(createReadStream(join(path, RESULTS), { highWaterMark: 1 << 18 }), LONGEST_RESULT)) {
    const result = parsed(bytes)
    if (result) yield result
  }
}

/** Writes a file in one step: it is there whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.new`
  const handle = openSync(beside, 'w')
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, path)
}

/** One process at a time; a lock whose process is gone is taken over. */
function lock(path: string): () => void {
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(path, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const { host, pid } = holder(path)
      if (host !== undefined && (host !== hostname() || isAlive(pid))) {
        throw new FolderError(`${path}: process ${pid} on ${host} is at this audit; where that is no longer so, delete this file`)
      }
      try {
        unlinkSync(path)
      } catch {
        // Somebody else took it over.
      }
    }
  }
  throw new FolderError(`${path}: cannot be taken`)
}

function holder(path: string): { host?: string; pid: number } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { host: string; pid: number }
  } catch {
    return { pid: 0 }
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
