import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { IsoDate } from '../article/block.ts'
import { EMPTY_BASELINE, readBaseline, type Baseline, type FileBaseline } from '../lint/baseline.ts'
import { ConfigError } from '../lint/config.ts'
import type { WaiverTerms } from '../lint/waivers.ts'
import { globToRegExp } from './globs.ts'
import { FileError, readTextFile } from './text-file.ts'

/** What the archive is forgiven, beside the config. */
export const BASELINE_NAME = 'fineprint-suppressions.json'
/** Waivers for files whose text should not hold them. */
export const WAIVERS_NAME = 'fineprint-waivers.yaml'

/** The day it is, for judging waivers and duties: `SOURCE_DATE_EPOCH` where it is set, else the clock; in UTC, so that no time zone changes a verdict. */
export function today(environment: NodeJS.ProcessEnv = process.env): IsoDate {
  const epoch = environment['SOURCE_DATE_EPOCH']
  const seconds = epoch && /^\d{1,11}$/u.test(epoch) ? Number(epoch) : Date.now() / 1000
  return new Date(seconds * 1000).toISOString().slice(0, 10)
}

/** The nearest file of a name, from a folder upwards; undefined where there is none. */
export function nearestFile(folder: string, name: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, name)
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
}

/** A waiver in a list, and the files it is for. */
export interface ListedWaiver {
  readonly terms: WaiverTerms
  readonly matches: (path: string) => boolean
}

/**
 * Reads `fineprint-waivers.yaml`: a list of `{files, rules, until, by, reason}`. Globs count from the folder of the file.
 * @throws ConfigError, one line that begins with the path
 */
export async function loadWaivers(path: string): Promise<ListedWaiver[]> {
  const { parse } = await import('yaml')
  const fail = (what: string) => new ConfigError(`${path}: ${what}`)
  let value: unknown
  try {
    value = parse(readTextFile(path), { logLevel: 'error' })
  } catch (error) {
    throw fail(error instanceof FileError ? error.message : `is no YAML: ${String((error as Error).message).split('\n', 1)[0]}`)
  }
  const entries: unknown = isRecord(value) && 'waivers' in value ? value['waivers'] : value
  if (entries === null || entries === undefined) return []
  if (!Array.isArray(entries)) throw fail('expected a list of waivers, each with files, rules and a reason')
  const folder = escapeGlob(slashed(dirname(resolve(path))))
  return entries.map((entry: unknown, i): ListedWaiver => {
    if (!isRecord(entry)) throw fail(`waiver ${i + 1}: expected files, rules and a reason`)
    const { files, rules, until, by, reason, ...rest } = entry
    const strange = Object.keys(rest)[0]
    if (strange !== undefined) throw fail(`waiver ${i + 1}: there is no \`${strange}\`, expected files, rules, until, by or reason`)
    const globs = [files].flat()
    const ids = [rules].flat()
    if (!globs.length || !globs.every((glob) => typeof glob === 'string')) throw fail(`waiver ${i + 1}: \`files\`: expected a glob or a list of globs`)
    if (!ids.length || !ids.every((id) => typeof id === 'string')) throw fail(`waiver ${i + 1}: \`rules\`: expected a rule or a list of rules`)
    const patterns = globs.map((glob) => globToRegExp(glob.startsWith('/') ? glob : `${folder}/${glob.replace(/^\.\//u, '')}`))
    return {
      terms: { rules: ids, ...(until ? { until: String(until) } : {}), ...(by ? { by: String(by) } : {}), ...(reason ? { reason: String(reason) } : {}) },
      matches: (file) => patterns.some((pattern) => pattern.test(slashed(resolve(file)))),
    }
  })
}

/** A baseline and the folder its paths count from. */
export interface BaselineFile {
  readonly path: string
  readonly baseline: Baseline
}

/**
 * Reads a baseline; one that does not exist yet is empty.
 * @throws ConfigError, one line that begins with the path
 */
export function loadBaseline(path: string): BaselineFile {
  if (!existsSync(path)) return { path, baseline: EMPTY_BASELINE }
  try {
    return { path, baseline: readBaseline(readTextFile(path)) }
  } catch (error) {
    throw new ConfigError(`${path}: ${(error as Error).message}`)
  }
}

/** The name a file has in a baseline: its path from the baseline's folder, with `/`. */
export function nameIn({ path }: Pick<BaselineFile, 'path'>, file: string): string {
  return slashed(relative(dirname(resolve(path)), resolve(file)))
}

/** What a baseline forgives a file. */
export function forgivenIn(file: BaselineFile, path: string): FileBaseline {
  return file.baseline.files[nameIn(file, path)] ?? {}
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

function escapeGlob(path: string): string {
  return path.replace(/[*?{}[\],\\]/gu, '\\$&').replace(/\/$/u, '')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
