import type { Article } from '../article/article.ts'
import { inReadingOrder } from '../text/span.ts'
import { check, type Circumstances } from './check.ts'
import type { Catalog, Settings } from './config.ts'
import type { Finding } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import { applyWaivers, judgeWaivers, readWaivers, WAIVER_RULE, type WaiverDuty } from './waivers.ts'

type Found = Omit<Finding, 'fingerprint'>

/**
 * Everything the settings ask of an article: findings in reading order, those that a waiver lets stand marked as silenced.
 * Never throws for any article.
 */
export function lintArticle(article: Article, settings: Settings, catalog: Catalog, around: Circumstances = {}): Finding[] {
  const { waivers: outside = [], inlineWaivers = true, unusedWaivers, ...circumstances } = around
  const rules = [...settings].map(([id, setting]) => ({ id, setting, rule: catalog.rules.get(id)!.rule }))
  const found = rules.flatMap(({ id, rule, setting }): Found[] => (rule.last ? [] : check(id, rule, setting, article, circumstances)))
  const waivers = readWaivers(article, outside).filter((waiver) => waiver.listed || inlineWaivers)
  const judged = judgeWaivers(waivers, found, around.asOf, (id) => catalog.rules.has(id), (id) => settings.has(id))
  const about = rules.flatMap(({ id, rule, setting }): Found[] =>
    rule.last ? check(id, rule, setting, article, { ...circumstances, waivers: judged }) : [])
  const all = [...applyWaivers(found, waivers, around.asOf, settings.get(WAIVER_RULE)?.options as WaiverDuty | undefined), ...weighed(about, unusedWaivers)]
  all.sort((a, b) => inReadingOrder(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return withFingerprints(article, all)
}

/** Findings with the severity a caller wants for waivers that silence nothing. */
function weighed(findings: readonly Found[], severity: Circumstances['unusedWaivers']): readonly Found[] {
  if (severity === undefined) return findings
  return findings.flatMap((finding) =>
    finding.rule !== WAIVER_RULE || finding.messageId !== 'unused' ? [finding] : severity === 'off' ? [] : [{ ...finding, severity }])
}
