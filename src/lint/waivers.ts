import { isEditorial, type Article } from '../article/article.ts'
import type { Comment, IsoDate } from '../article/block.ts'
import { contains, type Span } from '../text/span.ts'
import type { Finding } from './finding.ts'

/** What an editor wrote to let a finding stand: `fineprint-waive statistic-attribution until=2027-01-31 by=desk -- reason`. */
export interface Waiver {
  /** Ids of rules; empty means none was given. */
  readonly rules: readonly string[]
  readonly until?: IsoDate
  readonly by?: string
  readonly reason?: string
  /** What it silences: the block that follows, or the whole file. */
  readonly covers: Span
  /** Where it stands. */
  readonly span: Span
}

const OPENING = /^fineprint-waive(-file)?(?=\s|$)/u

/** The waivers of an article, in reading order. Comments that are about something else are none. */
export function readWaivers(article: Article): Waiver[] {
  return article.comments.flatMap((comment) => readWaiver(comment, article) ?? [])
}

function readWaiver(comment: Comment, article: Article): Waiver | undefined {
  const opening = OPENING.exec(comment.text)
  if (!opening) return undefined
  const [head = '', ...tail] = comment.text.slice(opening[0].length).split(/\s--\s/u)
  const reason = tail.join(' -- ').trim()
  const words = head.split(/[\s,]+/u).filter(Boolean)
  const value = (key: string) => words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
  const until = value('until')
  const by = value('by')
  return {
    rules: words.filter((word) => !word.includes('=')),
    ...(until ? { until } : {}),
    ...(by ? { by } : {}),
    ...(reason ? { reason } : {}),
    covers: opening[1] ? { start: 0, end: article.source.text.length } : following(comment, article),
    span: comment.span,
  }
}

/** The block a comment stands in or before. */
function following(comment: Comment, article: Article): Span {
  const block = article.blocks.find((b) => contains(b.span, comment.span) || b.span.start >= comment.span.end)
  return block?.span ?? { start: comment.span.end, end: comment.span.end }
}

/** Findings with those marked as silenced that a waiver covers on `asOf`; without a date no waiver has run out. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], asOf: IsoDate | undefined): Finding[] {
  return findings.map((finding) => {
    const waiver = waivers.find((w) => w.rules.includes(finding.rule) && contains(w.covers, finding.span) && !hasRunOut(w, asOf))
    if (!waiver) return finding
    const { reason, until, by } = waiver
    return { ...finding, silenced: { by: 'waiver', ...(reason ? { reason } : {}), ...(until ? { until } : {}), ...(by ? { who: by } : {}) } }
  })
}

/** Whether a waiver's last day lies before `asOf`. */
export function hasRunOut(waiver: Waiver, asOf: IsoDate | undefined): boolean {
  return waiver.until !== undefined && asOf !== undefined && waiver.until < asOf
}

/** A comment that waives one rule for the block at `at`, in the article's own comment form; undefined where it has none. */
export function waiverAt(article: Article, rule: string, at: Span) {
  const block = article.blocks.find((b, i) => contains(b.span, at) && isEditorial(article.roles[i]!))
  return block && article.layout.commentBefore?.(block.span.start, `fineprint-waive ${rule} -- `)
}
