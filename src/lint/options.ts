import type * as Zod from 'zod'
import { ConfigError } from './config.ts'
import type { Rule } from './rule.ts'

/** The options a rule has when nobody sets any. */
export function defaultsOf(rule: Rule, z: typeof Zod): object {
  return rule.options ? rule.options(z).parse({}) : {}
}

/**
 * Checks the options somebody set for a rule and completes them.
 * @param at where they were set, for the message: `rules.statistic-attribution`
 * @throws ConfigError that names the place, what was expected and what was found
 */
export function checkOptions(rule: Rule, options: object, at: string, z: typeof Zod): object {
  if (!rule.options) {
    if (Object.keys(options).length === 0) return {}
    throw new ConfigError(`${at}: this rule takes no options`)
  }
  const result = rule.options(z).strict().safeParse(options)
  if (!result.success) throw new ConfigError(`${at}: ${firstIssue(result.error)}`)
  return result.data
}

/**
 * JSON Schema of a rule's options, for editors and for hosts that check by it.
 * @param target the draft the host knows; the newest where it is left out
 */
export function optionsSchema(rule: Rule, z: typeof Zod, target: 'draft-4' | 'draft-2020-12' = 'draft-2020-12'): object {
  if (!rule.options) return { type: 'object', properties: {}, additionalProperties: false }
  const { $schema: _, ...schema } = z.toJSONSchema(rule.options(z).strict(), { io: 'input', target })
  return schema
}

/** The first thing a schema objects to, as one line with its path. */
export function firstIssue(error: Zod.ZodError): string {
  const issue = error.issues[0]!
  const path = issue.path.map(String).join('.')
  const message = issue.message.replace(/^Invalid (input|option): /u, '')
  return path ? `\`${path}\`: ${message}` : message
}
