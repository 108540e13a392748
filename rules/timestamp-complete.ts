import { defineObligation } from '../src/lint/obligation.ts'
import { placeOf } from '../src/lint/story.ts'

const TIME = /\b\d{1,2}[:.]\d{2}\b/u
const ZONE = /\d(?:Z|[+-]\d{2}:?\d{2})\b|\b(?:UTC|GMT|CET|CEST|BST|EST|EDT|PST|PDT|ET|IST|AEST|AEDT|MEZ|MESZ)\b/u

export default defineObligation({
  summary: 'Recommendations without date, time and zone, or older than their update',
  messages: {
    missing: 'not found for a text that looks like a recommendation: {{parts}}',
    updated: 'the text was updated on {{updated}}, after publication on {{published}}; if holdings or prices changed since, say as of when they are stated',
  },
  serves: { 'eu-958-objective': { when: { any: ['recommendation'], withoutCode: true } }, 'uk-mar-958': { when: { any: ['recommendation'], withoutCode: true } } },
  check({ article, story, report }) {
    const { published, updated } = article.meta
    const raw = ['published', 'date', 'datetime', 'time', 'completed'].map((key) => story.fields[key]).filter((v) => v !== undefined)
    const shown = [...raw.map((v) => (v instanceof Date ? v.toISOString() : String(v))), ...article.sentences.filter((s) => s.role === 'byline' || s.role === 'dateline').map((s) => s.text)].join(' ')
    const dated = published !== undefined || /\d{4}/u.test(shown)
    const parts = [...(dated ? [] : ['the date']), ...(TIME.test(shown) ? [] : ['the time']), ...(ZONE.test(shown) ? [] : ['the time zone'])]
    if (parts.length > 0) report('missing', placeOf(article, 'recommendation'), { data: { parts: parts.join(', ') } })
    if (published && updated && updated > published && !article.elements.asOfDate) report('updated', placeOf(article, 'recommendation'), { data: { updated, published }, atMost: 'info' })
  },
})
