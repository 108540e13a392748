import type { Article } from '../../article/article.ts'
import type { Meta } from '../../article/block.ts'
import { readAllIn } from '../../formats/read.ts'
import type { Finding } from '../../lint/finding.ts'
import { lintArticle } from '../../lint/lint.ts'
import type { Span } from '../../text/span.ts'
import { readSubmission } from '../submission.ts'
import type { Rules } from './policy.ts'
import { failedLine, type About, type Figures, type Judged, type PlacedFinding, type Task } from './result.ts'

const EXCERPT = 60
/** Findings of one article that are listed; the others are counted. */
const MOST_FINDINGS = 200

/** Judges one article. Gives its line, several for a file of several articles, each with its line break. Never throws. */
export function judge(task: Task, rules: Rules): string {
  try {
    if (task.submission) {
      const { article, placeOf } = readSubmission(task.submission, task.meta)
      return `${JSON.stringify(judged(task, article, rules, placeOf))}\n`
    }
    const { path, text } = task.file!
    const articles = readAllIn(text, path, rules.formats)
    return articles.map((article, i) => {
      const part = articles.length > 1 ? ([i + 1, articles.length] as const) : undefined
      return `${JSON.stringify(judged(task, article, rules, (span) => ({ field: 'text', ...span }), part))}\n`
    }).join('')
  } catch (error) {
    return failedLine(task, rules.digest, { code: 'broken', message: String((error as Error).message).split('\n', 1)[0]! })
  }
}

type PlaceOf = (span: Span) => ({ readonly field: string } & Span) | undefined

function judged(task: Task, article: Article, rules: Rules, placeOf: PlaceOf, part?: readonly [number, number]): Judged {
  const about = { ...aboutOf(article.meta), ...task.about }
  const findings = lintArticle(article, rules.settingsOf(task.file?.path ?? task.ref), rules.catalog, rules.around(about.date))
  const counts: Record<string, [number, number]> = {}
  const severities = { error: 0, warn: 0, info: 0 }
  for (const { rule, severity, silenced } of findings) {
    const count = (counts[rule] ??= [0, 0])
    count[silenced ? 1 : 0]++
    if (!silenced) severities[severity]++
  }
  return {
    key: task.key, id: part ? `${task.id}#${part[0]}` : task.id, ref: task.ref, ...(part ? { part } : {}), textHash: task.textHash, digest: rules.digest,
    about, words: wordsIn(article.source.text), rules: counts, severities, figures: figuresOf(article), elements: article.elements,
    findings: findings.slice(0, MOST_FINDINGS).map((finding) => placed(finding, article, placeOf(finding.span))),
    ...(findings.length > MOST_FINDINGS ? { more: findings.length - MOST_FINDINGS } : {}),
  }
}

/** What front matter says, where the archive's own fields do not. */
function aboutOf({ title, author, published, fields = {} }: Meta): About {
  const text = (...names: string[]) => names.map((name) => fields[name]).find((value): value is string => typeof value === 'string' && value !== '')
  const section = text('section', 'category', 'desk')
  const url = text('url', 'permalink', 'canonical')
  return { ...(title ? { title } : {}), ...(author ? { author } : {}), ...(published ? { date: published } : {}), ...(section ? { section } : {}), ...(url ? { url } : {}) }
}

function placed(finding: Finding, article: Article, place: ReturnType<PlaceOf>): PlacedFinding {
  const { rule, severity, message, fingerprint, silenced, span } = finding
  const { line, column } = article.source.lines.at(span.start)
  const before = place ? article.source.lines.at(span.start - place.start).line - 1 : 0
  // Enough to find the words again; a finding may cover a whole page.
  const words = article.source.text.slice(span.start, Math.min(span.end, span.start + 4 * EXCERPT)).replace(/\s+/gu, ' ')
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…` : words
  return { rule, severity, message, ...(place ?? { field: '', ...span }), line: line - before, column, excerpt, fingerprint, ...(silenced ? { silenced } : {}) }
}

function figuresOf(article: Article): Figures {
  const figures = { attributed: 0, market: 0, exempt: 0, unattributed: 0, vague: 0, anonymous: 0 }
  for (const statistic of article.statistics) {
    const standing = article.standingOf(statistic)
    figures[standing.status]++
    if (standing.status === 'unattributed' && standing.vague) figures.vague++
    if (standing.status === 'attributed' && standing.anonymous) figures.anonymous++
  }
  return figures
}

function wordsIn(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= 32
    if (!isSpace && !inside) words++
    inside = !isSpace
  }
  return words
}
