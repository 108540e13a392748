import type { Article } from './article.ts'
import type { Quantity } from './facts.ts'

export function findQuantities(_article: Article): Quantity[] {
  return []
}
