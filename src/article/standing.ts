import type { Article } from './article.ts'
import type { Standing, Statistic } from './facts.ts'

/** A standing for every statistic of the article. */
export function judgeStandings(article: Article): ReadonlyMap<Statistic, Standing> {
  return new Map(article.statistics.map((s) => [s, { status: 'unattributed', why: 'no source was found', vague: undefined, certain: true }]))
}
