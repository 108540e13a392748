import { defineRule } from '../src/lint/rule.ts'

const SHOWN = 40

export default defineRule({
  summary: 'Direct quotations without a speaker',
  messages: { speaker: '`{{words}}` is quoted without a speaker, expected who said it in this paragraph or the one before' },
  check({ article, report }) {
    for (const quotation of article.quotations) {
      if (quotation.kind === 'scare' || quotation.speaker || quotation.sentence.role !== 'body') continue
      const { text } = quotation
      report('speaker', quotation, { data: { words: text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text } })
    }
  },
})
