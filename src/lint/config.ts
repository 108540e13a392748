import type { FieldMap, IsoDate, OwnFormat } from '../article/block.ts'
import type { Severity } from './finding.ts'
import type { Register } from './register.ts'
import type { Reporter } from './report.ts'
import type { Rule } from './rule.ts'

/** How severe a rule is, or that it is off; with options for it, if it takes any. */
export type Setting = Severity | 'off' | readonly [Severity | 'off', object]

/** Which rules, how severe. */
export interface Preset {
  /** What it is for, one line, no full stop. */
  readonly summary: string
  readonly rules: Readonly<Record<string, Setting>>
  /** Who it is for. */
  readonly audience?: string
  /** What no program can check of what this audience owes, a line each. */
  readonly cannotCheck?: readonly string[]
}

/** What a newsroom writes down. Globs in `files` count from `base`. */
export interface Config {
  /** A built-in preset's name, several (the strictest setting wins), or a preset of one's own. */
  readonly preset?: string | readonly string[] | Preset
  readonly rules?: Readonly<Record<string, Setting>>
  readonly files?: readonly { readonly match: string | readonly string[]; readonly preset?: Config['preset']; readonly rules?: Config['rules'] }[]
  /** Rules, presets, formats and reporters of one's own, beside the built-in ones. */
  readonly plugins?: readonly Plugin[]
  /** Formats of one's own; they come before the built-in ones. */
  readonly formats?: readonly OwnFormat[]
  /** Reporters of one's own, by the name `--format` is given. */
  readonly reporters?: Readonly<Record<string, Reporter>>
  /** What fields of JSON are to the story, where they have names of one's own. */
  readonly fields?: FieldMap
  /** The day on which the article is judged: waivers run out by it, and duties are those of that day. */
  readonly asOf?: IsoDate
  /** What is known about the desk and its authors: wins over what the text lets one guess. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Who holds what; a host may read it from a file of its own. */
  readonly register?: Register
  /** False where a text may not waive anything by itself; waivers outside the text still count. */
  readonly inlineWaivers?: boolean
  /** Settings of the publish gate, which checks them. */
  readonly gate?: Readonly<Record<string, unknown>>
}

/** Rules, presets, formats and reporters that come from outside this package. */
export interface Plugin {
  readonly rules?: Readonly<Record<string, Rule>>
  readonly presets?: Readonly<Record<string, Preset>>
  readonly formats?: readonly OwnFormat[]
  readonly reporters?: Readonly<Record<string, Reporter>>
}

/** A rule with its name and the options it has when nobody sets any. */
export interface Listed {
  readonly rule: Rule
  readonly defaults: object
}

/** Everything that can be switched on. */
export interface Catalog {
  readonly rules: ReadonlyMap<string, Listed>
  readonly presets: ReadonlyMap<string, Preset>
}

export interface RuleSetting {
  readonly severity: Severity
  readonly options: object
}

/** The rules that are on, with complete options, in the order of the catalog. */
export type Settings = ReadonlyMap<string, RuleSetting>

/** A config that cannot be used: says where in it, what was expected and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    // Hosts print the stack of what they catch; where this code noticed the mistake helps nobody mend it.
    this.stack = `ConfigError: ${message}`
  }
}

const WEIGHT = { off: 0, info: 1, warn: 2, error: 3 } as const

/** The formats a config brings, its own before those of its plugins. */
export function formatsIn({ formats = [], plugins = [] }: Config): readonly OwnFormat[] {
  return [...formats, ...plugins.flatMap((plugin) => plugin.formats ?? [])]
}

/** The reporters a config brings, by name; its own win over those of its plugins. */
export function reportersIn({ reporters = {}, plugins = [] }: Config): ReadonlyMap<string, Reporter> {
  return new Map([...plugins.map((plugin) => plugin.reporters ?? {}), reporters].flatMap((named) => Object.entries(named)))
}

/** The milder of two severities; the first where there is no second. */
export function milder(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && WEIGHT[b] < WEIGHT[a] ? b : a
}

/** Severity and options of a setting. */
export function partsOf(setting: Setting): { readonly severity: Severity | 'off'; readonly options: object | undefined } {
  return typeof setting === 'string' ? { severity: setting, options: undefined } : { severity: setting[0], options: setting[1] }
}

/**
 * Settings for one file: presets, then `rules`, then the entries of `files` that match, the later over the earlier.
 * Options are laid over the rule's defaults, not checked (see `checkConfig`).
 * @param matches whether a glob of the config fits the file; nothing fits where it is left out
 * @throws ConfigError for a name that is not in the catalog
 */
export function settingsFor(config: Config, catalog: Catalog, matches: (glob: string) => boolean = () => false): Settings {
  const chosen = new Map<string, Setting>()
  const layers = [config, ...(config.files ?? []).filter((entry) => [entry.match].flat().some(matches))]
  for (const layer of layers) {
    if (layer.preset !== undefined) for (const [id, setting] of strictest(presetsOf(layer.preset, catalog))) chosen.set(id, setting)
    for (const [id, setting] of Object.entries(layer.rules ?? {})) chosen.set(id, keepOptions(chosen.get(id), setting))
  }
  for (const id of chosen.keys()) if (!catalog.rules.has(id)) throw new ConfigError(unknown('rule', id, catalog.rules.keys()))
  const settings = new Map<string, RuleSetting>()
  for (const [id, { defaults }] of catalog.rules) {
    const { severity, options } = partsOf(chosen.get(id) ?? 'off')
    if (severity !== 'off') settings.set(id, { severity, options: { ...defaults, ...options } })
  }
  return settings
}

function presetsOf(preset: NonNullable<Config['preset']>, catalog: Catalog): Preset[] {
  if (typeof preset === 'object' && 'rules' in preset) return [preset]
  return [preset].flat().map((name) => {
    const found = catalog.presets.get(name)
    if (!found) throw new ConfigError(unknown('preset', name, catalog.presets.keys()))
    return found
  })
}

/** Of several presets the strictest setting wins; of equal ones the first. Lists in their options add up. */
function strictest(presets: readonly Preset[]): Map<string, Setting> {
  const merged = new Map<string, Setting>()
  for (const preset of presets) {
    for (const [id, setting] of Object.entries(preset.rules)) {
      const before = merged.get(id)
      if (!before) {
        merged.set(id, setting)
        continue
      }
      const stricter = WEIGHT[partsOf(setting).severity] > WEIGHT[partsOf(before).severity]
      merged.set(id, stricter ? joined(setting, before) : joined(before, setting))
    }
  }
  return merged
}

/** The first setting, with the lists of the second added to its own: `provisions` of two presets are asked for together. */
function joined(first: Setting, second: Setting): Setting {
  const { severity, options } = partsOf(first)
  const other = partsOf(second)
  if (other.severity === 'off' || !other.options) return first
  const lists = Object.entries(other.options).filter(([, value]) => Array.isArray(value))
  if (lists.length === 0) return first
  const own = new Map<string, unknown>(Object.entries(options ?? {}))
  for (const [key, value] of lists) own.set(key, [...new Set([...((own.get(key) as unknown[] | undefined) ?? []), ...(value as unknown[])])])
  return [severity, Object.fromEntries(own)]
}

/** A bare severity keeps the options that an earlier layer set. */
function keepOptions(before: Setting | undefined, setting: Setting): Setting {
  const options = before && partsOf(before).options
  return typeof setting === 'string' && options ? [setting, options] : setting
}

/** One line about a name nobody knows, with the nearest that exists. */
export function unknown(kind: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, known)
  return `there is no ${kind} \`${name}\`${near ? `, did you mean \`${near}\`?` : ''}`
}

/** The known name that is fewest typing slips away, if it is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const slips = distance(name, candidate, least)
    if (slips < least) [best, least] = [candidate, slips]
  }
  return best
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
