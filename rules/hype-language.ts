import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Hype and urgency around securities and projects',
  messages: {
    hype: '`{{words}}` looks like hype, expected words that can be checked',
    urgency: '`{{words}}` presses the reader to act, expected words that leave time',
    mining: '`{{words}}` praises a mineral project in words no report defines, expected the figures and their category',
  },
  serves: {
    'ca-sn-31-369': { when: { any: ['hype', 'urgency'] }, atMost: 'warn' },
    'eu-esma-social': { when: { any: ['hype', 'urgency'] }, atMost: 'warn' },
    'ca-sn-51-356': { when: { any: ['hype', 'mining-hype'] }, atMost: 'warn' },
    'ca-43-101': { when: { all: ['mining', 'mining-hype'] }, atMost: 'warn' },
  },
  check({ article, report }) {
    const pressing = new Set(article.signals.of('urgency').map((s) => s.span.start))
    for (const found of article.signals.of('hype')) report(pressing.has(found.span.start) ? 'urgency' : 'hype', found, { data: { words: found.text } })
    if (article.signals.has('mining')) for (const found of article.signals.of('mining-hype')) report('mining', found, { data: { words: found.text } })
  },
})
