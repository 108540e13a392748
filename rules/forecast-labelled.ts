import type { Article } from '../src/article/article.ts'
import type { Sentence } from '../src/article/facts.ts'
import { defineObligation, type When } from '../src/lint/obligation.ts'

const OUTLOOK: When = { any: ['forecast'] }
const OWNER = /\b(?:according to|forecast by|projected by|estimates? by|expects|expected by|analysts at|guidance|guided|says|said|predicts?|polled|consensus|surveyed)\b/i

export default defineObligation({
  summary: 'Forecasts that do not say whose they are',
  messages: {
    owner: '`{{words}}` is a forecast without an owner, expected who made it, and when',
    assumption: '`{{words}}` rests on no stated assumption, expected what it depends on',
  },
  serves: {
    'eu-958-objective': { when: OUTLOOK },
    'us-finra-2210': { when: OUTLOOK, atMost: 'warn' },
    'house-reuters': { when: OUTLOOK, atMost: 'warn' },
    'ca-51-102-4A': { when: { ...OUTLOOK, types: ['press-release'] }, atMost: 'warn' },
    'ca-sn-51-356': { when: OUTLOOK, atMost: 'warn' },
  },
  check({ article, report }) {
    const sourced = sourcedSentences(article)
    // Where the story recommends nothing, the duty to label is good practice.
    const atMost = article.signals.has('recommendation') ? 'error' : 'warn'
    for (const forecast of article.signals.of('forecast')) {
      const { sentence, text: words } = forecast
      if (!sourced.has(sentence) && !OWNER.test(sentence.text)) report('owner', forecast, { data: { words }, atMost })
      else if (atMost === 'error' && article.signals.in('assumption', sentence).length === 0 && !sourced.has(sentence)) {
        report('assumption', forecast, { data: { words }, atMost: 'warn' })
      }
    }
  },
})

/** Sentences with a figure that has a source, carried on or their own. */
function sourcedSentences(article: Article): ReadonlySet<Sentence> {
  return new Set([
    ...article.statistics.filter((s) => article.standingOf(s).status === 'attributed').map((s) => s.sentence),
    ...article.quotations.filter((q) => q.kind === 'speech').map((q) => q.sentence),
  ])
}
