import type { Article } from './article.ts'
import type { Statistic } from './facts.ts'

/** A figure that needs no source, and why. */
export interface Settled {
  readonly status: 'market' | 'exempt'
  readonly why: string
}

/** Asks of each statistic of an article: bare market data, exempt by its nature, or for attribution to decide (undefined). */
export function marketOrExempt(_article: Article): (statistic: Statistic) => Settled | undefined {
  return () => undefined
}
