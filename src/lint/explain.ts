import type { Catalog } from './config.ts'
import { isObligation } from './obligation.ts'
import { FORCE, PROVISIONS } from './provisions.ts'

const READ = { text: 'the wording was read', quoted: 'read as quoted by others', memory: 'from memory, not checked; asked for one step more mildly' } as const

/** A provision for somebody who is no lawyer, in Markdown; undefined for an id that is not in the registry. */
export function explainProvision(id: string, { rules }: Catalog): string | undefined {
  const p = PROVISIONS.get(id)
  if (!p) return undefined
  const asking = [...rules].filter(([, { rule }]) => isObligation(rule) && id in rule.serves)
  const dates = [p.from && `from ${p.from}`, p.until && `until ${p.until}`].filter(Boolean).join(', ')
  const list = asking.map(([rule, { rule: { summary } }]) => `- \`${rule}\`: ${summary}`).join('\n')
  return `# ${p.id}: ${p.title}

${p.cites}
${sentence(p.status === 'in force' ? `${FORCE[p.force]}${dates ? `; in effect ${dates}` : ''}` : `${p.status}, not in force: no rule asks for it${dates ? `; ${dates}` : ''}`)}

## Whom it binds

${sentence(p.binds)}

## What it asks for

${sentence(p.asks)}

## What no program can check

${sentence(`${p.cannot}${p.unchecked ? `; ${p.unchecked}` : ''}`)}
${p.note ? `\n${p.note}\n` : ''}
## Rules that ask

${p.status === 'in force' && list ? `${list}\n\n\`fineprint --explain\` with the name of a rule shows its page, with examples.` : '- none'}

Last looked at ${p.asOf}: ${READ[p.verified]} (${p.source}). fineprint says what is asked for and whether it was found; this is no legal advice.
`
}

/** Data in lower case as a sentence. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/u.test(text) ? '' : '.'}`
}
