import type { Article } from './article.ts'
import type { Attribution } from './facts.ts'

export function findAttributions(_article: Article): Attribution[] {
  return []
}
