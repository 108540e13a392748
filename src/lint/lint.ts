import type { Article } from '../article/article.ts'
import { inReadingOrder } from '../text/span.ts'
import { check, type Circumstances } from './check.ts'
import type { Catalog, Settings } from './config.ts'
import type { Finding } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import { applyWaivers, readWaivers } from './waivers.ts'

/**
 * Everything the settings ask of an article: findings in reading order, those that a waiver lets stand marked as silenced.
 * Never throws for any article.
 */
export function lintArticle(article: Article, settings: Settings, catalog: Catalog, around: Circumstances = {}): Finding[] {
  const found = [...settings].flatMap(([id, setting]) => check(id, catalog.rules.get(id)!.rule, setting, article, around))
  found.sort((a, b) => inReadingOrder(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return applyWaivers(withFingerprints(article, found), readWaivers(article), around.asOf)
}
