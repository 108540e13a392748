import { DEFAULT_PRESET } from '../../catalog.ts'
import { createLinter } from '../../fineprint.ts'
import type { Article } from '../../article/article.ts'
import type { Config, Settings } from '../../lint/config.ts'
import type { Finding } from '../../lint/finding.ts'
import { pageOf } from '../../lint/page.ts'
import type { Span } from '../../text/span.ts'
import { canonical, sha256 } from './chain.ts'
import type { FindingAnswer, VerdictRequest } from './schema.ts'
import { readSubmission, type Submitted } from '../submission.ts'
import { verdictOf, type Policy, type Verdict } from './verdict.ts'

/** Which rules judged: a later judgement with the same digest asks the same. */
export interface RuleSet {
  readonly version: string
  readonly digest: string
  readonly presets: readonly string[]
}

/** A judgement, before it is recorded. */
export interface Judgement {
  readonly verdict: Verdict
  readonly textHash: string
  readonly findings: readonly FindingAnswer[]
  /** Statements the house asks for and did not find, in its own words. */
  readonly owed: readonly { readonly rule: string; readonly statement: string }[]
}

/** Judges submissions by one configuration. */
export interface Judge {
  readonly ruleSet: RuleSet
  /** Ends what it runs on; judgements under way are lost. */
  close?(): Promise<void>
  /**
   * @param asOf the day of the judgement
   * @param granted what people have approved for exactly this text
   */
  judge(request: VerdictRequest, asOf: string, granted?: readonly Granted[]): Promise<Judgement>
}

/** A waiver that people have granted. */
export interface Granted {
  readonly rules: readonly string[]
  readonly who: string
  readonly reason: string
  readonly until?: string
}

const EXCERPT = 60

/**
 * A judge by a config, made ready once.
 * @throws ConfigError for a config that cannot be used
 */
export function createJudge(config: Config, policy: Policy, version: string): Judge {
  const linter = createLinter(config)
  const named = typeof config.preset === 'object' && 'rules' in config.preset ? ['own'] : [config.preset ?? DEFAULT_PRESET].flat()
  const settings = Object.fromEntries(linter.settings())
  const ruleSet: RuleSet = { version, presets: named as string[], digest: sha256(canonical({ version, settings, policy })) }
  return {
    ruleSet,
    async judge({ article: submission, context }, asOf, granted = []) {
      const submitted = readSubmission(submission, context.contentType ? { kind: context.contentType } : {})
      const facts = { ...config.facts, ...context.facts }
      const findings = linter.lint(submitted.article, { asOf, facts }).map((finding) => silencedBy(finding, granted))
      return {
        verdict: verdictOf(findings, policy),
        textHash: textHashOf(submission),
        findings: findings.map((finding) => answerOf(finding, submitted)),
        owed: owedOf(findings, linter.settings()),
      }
    },
  }
}

/** The hash of what was handed in: the same words in the same fields. */
export function textHashOf(submission: VerdictRequest['article']): string {
  return sha256(canonical('text' in submission ? submission.text : submission.fields))
}

function silencedBy(finding: Finding, granted: readonly Granted[]): Finding {
  const waiver = finding.silenced ? undefined : granted.find(({ rules }) => rules.includes(finding.rule))
  if (!waiver) return finding
  const { who, reason, until } = waiver
  return { ...finding, silenced: { by: 'waiver', who, reason, ...(until ? { until } : {}) } }
}

function answerOf(finding: Finding, { article, placeOf }: Submitted): FindingAnswer {
  const at = (span: Span) => placeAnswer(span, article, placeOf(span))
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    fingerprint: finding.fingerprint,
    url: pageOf(finding.rule),
    place: at(finding.span),
    related: finding.related.map(({ span, message }) => ({ message, place: at(span) })),
    suggestions: [...(finding.fix ? [finding.fix] : []), ...finding.suggestions].flatMap(({ title, edits }) => {
      const placed = edits.map(({ span, text }) => ({ place: placeOf(span), text }))
      return placed.every(({ place }) => place) ? [{ title, edits: placed.map(({ place, text }) => ({ ...place!, text })) }] : []
    }),
    ...(finding.silenced ? { silenced: finding.silenced } : {}),
  }
}

function placeAnswer(span: Span, article: Article, place: ReturnType<Submitted['placeOf']>): FindingAnswer['place'] {
  const { line, column } = article.source.lines.at(span.start)
  const words = article.slice(span).replace(/\s+/gu, ' ')
  const fieldStart = place ? article.source.lines.at(span.start - place.start).line - 1 : 0
  return {
    ...(place ?? { field: '', ...span }), line: line - fieldStart, column,
    excerpt: words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()}…` : words,
  }
}

/** The house's own wording of every statement that is reported as missing. */
function owedOf(findings: readonly Finding[], settings: Settings): Judgement['owed'] {
  const rules = [...new Set(findings.filter((f) => !f.silenced).map((f) => f.rule))]
  return rules.flatMap((rule) => {
    const { wording } = (settings.get(rule)?.options ?? {}) as { wording?: unknown }
    return typeof wording === 'string' ? [{ rule, statement: wording }] : []
  })
}

