import { defineObligation } from '../src/lint/obligation.ts'

const ADDED = /\b(?:measured|indicated)\b[^.]{0,40}\b(?:and|plus|\+|,)\s(?:and )?inferred\b[^.]{0,40}\btotal|\btotal\b[^.]{0,60}\bmeasured\b[^.]{0,40}\binferred\b/iu
const RESERVES = /\b(?:proven|probable|mineral) reserves?\b/i

export default defineObligation({
  summary: 'Words for mineral deposits that no category defines',
  messages: {
    loose: '`{{words}}` is no category of resource or reserve, expected inferred, indicated, measured, probable or proven',
    added: 'inferred resources look added to other categories, expected them apart',
  },
  serves: { 'ca-43-101': { when: { any: ['mining'] } } },
  check({ article, story, report }) {
    const atMost = story.paid || story.type === 'press-release' ? 'error' : 'warn'
    const reserves = article.sentences.some((s) => RESERVES.test(s.text))
    for (const found of article.signals.of('mining-loose')) {
      if (!(reserves && /^ore/i.test(found.text))) report('loose', found, { data: { words: found.text }, atMost })
    }
    const added = article.sentences.find((s) => ADDED.test(s.text))
    if (added) report('added', added, { atMost })
  },
})
