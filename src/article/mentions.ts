import type { Article } from './article.ts'
import type { Mention } from './facts.ts'

export function findMentions(_article: Article): Mention[] {
  return []
}
