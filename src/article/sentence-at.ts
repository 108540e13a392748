import type { Article } from './article.ts'
import type { Sentence } from './facts.ts'

/** The sentence in which a source offset lies, or the last one before it; undefined before the first. */
export function sentenceAt(article: Article, offset: number): Sentence | undefined {
  const { sentences } = article
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.span.start <= offset) low = middle
    else high = middle - 1
  }
  const found = sentences[low]
  return found && found.span.start <= offset ? found : undefined
}
