import { defineObligation } from '../src/lint/obligation.ts'
import { placeOf } from '../src/lint/story.ts'

const TITLE = /\b(?:analyst|editor|reporter|writer|strategist|correspondent|columnist|economist|manager|adviser|advisor|journalist|founder|partner|director|trader|head of|contributor)\b/i

export default defineObligation({
  summary: 'Recommendations that do not say who made them, and in what job',
  messages: { missing: 'not found in the byline or front matter of a text that looks like a recommendation: {{parts}}' },
  serves: { 'eu-958-identity': { when: { any: ['recommendation'], withoutCode: true } }, 'uk-mar-958': { when: { any: ['recommendation'], withoutCode: true } } },
  check({ article, story, report }) {
    const bylines = article.sentences.filter((s) => s.role === 'byline').map((s) => s.text).join(' ')
    const name = article.meta.author ?? bylines
    const title = ['job_title', 'jobTitle', 'author_title', 'authorTitle', 'position'].some((key) => story.fields[key] !== undefined)
    const said = `${name} ${bylines} ${article.disclosures.map((d) => d.sentence.text).join(' ')}`
    const parts = [...(name ? [] : ['the author’s name']), ...(title || TITLE.test(said) ? [] : ['the author’s job title'])]
    if (parts.length > 0) report('missing', placeOf(article, 'recommendation'), { data: { parts: parts.join(' and ') } })
  },
})
