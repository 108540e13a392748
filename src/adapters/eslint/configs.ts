import type { ESLint, Linter } from 'eslint'
import { partsOf, type Preset, type Setting } from '../../lint/config.ts'
import { LIFTED } from './processor.ts'

/** What our language reads by itself. */
export const ARTICLES = [`**/*.{md,markdown,mdown,mkd,mdx,html,htm,xhtml,txt,text}`, `**/*${LIFTED}`]

/** Names in a config: the plugin is registered as `fineprint`; ESLint rewrites them where a user registers it otherwise. */
const PLUGIN = 'fineprint'

/** ESLint knows two severities: what is only information is a warning there. */
const SEVERITY = { error: 'error', warn: 'warn', info: 'warn', off: 'off' } as const

/** A preset as a flat config: our language for article files, and the preset's rules. */
export function toEslintConfig(name: string, preset: Preset, plugin: ESLint.Plugin): Linter.Config[] {
  return [{
    name: `${PLUGIN}/${name}`,
    files: ARTICLES,
    plugins: { [PLUGIN]: plugin },
    language: `${PLUGIN}/article`,
    rules: Object.fromEntries(Object.entries(preset.rules).map(([id, setting]) => [`${PLUGIN}/${id}`, entryOf(setting)])),
  }]
}

/** Scripts with articles in them: each is linted as itself, and its articles by the rules for `*.fineprint`. */
export function liftConfig(plugin: ESLint.Plugin): Linter.Config[] {
  return [{ name: `${PLUGIN}/lift`, files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'], plugins: { [PLUGIN]: plugin }, processor: `${PLUGIN}/lift` }]
}

function entryOf(setting: Setting): Linter.RuleEntry {
  const { severity, options } = partsOf(setting)
  return options ? [SEVERITY[severity], options] : SEVERITY[severity]
}
