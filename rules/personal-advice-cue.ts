import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Words that tailor advice to one reader',
  messages: { tailored: '`{{words}}` looks like advice for one reader, expected text that speaks to all of them' },
  serves: { 'us-publisher-exclusion': { atMost: 'warn' }, 'ca-31-103-825': { atMost: 'warn' }, 'au-949A': { atMost: 'warn' } },
  check({ article, report }) {
    for (const cue of article.signals.of('tailored')) report('tailored', cue, { data: { words: cue.text } })
  },
})
