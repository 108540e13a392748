import type { Finding, Severity } from '../lint/finding.ts'
import { placesIn, standing, tally, whySilenced, type FileReport, type Reporter, type ReportOptions } from './report.ts'
import { escapeXml } from './xml.ts'

const WORD: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'remark' }
/** How much text is shown to either side of the words, in UTF-16 code units. */
const AROUND = 160

const STYLE = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #8884;vertical-align:top}td.n,th.n{text-align:right}
article{border-left:.25rem solid #888;padding:.2rem 0 .2rem .8rem;margin:.8rem 0}article.error{border-color:#c22}article.warn{border-color:#b80}
article.info{border-color:#27b}article p{margin:.2rem 0}.where{color:#777;font-size:.85em}mark{padding:0 .1em}.silenced{opacity:.7}`

/** A page over many articles: counts, a table of articles, then each finding in its sentence. Stands alone: no script, nothing loaded. */
export const html: Reporter = (files, options) => {
  const { error, warn, info } = tally(files)
  const touched = files.filter((file) => file.findings.length > 0)
  const rows = files.map((file, i) => {
    const counts = tally([file])
    const name = escapeXml(file.path)
    const silenced = file.findings.length - standing(file.findings).length
    return `<tr><td>${file.findings.length ? `<a href="#f${i}">${name}</a>` : name}</td><td class="n">${counts.error}</td><td class="n">${counts.warn}</td><td class="n">${counts.info}</td><td class="n">${silenced}</td></tr>`
  })
  const failures = options.failures.map(({ path, message }) => `<p>${escapeXml(path)} could not be checked: ${escapeXml(message)}</p>`)
  const sections = files.map((file, i) => (file.findings.length ? sectionOf(file, `f${i}`, options) : ''))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>fineprint: ${error + warn + info} findings</title>
<style>${STYLE}</style></head><body>
<h1>${error} errors, ${warn} warnings, ${info} remarks in ${touched.length} of ${files.length} articles</h1>
${failures.join('\n')}
<table><thead><tr><th>Article</th><th class="n">Errors</th><th class="n">Warnings</th><th class="n">Remarks</th><th class="n">Silenced</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${sections.filter(Boolean).join('\n')}
</body></html>
`
}

function sectionOf({ path, text, findings }: FileReport, id: string, options: ReportOptions): string {
  const placeOf = placesIn(text)
  const parts = findings.map((finding) => {
    const { line, column } = placeOf(finding.span.start)
    const silenced = whySilenced(finding)
    const note = options.noteOf(finding.rule)
    const related = finding.related.map((one) => `<p class="where">see line ${placeOf(one.span.start).line}: ${escapeXml(one.message)}</p>`).join('')
    return `<article class="${finding.severity}${silenced ? ' silenced' : ''}"><p>${escapeXml(finding.message)}</p><p>${inSentence(text, finding)}</p>${related}` +
      `<p class="where">${WORD[finding.severity]} · line ${line}, column ${column} · ${escapeXml(finding.rule)}${note?.cites ? ` · ${escapeXml(note.cites)}` : ''}` +
      `${silenced ? ` · ${escapeXml(silenced)}` : ''}</p></article>`
  })
  return `<h2 id="${id}">${escapeXml(path)}</h2>\n${parts.join('\n')}`
}

/** The words in what stands around them, marked; line breaks become spaces, words at the edges stay whole. */
function inSentence(text: string, { span }: Finding): string {
  const end = Math.min(span.end, span.start + 4 * AROUND)
  const before = text.slice(Math.max(0, span.start - AROUND), span.start).replace(/^[\s\S]*\n\s*\n/u, '')
  const after = text.slice(end, end + AROUND).replace(/\n\s*\n[\s\S]*$/u, '')
  const head = span.start - before.length > 0 && before.length === AROUND ? `…${before.replace(/^\S*\s/u, '')}` : before
  const tail = end < span.end ? '…' : after.length === AROUND ? `${after.replace(/\s\S*$/u, '')}…` : after
  const plain = (part: string) => escapeXml(part.replace(/\s+/gu, ' '))
  return `${plain(head)}<mark>${plain(text.slice(span.start, end))}</mark>${plain(tail)}`
}
