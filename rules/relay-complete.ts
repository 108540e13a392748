import { defineObligation } from '../src/lint/obligation.ts'
import { editorial } from '../src/lint/story.ts'

const RATED = /\b(?:to \p{L}+(?:\s\p{L}+)? from|from \p{L}+(?:\s\p{L}+)? to|upgrad\w+|downgrad\w+|(?:cut|raised|lowered) to|target|objective)\b/iu
const ANALYST = /\banalysts?\b|\bstrategists?\b/i
const DATE = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?\s\d|\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:today|yesterday)\b|\d{4}-\d\d-\d\d/u
const TARGET_FIGURE = /\b(?:target|objective)s?\b[^.]{0,30}?\d/iu
const CURRENCY = /[$€£¥₹]|\b(?:USD|CAD|EUR|GBP|AUD|CHF|JPY|INR|HKD|SGD|SEK|NOK|DKK|dollars?|euros?|pounds?|pence|francs?|yen|rupees?|crowns?|kronor)\b/iu

export default defineObligation({
  summary: 'Somebody else’s rating passed on without analyst, date or currency',
  messages: { missing: 'not found beside a view that is passed on (`{{words}}`): {{parts}}' },
  serves: { 'eu-958-relay': { when: { any: ['relayed-view'] }, atMost: 'warn' }, 'house-reuters': { when: { any: ['relayed-view'] }, atMost: 'warn' } },
  check({ article, report }) {
    const text = editorial(article).map((s) => s.text).join(' ')
    const analyst = ANALYST.test(text)
    const dated = DATE.test(text) || article.meta.published !== undefined
    const seen = new Set<unknown>()
    for (const view of article.signals.of('relayed-view')) {
      const { block, sentence } = view
      if (seen.has(block) || !RATED.test(sentence.text)) continue
      seen.add(block)
      const currency = !TARGET_FIGURE.test(sentence.text) || CURRENCY.test(block.prose.text)
      // A named house without its analyst is common and enough, as long as the rest is there.
      if (dated && currency) continue
      const parts = [...(analyst ? [] : ['the analyst']), ...(dated ? [] : ['the date']), ...(currency ? [] : ['the currency'])]
      report('missing', view, { data: { parts: parts.join(', '), words: view.text } })
    }
  },
})
