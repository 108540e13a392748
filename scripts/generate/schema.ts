import * as z from 'zod'
import { configSchema } from '../../src/lint/check-config.ts'
import type { Catalog } from '../../src/lint/config.ts'
import { optionsSchema } from '../../src/lint/options.ts'
import type { Page } from '../generate.ts'

/** `fineprint.schema.json`: the config file's shape, with every rule's options, for editors. */
export function schemaPages(catalog: Catalog): Page[] {
  const schema = z.toJSONSchema(configSchema.omit({ plugins: true, formats: true, reporters: true }), { io: 'input' }) as { properties: Record<string, object> }
  const severity = { enum: ['error', 'warn', 'info', 'off'] }
  const rules = Object.fromEntries([...catalog.rules].map(([id, { rule }]) => [id, {
    description: rule.summary,
    anyOf: [severity, { type: 'array', prefixItems: [severity, optionsSchema(rule, z)], minItems: 2, maxItems: 2 }],
  }]))
  const allRules = { type: 'object', properties: rules, additionalProperties: true }
  schema.properties['rules'] = { ...allRules, description: 'Severity and options of single rules' }
  return [{ path: 'fineprint.schema.json', text: `${JSON.stringify({ title: 'fineprint config', ...schema }, null, 2)}\n` }]
}
