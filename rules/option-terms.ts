import { defineObligation } from '../src/lint/obligation.ts'

const OPTIONS = /\b(?:(?:call|put|stock|share)\s)?(?:options?|warrants?)\b|\bcalls\b|\bputs\b/i
const STRIKE = /\b(?:strike|exercis\w+|struck)\b|\bat (?:a price of )?(?:[$€£]|C\$|US\$|A\$)\s?\d/iu
const EXPIRY = /\b(?:expir\w+|matur\w+|until|through)\b/i

export default defineObligation({
  summary: 'Options or warrants disclosed without their terms',
  messages: { terms: '`{{words}}` are disclosed without {{parts}}, expected the terms' },
  serves: { 'ca-31-103-825': { when: { also: { holds: (_, a) => a.disclosures.some((d) => d.element === 'holdings' && d.value === 'some'), why: 'no holding is disclosed', because: 'a holding is disclosed' } }, atMost: 'warn' } },
  check({ article, report }) {
    const seen = new Set<number>()
    for (const { element, value, sentence, block } of article.disclosures) {
      const match = element === 'holdings' && value === 'some' && !seen.has(sentence.index) ? OPTIONS.exec(sentence.text) : null
      if (!match) continue
      seen.add(sentence.index)
      const parts = [...(STRIKE.test(sentence.text) ? [] : ['the exercise price']), ...(EXPIRY.test(sentence.text) ? [] : ['the expiry'])]
      const from = sentence.from + match.index
      const at = { span: block.prose.spanOf(from, from + match[0].length) }
      if (parts.length > 0) report('terms', at, { data: { words: match[0], parts: parts.join(' and ') } })
    }
  },
})
