/** The look of the ledger page. Blue and vermilion stay apart for every kind of colour blindness; each standing has its own underline too. */
export const style = `
:root { --paper: #fff; --ink: #1c1e21; --soft: #5f6670; --rule: #dcdfe4; --wash: #f5f6f8; --open: #b84300; --open-wash: #fdeee5; --held: #00589c;
  --held-wash: #e6f1fa; --market: #6b4a8e; --market-wash: #f2ecf8; --free: #5f6670; --free-wash: #eef0f2; --source-wash: #fff3c4; --source: #7d6300; --lit: #ffe27a }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e6e7e9; --soft: #a0a7b1; --rule: #33373d; --wash: #1f2226; --open: #ff9a5c;
  --open-wash: #40230f; --held: #6db8f2; --held-wash: #10304a; --market: #c6a4e8; --market-wash: #32243f; --free: #a0a7b1; --free-wash: #2a2d32;
  --source-wash: #3b3412; --source: #e2c55a; --lit: #6b5a10 } }
* { box-sizing: border-box }
html { scroll-padding: 6rem 0 40vh }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
a { color: inherit }
:focus-visible { outline: 3px solid var(--held); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .5rem }
header { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; align-items: center; padding: .6rem 1.5rem; background: var(--paper); border-bottom: 1px solid var(--rule) }
header p { margin: 0 }
.path { font: .8125rem/1.4 ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere }
.sum strong { color: var(--open) }
.tools { display: flex; flex-wrap: wrap; gap: .4rem; margin-left: auto }
.chip { display: inline-flex; align-items: center; gap: .35rem; padding: .1rem .6rem .1rem .4rem; border: 1px solid var(--rule); border-radius: 1rem; font-size: .8125rem; cursor: pointer; user-select: none }
.chip b { font-weight: 600 }
.chip input { margin: 0; accent-color: currentColor }
.sign { display: inline-block; min-width: 1.1em; text-align: center; font-weight: 700 }
.st-unattributed { --tone: var(--open); --tint: var(--open-wash) }
.st-attributed { --tone: var(--held); --tint: var(--held-wash) }
.st-market { --tone: var(--market); --tint: var(--market-wash) }
.st-exempt { --tone: var(--free); --tint: var(--free-wash) }
.chip[class*=st-] .sign, td[class*=st-] { color: var(--tone) }
main { display: grid; grid-template-columns: minmax(0, 42rem) minmax(20rem, 1fr); gap: 3rem; max-width: 84rem; margin: 0 auto; padding: 1rem 1.5rem 6rem }
article { position: relative; font: 1.125rem/1.72 Georgia, 'Iowan Old Style', 'Noto Serif', serif }
article h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 1.25rem }
article h2 { font-size: 1.25rem; margin: 2rem 0 .5rem }
article p { margin: 0 0 1.1rem; overflow-wrap: anywhere }
article blockquote { margin: 0 0 1.1rem; padding-left: 1rem; border-left: 3px solid var(--rule) }
.item { padding-left: calc(var(--depth) * 1.25rem); position: relative }
.item::before { content: '•'; position: absolute; left: calc(var(--depth) * 1.25rem - .9rem); color: var(--soft) }
.role-byline, .role-dateline, .role-caption { color: var(--soft); font: .9375rem/1.5 system-ui, sans-serif }
.role-standfirst { font-size: 1.2rem }
.role-disclosure { font-style: italic }
.field, .label { font: .8125rem/1.5 system-ui, sans-serif; color: var(--soft) }
.not-ours { margin: 1.5rem 0; padding: .75rem 1rem .1rem; background: var(--wash); border: 1px dashed var(--rule); border-radius: 6px; font-size: 1rem; color: var(--soft) }
.not-ours h1, .not-ours h2 { font-size: 1rem }
article p.label { margin: 0 0 .5rem; text-transform: uppercase; letter-spacing: .05em; font-size: .6875rem }
.fig { background: var(--tint); color: inherit; border-radius: 3px; padding: .08em .12em; text-decoration: underline 2px; text-decoration-color: var(--tone); text-underline-offset: .2em; cursor: pointer; scroll-margin: 6rem 0 }
.fig.st-unattributed { text-decoration-style: wavy; text-decoration-thickness: 1.5px; font-weight: 600 }
.fig.st-unattributed.last::after { content: '?'; display: inline-block; margin-left: .15em; font: 700 .68em/1 system-ui, sans-serif; vertical-align: .45em; color: var(--tone) }
.fig.st-market { text-decoration-style: dotted }
.fig.st-exempt { text-decoration-style: dashed; text-decoration-thickness: 1px }
.src { border-bottom: 1px solid transparent }
.dis { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .25em }
.dis-defect { text-decoration: line-through wavy 1px var(--open) }
.lit-source { background: var(--source-wash); border-bottom-color: var(--source); border-radius: 3px }
.lit-cue { background: linear-gradient(transparent 92%, var(--source) 92%) }
.fig.lit { background: var(--lit) }
#lines { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; z-index: 2 }
#lines path { fill: none; stroke: var(--held); stroke-width: 2; stroke-linecap: round }
#lines path.every { stroke-width: 1; opacity: .45 }
#lines circle { fill: var(--held) }
aside { font-size: .875rem; line-height: 1.4 }
aside section { outline-offset: .5rem }
aside h2 { font-size: 1rem; margin: 1.25rem 0 .5rem }
aside h3 { font-size: .875rem; margin: 1rem 0 .25rem }
.scroll { overflow-x: auto; margin: 0 0 1.1rem }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .75rem }
th, td { padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--rule); vertical-align: top }
td small { display: block; color: var(--soft); font-size: .8125rem }
td .source { font-weight: 600 }
td[class*=st-] { white-space: nowrap; font-weight: 600 }
.place { font: .75rem/1.6 ui-monospace, monospace; color: var(--soft) }
tr.lit td { background: var(--wash) }
table.data { font: .9375rem/1.5 system-ui, sans-serif }
table.data th { font-size: .8125rem; vertical-align: bottom }
.none, .absent { color: var(--soft) }
.disclosures { list-style: none; margin: 0; padding: 0 }
.disclosures li { padding: .35rem 0; border-bottom: 1px solid var(--rule) }
.disclosures small { display: block; color: var(--soft) }
.disclosures a::first-letter { text-transform: uppercase }
.disclosures a { display: inline-block; font-weight: 600 }
.defect { color: var(--open) }
#card { position: fixed; z-index: 8; left: 50%; bottom: 1rem; translate: -50%; width: max-content; max-width: min(40rem, calc(100vw - 2rem)); padding: .6rem 1rem; background: var(--ink); color: var(--paper); border-radius: 6px; font-size: .9375rem; box-shadow: 0 4px 20px #0005 }
@media (min-width: 66rem) { aside { position: sticky; top: 4rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto; padding-right: .5rem } }
@media (max-width: 65.99rem) { main { grid-template-columns: minmax(0, 44rem); justify-content: center; gap: 1rem } header { position: static } html { scroll-padding-top: 1rem } .tools { margin-left: 0 } }
@media (max-width: 34rem) { main, header { padding-left: 1rem; padding-right: 1rem } article { font-size: 1.0625rem } article h1 { font-size: 1.5rem }
  aside tr { display: grid; grid-template-columns: 3rem 1fr auto; padding: .4rem 0; border-bottom: 1px solid var(--rule) } aside td { border: 0; padding: 0 .5rem 0 0 }
  aside td:last-child { grid-column: 2 / -1 } aside thead { display: none } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
@media print { header { position: static } .tools, #card, .skip { display: none } main { display: block } aside { position: static; max-height: none } }
`

/** What the page does: lines from figures to sources for what is pointed at, focused or chosen, or all of them on demand. */
export const script = `
'use strict'
const story = document.getElementById('story'), svg = document.getElementById('lines'), card = document.getElementById('card'), all = document.getElementById('all')
const collect = (name) => {
  const found = new Map()
  for (const node of story.querySelectorAll('[data-' + name + ']')) for (const of of node.dataset[name].split(' ')) found.has(of) ? found.get(of).push(node) : found.set(of, [node])
  return found
}
const figures = collect('f'), sources = collect('s'), cues = collect('c')
const rows = new Map([...document.querySelectorAll('[data-row]')].map((row) => [row.dataset.row, row]))
const hidden = new Set()
let chosen, pointed, drawn
const end = (node, origin) => {
  const box = node.getClientRects()[0]
  return box && { x: box.left - origin.left, y: box.top - origin.top, w: box.width, h: box.height }
}
const nearest = (nodes, to, origin) => {
  let best, least = Infinity
  for (const node of nodes) {
    const at = end(node, origin)
    const far = at ? Math.abs(at.y - to.y) : Infinity
    if (far < least) { least = far; best = at }
  }
  return best
}
const way = (of, origin) => {
  if (!sources.has(of) || !figures.has(of)) return
  const from = end(figures.get(of)[0], origin)
  const to = from && nearest(sources.get(of), from, origin)
  if (!to) return
  const up = to.y < from.y, level = Math.abs(to.y - from.y) < 4
  const x1 = from.x + from.w / 2, x2 = to.x + to.w / 2
  const y1 = level || up ? from.y : from.y + from.h, y2 = level ? to.y : up ? to.y + to.h : to.y
  const bend = level ? Math.min(28, 8 + Math.abs(x2 - x1) / 10) : Math.min(60, Math.abs(y2 - y1) / 2 + 6)
  const side = level || up ? -1 : 1
  const d = 'M' + x1 + ' ' + y1 + ' C' + x1 + ' ' + (y1 + side * bend) + ' ' + x2 + ' ' + (y2 + (level ? -bend : -side * bend)) + ' ' + x2 + ' ' + y2
  return { d, x: x2, y: y2 }
}
const make = (name, values) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const key in values) node.setAttribute(key, values[key])
  return node
}
const draw = () => {
  const of = pointed ?? chosen
  const origin = svg.getBoundingClientRect()
  const parts = []
  if (all.checked) {
    const every = []
    for (const each of figures.keys()) { if (hidden.has(rows.get(each)?.dataset.status)) continue; const line = way(each, origin); if (line) every.push(line.d) }
    if (every.length) parts.push(make('path', { class: 'every', d: every.join('') }))
  }
  const line = of !== undefined && way(of, origin)
  if (line) parts.push(make('path', { d: line.d }), make('circle', { cx: line.x, cy: line.y, r: 4 }))
  svg.replaceChildren(...parts)
}
const light = (of, on) => {
  for (const node of figures.get(of) ?? []) node.classList.toggle('lit', on)
  for (const node of sources.get(of) ?? []) node.classList.toggle('lit-source', on)
  for (const node of cues.get(of) ?? []) node.classList.toggle('lit-cue', on)
  rows.get(of)?.classList.toggle('lit', on)
}
const show = () => {
  const of = pointed ?? chosen
  if (of !== drawn) {
    if (drawn !== undefined) light(drawn, false)
    if (of !== undefined) light(of, true)
    drawn = of
    const row = rows.get(of)
    card.hidden = !row
    if (row) {
      const [, figure, standing, source] = row.cells
      const words = [figure.querySelector('a').textContent + ': ' + standing.lastChild.textContent.trim().toLowerCase()]
      const named = source.querySelector('.source'), why = source.querySelector('.why')
      if (named) words.push(named.textContent)
      if (why && why.textContent) words.push(why.textContent)
      card.textContent = words.join(' · ')
    }
  }
  draw()
}
const figureAt = (node) => node.closest?.('[data-f]')?.dataset.f.split(' ')[0] ?? node.closest?.('[data-row]')?.dataset.row
document.addEventListener('pointerover', (event) => { const of = figureAt(event.target); if (of !== pointed) { pointed = of; show() } })
document.addEventListener('focusin', (event) => { const of = figureAt(event.target); if (of !== undefined) { chosen = of; show() } })
document.addEventListener('click', (event) => { const of = figureAt(event.target); if (of !== chosen && !event.target.closest('header')) { chosen = of; show() } })
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { chosen = pointed = undefined; document.activeElement?.blur(); show() }
  const of = event.key === 'Enter' && document.activeElement?.dataset.f
  if (of) rows.get(of.split(' ')[0])?.querySelector('a').focus()
})
for (const box of document.querySelectorAll('[data-status][type=checkbox]')) box.addEventListener('change', () => {
  const status = box.dataset.status
  box.checked ? hidden.delete(status) : hidden.add(status)
  for (const [of, row] of rows) if (row.dataset.status === status) { row.hidden = !box.checked; for (const node of figures.get(of) ?? []) { node.classList.toggle('fig', box.checked) ; node.tabIndex = box.checked && node.id ? 0 : -1 } }
  show()
})
const follow = () => {
  const of = /^#f(\\d+)$/.exec(location.hash)?.[1]
  if (of !== undefined && figures.has(of)) { chosen = of; figures.get(of)[0].focus(); show() }
}
addEventListener('hashchange', follow)
all.addEventListener('change', draw)
follow()
new ResizeObserver(draw).observe(story)
`
