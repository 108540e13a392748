import { defineRule } from '../src/lint/rule.ts'
import { storyOf } from '../src/lint/story.ts'

export default defineRule({
  summary: 'Facts that decide what is owed and that nobody has stated',
  messages: {
    sponsor: '`{{words}}` looks like paid text; if it is, state `sponsor` in front matter, if not, `sponsor: none`',
    audience: 'paid text, and `audience` is not stated; if readers in the United States are reached, us-17b asks for the amount, in British Columbia ca-bc-52 for `on behalf of`',
    interests: '`{{words}}` looks like a recommendation; state `interests` in front matter, or `interests: none`',
    origin: '`{{words}}` says that the text comes from elsewhere; state what its first author holds in `interests`, it is not known from here',
  },
  check({ article, facts, report }) {
    const story = storyOf(article, facts)
    const denied = /^(?:none|no|false)$/i.test(String(story.fields['sponsor'] ?? ''))
    const paid = article.signals.of('paid')[0]
    const advice = article.signals.of('recommendation')[0]
    const named = article.signals.has('security') || article.signals.has('crypto')
    const origin = article.signals.of('syndicated')[0]
    if (paid && !story.sponsor && !denied) report('sponsor', paid, { data: { words: paid.text }, atMost: 'info' })
    else if (story.paid && !story.audience && named && article.anchor) report('audience', paid ?? article.anchor, { atMost: 'info' })
    if (story.interests !== undefined) return
    if (origin && (advice || article.elements.holdings !== 'absent')) report('origin', origin, { data: { words: origin.text }, atMost: 'info' })
    else if (advice && !story.paid && named && article.elements.holdings === 'absent') report('interests', advice, { data: { words: advice.text }, atMost: 'info' })
  },
})
