/** A story as every host gets it. What the hosts must agree on is not written down: it is what the library says. */
export interface Story {
  readonly name: string
  readonly path: string
  readonly text: string
  /** How many findings there are at least, so that no story agrees by being silent. */
  readonly least: number
}

const BOM = '\uFEFF'
const crlf = (text: string) => text.replace(/\n/gu, '\r\n')

const PLAIN = `# Aarnes counts its ships

The harbour of Aarnes handled 1,240 ships last year, according to its annual report.

The town sent 85 inspectors to the quays in May.

Experts say the winter will be quieter. “We were told on the phone and sent home the same hour.”
`

const FRONT = `---
title: Norland buys trains
author: Ada Brenner
date: 2026-03-02
---

Norland ordered 14 trains in May. Economists expect output to shrink by 0.4% in the spring.
`

const TABLE = `The town published this table.

| Quay | Ships | Change |
| ---- | ----: | -----: |
| East |   412 |    +9% |
| West |   208 |    -3% |

It hired 30 clerks[^1].

[^1]: A note without any figure.
`

const MARKUP = `🐟 *Solvik* & co. &mdash; the **ferry line** &mdash; carried 😀 ~~fewer~~ [85,000 people](https://solvik.example/p) in May \\*.

> Experts say the line
> will sell 9% of its
> ships.

- one: the crew grew 4%
- two: analysts believe so
`

const WAIVED = `<!-- fineprint-waive statistic-attribution by=desk until=2099-01-01 -- counted by the desk -->

The town hired 30 clerks.

<!-- fineprint-waive vague-source -- nothing here is vague -->

The town closed 14 of its streets.
`

const HTML = `<!doctype html>
<html lang="en">
<head><title>Aarnes &amp; its ships</title></head>
<body>
<article>
<h1>Aarnes &amp; its ships</h1>
<p>The town sent <b>85</b>&nbsp;inspectors &mdash; and 12 clerks &mdash; to the quays in May.</p>
<!-- fineprint-waive vague-source -- the speaker asked for it -->
<p>Experts say the winter will be <em>quieter</em>.</p>
<table><tr><th>Quay</th><th>Ships</th></tr><tr><td>East</td><td>412</td></tr></table>
<p>😀 Economists expect output to shrink by 0.4%.</p>
</article>
</body>
</html>
`

const FRAGMENT = '<p>Vega Foods &amp; sons booked a loss of $14&nbsp;million.<br>Experts say more will follow.</p>\n<p>The crew grew by 40 people.</p>\n'

const LINES = `Aarnes counts its ships
The town sent 85 inspectors to the quays in May.
Experts say the winter will be quieter.
The crew grew by 40 people & 3 dogs 😀.
`

const SHORTCODES = `{{< chart id="4" >}}

[caption id="a1" width="400"]The quays in May[/caption]

The town sent {{< param count >}} ships and 85 inspectors to the quays in May.

{% note %}

Experts say the winter will be quieter.
`

const LIQUID = '<p>{{ town.name }} sent 85 inspectors {% if may %}in May{% endif %}.</p>\n'

const MDX = `import { Chart } from './chart'

export const quarter = 3

# Aarnes counts its ships

<Chart of="ships" />

The town sent 85 inspectors to the quays in May, and {quarter} of them stayed.

{/* fineprint-waive vague-source by=desk until=2099-01-01 -- the speaker asked for it */}

Experts say the winter will be quieter.

Economists expect output to shrink by 0.4%.
`

const TSX = `import { article } from './story'
/** 😀 A component. */
const price: number = 4
export const story = article\`
# It is sure

The town sent 85 inspectors 😀 to the quays in May. It hired \${price} clerks.

Experts say the winter will be \\\`quieter\\\`.
\`
export const page = <article><h1>Aarnes &amp; its ships</h1><p>The crew grew by <b>40</b>&nbsp;people.</p></article>
export const teaser = { headline: 'A dry day', body: 'It\\u2019s the town\\'s 12 boats that left.' }
`

const SCRIPT = `// A list of stories.
export const stories = [
  { title: 'Aarnes', body: "The town sent 85 inspectors \\"at once\\" to the quays in May.\\n\\nExperts say so." },
  { title: 'Tarn', body: '<p>The crew grew by 40 people &amp; 3 dogs.</p>' },
]
`

const RECORD = JSON.stringify({ title: 'Aarnes', author: 'Ada Brenner', body: 'The town sent 85 inspectors — 😀 — to the "quays" in May.\n\nExperts say so.' }, null, 2)
const RECORDS = JSON.stringify([{ headline: 'Aarnes', body: '<p>The town sent 85&nbsp;inspectors.</p>' }, { headline: 'Tarn', body: 'The crew grew by 40 people.' }])
const ESCAPED = '{"title": "\\u0041", "body": "Norland\\u2019s fleet grew by 40 boats \\ud83d\\ude00 \\"now\\".\\nExperts say so."}'

export const STORIES: readonly Story[] = [
  { name: 'Markdown', path: 'plain.md', text: PLAIN, least: 2 },
  { name: 'Markdown, CRLF', path: 'plain-crlf.md', text: crlf(PLAIN), least: 2 },
  { name: 'Markdown, byte order mark', path: 'plain-bom.md', text: BOM + PLAIN, least: 2 },
  { name: 'Markdown, byte order mark and CRLF', path: 'plain-bom-crlf.md', text: BOM + crlf(PLAIN), least: 2 },
  { name: 'front matter', path: 'front.md', text: FRONT, least: 2 },
  { name: 'front matter, byte order mark and CRLF', path: 'front-bom-crlf.md', text: BOM + crlf(FRONT), least: 2 },
  { name: 'a table and a footnote', path: 'table.md', text: TABLE, least: 1 },
  { name: 'a table and a footnote, CRLF', path: 'table-crlf.md', text: crlf(TABLE), least: 1 },
  { name: 'emoji, entities, escapes, quotation, list', path: 'markup.md', text: MARKUP, least: 2 },
  { name: 'emoji, entities, escapes, quotation, list, CRLF', path: 'markup-crlf.md', text: crlf(MARKUP), least: 2 },
  { name: 'waivers', path: 'waived.md', text: WAIVED, least: 2 },
  { name: 'waivers, byte order mark', path: 'waived-bom.md', text: BOM + WAIVED, least: 2 },
  { name: 'a page', path: 'page.html', text: HTML, least: 2 },
  { name: 'a page, byte order mark and CRLF', path: 'page-bom-crlf.html', text: BOM + crlf(HTML), least: 2 },
  { name: 'a piece of HTML', path: 'fragment.html', text: FRAGMENT, least: 2 },
  { name: 'plain text, a paragraph a line', path: 'lines.txt', text: LINES, least: 2 },
  { name: 'plain text, byte order mark and CRLF', path: 'lines-bom-crlf.txt', text: BOM + crlf(LINES), least: 2 },
  { name: 'shortcodes and templates', path: 'hugo.md', text: SHORTCODES, least: 2 },
  { name: 'templates in HTML', path: 'liquid.html', text: LIQUID, least: 1 },
  { name: 'MDX', path: 'story.mdx', text: MDX, least: 2 },
  { name: 'MDX, byte order mark and CRLF', path: 'story-bom-crlf.mdx', text: BOM + crlf(MDX), least: 2 },
  { name: 'TSX', path: 'story.tsx', text: TSX, least: 3 },
  { name: 'TSX, byte order mark and CRLF', path: 'story-bom-crlf.tsx', text: BOM + crlf(TSX), least: 3 },
  { name: 'JavaScript with records', path: 'stories.js', text: SCRIPT, least: 3 },
  { name: 'JSON', path: 'record.json', text: RECORD, least: 2 },
  { name: 'JSON, byte order mark and CRLF', path: 'record-bom-crlf.json', text: BOM + crlf(RECORD), least: 2 },
  { name: 'JSON with several records', path: 'records.json', text: RECORDS, least: 2 },
  { name: 'JSON with escapes', path: 'escaped.json', text: ESCAPED, least: 1 },
  { name: 'nothing', path: 'nothing.md', text: '', least: 0 },
]
