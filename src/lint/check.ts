import type { Article } from '../article/article.ts'
import type { IsoDate } from '../article/block.ts'
import type { Finding, Severity } from './finding.ts'
import { milder, type RuleSetting } from './config.ts'
import type { Register } from './register.ts'
import type { Place, Rule } from './rule.ts'
import type { JudgedWaiver, WaiverTerms } from './waivers.ts'

/** What a rule may know beside the article: a date and facts, handed in from outside. */
export interface Circumstances {
  readonly asOf?: IsoDate
  readonly facts?: Readonly<Record<string, unknown>>
  readonly register?: Register
  /** Waivers for this article that stand outside its text. */
  readonly waivers?: readonly WaiverTerms[]
  /** False where the text may not waive anything by itself. */
  readonly inlineWaivers?: boolean
  /** How severe a waiver that silences nothing is, whatever the preset says. */
  readonly unusedWaivers?: Severity | 'off'
}

/** What a rule adds to a report, whatever its message. */
type Reported = Partial<Pick<Finding, 'related' | 'fix' | 'suggestions'>> & { readonly data?: Finding['data'] | undefined; readonly atMost?: Severity }

/** What is handed to a rule of the circumstances. */
type Asked = Pick<Circumstances, 'asOf' | 'facts' | 'register'> & { readonly waivers?: readonly JudgedWaiver[] }

/** One rule's findings on one article, in the order it reported them; fingerprints are given later, over all findings. */
export function check(id: string, rule: Rule, setting: RuleSetting, article: Article, around: Asked = {}): Omit<Finding, 'fingerprint'>[] {
  const findings: Omit<Finding, 'fingerprint'>[] = []
  rule.check({
    ...around,
    article,
    options: setting.options,
    report(messageId: string, at: Place, extra: Reported = {}) {
      const span = 'span' in at ? at.span : at
      if (span.end <= span.start) return
      const message = rule.messages[messageId]
      if (message === undefined) throw new RangeError(`rule ${id} has no message \`${messageId}\``)
      const data = extra.data ?? {}
      findings.push({
        rule: id,
        messageId,
        data,
        message: fill(message, data),
        severity: milder(setting.severity, extra.atMost),
        span: { start: span.start, end: span.end },
        related: extra.related ?? [],
        ...(extra.fix ? { fix: extra.fix } : {}),
        suggestions: extra.suggestions ?? [],
      })
    },
  })
  return findings
}

/** A message with its placeholders filled. */
export function fill(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => String(data[name] ?? whole))
}
