import type { Article } from '../article/article.ts'
import { isEditorial } from '../article/editorial.ts'
import type { Block, Comment, IsoDate } from '../article/block.ts'
import type { Edit } from '../text/edit.ts'
import { contains, cover, type Span } from '../text/span.ts'
import type { Finding } from './finding.ts'

/** What a waiver says, wherever it is written. */
export interface WaiverTerms {
  /** Ids of rules; empty means none was given. */
  readonly rules: readonly string[]
  /** The last day on which it holds, as it was written: see `isDay`. */
  readonly until?: IsoDate
  /** Who allows it. */
  readonly by?: string
  readonly reason?: string
}

/** What an editor wrote to let a finding stand: `fineprint-waive statistic-attribution until=2027-01-31 by=desk -- reason`. */
export interface Waiver extends WaiverTerms {
  /** What it silences: the block that follows, or the whole file. */
  readonly covers: Span
  /** Where it stands, or for one that stands outside the text, where it is spoken of. */
  readonly span: Span
  /** Outside the text, in a list of waivers: whether it is still needed is not seen from one article. */
  readonly listed?: true
}

/** What a waiver owes to count, set by the options of the rule `waiver`. */
export interface WaiverDuty {
  readonly reason: 'required' | 'optional'
  readonly approver: 'required' | 'optional'
  readonly expiry: 'required' | 'optional'
}

/** A waiver and what came of it. */
export interface JudgedWaiver {
  readonly waiver: Waiver
  /** Rules it names that found nothing for it to silence, and that were on. */
  readonly unused: readonly string[]
  /** Rules it names that do not exist. */
  readonly unknown: readonly string[]
  readonly expired: boolean
}

/** Findings that no waiver silences: one could not be told from a waiver that waives itself. */
export const WAIVER_RULE = 'waiver'

const OPENING = /^fineprint-waive(-file)?(?=\s|$)/u
const NOTHING: WaiverDuty = { reason: 'optional', approver: 'optional', expiry: 'optional' }

/**
 * The waivers of an article, in reading order. Comments that are about something else are none.
 * @param outside waivers for this file that stand elsewhere
 */
export function readWaivers(article: Article, outside: readonly WaiverTerms[] = []): Waiver[] {
  const whole = { start: 0, end: article.source.text.length }
  const anchor = article.anchor?.span ?? whole
  return [
    ...article.comments.flatMap((comment) => readComment(comment, article, whole) ?? []),
    ...listOf(article.meta.fields?.['waivers']).map((entry) => ({ ...termsFrom(entry), covers: whole, span: anchor })),
    ...outside.map((terms): Waiver => ({ ...terms, covers: whole, span: anchor, listed: true })),
  ]
}

function readComment(comment: Comment, article: Article, whole: Span): Waiver | undefined {
  const opening = OPENING.exec(comment.text)
  if (!opening) return undefined
  return { ...parseTerms(comment.text.slice(opening[0].length)), covers: opening[1] ? whole : following(comment, article), span: comment.span }
}

/** Reads `rule rule until=2027-01-31 by="Copy desk" -- reason`; a dash may stand for the two hyphens. */
export function parseTerms(text: string): WaiverTerms {
  const divider = /(?:^|\s)(?:--|[–—])(?=\s|$)/u.exec(text)
  const head = divider ? text.slice(0, divider.index) : text
  const reason = divider ? text.slice(divider.index + divider[0].length).trim().replace(/\s+/gu, ' ') : ''
  const rules: string[] = []
  const values: Record<string, string> = {}
  for (const [word, key, quoted, bare] of head.matchAll(/([a-z]+)=(?:"([^"]*)"|([^\s,]*))|[^\s,]+/gu)) {
    if (key) values[key] = quoted ?? bare ?? ''
    else rules.push(word)
  }
  return termsOf(rules, values['until'], values['by'], reason)
}

/** An entry of front matter: the words of a comment, or an object that says the same. */
function termsFrom(entry: unknown): WaiverTerms {
  if (typeof entry !== 'object' || entry === null) return parseTerms(String(entry))
  const { rule, rules, until, by, reason } = entry as Record<string, unknown>
  const text = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value === undefined || value === null ? '' : String(value))
  return termsOf(listOf(rules ?? rule).map(String), text(until), text(by), text(reason))
}

function termsOf(rules: readonly string[], until = '', by = '', reason = ''): WaiverTerms {
  return { rules, ...(until ? { until } : {}), ...(by ? { by } : {}), ...(reason ? { reason } : {}) }
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

/** The block a comment stands in or before; of a table, list or block quotation, all of it from there on. */
function following(comment: Comment, article: Article): Span {
  const { blocks } = article
  const index = blocks.findIndex((b) => contains(b.span, comment.span) || b.span.start >= comment.span.end)
  const block = blocks[index]
  if (!block) return { start: comment.span.end, end: comment.span.end }
  let covers = block.span
  for (let i = index + 1; i < blocks.length && isOneWith(block, blocks[i]!); i++) covers = cover(covers, blocks[i]!.span)
  return covers
}

/** Whether two blocks are parts of one table, list or block quotation, as a reader sees it. */
function isOneWith(a: Block, b: Block): boolean {
  return a.group !== undefined && b.group !== undefined && a.kind === b.kind && (a.kind === 'item' || a.group === b.group)
}

/** Whether a waiver counts on `asOf`: it has what it owes and has not run out. Without a date none has run out. */
export function counts(waiver: Waiver, duty: WaiverDuty, asOf: IsoDate | undefined): boolean {
  return (duty.reason === 'optional' || waiver.reason !== undefined) && (duty.approver === 'optional' || waiver.by !== undefined) &&
    (duty.expiry === 'optional' || waiver.until !== undefined) && (waiver.until === undefined || isDay(waiver.until)) && !hasRunOut(waiver, asOf)
}

/** Findings with those marked as silenced that a waiver covers and that counts. */
export function applyWaivers<F extends Omit<Finding, 'fingerprint'>>(
  findings: readonly F[], waivers: readonly Waiver[], asOf: IsoDate | undefined, duty: WaiverDuty = NOTHING,
): F[] {
  const counting = waivers.filter((waiver) => counts(waiver, duty, asOf))
  if (counting.length === 0) return [...findings]
  return findings.map((finding) => {
    const waiver = counting.find((w) => reaches(w, finding))
    if (!waiver) return finding
    const { reason, until, by } = waiver
    return { ...finding, silenced: { by: 'waiver', ...(reason ? { reason } : {}), ...(until ? { until } : {}), ...(by ? { who: by } : {}) } }
  })
}

function reaches(waiver: Waiver, finding: Omit<Finding, 'fingerprint'>): boolean {
  return finding.rule !== WAIVER_RULE && waiver.rules.includes(finding.rule) && contains(waiver.covers, finding.span)
}

/**
 * What came of each waiver.
 * @param isKnown whether a rule exists
 * @param isOn whether it was asked of this article: a waiver for a rule that was not is not called unused
 */
export function judgeWaivers(
  waivers: readonly Waiver[], findings: readonly Omit<Finding, 'fingerprint'>[], asOf: IsoDate | undefined,
  isKnown: (rule: string) => boolean, isOn: (rule: string) => boolean,
): JudgedWaiver[] {
  return waivers.map((waiver) => ({
    waiver,
    unused: waiver.rules.filter((rule) => isOn(rule) && !findings.some((finding) => finding.rule === rule && reaches(waiver, finding))),
    unknown: waiver.rules.filter((rule) => !isKnown(rule)),
    expired: hasRunOut(waiver, asOf),
  }))
}

/** Whether a waiver's last day lies before `asOf`. */
export function hasRunOut(waiver: WaiverTerms, asOf: IsoDate | undefined): boolean {
  return waiver.until !== undefined && asOf !== undefined && isDay(waiver.until) && waiver.until < asOf
}

/** Whether a text is a calendar day that exists, such as 2028-02-29. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text)?.map(Number) ?? []
  if (!year || !month || !day || month > 12) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

/** A comment that waives one rule for the block at `at`, in the article's own comment form; undefined where it has none. */
export function waiverAt(article: Article, rule: string, at: Span, reason = ''): Edit | undefined {
  const index = blockAt(article, at)
  let first = article.blocks[index]
  if (!first || first.field !== undefined || !isEditorial(article.roles[index]!)) return undefined
  for (let i = index - 1; i >= 0 && isOneWith(article.blocks[i]!, first); i--) first = article.blocks[i]!
  return article.layout.commentBefore?.(first.span.start, `fineprint-waive ${rule} -- ${reason}`)
}

/** Index of the block that holds a span; -1 where none does. Blocks stand in reading order, fields before them in any. */
function blockAt({ blocks }: Article, at: Span): number {
  let low = 0
  for (let high = blocks.length; low < high; ) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.span.start <= at.start) low = middle + 1
    else high = middle
  }
  return low > 0 && contains(blocks[low - 1]!.span, at) ? low - 1 : blocks.findIndex((block) => contains(block.span, at))
}

/** A comment that waives one rule for the whole file, before its first block that takes one. */
export function fileWaiver(article: Article, rule: string, reason = ''): Edit | undefined {
  const first = article.blocks.find((block) => block.field === undefined)
  return first && article.layout.commentBefore?.(first.span.start, `fineprint-waive-file ${rule} -- ${reason}`)
}
