import { defineObligation } from '../src/lint/obligation.ts'
import { editorial } from '../src/lint/story.ts'

const ONE = /(?<!\bone of )\b(?:the|a|one) (?:source|insider|official|person)(?: familiar with [\p{L} ]{1,40})? (?:said|says|told)\b|\b(?:said|according to) (?:the|a|one) (?:source|insider|person familiar)\b/iu

export default defineObligation({
  summary: 'Sources in the plural where the story has one',
  messages: { plural: '`{{words}}` speaks of several, and elsewhere the story has one source (`{{one}}`), expected the number there is' },
  serves: { 'house-reuters': { atMost: 'warn' }, 'eu-958-objective': { when: { any: ['recommendation'] }, atMost: 'warn' } },
  check({ article, report }) {
    const crowds = article.signals.of('plural-source').filter((s) => /\b(?:sources|insiders)\b/i.test(s.text))
    if (crowds.length === 0) return
    for (const sentence of editorial(article)) {
      const one = ONE.exec(sentence.text)
      if (!one) continue
      const from = sentence.from + one.index
      const at = sentence.block.prose.spanOf(from, from + one[0].length)
      return report('plural', crowds[0]!, { data: { words: crowds[0]!.text, one: one[0] }, related: [{ span: at, message: 'one source here' }] })
    }
  },
})
