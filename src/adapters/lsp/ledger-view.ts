import type { DocumentSymbol, Range } from 'vscode-languageserver/node'
import type { Article } from '../../article/article.ts'
import type { Standing, Statistic } from '../../article/facts.ts'
import type { Finding } from '../../lint/finding.ts'
import type { Authority } from '../../lint/rule.ts'
import { contains } from '../../text/span.ts'
import type { Document } from './document.ts'

/** One figure, as the ledger view lists it. */
export interface LedgerRow {
  readonly text: string
  readonly range: Range
  readonly status: Standing['status']
  /** The named source, or why there is none. */
  readonly detail: string
  /** Where the source stands; null where there is none. */
  readonly source: Range | null
}

/** How the figures of an article stand, for a status line. */
export interface Tally {
  readonly figures: number
  readonly withoutSource: number
}

/** A figure of the ledger is without source where the text leaves no doubt, as in the findings. */
function isOpen(standing: Standing): boolean {
  return standing.status === 'unattributed' && standing.certain
}

/** Counts figures. */
export function tallyOf(articles: readonly Article[]): Tally {
  const count = (of: (article: Article) => number) => articles.reduce((sum, article) => sum + of(article), 0)
  return {
    figures: count((article) => article.statistics.length),
    withoutSource: count((article) => article.statistics.filter((s) => isOpen(article.standingOf(s))).length),
  }
}

/** `14 figures, 2 without source`. */
export function tallyLine({ figures, withoutSource }: Tally): string {
  return `${figures} figure${figures === 1 ? '' : 's'}, ${withoutSource} without source`
}

/** Every figure of a document. */
export function ledgerRows(articles: readonly Article[], document: Document): LedgerRow[] {
  return articles.flatMap((article) => article.statistics.map((statistic) => {
    const standing = article.standingOf(statistic)
    return {
      text: article.slice(statistic.span),
      range: document.rangeOf(statistic.span),
      status: standing.status,
      detail: detailOf(standing),
      source: standing.status === 'attributed' ? document.rangeOf(standing.source.span) : null,
    }
  }))
}

function detailOf(standing: Standing): string {
  if (standing.status === 'attributed') return standing.source.name ?? standing.source.text
  return standing.status === 'unattributed' ? `no source: ${standing.why}` : `needs none: ${standing.why}`
}

/** Headings, and the figures under each, as an outline. */
export function symbolsOf(article: Article, document: Document): DocumentSymbol[] {
  const FIGURE = 16
  const HEADING = 15
  const top: DocumentSymbol[] = []
  let under: DocumentSymbol[] = top
  const headings = article.blocks.filter((block) => block.kind === 'heading')
  let next = 0
  for (const statistic of article.statistics) {
    while (next < headings.length && headings[next]!.span.start <= statistic.span.start) {
      const heading = headings[next++]!
      const range = document.rangeOf({ start: heading.span.start, end: headings[next]?.span.start ?? article.source.text.length })
      const symbol: DocumentSymbol = { name: heading.prose.text.trim() || 'heading', kind: HEADING, range, selectionRange: document.rangeOf(heading.span), children: [] }
      top.push(symbol)
      under = symbol.children!
    }
    const range = document.rangeOf(statistic.span)
    under.push({ name: article.slice(statistic.span) || 'figure', detail: detailOf(article.standingOf(statistic)), kind: FIGURE, range, selectionRange: range })
  }
  return top
}

/** What a hover says, as paragraphs of plain words; empty where there is nothing to say at an offset. */
export function hoverAt(articles: readonly Article[], findings: readonly Finding[], offset: number, authorityOf: (rule: string) => Authority | undefined): string[] {
  const at = { start: offset, end: offset }
  const about: string[] = []
  for (const finding of findings) {
    if (finding.silenced || !contains(finding.span, at)) continue
    const authority = authorityOf(finding.rule)
    about.push(`${finding.message} (${finding.rule})${authority ? `. Rests on ${authority.cites}` : ''}`)
  }
  for (const article of articles) {
    const statistic = article.statistics.find((s) => contains(s.span, at))
    if (statistic) about.push(...standingLines(article, statistic))
  }
  return about
}

function standingLines(article: Article, statistic: Statistic): string[] {
  const standing = article.standingOf(statistic)
  const figure = article.slice(statistic.span)
  if (standing.status === 'attributed') {
    const place = { same: 'in this sentence', before: 'carried on from before', after: 'given after it', title: 'given in the title' }[standing.carry]
    const { source, cue, chain } = standing
    const lines = [`${figure}: from ${source.name ?? source.text}${cue ? ` (“${cue.text}”)` : ''}, ${place}. ${standing.why}`]
    if (chain.length) lines.push(`The way to the source: ${chain.map((link) => `“${link.text}”`).join(' ← ')}`)
    return lines
  }
  if (standing.status !== 'unattributed') return [`${figure}: needs no source of its own. ${standing.why}`]
  const near = standing.nearest ? ` The nearest source, ${standing.nearest.source.text}, does not reach it: ${standing.nearest.why}` : ''
  return [`${figure}: no source. ${standing.why}${near}`]
}
