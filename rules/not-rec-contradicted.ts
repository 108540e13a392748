import { defineObligation } from '../src/lint/obligation.ts'
import { evidenceOf, editorial, sentenceWith } from '../src/lint/story.ts'

const LINE = /\bnot (?:a |an |any )?(?:financial|investment|trading) advice\b|\bNFA\b|\bnot (?:a |an )?(?:recommendation|solicitation)\b/i

export default defineObligation({
  summary: '“Not advice” lines over text that recommends',
  messages: { contradicted: '`{{words}}` stands over text that looks like a recommendation (`{{evidence}}`); such a line does not settle what the text is' },
  serves: {
    'ca-sn-31-369': { when: { any: ['recommendation', 'hype', 'promise', 'projection'] }, atMost: 'warn' },
    'au-info269': { when: { any: ['recommendation', 'hype', 'promise', 'projection'] }, atMost: 'warn' },
    'us-17b': { when: { paid: true, any: ['recommendation', 'hype', 'promise', 'projection'] }, atMost: 'warn' },
  },
  check({ article, report }) {
    const line = article.disclosures.find((d) => d.element === 'notRecommendation' || d.element === 'notAdvice') ?? sentenceWith(editorial(article), LINE)
    const evidence = evidenceOf(article, 'recommendation', 'hype', 'promise', 'projection')
    if (!line || !evidence) return
    report('contradicted', line, { data: { words: line.text, evidence: evidence.text }, related: [{ span: evidence.span, message: 'what looks like a recommendation' }] })
  },
})
