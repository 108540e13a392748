import { defineObligation } from '../src/lint/obligation.ts'
import { daysBetween } from '../src/lint/register.ts'

/** Days that must lie between a price and education that uses it. */
const DAYS = 90
const PRICE = /[₹$€£]\s?\d|\b(?:Rs\.?|INR)\s?\d|\brupees\b/iu

export default defineObligation({
  summary: 'Recent prices in what is called education',
  messages: {
    recent: '`{{words}}` gives a price of {{date}} beside a security in educational text, expected none of the past 90 days',
    undated: '`{{words}}` gives a price beside a security in educational text without its date, expected a date more than 90 days ago',
  },
  serves: { 'in-sebi-finfluencer': { when: { types: ['education'], any: ['security', 'share'] }, atMost: 'warn' } },
  check({ article, asOf, report }) {
    const day = article.meta.published ?? asOf
    for (const sentence of new Set([...article.signals.of('security'), ...article.signals.of('share')].map((s) => s.sentence))) {
      if (!PRICE.test(sentence.text)) continue
      const period = article.periods.find((p) => p.block === sentence.block && p.from >= sentence.from && p.to <= sentence.to && p.ends)
      if (!period?.ends) report('undated', sentence, { data: { words: sentence.text } })
      else if (day && daysBetween(period.ends, day) < DAYS) report('recent', sentence, { data: { words: sentence.text, date: period.ends } })
    }
  },
})
