import type { Article } from '../../src/article/article.ts'
import { DISCLOSURE_ELEMENTS } from '../../src/article/facts.ts'

/** What an article is credited with, in the order of the elements: `holdings:none notAdvice`. */
export function creditText(article: Article): string {
  const credit = article.elements
  return DISCLOSURE_ELEMENTS.flatMap((element) => {
    const value = credit[element]
    if (value === false || value === 'absent') return []
    return value === true ? [element] : [`${element}:${value}`]
  }).join(' ')
}

/** Whether a disclosure of the article is defective. */
export function reports(article: Article): boolean {
  return article.disclosures.some((d) => d.defect)
}
