import * as z from 'zod'
import { ConfigError, partsOf, settingsFor, unknown, type Catalog, type Config, type Plugin, type Preset, type Setting } from './config.ts'
import type { FieldMap, OwnFormat } from '../article/block.ts'
import type { Rule } from './rule.ts'
import { readRegister, registerSchema } from './register.ts'
import type { Reporter } from './report.ts'
import { checkOptions, defaultsOf, firstIssue } from './options.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'expected a date such as 2027-01-31')
const severity = z.enum(['error', 'warn', 'info', 'off'])
const setting = z.union([severity, z.tuple([severity, z.record(z.string(), z.unknown())])], {
  error: 'expected error, warn, info, off, or [severity, options]',
})
const rules = z.record(z.string(), setting)
const ownPreset = z.strictObject({
  summary: z.string(), rules, audience: z.string().optional(), cannotCheck: z.array(z.string()).optional(),
})
const preset = z.union([z.string(), z.array(z.string()), ownPreset], { error: 'expected a preset name, a list of names, or a preset object' })
const rule = z.custom<Rule>((value) => typeof value === 'object' && value !== null && typeof (value as Rule).check === 'function', {
  error: 'expected a rule made with defineRule',
})

const format = z.custom<OwnFormat>(isFormat, { error: 'expected a format: extensions such as [".wire"], and a function read' })
const reporter = z.custom<Reporter>((value) => typeof value === 'function', { error: 'expected a reporter, which is a function' })
const formats = z.array(format, { error: 'expected a list of formats' }).optional()
const reporters = z.record(z.string().regex(/^[\w-]+$/u, 'expected a name of letters, digits and hyphens'), reporter).optional()
const ROLES = ['headline', 'standfirst', 'byline', 'disclosure', 'caption', 'body'] as const satisfies readonly FieldMap[string][]

/** The shape of a config file, and the source of its published JSON Schema. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  root: z.boolean().optional().describe('Do not look for more config files in the folders above'),
  extends: z.union([z.string(), z.array(z.string())]).optional().describe('Config files this one builds on, seen from this file'),
  preset: preset.optional().describe('A preset, or several: the strictest setting wins'),
  rules: rules.optional().describe('Severity and options of single rules'),
  files: z.array(z.strictObject({ match: z.union([z.string(), z.array(z.string())]), preset: preset.optional(), rules: rules.optional() })).optional()
    .describe('Settings for files that match a glob, the later over the earlier'),
  plugins: z.array(z.strictObject({ rules: z.record(z.string(), rule).optional(), presets: z.record(z.string(), ownPreset).optional(), formats, reporters })).optional()
    .describe('Rules, presets, formats and reporters of your own'),
  formats: formats.describe('Formats of your own'),
  reporters: reporters.describe('Reporters of your own, by name'),
  fields: z.record(z.string(), z.enum(ROLES)).optional().describe('What fields of JSON are to the story, where they have names of your own'),
  asOf: isoDate.optional().describe('The day on which articles are judged'),
  inlineWaivers: z.boolean().optional().describe('Whether comments and front matter may waive findings'),
  facts: z.record(z.string(), z.unknown()).optional().describe('What is known about the desk and its authors'),
  gate: z.record(z.string(), z.unknown()).optional().describe('Settings of the publish gate (docs/gate.md)'),
  register: z.union([z.string().describe('Path of a file, seen from this one'), registerSchema(z)], { error: 'expected a path, or entities, authors, house and restricted' }).optional()
    .describe('Who holds what: authors, holdings, restricted issuers'),
})

/** The catalog with a config's own rules and presets added. */
export function withPlugins(catalog: Catalog, plugins: readonly Plugin[] = []): Catalog {
  if (plugins.length === 0) return catalog
  const own = new Map(catalog.rules)
  const presets = new Map(catalog.presets)
  for (const plugin of plugins) {
    for (const [id, rule] of Object.entries(plugin.rules ?? {})) own.set(id, { rule, defaults: defaultsOf(rule, z) })
    for (const [name, preset] of Object.entries(plugin.presets ?? {})) presets.set(name, preset)
  }
  return { rules: own, presets }
}

/**
 * Reads a config that comes from outside: its shape, every rule and preset it names, every option it sets.
 * @throws ConfigError with one line: the place in the config, what was expected, what to do
 */
export function checkConfig(given: unknown, catalog: Catalog): Config {
  // Before the rest, for its own errors say where in the register.
  const register = typeof given === 'object' && given !== null ? (given as { register?: unknown }).register : undefined
  if (typeof register === 'object' && register !== null) checkRegister(register)
  const parsed = configSchema.safeParse(given)
  if (!parsed.success) throw new ConfigError(describe(parsed.error, given))
  const config = parsed.data as Config
  // A path is read by whoever reads config files; here it could only be guessed from where it counts.
  if (typeof config.register === 'string') throw new ConfigError('register: a path is read in a config file only, expected the register itself')
  const all = withPlugins(catalog, config.plugins)
  settingsFor({ ...config, files: [] }, all)
  const layers: [string, { preset?: Config['preset']; rules?: Config['rules'] }][] = [
    ['', config], ...(config.files ?? []).map((entry, i): [string, typeof entry] => [`files[${i}].`, entry]),
  ]
  for (const [at, layer] of layers) {
    for (const name of typeof layer.preset === 'string' || Array.isArray(layer.preset) ? [layer.preset].flat() : []) {
      if (!all.presets.has(name)) throw new ConfigError(`${at}preset: ${unknown('preset', name, all.presets.keys())}`)
    }
    checkSettings(layer.rules, `${at}rules`, all)
    if (isPreset(layer.preset)) checkSettings(layer.preset.rules, `${at}preset.rules`, all)
  }
  return config
}

function isFormat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { extensions, read } = value as { extensions?: unknown; read?: unknown }
  return typeof read === 'function' && Array.isArray(extensions) && extensions.length > 0 && extensions.every((one) => typeof one === 'string' && /^\.[^./\\]+$/u.test(one))
}

function checkRegister(register: unknown): void {
  try {
    readRegister(register, z)
  } catch (error) {
    throw new ConfigError((error as Error).message)
  }
}

function isPreset(preset: Config['preset']): preset is Preset {
  return typeof preset === 'object' && 'rules' in preset
}

function checkSettings(settings: Readonly<Record<string, Setting>> = {}, at: string, catalog: Catalog): void {
  for (const [id, setting] of Object.entries(settings)) {
    const listed = catalog.rules.get(id)
    if (!listed) throw new ConfigError(`${at}: ${unknown('rule', id, catalog.rules.keys())}`)
    const { options } = partsOf(setting)
    if (options) checkOptions(listed.rule, options, `${at}.${id}`, z)
  }
}

function describe(error: z.ZodError, given: unknown): string {
  const issue = error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    const at = issue.path.map(String).join('.')
    const known = at === '' ? Object.keys(configSchema.shape) : []
    return `${at ? `${at}: ` : ''}${unknown('setting', issue.keys[0]!, known)}`
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return 'expected an object with preset, rules or files'
  return firstIssue(error)
}
