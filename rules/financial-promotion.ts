import { defineObligation } from '../src/lint/obligation.ts'

export default defineObligation({
  summary: 'Words that look like an invitation to invest',
  messages: { invites: '`{{words}}` looks like an invitation to invest; if readers in the United Kingdom are reached, an approval or an exemption is asked for' },
  serves: { 'uk-fsma-21': { when: { all: ['inducement'], any: ['security', 'share', 'crypto', 'cfd'] }, atMost: 'warn' } },
  check({ article, report }) {
    for (const found of article.signals.of('inducement')) report('invites', found, { data: { words: found.text } })
  },
})
