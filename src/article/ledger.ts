import type { Span } from '../text/span.ts'
import type { Article } from './article.ts'
import type { Carry, Disclosure, Elements, Quantity, Quotation, Standing, Statistic } from './facts.ts'

/** A place and the words there, as they stand in the source. */
export interface LedgerPlace extends Span {
  readonly text: string
}

export interface LedgerStatistic extends LedgerPlace {
  readonly value: number | readonly [number, number]
  readonly unit: Quantity['unit']
  readonly status: Standing['status']
  readonly why: string
  readonly source: LedgerPlace | null
  readonly cue: LedgerPlace | null
  readonly carry: Carry | null
  /** The phrases between figure and source, nearest first. */
  readonly chain: readonly LedgerPlace[]
  readonly vague: boolean
  readonly anonymous: boolean
  /** Of an unattributed figure: whether the finding shows by default, or only in `strict` mode. */
  readonly certain: boolean
}

export interface LedgerQuantity extends LedgerPlace {
  readonly value: number | readonly [number, number]
  readonly unit: Quantity['unit']
}

export interface LedgerQuotation extends LedgerPlace {
  readonly kind: Quotation['kind']
  readonly speaker: LedgerPlace | null
}

export interface LedgerDisclosure extends LedgerPlace {
  readonly element: Disclosure['element']
  readonly value: Disclosure['value']
  readonly defect: Disclosure['defect'] | null
}

/** The facts of one article: what the fact-checker reads, the gate records and the accuracy scorers count. */
export interface Ledger {
  readonly path: string
  readonly statistics: readonly LedgerStatistic[]
  readonly quantities: readonly LedgerQuantity[]
  readonly quotations: readonly LedgerQuotation[]
  readonly disclosures: readonly LedgerDisclosure[]
  readonly elements: Elements
}

/** Reads the ledger out of an article. */
export function ledgerOf(article: Article): Ledger {
  const place = (at: { readonly span: Span }): LedgerPlace => ({ ...at.span, text: article.slice(at.span) })
  const placeOrNull = (at: { readonly span: Span } | undefined) => (at ? place(at) : null)
  const number = (q: Quantity) => ({ value: q.value, unit: q.unit })
  return {
    path: article.source.path ?? '',
    statistics: article.statistics.map((s: Statistic) => {
      const standing = article.standingOf(s)
      const attributed = standing.status === 'attributed' ? standing : undefined
      const open = standing.status === 'unattributed' ? standing : undefined
      return {
        ...place(s),
        ...number(s.quantity),
        status: standing.status,
        why: standing.why,
        source: placeOrNull(attributed?.source ?? open?.vague),
        cue: placeOrNull(attributed?.cue),
        carry: attributed?.carry ?? null,
        chain: (attributed?.chain ?? []).map(place),
        vague: open?.vague !== undefined,
        anonymous: attributed?.anonymous ?? false,
        certain: open?.certain ?? true,
      }
    }),
    quantities: article.quantities.map((q) => ({ ...place(q), ...number(q) })),
    quotations: article.quotations.map((q) => ({ ...place(q), kind: q.kind, speaker: placeOrNull(q.speaker) })),
    disclosures: article.disclosures.map((d) => ({ ...place(d), element: d.element, value: d.value, defect: d.defect ?? null })),
    elements: article.elements,
  }
}

/** How little an article says of an element, the least first. */
const LEAST = ['absent', 'some', 'paid', 'none'] as const

/** The facts of several articles of one text as one ledger. An element is credited where every article says it, with the least any of them says. */
export function joinLedgers(ledgers: readonly Ledger[]): Ledger {
  const [first, ...others] = ledgers
  if (!first) throw new RangeError('expected a ledger')
  if (others.length === 0) return first
  const elements = Object.fromEntries(Object.entries(first.elements).map(([element, value]: [string, string | boolean]) => {
    const values = ledgers.map((ledger): string | boolean => ledger.elements[element as keyof Elements])
    return [element, typeof value === 'boolean' ? values.every(Boolean) : LEAST.find((least) => values.includes(least))]
  })) as unknown as Elements
  return {
    path: first.path,
    statistics: ledgers.flatMap(({ statistics }) => statistics),
    quantities: ledgers.flatMap(({ quantities }) => quantities),
    quotations: ledgers.flatMap(({ quotations }) => quotations),
    disclosures: ledgers.flatMap(({ disclosures }) => disclosures),
    elements,
  }
}
