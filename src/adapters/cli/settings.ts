import { dirname, resolve } from 'node:path'
import { builtIn, DEFAULT_PRESET } from '../../catalog.ts'
import type { FileBaseline } from '../../lint/baseline.ts'
import type { Circumstances } from '../../lint/check.ts'
import type { Format } from '../../formats/format.ts'
import { ConfigError, formatsIn, reportersIn, settingsFor, type Catalog, type Config, type Settings } from '../../lint/config.ts'
import type { Reporter } from '../../lint/report.ts'
import { findConfig, loadConfig, matcherFor, type ImportModule } from '../load-config.ts'
import { today } from '../beside-config.ts'
import type { Arguments } from './args.ts'
import { Beside } from './beside.ts'

/** What holds for one file. */
export interface Standing {
  readonly settings: Settings
  readonly catalog: Catalog
  readonly around: Circumstances
  /** The config files that were read, the nearest first; none where only built-in settings hold. */
  readonly configs: readonly string[]
  /** What the file is forgiven. */
  readonly baseline: FileBaseline
  /** Formats of the newsroom's own. */
  readonly formats: readonly Format[]
}

interface Ready {
  readonly config: Config
  readonly catalog: Catalog
  readonly paths: readonly string[]
  readonly formats: readonly Format[]
}

type Wanted = Pick<Arguments, 'config' | 'configLookup' | 'presets' | 'rules' | 'asOf' | 'inlineWaivers' | 'unusedWaivers' | 'suppressionsLocation'>

/**
 * Settings for files: each file's nearest config, or the one that was named, under the options of the command line. A config
 * is read and checked once; where there is none, nothing that checks configs is loaded.
 */
export class SettingsReader {
  readonly #wanted: Wanted
  readonly #cwd: string
  readonly #named: string | undefined
  readonly #import: ImportModule | undefined
  readonly #found = new Map<string, string | undefined>()
  readonly #ready = new Map<string, Promise<Ready>>()
  readonly #plain = new Map<Ready, Omit<Standing, 'baseline'>>()
  readonly #beside: Beside
  readonly #today: string

  constructor(wanted: Wanted, cwd: string, environment: NodeJS.ProcessEnv, importModule?: ImportModule) {
    this.#import = importModule
    this.#wanted = wanted
    this.#cwd = cwd
    this.#beside = new Beside(cwd, wanted.suppressionsLocation)
    this.#today = today(environment)
    const named = wanted.config ?? environment['FINEPRINT_CONFIG']
    this.#named = named ? resolve(cwd, named) : undefined
  }

  /**
   * @param path of the file, from the working folder or absolute
   * @throws ConfigError, one line
   */
  async for(path: string): Promise<Standing> {
    const file = resolve(this.#cwd, path)
    const ready = await this.#readyFor(this.#configFor(dirname(file)))
    const standing = this.#standing(ready, file)
    const { waivers, baseline } = await this.#beside.for(file)
    return { ...standing, around: waivers.length ? { ...standing.around, waivers } : standing.around, baseline }
  }

  /** Formats and reporters of the config that holds in the working folder. */
  async own(): Promise<{ readonly formats: readonly Format[]; readonly reporters: ReadonlyMap<string, Reporter> }> {
    const { config, formats } = await this.#readyFor(this.#configFor(this.#cwd))
    return { formats, reporters: reportersIn(config) }
  }

  #standing(ready: Ready, file: string): Omit<Standing, 'baseline'> {
    const known = this.#plain.get(ready)
    if (known) return known
    const { config, catalog, paths, formats } = ready
    const { inlineWaivers, unusedWaivers } = this.#wanted
    const standing = {
      settings: settingsFor(config, catalog, matcherFor(file)),
      catalog,
      around: {
        asOf: config.asOf ?? this.#today,
        ...(config.facts ? { facts: config.facts } : {}),
        ...(config.register ? { register: config.register } : {}),
        ...(inlineWaivers && config.inlineWaivers !== false ? {} : { inlineWaivers: false }),
        ...(unusedWaivers ? { unusedWaivers } : {}),
      },
      configs: paths,
      formats,
    }
    // Without settings for single files, what holds for one holds for all.
    if (!config.files?.length) this.#plain.set(ready, standing)
    return standing
  }

  #configFor(folder: string): string | undefined {
    if (this.#named !== undefined) return this.#named
    if (!this.#wanted.configLookup) return undefined
    if (!this.#found.has(folder)) this.#found.set(folder, findConfig(folder))
    return this.#found.get(folder)
  }

  #readyFor(path: string | undefined): Promise<Ready> {
    const key = path ?? ''
    let ready = this.#ready.get(key)
    if (!ready) this.#ready.set(key, (ready = path === undefined ? this.#without() : this.#read(path)))
    return ready
  }

  async #without(): Promise<Ready> {
    const config = this.#over({})
    settingsFor(config, builtIn)
    return { config, catalog: builtIn, paths: [], formats: [] }
  }

  async #read(path: string): Promise<Ready> {
    const { config, paths } = await loadConfig(path, this.#import ? { importModule: this.#import } : {})
    const { checkConfig, withPlugins } = await import('../../lint/check-config.ts')
    let checked: Config
    try {
      checked = checkConfig(config, builtIn)
    } catch (error) {
      throw error instanceof ConfigError ? new ConfigError(`${path}: ${error.message}`) : error
    }
    const catalog = withPlugins(builtIn, checked.plugins)
    const whole = this.#over(checked)
    settingsFor(whole, catalog)
    const own = formatsIn(whole)
    const formats = own.length || whole.fields ? (await import('../../formats/own.ts')).ownFormats(own, whole.fields) : []
    return { config: whole, catalog, paths, formats }
  }

  /** The command line over a config: `--preset` replaces the presets, `--rule` has the last word on severity. */
  #over(config: Config): Config {
    const { presets, rules, asOf } = this.#wanted
    const base: Config = { preset: DEFAULT_PRESET, ...config, ...(presets.length ? { preset: presets } : {}), ...(asOf ? { asOf } : {}) }
    if (Object.keys(rules).length === 0) return base
    return base.files?.length ? { ...base, files: [...base.files, { match: '**', rules }] } : { ...base, rules: { ...base.rules, ...rules } }
  }
}
