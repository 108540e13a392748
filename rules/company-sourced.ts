import { defineObligation, type When } from '../src/lint/obligation.ts'

const NEWS: When = { notTypes: ['press-release', 'sponsored', 'research'] }

export default defineObligation({
  summary: 'Words of a company’s release in the story’s own voice',
  messages: { unsaid: '`{{words}}` looks like a release’s words, expected `according to the company` or plainer ones' },
  serves: { 'in-press-council': { when: NEWS, atMost: 'warn' }, 'house-ap': { when: NEWS, atMost: 'warn' } },
  check({ article, report }) {
    for (const words of article.signals.of('release-language')) report('unsaid', words, { data: { words: words.text } })
  },
})
