import { defineObligation } from '../src/lint/obligation.ts'

const FUND = /\b(?:funds?|etfs?|trusts?|units|annuit(?:y|ies)|superannuation)\b/i
const DOCUMENT = /\bproduct disclosure statement\b|\bPDS\b|\btarget market determination\b|\bTMD\b/u

export default defineObligation({
  summary: 'Paid text on a retail product without its documents',
  messages: { missing: 'paid text on a retail product (`{{words}}`), and no word found on its disclosure statement or target market determination' },
  serves: { 'au-1018A': { when: { paid: true, also: { holds: (_, a) => a.sentences.some((s) => FUND.test(s.text)), why: 'no fund or other retail product was found in the text' } }, atMost: 'warn' } },
  check({ article, report }) {
    const product = article.sentences.find((s) => FUND.test(s.text))!
    if (!article.sentences.some((s) => DOCUMENT.test(s.text))) report('missing', product, { data: { words: FUND.exec(product.text)![0] } })
  },
})
