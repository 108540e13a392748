import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { partsOf, type Catalog } from '../../src/lint/config.ts'
import { optionsSchema } from '../../src/lint/options.ts'
import type { Authority } from '../../src/lint/rule.ts'
import type { Page } from '../generate.ts'
import { withReports } from './examples.ts'
import { fill, table } from './markers.ts'

/** The page of every rule, `rules/README.md`, and the table of rules in `README.md`. */
export function rulePages(catalog: Catalog, root: string): Page[] {
  const pages = [...catalog.rules.keys()].filter((id) => existsSync(join(root, `rules/${id}.md`))).map((id) => {
    const path = `rules/${id}.md`
    let text = readFileSync(join(root, path), 'utf8')
    text = fill(text, 'head', headOf(id, catalog), path)
    text = fill(text, 'options', optionsOf(id, catalog), path)
    return { path, text: withReports(text, id, catalog) }
  })
  const rows = (prefix: string) => [...catalog.rules].map(([id, { rule }]) => [`[\`${id}\`](${prefix}${id}.md)`, rule.summary, severities(id, catalog)])
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const mainRows = [...catalog.rules].filter(([id]) => catalog.presets.get('house')?.rules[id])
    .map(([id, { rule }]) => [`[\`${id}\`](rules/${id}.md)`, rule.summary])
  return [
    ...pages,
    { path: 'rules/README.md', text: `# Rules\n\n${table(['Rule', 'Finds', 'On in'], rows(''))}\n` },
    { path: 'README.md', text: fill(readme, 'rules', table(['Rule', 'Finds'], mainRows), 'README.md') },
  ]
}

/** `house (error), strict (error)`: where a rule is on. */
function severities(id: string, { presets }: Catalog): string {
  const on = [...presets].flatMap(([name, preset]) => {
    const setting = preset.rules[id]
    return setting && partsOf(setting).severity !== 'off' ? [`${name} (${partsOf(setting).severity})`] : []
  })
  return on.join(', ') || 'no preset'
}

/** Whom an authority binds and how it was read, for somebody who is no lawyer. */
const FORCES: Record<Authority['force'], string> = {
  any: 'binds anyone in that situation', media: 'is written for media, or a condition of their exemption', firm: 'binds licensed firms and is good practice for others',
  issuer: 'binds issuers and is good practice for others', guide: 'is guidance, not law', code: 'is a code of the press or of a publisher, not law',
}
const VERIFIED: Record<Authority['verified'], string> = {
  text: 'The wording was read', quoted: 'Its wording was read as others quote it', memory: 'Its wording was not checked, so it is asked for one step more mildly',
}

function headOf(id: string, catalog: Catalog): string {
  const { rule } = catalog.rules.get(id)!
  const lines = [`**${rule.summary}.**`, '', `On in: ${severities(id, catalog)}.`]
  if (rule.authority) {
    const { cites, force, asOf, from, until, verified } = rule.authority
    const dates = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')
    const sentences = [`Rests on ${cites}, which ${FORCES[force]}`, `${VERIFIED[verified]}, last looked at ${asOf}${dates ? `; in effect ${dates}` : ''}`]
    lines.push('', `${sentences.join('. ')}.`)
  }
  if (rule.fixable) lines.push('', 'Some findings are mended by `--fix`.')
  if (rule.suggests) lines.push('', 'Offers suggestions, which a person has to choose.')
  return lines.join('\n')
}

function optionsOf(id: string, catalog: Catalog): string {
  const { rule, defaults } = catalog.rules.get(id)!
  const schema = optionsSchema(rule, z) as { properties?: Record<string, { description?: string; enum?: unknown[]; type?: string }> }
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    `\`${name}\``,
    property.enum ? property.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ') : (property.type ?? 'any'),
    `\`${JSON.stringify((defaults as Record<string, unknown>)[name])}\``,
    property.description ?? '',
  ])
  return rows.length ? table(['Option', 'Takes', 'Default', 'Meaning'], rows) : 'None.'
}
