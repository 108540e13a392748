import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Adjusted measures without a label or the standard figure beside them',
  messages: { bare: '`{{words}}` stands without a word that it is not a standard measure, expected the label or the nearest standard figure' },
  serves: { 'non-gaap': { when: { any: ['non-gaap'] }, atMost: 'error' } },
  check({ article, story, report }) {
    const seen = new Set<string>()
    for (const found of article.signals.of('non-gaap')) {
      const name = found.text.toLowerCase()
      if (seen.has(name) || !/\d/u.test(found.sentence.text)) continue
      seen.add(name)
      const labelled = article.signals.of('gaap-label').some((label) => label.block === found.block)
      if (!labelled) report('bare', found, { data: { words: found.text }, atMost: story.type === 'press-release' ? 'warn' : 'info' })
    }
  },
})
