import { defineObligation } from '../src/lint/obligation.ts'

/** INH for research analysts, INA for investment advisers, and nine digits. */
const NUMBER = /\bIN[AH]\d{9}\b/u

export default defineObligation({
  summary: 'Communications of a registered analyst without the registration number',
  messages: { missing: 'no registration number (`INH` or `INA` and nine digits) found in the text' },
  serves: { 'in-sebi-adcode': {}, 'in-sebi-ra': { atMost: 'warn' } },
  check({ article, report }) {
    if (!article.sentences.some((s) => NUMBER.test(s.text))) report('missing', article.anchor)
  },
})
