import { passage } from '../src/article/passage.ts'
import { isEditorial } from '../src/article/editorial.ts'
import { defineObligation, type When } from '../src/lint/obligation.ts'
import { isOnlyLink, isShown } from '../src/lint/story.ts'

const PAID: When = { paid: true }
const POINTER = /^(?:see |read |full |click for )?(?:our |the |full |here for )?(?:affiliate |advertising |advertiser |paid |important )?(?:disclosures?|disclaimers?|disclosure policy|disclosure statement)(?: here| page| policy)?[.:]?$/i

export default defineObligation({
  summary: 'Disclosures that readers reach only by a link, or do not see',
  messages: {
    link: '`{{words}}` only points to a disclosure, expected the disclosure itself in the text',
    hidden: '`{{words}}` stands where readers do not see it, expected it in plain view',
  },
  serves: {
    'ca-bc-52': { when: { paid: true, any: ['security', 'crypto', 'mining'] } },
    'us-ftc-255': { when: PAID },
    'eu-958-objective': { when: { any: ['recommendation'] }, atMost: 'warn' },
    'uk-cobs-412A-crypto': { when: { any: ['crypto'], types: ['sponsored', 'recommendation'] } },
  },
  check({ article, report }) {
    const { signals, disclosures } = article
    const own = [...signals.of('paid').map((s) => s.sentence), ...disclosures.map((d) => d.sentence)]
    for (const sentence of new Set(own)) if (!isShown(sentence)) report('hidden', sentence, { data: { words: sentence.text } })
    if (own.some((s) => isShown(s) && !isOnlyLink(s))) return
    article.blocks.forEach((block, index) => {
      if (!isEditorial(article.roles[index]!)) return
      for (const mark of block.marks) {
        if (mark.kind !== 'link') continue
        const at = passage(block, mark.from, mark.to)
        if (POINTER.test(at.text.trim())) report('link', at, { data: { words: at.text } })
      }
    })
  },
})
