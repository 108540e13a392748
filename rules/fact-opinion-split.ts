import { defineObligation, type When } from '../src/lint/obligation.ts'

const NEWS: When = { notTypes: ['analysis', 'recommendation', 'research', 'sponsored', 'press-release'] }
const LABEL = /^(?:opinion|comment|commentary|analysis|column|editorial|kommentar|meinung|analyse)\b/i

export default defineObligation({
  summary: 'Opinion in news, not marked as such',
  messages: { unmarked: '`{{words}}` looks like the writer’s opinion in a news story, expected somebody who holds it, or a label' },
  serves: { 'eu-958-objective': { when: NEWS, atMost: 'warn' }, 'ch-presserat': { when: NEWS, atMost: 'warn' }, 'de-pressekodex-7-4': { when: NEWS, atMost: 'warn' } },
  check({ article, report }) {
    if (article.headline && LABEL.test(article.headline.text)) return
    for (const opinion of article.signals.of('opinion')) {
      if (article.signals.in('opinion-label', opinion.sentence).length > 0) continue
      report('unmarked', opinion, { data: { words: opinion.text } })
    }
  },
})
