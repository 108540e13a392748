import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Promises of gains or of safety',
  messages: { found: '`{{words}}` looks like a promise, expected words that leave the outcome open' },
  serves: { 'us-finra-2210': {}, 'in-sebi-adcode': {}, 'uk-cobs-4-past': {}, 'asic-act-12DA': {}, 'au-rg234': { atMost: 'warn' }, 'us-10b-5': {} },
  check({ article, report }) {
    for (const found of article.signals.of('promise')) report('found', found, { data: { words: found.text } })
  },
})
