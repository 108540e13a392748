import { defineObligation } from '../src/lint/obligation.ts'

const PRODUCT = /\b(?:funds?|etfs?|units|annuit(?:y|ies)|insurance|superannuation|managed investments?)\b/i
const IGNORES = /\b(?:objectives|financial situation|needs|personal circumstances|circumstances)\b/i
const CONSIDER = /\bconsider\b[\s\S]{0,80}\b(?:appropriate\w*|suitab\w+|right for you)\b|\b(?:appropriate|suitable) for you\b/i
const DOCUMENT = /\bproduct disclosure statement\b|\bPDS\b/u

export default defineObligation({
  summary: 'General advice without its warning',
  messages: { missing: 'the text looks like advice (`{{words}}`); not found, as a general advice warning has it: {{parts}}' },
  serves: { 'au-949A': { when: { any: ['recommendation'] } } },
  check({ article, report }) {
    const text = article.sentences.map((s) => s.text).join(' ')
    const advice = article.signals.of('recommendation')[0]!
    const parts = [
      ...(IGNORES.test(text) ? [] : ['that it ignores the reader’s objectives, financial situation and needs']),
      ...(CONSIDER.test(text) ? [] : ['that readers consider whether it is appropriate for them']),
      ...(!PRODUCT.test(advice.sentence.text) || DOCUMENT.test(text) ? [] : ['that readers get the product disclosure statement first']),
    ]
    if (parts.length > 0) report('missing', advice, { data: { parts: parts.join(', '), words: advice.text } })
  },
})
