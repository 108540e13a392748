import { partsOf, type Catalog } from '../../src/lint/config.ts'
import type { Page } from '../generate.ts'
import { table } from './markers.ts'

/** A page for every preset, and their index. */
export function presetPages({ presets, rules }: Catalog): Page[] {
  const pages = [...presets].map(([name, preset]) => {
    const asks = Object.entries(preset.rules).map(([id, setting]) => [
      `[\`${id}\`](../../rules/${id}.md)`, rules.get(id)?.rule.summary ?? '', partsOf(setting).severity,
    ])
    const cannot = (preset.cannotCheck ?? []).map((line) => `- ${line}`).join('\n')
    const text = `# ${name}

${preset.summary}.

${preset.audience ? `**For:** ${preset.audience}.\n\n` : ''}Use it with \`fineprint --preset ${name}\`, or \`preset: '${name}'\` in the config file. Several can be combined: the strictest setting wins.

## What it asks

${table(['Rule', 'Finds', 'Severity'], asks)}

## What it cannot check

${cannot || '- nothing beyond what each rule page says'}
`
    return { path: `docs/presets/${name}.md`, text }
  })
  const index = table(['Preset', 'For'], [...presets].map(([name, { summary }]) => [`[\`${name}\`](${name}.md)`, summary]))
  return [...pages, { path: 'docs/presets/README.md', text: `# Presets\n\n${index}\n` }]
}
