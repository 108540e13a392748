import { join } from 'node:path'
import { builtIn } from '../../catalog.ts'
import { escapeHtml } from '../../reporters/markup.ts'
import { writeWhole } from './folder.ts'
import type { AuditReport, Ranked, Tally } from './summary.ts'

/** A cell: words, a number, or words with an address behind them. */
type Cell = string | number | { readonly text: string; readonly url: string }

interface Part {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Writes `report.json`, `report.md` and `report.html` into a folder. */
export function writeReports(folder: string, report: AuditReport): void {
  writeWhole(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  writeWhole(join(folder, 'report.md'), markdownReport(report))
  writeWhole(join(folder, 'report.html'), htmlReport(report))
}

/** The report as Markdown. */
export function markdownReport(report: AuditReport): string {
  const parts = partsOf(report).map(({ title, note, columns, rows }) => {
    const isNumber = columns.map((_, i) => rows.every((row) => isFigure(row[i]!)))
    const table = [columns, columns.map((_, i) => (isNumber[i] ? '---:' : '---')), ...rows.map((row) => row.map(markdownCell))].map((row) => `| ${row.join(' | ')} |`).join('\n')
    return `## ${title}\n\n${note ? `${note}\n\n` : ''}${rows.length ? table : 'None.'}\n`
  })
  return `# Audit of ${counted(report.articles, 'article')}\n\n${summary(report)}\n\n${parts.join('\n')}\n${CAUTION}\n`
}

/** The report as a page that stands alone: no script, nothing loaded. */
export function htmlReport(report: AuditReport): string {
  const parts = partsOf(report)
  const sections = parts.map(({ id, title, note, columns, rows }) => {
    const isNumber = columns.map((_, i) => rows.length > 0 && rows.every((row) => isFigure(row[i]!)))
    const of = (i: number) => (isNumber[i] ? ' class="n"' : '')
    const head = columns.map((column, i) => `<th scope="col"${of(i)}>${escapeHtml(column)}</th>`).join('')
    const body = rows.map((row) => `<tr>${row.map((cell, i) => (i === 0 ? `<th scope="row"${of(i)}>${htmlCell(cell)}</th>` : `<td${of(i)}>${htmlCell(cell)}</td>`)).join('')}</tr>`).join('\n')
    const table = `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
    return `<section><h2 id="${id}">${escapeHtml(title)}</h2>\n${note ? `<p>${escapeHtml(note)}</p>\n` : ''}${rows.length ? table : '<p>None.</p>'}</section>`
  })
  const links = parts.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Audit of ${counted(report.articles, 'article')}</title>
<style>${STYLE}</style></head><body>
<main><h1>Audit of ${counted(report.articles, 'article')}</h1>
<p>${escapeHtml(summary(report))}</p>
<nav aria-label="Contents"><ul>${links}</ul></nav>
${sections.join('\n')}
<p>${escapeHtml(CAUTION)}</p></main>
</body></html>
`
}

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .7rem;border-bottom:1px solid #8886;vertical-align:top;overflow-wrap:break-word}
tbody th{font-weight:500}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}:focus-visible{outline:2px solid #27b}`

const CAUTION = 'Found and not found by rules that can be read. Whether a statement is true, and what the law asks, no program says.'

function summary({ articles, clean, failed, findings, figures }: AuditReport): string {
  const all = figures.attributed + figures.market + figures.exempt + figures.unattributed
  const owed = all - figures.market - figures.exempt
  const sourced = owed ? ` Of ${grouped(owed)} figures that owe a source, ${share(figures.attributed, owed)} have one.` : ''
  return `${counted(findings.error, 'error')}, ${counted(findings.warn, 'warning')} and ${counted(findings.info, 'remark')}; nothing in ${counted(clean, 'article')} (${share(clean, articles)}).${sourced}` +
    `${findings.silenced ? ` Waived beside these: ${grouped(findings.silenced)}.` : ''}${failed ? ` ${grouped(failed)} more could not be judged.` : ''}`
}

function partsOf(report: AuditReport): Part[] {
  const { articles, figures } = report
  const all = figures.attributed + figures.market + figures.exempt + figures.unattributed
  const standing = (name: string, count: number): Cell[] => [name, count, share(count, all)]
  return [
    {
      id: 'rules', title: 'By rule', columns: ['Rule', 'Articles', 'Share', 'Findings', 'Waived', 'What it finds'],
      rows: report.rules.map((row) => [row.rule, row.articles, share(row.articles, articles), row.findings, row.silenced, builtIn.rules.get(row.rule)?.rule.summary ?? '']),
    },
    {
      id: 'figures', title: 'Figures by standing', columns: ['Standing', 'Figures', 'Share'],
      rows: [
        standing('attributed: somebody named says it, or a source the text carries on', figures.attributed), standing('of these, by people who are not named', figures.anonymous),
        standing('market: a bare price or rate of a market', figures.market), standing('exempt: needs no source', figures.exempt),
        standing('unattributed: no source', figures.unattributed), standing('of these, with a source that is nobody in particular', figures.vague),
      ],
    },
    {
      id: 'missing', title: 'Statements that are missing', note: 'Of all that are read, whether or not the rules ask for them.', columns: ['Statement', 'Articles without', 'Share'],
      rows: report.missing.map(({ element, articles: without }) => [element.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`), without, share(without, articles)]),
    },
    { id: 'months', title: 'By month', columns: GROUP('Month'), rows: report.months.map(rowOf) },
    { id: 'authors', title: 'By author', ...groups('Author', report.authors) },
    { id: 'sections', title: 'By section', ...groups('Section', report.sections) },
    {
      id: 'worst', title: 'Articles to look at first', columns: ['Article', 'Where', 'Author', 'Date', 'Errors', 'Warnings', 'Rules'],
      rows: report.worst.map((one) => [linked(one.title ?? one.id, one.url), one.title ? `${one.id} (${one.ref})` : one.ref, one.author ?? '', one.date ?? '', one.errors, one.warnings, one.rules.slice(0, 4).join(', ')]),
    },
    {
      id: 'failures', title: 'Not judged', ...(report.failed > report.failures.length ? { note: `The first ${report.failures.length} of ${grouped(report.failed)}; the lines with an \`error\` in results.jsonl are all of them.` } : {}),
      columns: ['Article', 'Where', 'Why'], rows: report.failures.map(({ id, ref, message }) => [id, ref, message]),
    },
  ]
}

const GROUP = (name: string) => [name, 'Articles', 'Errors', 'Errors per article', 'Warnings', 'Figures', 'Without a source']

function rowOf({ name, articles, errors, warnings, figures, unattributed }: Tally): Cell[] {
  return [name, articles, errors, (errors / articles).toFixed(2), warnings, figures, share(unattributed, figures)]
}

function groups(name: string, { all, shown, others }: Ranked): Pick<Part, 'columns' | 'rows' | 'note'> {
  return { columns: GROUP(name), rows: [...shown, ...(others ? [others] : [])].map(rowOf), ...(others ? { note: `The ${shown.length} with the most errors, of ${grouped(all)}.` } : {}) }
}

function linked(text: string, url: string | undefined): Cell {
  return url && /^https?:\/\//iu.test(url) ? { text, url } : text
}

function share(part: number, of: number): string {
  return of ? `${((100 * part) / of).toFixed(1)}%` : '–'
}

/** `1 error`, `2,400 errors`. */
export function counted(count: number, what: string): string {
  return `${grouped(count)} ${what}${count === 1 ? '' : 's'}`
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** Whether a cell holds a number or a share, to stand under others. */
function isFigure(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^(?:[\d.]+%?|–)$/u.test(cell))
}

function htmlCell(cell: Cell): string {
  if (typeof cell === 'number') return grouped(cell)
  return typeof cell === 'string' ? escapeHtml(cell) : `<a href="${escapeHtml(cell.url)}" rel="noreferrer">${escapeHtml(cell.text)}</a>`
}

function markdownCell(cell: Cell): string {
  if (typeof cell === 'number') return grouped(cell)
  if (typeof cell === 'string') return plain(cell)
  return `[${plain(cell.text)}](<${cell.url.replace(/[<>\\\s|`()[\]"*_~]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}>)`
}

/** Words that stay words, whatever is in them. */
function plain(text: string): string {
  return escapeHtml(text.replace(/\s+/gu, ' ').slice(0, 300)).replace(/[\\`*_[\]|~]/gu, (char) => `\\${char}`)
}
