import { defineObligation } from '../src/lint/obligation.ts'

/** Who objects to a projection as well (“shares will double”); the others object to promises. */
const PROJECTIONS = new Set(['us-finra-2210', 'us-10b-5', 'asic-act-12DA'])

export default defineObligation({
  summary: 'Promises of gains or of safety',
  messages: { found: '`{{words}}` looks like a promise, expected words that leave the outcome open' },
  serves: { 'us-finra-2210': {}, 'in-sebi-adcode': {}, 'uk-cobs-4-past': {}, 'asic-act-12DA': {}, 'au-rg234': { atMost: 'warn' }, 'us-10b-5': {} },
  check({ article, duties, report }) {
    const projections = duties.filter((d) => PROJECTIONS.has(d.provision.id))
    for (const found of article.signals.of('promise')) report('found', found, { data: { words: found.text } })
    if (projections.length === 0) return
    for (const found of article.signals.of('projection')) report('found', found, { data: { words: found.text }, for: projections })
  },
})
