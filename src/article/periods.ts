import type { Article } from './article.ts'
import type { Period } from './facts.ts'

export function findPeriods(_article: Article): Period[] {
  return []
}
