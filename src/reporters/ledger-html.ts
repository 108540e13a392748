import type { LedgerStatistic } from '../article/ledger.ts'
import type { DutyRow } from '../lint/duties.ts'
import { unitOf } from './ledger-csv.ts'
import { articleHtml } from './ledger-article.ts'
import { script, style } from './ledger-page.ts'
import type { LedgerFile, LedgerReporter } from './ledger.ts'
import { escapeHtml } from './markup.ts'
import { NO_DUTIES, STATUSES } from './obligations.ts'
import { placesIn } from './report.ts'

/** How a standing is called, and the sign that says it without colour. */
export const STANDINGS = {
  unattributed: { name: 'No source', sign: '?' },
  attributed: { name: 'Attributed', sign: '✓' },
  market: { name: 'Market data', sign: 'm' },
  exempt: { name: 'Needs none', sign: '–' },
} as const

const CARRY = { same: 'in the same sentence', before: 'carried from before', after: 'carried from after', title: 'from the headline' } as const

/** One article as a page that stands alone: the text with its figures, a line from each to its source, and a table. */
export const ledgerHtml: LedgerReporter = (files) => {
  const file = files[0]
  if (!file) return ''
  const { ledger } = file
  const title = escapeHtml(headlineOf(file) ?? ledger.path)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>Ledger: ${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#figures">To the table of figures</a>
<header>
<p class="path">${escapeHtml(ledger.path)}</p>
<p class="sum">${summary(ledger.statistics)}</p>
<div class="tools" role="group" aria-label="Which figures are marked">
${chips(ledger.statistics)}
</div>
</header>
<main>
<article id="story" aria-label="The article">
<svg id="lines" aria-hidden="true"></svg>
${articleHtml(file)}
</article>
<aside>
<section id="figures" tabindex="-1" aria-labelledby="figures-title">
<h2 id="figures-title">Figures</h2>
${table(file)}
</section>
${disclosures(file)}
${file.duties ? dutiesOf(file.duties) : ''}
</aside>
</main>
<div id="card" role="status" hidden></div>
<script>${script}</script>
</body>
</html>
`
}

/** The switches of the page: each standing, and all lines at once. */
export function chips(statistics: readonly LedgerStatistic[]): string {
  const each = Object.entries(STANDINGS).map(([status, { name, sign }]) => chip(status, name, sign, countOf(statistics, status)))
  return [...each, '<label class="chip all"><input type="checkbox" id="all"> Draw every line</label>'].join('\n')
}

function headlineOf(file: LedgerFile): string | undefined {
  return file.blocks().find(({ role }) => role === 'headline')?.block.prose.text
}

function countOf(statistics: readonly LedgerStatistic[], status: string): number {
  return statistics.filter((s) => s.status === status).length
}

/** How many figures, and how many of them nobody stands behind. */
export function summary(statistics: readonly LedgerStatistic[]): string {
  if (statistics.length === 0) return 'No figure in this article needs a source.'
  const open = countOf(statistics, 'unattributed')
  const figures = `${statistics.length} figure${statistics.length === 1 ? '' : 's'}`
  return open === 0 ? `${figures}, all accounted for.` : `${figures}, <strong>${open} without a source</strong>.`
}

function chip(status: string, name: string, sign: string, count: number): string {
  return `<label class="chip st-${status}"><input type="checkbox" data-status="${status}" checked> <span class="sign" aria-hidden="true">${sign}</span> ${name} <b>${count}</b></label>`
}

/** The figures as a table: place, figure, standing, source. */
export function table({ ledger, text }: LedgerFile): string {
  if (ledger.statistics.length === 0) return '<p class="none">None.</p>'
  const placeOf = placesIn(text)
  const rows = ledger.statistics.map((s, i) => {
    const { line, column } = placeOf(s.start)
    const { name, sign } = STANDINGS[s.status]
    const source = s.source ? `<span class="source">${escapeHtml(s.source.text)}</span>` : ''
    const flags = [
      s.carry ? CARRY[s.carry] : '', s.anonymous ? 'not named' : '', s.vague ? 'nobody who can be asked' : '', s.certain ? '' : 'left open by the text',
    ].filter(Boolean)
    return `<tr data-row="${i}" data-status="${s.status}">
<td class="place">${line}:${column}</td>
<td><a href="#f${i}">${escapeHtml(s.text)}</a><small>${escapeHtml(unitOf(s.unit))}</small></td>
<td class="st-${s.status}"><span class="sign" aria-hidden="true">${sign}</span> ${name}</td>
<td>${source}${flags.length ? `<small>${flags.join(', ')}</small>` : ''}<small class="why">${escapeHtml(s.why)}</small></td>
</tr>`
  })
  return `<div class="scroll"><table>
<thead><tr><th scope="col">Line</th><th scope="col">Figure</th><th scope="col">Standing</th><th scope="col">Source</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`
}

/** The disclosures that were found, and what was not. */
export function disclosures({ ledger }: LedgerFile): string {
  const found = ledger.disclosures.map((d, i) => {
    const value = d.value === true ? 'stated' : d.value
    const verdict = d.defect ? `<strong class="defect">${d.defect}: not credited</strong>` : value
    return `<li><a href="#d${i}">${escapeHtml(wordsOf(d.element))}</a> <span>${verdict}</span><small>${escapeHtml(d.text)}</small></li>`
  })
  const absent = Object.entries(ledger.elements).filter(([, value]) => value === false || value === 'absent').map(([element]) => wordsOf(element))
  return `<section aria-labelledby="disclosures-title">
<h2 id="disclosures-title">Disclosures</h2>
${found.length ? `<ul class="disclosures">\n${found.join('\n')}\n</ul>` : '<p class="none">None found.</p>'}
${absent.length ? `<p class="absent">Not found: ${absent.join(', ')}.</p>` : ''}
</section>`
}

/** What is asked of the article, and what is not and why. */
function dutiesOf(duties: readonly DutyRow[]): string {
  const groups = STATUSES.map(([status, title]) => {
    const rows = duties.filter((duty) => duty.status === status)
    const items = rows.map((row) => {
      const what = row.applies ? `Asks because: ${row.why}` : `Skipped: ${row.skippedBecause}`
      const reached = row.ifReached ? ` (${escapeHtml(row.ifReached)})` : ''
      const missing = row.missing.map(({ message }) => `<small class="defect">${escapeHtml(message)}</small>`).join('')
      return `<li><strong>${escapeHtml(row.title)}</strong>${reached} <span>${escapeHtml(row.provision)}</span>${missing}<small>${escapeHtml(what)}</small>` +
        `<small>${escapeHtml(`${row.cites}; ${row.force}; as of ${row.asOf}`)}</small></li>`
    })
    return rows.length === 0 ? '' : `<h3>${title}: ${rows.length}</h3>\n<ul class="disclosures">\n${items.join('\n')}\n</ul>`
  })
  return `<section aria-labelledby="duties-title">
<h2 id="duties-title">Duties</h2>
${groups.filter(Boolean).join('\n') || `<p class="none">${escapeHtml(NO_DUTIES)}</p>`}
</section>`
}

/** `notRecommendation` → `not recommendation`. */
function wordsOf(element: string): string {
  return element.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
}
