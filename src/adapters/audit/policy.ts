import { resolve } from 'node:path'
import { builtIn, DEFAULT_PRESET } from '../../catalog.ts'
import type { Format } from '../../formats/format.ts'
import { ownFormats } from '../../formats/own.ts'
import type { Circumstances } from '../../lint/check.ts'
import { checkConfig, withPlugins } from '../../lint/check-config.ts'
import { ConfigError, formatsIn, settingsFor, type Catalog, type Config, type Settings } from '../../lint/config.ts'
import type { Severity } from '../../lint/finding.ts'
import { canonical, sha256 } from '../digest.ts'
import { findConfig, loadConfig, matcherFor } from '../load-config.ts'

/** Which rules judge, as plain JSON: threads and other machines make the same judge of it. */
export interface Policy {
  /** The working folder: globs of the config are held against paths from here. */
  readonly cwd: string
  /** The config itself; undefined where it holds code of its own, which only its file can give. */
  readonly config?: Config
  /** The file it was read from. */
  readonly path?: string
  readonly presets: readonly string[]
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** The day articles are judged by, or `published`: each by its own day. */
  readonly asOf: string
  /** The day of the run: for articles without a day of their own. */
  readonly today: string
}

/** A policy made ready. */
export interface Rules {
  readonly policy: Policy
  /** The same digest asks the same questions: of version, rules, options, facts and date. */
  readonly digest: string
  readonly catalog: Catalog
  /** The config's own, before the built-in ones. */
  readonly formats: readonly Format[]
  settingsOf(path: string): Settings
  around(published: string | undefined): Circumstances
}

/** What a command line says about the rules. */
export interface Wanted {
  readonly config: string | undefined
  readonly configLookup: boolean
  readonly presets: readonly string[]
  readonly rules: Policy['rules']
  readonly asOf: string | undefined
}

/**
 * Reads the config that holds in a folder: one for the whole archive.
 * @throws ConfigError, one line
 */
export async function readPolicy(wanted: Wanted, cwd: string, environment: NodeJS.ProcessEnv, today: string): Promise<Policy> {
  const named = wanted.config ?? environment['FINEPRINT_CONFIG']
  const path = named ? resolve(cwd, named) : wanted.configLookup ? findConfig(cwd) : undefined
  // Reporters and the gate have no say in what is found.
  const { reporters: _reporters, gate: _gate, ...config } = path === undefined ? ({} as Config) : await readChecked(path)
  const { presets, rules } = wanted
  const isData = !config.plugins?.length && !config.formats?.length
  return { cwd, presets, rules, asOf: wanted.asOf ?? config.asOf ?? today, today, ...(path ? { path } : {}), ...(isData ? { config } : {}) }
}

async function readChecked(path: string): Promise<Config> {
  const { config } = await loadConfig(path)
  try {
    return checkConfig(config, builtIn)
  } catch (error) {
    throw error instanceof ConfigError && !error.message.startsWith(path) ? new ConfigError(`${path}: ${error.message}`) : error
  }
}

/**
 * Makes a policy ready to judge.
 * @param version of this package: another one may judge otherwise
 * @throws ConfigError
 */
export async function rulesOf(policy: Policy, version: string): Promise<Rules> {
  const given = policy.config ?? (await readChecked(policy.path!))
  const catalog = withPlugins(builtIn, given.plugins)
  const over: Config = { preset: DEFAULT_PRESET, ...given, ...(policy.presets.length ? { preset: policy.presets } : {}) }
  const config: Config = over.files?.length ? { ...over, files: [...over.files, { match: '**', rules: policy.rules }] } : { ...over, rules: { ...over.rules, ...policy.rules } }
  const settings = settingsFor(config, catalog)
  const codeOfRules = (config.plugins ?? []).flatMap((plugin) => Object.entries(plugin.rules ?? {}).map(([id, rule]) => [id, rule.messages, String(rule.check)]))
  const { facts, register, inlineWaivers, files, fields } = config
  const codeOfFormats = formatsIn(config).map((format) => Object.entries(format).map(([name, value]) => [name, typeof value === 'function' ? String(value) : value]))
  const own = [...codeOfRules, ...codeOfFormats]
  const { asOf, today } = policy
  const digest = sha256(canonical({ version, settings: [...settings], files, fields, facts, register, inlineWaivers, own, asOf, ...(asOf === 'published' ? { today } : {}) }))
  return {
    policy, digest, catalog, formats: ownFormats(formatsIn(config), fields),
    settingsOf: files?.length ? (path) => settingsFor(config, catalog, matcherFor(resolve(policy.cwd, path))) : () => settings,
    around: (published) => ({
      asOf: asOf === 'published' ? (published ?? today) : asOf,
      ...(facts ? { facts } : {}), ...(register ? { register } : {}), ...(inlineWaivers === false ? { inlineWaivers } : {}),
    }),
  }
}
