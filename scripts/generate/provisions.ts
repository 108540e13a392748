import type { Catalog } from '../../src/lint/config.ts'
import { isObligation } from '../../src/lint/obligation.ts'
import { FORCE, MANDATED_ELEMENTS, MANDATED_TEXTS, REGIONS, type Provision } from '../../src/lint/provisions.ts'
import type { Page } from '../generate.ts'
import { table } from './markers.ts'

const VERIFIED = { text: 'wording read', quoted: 'read as quoted by others', memory: 'from memory, one step milder' } as const

/** `docs/provisions.md`: every provision the registry carries, which rules ask for it, and which none can. */
export function provisionPages({ rules }: Catalog): Page[] {
  const served = new Map<string, string[]>()
  for (const [id, { rule }] of rules) {
    if (isObligation(rule)) for (const provision of Object.keys(rule.serves)) served.set(provision, [...(served.get(provision) ?? []), id])
  }
  const all = REGIONS.flatMap((region) => region.provisions)
  const open = all.filter((p) => p.unchecked)
  const sections = REGIONS.map(({ about, provisions }) => `## ${about}\n\n${provisions.map((p) => entry(p, served.get(p.id) ?? [])).join('\n\n')}`)
  const text = `# Provisions

What the rules rest on: ${all.length} provisions of law, self-regulation and house policy, as data in \`src/lint/provisions/*.json\`. A lawyer can
update them there without touching code. fineprint says what a provision asks for and whether it was found; it does not judge what the law says,
and this page is no advice.

A provision that was read nowhere, only remembered, is asked for one step more mildly, and a prescribed text that rests on memory never above
\`info\`. A proposed or withdrawn one is kept and stays silent. With \`--as-of <date>\` only what applied on that day is asked for.

## No rule checks these

${table(['Provision', 'Why'], open.map((p) => [`[${p.id}](#${p.id})`, p.unchecked!]))}

${sections.join('\n\n')}

## Prescribed texts

Matched word by word; only quotation marks, dashes and spaces may differ.

${table(['Text', 'For', 'Language', 'Read from', 'Words'], MANDATED_TEXTS.map((t) => [t.id, t.provision, t.language, VERIFIED[t.verified], t.text.replaceAll('|', '\\|')]))}

Cautions with parts and no fixed sentence:

${table(['Caution', 'For', 'Read from', 'Parts'], MANDATED_ELEMENTS.map((e) => [e.id, e.provision, VERIFIED[e.verified], e.elements.map((x) => x.name).join(', ')]))}
`
  return [{ path: 'docs/provisions.md', text }]
}

function entry(p: Provision, rules: readonly string[]): string {
  const dates = [p.from && `from ${p.from}`, p.until && `until ${p.until}`].filter(Boolean).join(', ')
  const lines = [
    `<a id="${p.id}"></a>\n\n### ${p.id}: ${p.title}`,
    `${p.cites}. ${p.status === 'in force' ? capital(FORCE[p.force]) : `**${capital(p.status)}, not in force**`}${dates ? `; ${dates}` : ''}. ${capital(VERIFIED[p.verified])} (${p.source}); as of ${p.asOf}.`,
    `**Binds:** ${p.binds}.`,
    `**Asks for:** ${p.asks}.`,
    `**Cannot be checked:** ${p.cannot}.`,
    ...(p.note ? [p.note] : []),
    rules.length > 0 && p.status === 'in force' ? `**Rules:** ${rules.map((id) => `[\`${id}\`](../rules/${id}.md)`).join(', ')}.` : `**Rules:** none: ${p.unchecked ?? 'it is not in force'}.`,
  ]
  return lines.join('\n\n')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
