import { defineObligation } from '../src/lint/obligation.ts'

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['that the views are the analyst’s own', /\bviews\b[\s\S]{0,120}\b(?:personal|own)\b|\b(?:personal|own)\b[\s\S]{0,60}\bviews\b/i],
  ['that no pay is tied to them', /\b(?:compensation|remuneration|pay)\b[\s\S]{0,200}\b(?:recommendations?|views)\b/i],
  ['all three tenses (was, is, will be)', /\bwas\b[\s\S]{0,20}\bis\b[\s\S]{0,30}\bwill be\b|\bhas been\b[\s\S]{0,20}\bis\b[\s\S]{0,30}\bwill be\b/i],
]

export default defineObligation({
  summary: 'Research without the analyst’s certification',
  messages: { missing: 'no certification found that says {{parts}}' },
  serves: { 'us-reg-ac': { when: { types: ['research'] } } },
  check({ article, report }) {
    const text = article.sentences.map((s) => s.text).join(' ')
    const parts = PARTS.flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
    if (parts.length > 0) report('missing', article.anchor, { data: { parts: parts.join(', ') } })
  },
})
