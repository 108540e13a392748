import type { Article } from './article.ts'
import type { Disclosure, Elements } from './facts.ts'

export function findDisclosures(_article: Article): Disclosure[] {
  return []
}

/** What sound disclosures add up to: a defective one is credited with nothing. */
export function creditOf(_disclosures: readonly Disclosure[]): Elements {
  return {
    holdings: 'absent', affiliation: 'absent', licenses: 'absent', compensation: 'absent', notRecommendation: false,
    notAdvice: false, dueDiligence: false, consultProfessional: false, sources: false, pastPerformance: false, risk: false,
    forwardLooking: false, generalAdvice: false, asOfDate: false,
  }
}
