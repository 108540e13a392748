import { defineObligation } from '../src/lint/obligation.ts'
import { editorial } from '../src/lint/story.ts'

const SIZE = /\b\d[\d,.]*\s(?:\p{L}+\s){0,3}(?:people|adults|respondents|voters|households|investors|economists|analysts|firms|companies|managers|executives|consumers|participants|businesses|lenders|banks|strategists)\b|\b(?:polled|surveyed|interviewed)\s(?:more than |about |some )?\d/iu
const TIME = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:conducted|taken|carried out)\b|\b(?:last|this) (?:week|month|quarter|year)\b|\b20\d\d\b/u

export default defineObligation({
  summary: 'Polls without how many were asked, and when',
  messages: { missing: '`{{words}}` is reported with figures; not found: how many were asked, and when' },
  serves: { 'house-ap': { when: { any: ['poll'] }, atMost: 'warn' } },
  check({ article, report }) {
    const poll = article.signals.of('poll').find((s) => s.sentence.role !== 'headline' && /\d\s?(?:%|percent|per cent)/i.test(s.sentence.text))
    if (!poll) return
    const text = editorial(article).map((s) => s.text).join(' ')
    if (!SIZE.test(text) && !TIME.test(text)) report('missing', poll, { data: { words: poll.text } })
  },
})
