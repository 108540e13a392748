import { defineObligation, type When } from '../src/lint/obligation.ts'

const RESEARCH: When = { types: ['research'] }
const OWNERSHIP = /\b(?:0\.5|1|one|5|five)\s?(?:%|per\s?cent|percent)/i
const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['market making', /\bmarket[- ]mak(?:er|ers|ing)\b|\bmakes? (?:no |a )?markets?\b|\bliquidity provider\b/i],
  ['offerings managed in the past 12 months', /\b(?:lead|co-lead|manag\w+|co-manag\w+|underw\w+|investment banking|placing)\b[\s\S]{0,160}\b(?:12|twelve) months\b|\b(?:12|twelve) months\b[\s\S]{0,160}\b(?:manag\w+|underw\w+|investment banking|placing)\b/i],
  ['services paid for in the past 12 months', /\b(?:compensat\w+|services?|fees|client)\b[\s\S]{0,160}\b(?:12|twelve) months\b|\b(?:12|twelve) months\b[\s\S]{0,160}\b(?:compensat\w+|services?|fees|client)\b/i],
]

export default defineObligation({
  summary: 'Research without its set of interests',
  messages: { missing: 'not found in the disclosures of this research, where each is said or denied: {{parts}}' },
  serves: { 'eu-958-interests': { when: RESEARCH }, 'us-finra-2241': { when: RESEARCH }, 'in-sebi-ra': { when: RESEARCH }, 'hk-sfc-16': { when: RESEARCH }, 'ca-ciro-3600': { when: RESEARCH } },
  check({ article, report }) {
    const text = article.sentences.map((s) => s.text).join(' ')
    const parts = [...(OWNERSHIP.test(text) ? [] : ['ownership against the threshold']), ...ELEMENTS.flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))]
    if (parts.length > 0) report('missing', article.anchor, { data: { parts: parts.join(', ') } })
  },
})
