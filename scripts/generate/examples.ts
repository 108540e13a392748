import * as z from 'zod'
import { readRegister } from '../../src/lint/register.ts'
import { lintArticle } from '../../src/lint/lint.ts'
import type { Catalog } from '../../src/lint/config.ts'
import { read } from '../../src/formats/read.ts'

const FENCES = /^```(md|txt|html|json)(?: options=(\{.*\}))?(?: facts=(\{.*?\}))?(?: register=(\{.*\}))?\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gmu

/** A page with the report behind every example story: what the rule says to it, and what it suggests. */
export function withReports(page: string, id: string, catalog: Catalog): string {
  const { defaults } = catalog.rules.get(id)!
  const only: Catalog = { rules: catalog.rules, presets: new Map() }
  return page.replace(FENCES, (_, language: string, options: string | undefined, facts: string | undefined, register: string | undefined, story: string) => {
    const article = read(story, `story.${language}`)
    const settings = new Map([[id, { severity: 'error' as const, options: { ...defaults, ...(options ? JSON.parse(options) : {}) } }]])
    const findings = lintArticle(article, settings, only, { ...(facts ? { facts: JSON.parse(facts) } : {}), ...(register ? { register: readRegister(JSON.parse(register), z) } : {}) })
    const lines = findings.flatMap((finding) => {
      const { line, column } = article.source.lines.at(finding.span.start)
      const changes = [...(finding.fix ? [`fix: ${finding.fix.title}`] : []), ...finding.suggestions.map((s) => s.title)]
      return [`${line}:${column}  ${finding.message}`, ...finding.related.map((r) => `     see: ${r.message}`), ...changes.map((title) => `     → ${title}`)]
    })
    const attributes = `${options ? ` options=${options}` : ''}${facts ? ` facts=${facts}` : ''}${register ? ` register=${register}` : ''}`
    return `\`\`\`${language}${attributes}\n${story}\`\`\`\n\n\`\`\`text\n${lines.length ? lines.join('\n') : 'nothing to report'}\n\`\`\``
  })
}
