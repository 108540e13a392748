import type { Article } from '../article/article.ts'
import type { IsoDate } from '../article/block.ts'
import type { Span } from '../text/span.ts'
import { check, type Circumstances } from './check.ts'
import type { Catalog, RuleSetting, Settings } from './config.ts'
import type { Finding, Severity } from './finding.ts'
import { isObligation, type Applied } from './obligation.ts'
import { FORCE } from './provisions.ts'
import { storyOf } from './story.ts'

/** What one provision asks of one article by way of one rule. */
export interface DutyRow {
  readonly rule: string
  readonly provision: string
  readonly title: string
  readonly cites: string
  /** In words, as findings print it. */
  readonly force: string
  readonly asOf: IsoDate
  /** How severe a finding for this provision would be. */
  readonly severity: Severity
  readonly applies: boolean
  /** `found`: nothing is missing; `missing`: see `missing`; `skipped`: it does not apply, which is no pass. */
  readonly status: 'found' | 'missing' | 'skipped'
  /** What in the story makes it apply. */
  readonly why: string
  /** What was not found, in the words of the findings. */
  readonly missing: readonly (Span & { readonly message: string })[]
  readonly skippedBecause: string | null
  /** Set where the chosen rules do not ask, and the provision would if such readers are reached. */
  readonly ifReached: string | null
}

/** Paid text is judged by these two wherever it is published: readers are not held back by borders. */
const PAID_ANYWHERE = [
  { rule: 'paid-amount', provision: 'us-17b', place: 'the United States' },
  { rule: 'paid-on-behalf-of', provision: 'ca-bc-52', place: 'British Columbia' },
] as const

/**
 * What an article owes under the settings: a row for every provision of every duty that is on, those that do not apply with the
 * reason. A pure function; the order is that of the settings.
 */
export function dutiesOf(article: Article, settings: Settings, catalog: Catalog, around: Circumstances = {}): DutyRow[] {
  const rows = [...settings].flatMap(([id, setting]) => rowsOf(id, setting, article, catalog, around, null))
  if (!storyOf(article, around.facts).paid) return rows
  for (const { rule, provision, place } of PAID_ANYWHERE) {
    if (!catalog.rules.has(rule) || rows.some((row) => row.provision === provision && row.rule === rule)) continue
    rows.push(...rowsOf(rule, { severity: 'error', options: { provisions: [provision] } }, article, catalog, around, `if readers in ${place} are reached`))
  }
  return rows
}

function rowsOf(id: string, setting: RuleSetting, article: Article, catalog: Catalog, around: Circumstances, ifReached: string | null): DutyRow[] {
  const { rule } = catalog.rules.get(id)!
  if (!isObligation(rule)) return []
  const { waivers: _, ...asked } = around
  const applied = rule.applied({ article, options: setting.options, ...asked })
  const findings = applied.some((a) => a.applies) ? check(id, rule, setting, article, asked) : []
  return applied.map((a) => {
    const missing = a.applies ? findings.filter((f) => speaksFor(f, a)) : []
    return {
      rule: id,
      provision: a.provision.id,
      title: a.provision.title,
      cites: a.provision.cites,
      force: FORCE[a.provision.force],
      asOf: a.provision.asOf,
      severity: a.atMost,
      applies: a.applies,
      status: !a.applies ? 'skipped' : missing.length > 0 ? 'missing' : 'found',
      why: a.applies ? a.why : '',
      missing: missing.map(({ message, span, data }) => ({ message: withoutBasis(message, data), ...span })),
      skippedBecause: a.applies ? null : a.why,
      ifReached,
    }
  })
}

/** A message without its end, which says who asks: the row says that itself. */
function withoutBasis(message: string, data: Finding['data']): string {
  const end = `; ${String(data['basis'])}`
  return message.endsWith(end) ? message.slice(0, -end.length) : message
}

/** Whether a finding names a provision among those that ask. */
function speaksFor({ data }: Pick<Finding, 'data'>, { provision }: Applied): boolean {
  return new RegExp(`(?:^|[\\s,])${provision.id}(?:[\\s,]|$)`, 'u').test(String(data['basis'] ?? ''))
}
