import type { RuleDefinition, RuleTextEdit, RuleTextEditor } from '@eslint/core'
import { partsOf, type Catalog, type Listed, type Setting } from '../../lint/config.ts'
import type { Fix } from '../../lint/finding.ts'
import { defaultsOf, optionsSchema } from '../../lint/options.ts'
import { pageOf } from '../../lint/page.ts'
import type { Rule } from '../../lint/rule.ts'
import { circumstancesOf } from './circumstances.ts'
import { SourceFindings, type Code, type Found } from './source-findings.ts'
import { zod } from './zod.ts'

/** Ends every message: the other places a finding speaks of, as text, for ESLint has no field for them. */
const RELATED = '{{related}}'

/**
 * A rule as ESLint knows rules: everything in it is derived from the one rule object. For a rule of one's own:
 * `plugins: { desk: { rules: { 'no-tips': toEslintRule('no-tips', rule) } } }`.
 * @param id what the rule is called in waivers and fingerprints; ESLint's prefix comes from the user's config
 */
export function toEslintRule(id: string, rule: Rule): RuleDefinition {
  return project(id, rule, 'error', () => defaultsOf(rule, zod()), undefined)
}

/** The built-in rules as ESLint knows rules. */
export function toEslintRules(catalog: Catalog): Record<string, RuleDefinition> {
  const asked = new Set([...catalog.presets.values()].flatMap(({ rules }) => Object.entries(rules)).filter(([, setting]) => isMore(setting)).map(([id]) => id))
  const severityOf = (id: string) => (asked.has(id) ? 'error' : 'info')
  return Object.fromEntries([...catalog.rules].map(([id, { rule, defaults }]) => [id, project(id, rule, severityOf(id), () => defaults, pageOf(id))]))
}

/** Whether a preset wants more of a rule than a hint. */
function isMore(setting: Setting): boolean {
  const { severity } = partsOf(setting)
  return severity === 'error' || severity === 'warn'
}

/**
 * ESLint gives every report of a rule the severity it has in the user's config and does not tell which. So a rule is asked as an
 * error, and what it reports as information is left out, lest it come out as one; only a rule that is never more than a hint
 * (`info`) shows its hints.
 */
function project(id: string, rule: Rule, severity: 'error' | 'info', defaults: () => object, url: string | undefined): RuleDefinition {
  let listed: Listed | undefined
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.summary, ...(url ? { url } : {}) },
      messages: Object.fromEntries(Object.entries(rule.messages).map(([name, message]) => [name, message + RELATED])),
      languages: ['fineprint/*', 'markdown/*'],
      hasSuggestions: true,
      ...(rule.fixable ? { fixable: 'code' as const } : {}),
      // Getters, for a schema is made only of rules that somebody switched on.
      get schema() {
        return rule.options ? [optionsSchema(rule, zod(), 'draft-4')] : []
      },
      get defaultOptions() {
        return rule.options ? [defaults()] : []
      },
    },
    create(context) {
      const around = circumstancesOf(context.settings['fineprint'])
      listed ??= { rule, defaults: defaults() }
      const options = { ...listed.defaults, ...(context.options[0] as object | undefined) }
      const findings = SourceFindings.of(context.sourceCode as unknown as Code, context.filename)
      findings.enlist({ ...listed, id, setting: { severity, options } })
      const visit = () => {
        for (const found of findings.by(id, around)) context.report(reportOf(found))
      }
      // Our own language's root is an `article`, that of @eslint/markdown a `root`.
      return { article: visit, root: visit }
    },
  }
}

function reportOf({ finding, article }: Found) {
  const { lines } = article.source
  const related = finding.related.map(({ span, message }) => ` (line ${lines.at(span.start).line}: ${message})`).join('')
  return {
    loc: { start: lines.at(finding.span.start), end: lines.at(finding.span.end) },
    messageId: finding.messageId,
    data: { ...finding.data, related },
    ...(finding.fix ? { fix: apply(finding.fix) } : {}),
    suggest: distinct(finding.suggestions).map(({ title, ...fix }) => ({ desc: title, fix: apply({ title, ...fix }) })),
  }
}

/** Editors tell suggestions apart by their titles alone. */
function distinct(suggestions: readonly Fix[]): Fix[] {
  return suggestions.filter(({ title }, i) => suggestions.findIndex((other) => other.title === title) === i)
}

function apply({ edits }: Fix) {
  return (fixer: RuleTextEditor): RuleTextEdit[] => edits.map(({ span, text }) => fixer.replaceTextRange([span.start, span.end], text))
}
