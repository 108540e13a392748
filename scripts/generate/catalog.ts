import type { Catalog } from '../../src/lint/config.ts'
import type { Page } from '../generate.ts'

const HEAD = '// Written by `npm run generate` from the files in this folder; change those.\n'

/** `rules/index.ts` and `presets/index.ts`. */
export function catalogPages({ rules, presets }: Catalog): Page[] {
  const variable = (id: string) => id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())
  const imports = (ids: Iterable<string>) => [...ids].map((id) => `import ${variable(id)} from './${id}.ts'\n`).join('')
  const ruleLines = [...rules].map(([id, { defaults }]) => `  '${id}': { rule: ${variable(id)}, defaults: ${literal(defaults)} },\n`)
  const presetLines = [...presets.keys()].map((name) => `  '${name}': ${variable(name)},\n`)
  return [
    {
      path: 'rules/index.ts',
      text: `${HEAD}${imports(rules.keys())}
/** Every rule by its id, with the options it has when nobody sets any. */
export const rules = {
${ruleLines.join('')}} as const

export type RuleId = keyof typeof rules
`,
    },
    {
      path: 'presets/index.ts',
      text: `${HEAD}${imports(presets.keys())}
/** Every preset by its name. */
export const presets = {
${presetLines.join('')}} as const

export type PresetName = keyof typeof presets
`,
    },
  ]
}

/** A JSON value as this project writes literals. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (value && typeof value === 'object') {
    const members = Object.entries(value).map(([key, member]) => `${/^[A-Za-z_]\w*$/u.test(key) ? key : `'${key}'`}: ${literal(member)}`)
    return members.length ? `{ ${members.join(', ')} }` : '{}'
  }
  return typeof value === 'string' ? `'${value.replace(/[\\']/gu, '\\$&').replace(/\n/gu, '\\n')}'` : String(value)
}
