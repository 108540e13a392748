import type { Article } from './article.ts'
import type { Statistic } from './facts.ts'

export function findStatistics(_article: Article): Statistic[] {
  return []
}
