import { chips, disclosures, summary, table } from '../../reporters/ledger-html.ts'
import { articleHtml } from '../../reporters/ledger-article.ts'
import type { LedgerFile } from '../../reporters/ledger.ts'
import { escapeHtml } from '../../reporters/markup.ts'
import { ledgerOf } from '../../article/ledger.ts'
import type { StoredRecord } from './chain.ts'
import type { FindingAnswer } from './schema.ts'
import type { Principal } from './signature.ts'
import type { Summary } from './store/store.ts'
import { barsOfDays, barsOfRules } from './desk-plots.ts'
import { readSubmission, type Submission } from '../submission.ts'
import type { WaiverCase } from './waivers.ts'

/** Who looks at the desk, and what proves that a form is theirs. */
export type Person = Principal & { readonly csrf: string }

type Verdict = { readonly findings?: readonly FindingAnswer[]; readonly owed?: readonly { rule: string; statement: string }[]; readonly textHash?: string; readonly context?: { site: string; article: string } }

const PAGES = [['/desk', 'Queue'], ['/desk/records', 'Records'], ['/desk/numbers', 'Numbers']] as const
/** Longer articles are shown without their figures: a page must not keep the gate busy. */
const MOST_COLOURED = 300_000

function page(title: string, person: Person | undefined, at: string, body: string): string {
  const nav = person ? `<header><nav aria-label="Desk">${PAGES.map(([path, name]) => `<a href="${path}"${path === at ? ' aria-current="page"' : ''}>${name}</a>`).join('')}
<form method="post" action="/desk/logout">${csrf(person)}<span>${escapeHtml(person.name)}</span><button>Log out</button></form></nav></header>` : ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · fineprint</title>
<link rel="stylesheet" href="/desk/desk.css">
<script src="/desk/desk.js" defer></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
${nav}
${body}
</body>
</html>
`
}

const csrf = ({ csrf: token }: Person) => `<input type="hidden" name="csrf" value="${escapeHtml(token)}">`
const badge = (verdict: string) => `<span class="verdict v-${/^[a-z-]+$/u.test(verdict) ? verdict : 'none'}">${escapeHtml(verdict)}</span>`
const time = (at: string) => `<time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(0, 16).replace('T', ' '))}</time>`
const link = (name: string) => `<a href="/desk/article?name=${escapeHtml(encodeURIComponent(name))}">${escapeHtml(name)}</a>`
const bodyOf = (record: StoredRecord) => (record.body ?? {}) as Verdict

export function loginPage(fault?: string): string {
  return page('Log in', undefined, '', `<main class="plain" id="content"><h1>Review desk</h1>
${fault ? `<p role="alert">${escapeHtml(fault)}</p>` : ''}
<form class="box" method="post" action="/desk/login"><p><label><span class="name">Your token</span><br><input type="password" name="token" autocomplete="current-password" required autofocus></label></p>
<p><button class="first">Log in</button></p></form></main>`)
}

export function faultPage(message: string): string {
  return page('Not done', undefined, '', `<main class="plain" id="content"><h1>This was not done</h1><p role="alert">${escapeHtml(message)}</p><p><a href="/desk">To the queue</a></p></main>`)
}

/** What waits for a person: held articles, and what went out as an emergency. */
export function queuePage(person: Person, held: readonly StoredRecord[], urgent: readonly WaiverCase[], total: number, now: string): string {
  const waits = (at: string) => {
    const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 60_000))
    return minutes < 60 ? `${minutes} min` : minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
  }
  const rows = held.map((record) => {
    const findings = bodyOf(record).findings?.filter((f) => !f.silenced) ?? []
    return `<tr><td>${link(record.article)}</td><td>${badge(record.verdict)}</td><td>${escapeHtml(record.author)}</td><td>${findings.length}</td><td>${waits(record.at)}</td></tr>`
  })
  const emergencies = urgent.map(({ request, at }) => `<li>${link(`${request.site}/${request.article}`)} by ${escapeHtml(request.who)}, ${time(at)}: ${escapeHtml(request.reason)}</li>`)
  return page('Queue', person, '/desk', `<main class="plain" id="content"><h1>${total === 0 ? 'Nothing waits' : `${total} article${total === 1 ? '' : 's'} wait${total === 1 ? 's' : ''}`}</h1>
${rows.length ? `<div class="scroll"><table><thead><tr><th scope="col">Article</th><th scope="col">Verdict</th><th scope="col">Author</th><th scope="col">Findings</th><th scope="col">Waits for</th></tr></thead><tbody>
${rows.join('\n')}</tbody></table></div>${total > rows.length ? `<p class="note">The ${rows.length} that wait longest.</p>` : ''}` : '<p>Articles stand here while their verdict is hold or reject, until they are judged again and pass.</p>'}
${emergencies.length ? `<h2>Published in an emergency, to be looked at</h2><ul>${emergencies.join('\n')}</ul>` : ''}</main>`)
}

const DONE: Readonly<Record<string, string>> = {
  asked: 'The waiver was asked for. Somebody else decides on it.', decided: 'The decision is recorded. The article passes when its system asks again.',
}

/** One article: its text while it waits, findings, waivers, receipt. */
export function articlePage(person: Person, verdict: StoredRecord, submission: unknown, cases: readonly WaiverCase[], fourEyes: boolean, done?: string): string {
  const { findings = [], owed = [] } = bodyOf(verdict)
  const shown = submission === undefined ? undefined : storyOf(submission as Submission, verdict.article, findings)
  return page(verdict.article, person, '', `<main id="content">
${shown?.story ?? `<div><h1>${escapeHtml(verdict.article)}</h1><p class="note">The text is kept only while an article waits; this one waits no longer.</p></div>`}
<aside>
<p>${badge(verdict.verdict)} ${escapeHtml(verdict.article)}${verdict.author ? `, by ${escapeHtml(verdict.author)}` : ''}, judged ${time(verdict.at)}</p>
${done && DONE[done] ? `<p role="status" class="done">${DONE[done]}</p>` : ''}
<h2>Findings</h2>
${findings.length ? `<ol class="findings">${findings.map(findingItem).join('\n')}</ol>` : '<p class="none">None.</p>'}
${owed.length ? `<h2>Owed statements</h2><ul class="findings">${owed.map(({ rule, statement }) => `<li>${escapeHtml(rule)}${offer(statement)}</li>`).join('')}</ul>` : ''}
${cases.length ? `<h2>Waivers</h2>${cases.map((item) => waiverItem(person, item, fourEyes)).join('\n')}` : ''}
${waiverForm(person, verdict, findings, fourEyes)}
${shown?.facts ?? ''}
<h2>Receipt</h2>${receipt(verdict)}
</aside>
</main>
<div id="card" role="status" hidden></div>`)
}

function storyOf(submission: Submission, path: string, findings: readonly FindingAnswer[]): { readonly story: string; readonly facts: string } {
  const raw = 'text' in submission ? submission.text : Object.values(submission.fields).join('\n\n')
  if (raw.length > MOST_COLOURED || findings.some((f) => f.rule === 'not-judged')) {
    return { facts: '', story: `<div><p class="note">Too long to be shown with its figures.</p><pre>${escapeHtml(raw.slice(0, MOST_COLOURED))}</pre></div>` }
  }
  const { article } = readSubmission(submission)
  const file: LedgerFile = {
    ledger: { ...ledgerOf(article), path }, text: article.source.text, blocks: () => article.blocks.map((block, i) => ({ block, role: article.roles[i]! })),
  }
  // The policy of these pages allows no style in attributes.
  const story = articleHtml(file).replace(/ style="--depth:(\d)"/gu, ' data-depth="$1"')
  return {
    story: `<div><p class="sum">${summary(file.ledger.statistics)}</p>
<div class="tools" role="group" aria-label="Which figures are marked">${chips(file.ledger.statistics)}</div>
<article id="story" aria-label="The article"><svg id="lines" aria-hidden="true"></svg>\n${story}</article></div>`,
    facts: `<section id="figures" tabindex="-1" aria-labelledby="figures-title"><h2 id="figures-title">Figures</h2>${table(file)}</section>${disclosures(file)}`,
  }
}

const offer = (text: string) => `<div class="offer"><code>${escapeHtml(text)}</code><button type="button" data-copy>Copy</button></div>`

function findingItem({ rule, severity, message, place, related, suggestions, silenced, url }: FindingAnswer): string {
  const where = `${place.field === 'text' || !place.field ? '' : `${place.field}, `}line ${place.line}`
  return `<li${silenced ? ' class="silenced"' : ''}><strong>${escapeHtml(severity)}</strong> ${escapeHtml(message)}
${place.excerpt ? `<br><q>${escapeHtml(place.excerpt)}</q>` : ''}
<small>${escapeHtml(where)} · ${/^https:\/\//u.test(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(rule)}</a>` : escapeHtml(rule)}${silenced ? ` · waived by ${escapeHtml(silenced.who ?? silenced.by)}: ${escapeHtml(silenced.reason ?? '')}` : ''}</small>
${related.length ? `<ul>${related.map((r) => `<li>${escapeHtml(r.message)}: <q>${escapeHtml(r.place.excerpt)}</q></li>`).join('')}</ul>` : ''}
${suggestions.map(({ title, edits }) => `<p class="note">${escapeHtml(title)}</p>${edits.filter((e) => e.text.trim()).map((e) => offer(e.text.trim())).join('')}`).join('')}</li>`
}

function waiverItem(person: Person, { id, request, at, decision }: WaiverCase, fourEyes: boolean): string {
  const head = `${request.emergency ? badge('emergency') : badge('asked')} ${escapeHtml(request.rules.join(', '))}, asked by ${escapeHtml(request.who)} ${time(at)}${request.until ? `, until ${escapeHtml(request.until.slice(0, 10))}` : ''}`
  if (decision) return `<p>${head}: ${escapeHtml(request.reason)}<br>${badge(decision.decision)} by ${escapeHtml(decision.who)} ${time(decision.at)}: ${escapeHtml(decision.reason)}</p>`
  const may = person.scopes.includes('review') && !(fourEyes && request.who === person.name)
  if (!may) return `<p>${head}: ${escapeHtml(request.reason)}<br><span class="note">Waits for ${person.scopes.includes('review') ? 'somebody else to decide' : 'a reviewer'}.</span></p>`
  return `<form class="box" method="post" action="/desk/decisions">${csrf(person)}<input type="hidden" name="id" value="${escapeHtml(id)}">
<p>${head}: ${escapeHtml(request.reason)}</p>
<p><label><span class="name">Why</span><textarea name="reason" required></textarea></label></p>
<p><button class="first" name="decision" value="approve">Approve</button> <button name="decision" value="refuse">Refuse</button></p></form>`
}

function waiverForm(person: Person, verdict: StoredRecord, findings: readonly FindingAnswer[], fourEyes: boolean): string {
  const rules = [...new Set(findings.filter((f) => !f.silenced).map((f) => f.rule))]
  const { context, textHash } = bodyOf(verdict)
  if (rules.length === 0 || !context || !textHash || !person.scopes.includes('judge')) return ''
  const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`
  return `<form class="box" method="post" action="/desk/waivers">${csrf(person)}${hidden('site', context.site)}${hidden('article', context.article)}${hidden('textHash', textHash)}
<fieldset><legend>Ask that these findings may stand</legend>${rules.map((rule) => `<label><input type="checkbox" name="rule" value="${escapeHtml(rule)}"> ${escapeHtml(rule)}</label>`).join('')}</fieldset>
<p><label><span class="name">Reason, for this text only</span><textarea name="reason" minlength="10" required></textarea></label></p>
<p><label class="inline">Until <input type="date" name="until"></label><label class="inline"><input type="checkbox" name="emergency" value="yes"> Emergency: publish now, reviewed afterwards</label></p>
${!fourEyes && person.scopes.includes('review') ? '<p><label class="inline"><input type="checkbox" name="decide" value="yes"> Approve at once</label></p>' : ''}
<p><button class="first">Ask for the waiver</button></p></form>`
}

function receipt(record: StoredRecord): string {
  const { textHash, ruleSet } = (record.body ?? {}) as { textHash?: string; ruleSet?: { version: string; digest: string; presets: readonly string[] } }
  const lines: [string, string][] = [
    ['Record', String(record.seq)], ['Time', record.at], ['Verdict', record.verdict], ...(textHash ? [['Text', textHash] as [string, string]] : []),
    ...(ruleSet ? [['Rules', `${ruleSet.presets.join(', ')} · ${ruleSet.version} · ${ruleSet.digest}`] as [string, string]] : []),
    ['Digest', record.digest], ['Previous', record.previous], ['Hash', record.hash],
  ]
  return `<dl class="receipt">${lines.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl><p class="note"><a href="/desk/record?seq=${record.seq}">The whole record</a></p>`
}

export function recordPage(person: Person, record: StoredRecord): string {
  return page(`Record ${record.seq}`, person, '', `<main class="plain" id="content"><h1>Record ${record.seq}</h1><p>${badge(record.verdict)} ${escapeHtml(record.kind)} · ${link(record.article)} · ${escapeHtml(record.author)} · ${time(record.at)}</p>
${receipt(record)}<h2>Body</h2>${record.redacted ? '<p class="note">Taken away by retention; its digest stays.</p>' : `<pre>${escapeHtml(JSON.stringify(record.body, null, 2))}</pre>`}</main>`)
}

const FIELDS = [['article', 'Article (site/id)', 'text'], ['author', 'Author', 'text'], ['rule', 'Rule', 'text'], ['verdict', 'Verdict', 'text'], ['from', 'From', 'date'], ['until', 'Before', 'date']] as const

/** @param more whether older ones are left for the next page */
export function recordsPage(person: Person, records: readonly StoredRecord[], query: Readonly<Record<string, string>>, more: boolean): string {
  const fields = FIELDS.map(([name, label, type]) => `<label>${label}<input type="${type}" name="${name}" value="${escapeHtml(query[name] ?? '')}"></label>`)
  const older = new URLSearchParams({ ...query, before: String(records.at(-1)?.seq ?? 0) }).toString()
  const rows = records.map((r) => `<tr><td><a href="/desk/record?seq=${r.seq}">${r.seq}</a></td><td>${time(r.at)}</td><td>${escapeHtml(r.kind)}</td><td>${link(r.article)}</td><td>${escapeHtml(r.author)}</td><td>${badge(r.verdict)}</td></tr>`)
  return page('Records', person, '/desk/records', `<main class="plain" id="content"><h1>Records</h1><form class="search" method="get" action="/desk/records">${fields.join('')}<button class="first">Search</button></form>
<div class="scroll"><table><thead><tr>${['No.', 'When (UTC)', 'Kind', 'Article', 'Who', 'Outcome'].map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}</tbody></table></div><p class="note">${records.length === 0 ? 'Nothing found.' : `${records.length} record${records.length === 1 ? '' : 's'}, the newest first.`}${more ? ` <a href="/desk/records?${escapeHtml(older)}" rel="next">Older ones</a>` : ''}</p></main>`)
}

export function numbersPage(person: Person, { days, rules }: Summary): string {
  const verdicts = ['pass', 'warn', 'hold', 'reject'] as const
  return page('Numbers', person, '/desk/numbers', `<main class="plain" id="content"><h1>The last sixty days</h1><h2>Verdicts by day</h2>${barsOfDays(days)}
<details><summary>As a table</summary><div class="scroll"><table><thead><tr><th scope="col">Day</th>${verdicts.map((v) => `<th scope="col">${v}</th>`).join('')}</tr></thead><tbody>
${days.map((d) => `<tr><td>${escapeHtml(d.day)}</td>${verdicts.map((v) => `<td>${Number((d as Record<string, unknown>)[v] ?? 0)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div></details>
<h2>Findings by rule</h2>${barsOfRules(rules)}</main>`)
}
