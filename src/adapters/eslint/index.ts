import type { ESLint, Linter } from 'eslint'
import type { PresetName } from '../../../presets/index.ts'
import { builtIn } from '../../catalog.ts'
import type { Preset } from '../../lint/config.ts'
import { liftConfig, toEslintConfig } from './configs.ts'
import { article } from './language.ts'
import { lift } from './processor.ts'
import { toEslintRules } from './rules.ts'
import { VERSION } from './version.ts'

export { toEslintRule } from './rules.ts'

/** One config per preset, and `lift` for scripts with articles in them. */
export type Configs = Readonly<Record<PresetName | 'lift', Linter.Config[]>>

const base: ESLint.Plugin = {
  meta: { name: 'fineprint', version: VERSION, namespace: 'fineprint' },
  rules: toEslintRules(builtIn),
  languages: { article },
  processors: { lift },
}

/** A flat config of a preset of one's own, made of built-in rules. */
export function configFor(name: string, preset: Preset): Linter.Config[] {
  return toEslintConfig(name, preset, base)
}

const presets = [...builtIn.presets].map(([name, preset]) => [name, configFor(name, preset)] as const)

/** fineprint as an ESLint plugin: `export default [...fineprint.configs.house]`. */
const fineprint = Object.assign(base, { configs: { ...Object.fromEntries(presets), lift: liftConfig(base) } as Configs })

export default fineprint
