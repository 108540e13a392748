import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Superlatives about the analyst or the service',
  messages: { found: '`{{words}}` praises the service in superlatives, expected words without rank' },
  serves: { 'in-sebi-adcode': {}, 'us-marketing-rule': { atMost: 'warn' } },
  check({ article, report }) {
    for (const found of article.signals.of('superlative')) report('found', found, { data: { words: found.text } })
  },
})
