import { defineObligation } from '../src/lint/obligation.ts'
import { editorial, sentenceWith } from '../src/lint/story.ts'

const LEGEND = /\bforward[- ]looking (?:statements?|information)\b/i

export default defineObligation({
  summary: 'Forward-looking statements without a legend, or a legend where it does nothing',
  messages: {
    missing: '`{{words}}` looks ahead, and no legend on forward-looking statements was found in this release',
    inert: 'a legend on forward-looking statements does nothing for a news story, expected each forecast to name its owner',
  },
  serves: {
    'us-pslra': { when: { types: ['press-release', 'news', 'analysis'] }, atMost: 'warn' },
    'ca-51-102-4A': { when: { types: ['press-release'] }, atMost: 'warn' },
  },
  check({ article, story, report }) {
    const legend = article.disclosures.find((d) => d.element === 'forwardLooking') ?? sentenceWith(editorial(article), LEGEND)
    if (story.type !== 'press-release') {
      if (legend) report('inert', legend, { atMost: 'info' })
      return
    }
    const forecast = article.signals.of('forecast')[0]
    if (forecast && !legend) report('missing', forecast, { data: { words: forecast.text } })
  },
})
