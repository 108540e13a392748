import { defineObligation } from '../src/lint/obligation.ts'

const STANDING = /\b(?:registered|registration|licen[cs]ed|regulated|SEBI|IN[AH]\d{9})\b/i
const INTEREST = /\b(?:holds?|owns?|holding|holdings|position|positions|interest|no exposure|shareholder|disclos\w+)\b/i

export default defineObligation({
  summary: 'Analysts quoted with a recommendation, their standing and interests unsaid',
  messages: { missing: '`{{words}}` passes on an analyst’s view; not found in the text: {{parts}}' },
  serves: { 'in-sebi-ra': { when: { any: ['relayed-view'] }, atMost: 'warn' }, 'hk-sfc-16': { when: { any: ['relayed-view'] }, atMost: 'info' } },
  check({ article, report }) {
    const view = article.signals.of('relayed-view')[0]!
    const text = article.sentences.map((s) => s.text).join(' ')
    const parts = [...(STANDING.test(text) ? [] : ['the analyst’s registration']), ...(INTEREST.test(text) ? [] : ['the analyst’s interests'])]
    if (parts.length > 0) report('missing', view, { data: { words: view.text, parts: parts.join(', ') } })
  },
})
