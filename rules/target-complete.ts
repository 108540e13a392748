import { defineObligation, type When } from '../src/lint/obligation.ts'
import { editorial, placeOf } from '../src/lint/story.ts'

const OWN_TARGET: When = { also: { holds: (story, article) => story.type === 'research' || article.signals.of('recommendation').some((s) => /target|rating|rate/i.test(s.text)), why: 'no target or rating of the outlet’s own was found' } }
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['the valuation method', /\b(?:discounted cash|dcf|multiples?|sum[- ]of[- ]the[- ]parts|valuation (?:method|model)|dividend discount|net asset value|price[- ]to[- ](?:book|earnings)|times (?:(?:expected|forward|forecast|trailing|next year’s|our) )?(?:earnings|sales|revenue|ebitda|book|cash flow)|p\/e|ev\/ebitda)\b/iu],
  ['the horizon', /\b(?:\d+|twelve|six)[- ]months?\b|\bhorizon\b|\bby (?:year[- ]end|the end of)|\bover the next\b/i],
  ['the risks', /\brisks?\b/i],
  ['the time of the price', /\b(?:closing price|priced? (?:as of|at)|as of (?:the )?(?:close|\d)|closed at|at the close)\b/i],
]

export default defineObligation({
  summary: 'Targets and ratings without method, horizon, risks or the time of the price',
  messages: { missing: 'not found beside a target or rating: {{parts}}' },
  serves: { 'eu-958-professional': { when: OWN_TARGET }, 'us-finra-2241': { when: OWN_TARGET } },
  check({ article, report }) {
    const text = editorial(article).map((s) => s.text).join(' ')
    const parts = PARTS.flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
    const target = article.signals.of('recommendation').find((s) => /target|rating|rate/i.test(s.text))
    if (parts.length > 0) report('missing', target ?? placeOf(article), { data: { parts: parts.join(', ') } })
  },
})
