import type { Article } from './article.ts'
import type { Quotation } from './facts.ts'

export function findQuotations(_article: Article): Quotation[] {
  return []
}
