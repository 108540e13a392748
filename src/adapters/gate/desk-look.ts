import { script, style } from '../../reporters/ledger-page.ts'

/** The desk's look: that of the ledger, and what queue, forms and plots need. */
export const deskStyle = `${style}
.item { --depth: 1 } .item[data-depth="2"] { --depth: 2 } .item[data-depth="3"] { --depth: 3 } .item[data-depth="4"] { --depth: 4 } .item[data-depth="5"] { --depth: 5 } .item[data-depth="6"] { --depth: 6 }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; flex: 1 }
header nav a { padding: .25rem 0; text-decoration: none; border-bottom: 2px solid transparent }
header nav a[aria-current] { border-color: var(--held); font-weight: 600 }
header nav form { margin-left: auto; display: flex; gap: .75rem; align-items: center; color: var(--soft); font-size: .875rem }
main.plain { display: block; max-width: 64rem }
main h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; overflow-wrap: anywhere }
main h2 { font-size: 1.125rem; margin: 1.75rem 0 .5rem }
.verdict { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; font: 600 .8125rem/1.6 system-ui, sans-serif; border: 1px solid currentColor }
.v-hold, .v-emergency { color: var(--open); background: var(--open-wash) } .v-reject { color: var(--market); background: var(--market-wash) }
.v-warn, .v-asked { color: var(--source); background: var(--source-wash) } .v-pass, .v-approve, .v-none { color: var(--held); background: var(--held-wash) }
.findings { list-style: none; padding: 0; margin: 0 } .findings > li { padding: .6rem 0; border-bottom: 1px solid var(--rule) }
.findings q { background: var(--open-wash); quotes: none } .findings small, dl, .note { color: var(--soft); font-size: .8125rem }
.findings .silenced { opacity: .75 } .findings ul { padding-left: 1rem; margin: .25rem 0 }
.offer { display: flex; gap: .5rem; align-items: start; margin: .25rem 0 } .offer code { flex: 1; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--wash); padding: .15rem .4rem; border-radius: 3px }
button, input, select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: .3rem .6rem; max-width: 100% }
button { cursor: pointer } button.first { background: var(--held); border-color: var(--held); color: var(--paper); font-weight: 600 } .offer button { font-size: .75rem; padding: .1rem .5rem }
form.box { border: 1px solid var(--rule); border-radius: 6px; padding: .75rem 1rem; margin: .75rem 0 } form.box p { margin: .5rem 0 } form.box label { display: block } form.box textarea { width: 100%; min-height: 4rem }
form.box fieldset { border: 0; padding: 0; margin: .5rem 0 } form.box legend, form.box .name { font-weight: 600; padding: 0 } form.box .inline { display: inline-flex; gap: .35rem; align-items: center; margin-right: 1rem }
form.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end } form.search label { display: grid; font-size: .8125rem; color: var(--soft) }
dl.receipt { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .8125rem } dl.receipt dd { margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .8125rem/1.5 ui-monospace, monospace; background: var(--wash); padding: .75rem; border-radius: 6px }
[role=alert], [role=status].done { padding: .5rem .75rem; border-left: 4px solid var(--held); background: var(--held-wash) } [role=alert] { border-color: var(--open); background: var(--open-wash) }
.plot { width: 100%; height: auto; max-width: 60rem } .plot text { fill: var(--soft); font: 11px system-ui, sans-serif } .plot line { stroke: var(--rule) }
.plot .v-pass { fill: var(--held) } .plot .v-warn { fill: var(--source) } .plot .v-hold { fill: var(--open) } .plot .v-reject { fill: var(--market) } .plot .bar { fill: var(--held) }
.key { display: flex; gap: 1rem; font-size: .8125rem } .key i { display: inline-block; width: .8em; height: .8em; margin-right: .3em; background: currentColor }
`

/** What the pages do: the ledger's lines where an article is shown, and buttons that copy. Every page works without it. */
export const deskScript = `if (document.getElementById('lines')) {${script}}
for (const button of document.querySelectorAll('button[data-copy]')) button.addEventListener('click', async () => {
  await navigator.clipboard.writeText(button.previousElementSibling.textContent)
  const was = button.textContent
  button.textContent = 'Copied'
  setTimeout(() => { button.textContent = was }, 1500)
})
`
