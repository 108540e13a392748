import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Article } from '../../article/article.ts'
import { createLinter, type Linter } from '../../fineprint.ts'
import { applyBaseline, type FileBaseline } from '../../lint/baseline.ts'
import type { Format } from '../../formats/format.ts'
import { ownFormats } from '../../formats/own.ts'
import { ConfigError, formatsIn } from '../../lint/config.ts'
import type { Finding } from '../../lint/finding.ts'
import { BASELINE_NAME, forgivenIn, loadBaseline, loadWaivers, nearestFile, today, WAIVERS_NAME, type BaselineFile, type ListedWaiver } from '../beside-config.ts'
import { findConfig, loadConfig, matcherFor, type ImportModule, type LoadedConfig } from '../load-config.ts'

/** What an editor may set. */
export interface EditorSettings {
  /** A config file for everything, in place of the nearest one. */
  readonly config: string | undefined
  /** False where the workspace's own code must not run: only JSON and YAML configs are read then. */
  readonly trusted: boolean
}

/** What holds for one file. */
export interface Policy {
  /** Findings on each article of a file, those marked that a waiver or the baseline lets stand. */
  lint(articles: readonly Article[]): readonly (readonly Finding[])[]
  /** Formats of the newsroom's own. */
  readonly formats: readonly Format[]
  readonly linter: Linter
  /** The same object as long as nothing it was read from has changed. */
  readonly read: object
  /** Files it was read from, the nearest first. */
  readonly configs: readonly string[]
  /** What is wrong with them, one line: the built-in settings hold then. */
  readonly problem: string | undefined
}

/** What was read for a folder, and of when its files are. */
interface Read {
  readonly linter: Linter
  readonly formats: readonly Format[]
  readonly configs: readonly string[]
  readonly problem: string | undefined
  readonly waivers: readonly ListedWaiver[]
  readonly baseline: BaselineFile | undefined
  readonly watched: readonly string[]
  readonly stamp: string
  readonly day: string
  checked: number
}

/** How long what was read is taken for fresh without a look at the disk, in milliseconds. */
const FRESH = 1000
const RUNS_CODE = /\.(?:[cm]?[jt]s)$/iu

/** Settings by folder: read once, read again when a file of theirs has changed. */
export class Policies {
  readonly #settings: EditorSettings
  readonly #read = new Map<string, Promise<Read>>()
  readonly #import: ImportModule | undefined

  /** @param importModule imports config files that are programs */
  constructor(settings: EditorSettings, importModule?: ImportModule) {
    this.#settings = settings
    this.#import = importModule
  }

  /** Forgets everything: the next question reads the disk. */
  forget(): void {
    this.#read.clear()
  }

  /**
   * @param path of the file on disk, which need not exist
   * @param now milliseconds, for whether it is time to look at the disk again
   */
  async for(path: string, now = Date.now()): Promise<Policy> {
    const folder = dirname(path)
    let read = await this.#of(folder)
    if (now - read.checked > FRESH) {
      read.checked = now
      if (read.day !== today() || read.stamp !== stampOf(this.#filesFor(folder, read.watched))) {
        this.#read.delete(folder)
        read = await this.#of(folder)
      }
    }
    return policyOf(read, path)
  }

  #of(folder: string): Promise<Read> {
    let read = this.#read.get(folder)
    if (!read) this.#read.set(folder, (read = this.#load(folder)))
    return read
  }

  #filesFor(folder: string, watched: readonly string[]): (string | undefined)[] {
    return [this.#settings.config ?? findConfig(folder), ...watched, nearestFile(folder, WAIVERS_NAME), nearestFile(folder, BASELINE_NAME)]
  }

  async #load(folder: string): Promise<Read> {
    const problems: string[] = []
    const attempt = async <T>(what: () => T | Promise<T>, otherwise: T): Promise<T> => {
      try {
        return await what()
      } catch (error) {
        problems.push(error instanceof ConfigError ? error.message : String(error))
        return otherwise
      }
    }
    const path = this.#settings.config ?? findConfig(folder)
    const loaded = path === undefined ? undefined : await attempt(() => this.#loadConfig(path), undefined)
    const day = today()
    const configured = await attempt(() => createLinter({ asOf: day, ...loaded?.config }), undefined)
    const config = configured ? loaded?.config : undefined
    const waivers = nearestFile(folder, WAIVERS_NAME)
    const baseline = nearestFile(folder, BASELINE_NAME)
    const read = {
      linter: configured ?? createLinter({ asOf: day }),
      formats: config ? ownFormats(formatsIn(config), config.fields) : [],
      configs: loaded?.paths ?? [],
      watched: loaded?.watched ?? [],
      problem: undefined,
      waivers: waivers ? await attempt(() => loadWaivers(waivers), []) : [],
      baseline: baseline ? await attempt(() => loadBaseline(baseline), undefined) : undefined,
      day,
      checked: Date.now(),
    }
    return { ...read, problem: problems[0], stamp: stampOf(this.#filesFor(folder, read.watched)) }
  }

  async #loadConfig(path: string): Promise<LoadedConfig> {
    if (!this.#settings.trusted && RUNS_CODE.test(basename(path))) {
      throw new ConfigError(`${path}: is code, and this workspace is not trusted: the built-in settings hold`)
    }
    return loadConfig(path, { code: this.#settings.trusted, fresh: true, ...(this.#import ? { importModule: this.#import } : {}) })
  }
}

function policyOf(read: Read, path: string): Policy {
  const { linter, formats, configs, problem, waivers, baseline } = read
  const listed = waivers.filter((waiver) => waiver.matches(path)).map((waiver) => waiver.terms)
  const options = { path, matches: matcherFor(path), ...(listed.length ? { waivers: listed } : {}) }
  const known: FileBaseline = baseline ? forgivenIn(baseline, path) : {}
  return { linter, formats, read, configs, problem, lint }

  /** The baseline is the file's, so what forgave something in one article is used up for the next. */
  function lint(articles: readonly Article[]): readonly (readonly Finding[])[] {
    let left = known
    return articles.map((article) => {
      const judged = applyBaseline(article, linter.lint(article, options), left)
      left = judged.stale
      return judged.findings
    })
  }
}

/** Names and times of files, as one word to compare. */
function stampOf(paths: readonly (string | undefined)[]): string {
  return paths.map((path) => (path === undefined ? '-' : `${path}@${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0}`)).join('|')
}
