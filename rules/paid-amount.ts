import type { Article } from '../src/article/article.ts'
import type { Sentence } from '../src/article/facts.ts'
import { defineObligation } from '../src/lint/obligation.ts'
import { editorial } from '../src/lint/story.ts'

const PAY = /\b(?:ad|advertisement|paid|pay|pays|paying|payment|payments|fee|fees|compensat\w+|remunerat\w+|receiv\w+|sponsor\w*|on behalf of|retainer|commission)\b/i
const AMOUNT = /(?:[$€£¥₹]|\b(?:USD|CAD|EUR|GBP|AUD|INR|C\$|US\$|A\$))\s?\d|\b\d[\d,.]*\s?(?:million|thousand|k)?\s?(?:US |Canadian |Australian )?(?:dollars|euros|pounds|rupees|USD|CAD|EUR|GBP|AUD)\b|\b\d[\d,.]*\s?(?:common |restricted |free-trading )?(?:shares|options|warrants|tokens|units)\b/iu
const FORM = /\b(?:cash|shares|stock|options|warrants|tokens|wire|transfer|fee|fees|services|salary|retainer|dollars)\b/i
const PAST = /\b(?:paid|received|(?:was|were|been) (?:paid|compensated)|compensated)\b/i
const COMING = /\b(?:will (?:pay|receive|be paid)|is to be paid|expects? to receive|(?:has )?agreed to pay|further payment|due)\b/i
const HEDGE = /\b(?:may|might|could|from time to time)\b/i
const PAYER = /\b(?:by|behalf of|from)\s(?:the\s)?\p{Lu}|\p{Lu}[\p{L}.&]+,?(?:\swhich)?\s(?:has\s)?(?:paid|pays|will pay)/u

export default defineObligation({
  summary: 'Pay for a text that is not disclosed in full',
  messages: {
    missing: 'not found in a text that looks paid (`{{words}}`) and speaks of a security or token: {{parts}}',
    hedged: '`{{words}}` leaves open whether anything was paid, expected who pays, in what form and how much',
    unstated: 'nothing found about pay for this text, which looks like advice (`{{words}}`), expected what was or will be received, or that nothing was',
  },
  serves: {
    'us-17b': { when: { paid: true, any: ['security', 'crypto'] } },
    'ca-bc-promo': { when: { paid: true, any: ['security', 'crypto'] }, atMost: 'info' },
    'au-media-76-01B': { when: { any: ['recommendation'], withoutCode: true } },
  },
  check({ article, story, duties, report }) {
    const full = duties.filter((d) => d.provision.id === 'us-17b')
    if (full.length > 0) {
      const said = aboutPay(article)
      const words = said.map((s) => s.text).join(' ')
      // A sum in the bank is no fee: the amount stands with a word on pay.
      const amount = said.some((s) => PAY.test(s.text) && AMOUNT.test(s.text))
      const parts = [
        ...(story.sponsor && words.includes(story.sponsor.name) || PAYER.test(words) ? [] : ['the payer']),
        ...(FORM.test(words) ? [] : ['the form of pay']),
        ...(amount ? [] : ['the amount']),
        ...(PAST.test(words) || COMING.test(words) ? [] : ['whether it is past or still to come']),
      ]
      const first = article.signals.of('paid')[0]
      const shown = first?.text ?? story.sponsor?.name ?? story.type
      const hedged = said.find((s) => HEDGE.test(s.text))
      if (!amount && hedged) report('hedged', hedged, { data: { words: HEDGE.exec(hedged.text)![0] }, for: full })
      else if (parts.length > 0) {
        report('missing', first ?? article.anchor, { data: { parts: parts.join(', '), words: shown }, for: full, atMost: parts.includes('the amount') ? 'error' : 'warn' })
      }
      return
    }
    const advice = article.signals.of('recommendation')[0]!
    if (article.elements.compensation === 'absent' && !story.paid) report('unstated', advice, { data: { words: advice.text } })
  },
})

/** Sentences of the newsroom's own that speak of pay for the text: those with a label or statement, and what follows one. */
function aboutPay(article: Article): Sentence[] {
  const marked = new Set(article.signals.of('paid').map((s) => s.sentence))
  for (const d of article.disclosures) if (d.element === 'compensation') marked.add(d.sentence)
  let near = -2
  return editorial(article).filter((s) => {
    if (marked.has(s)) near = s.index
    return marked.has(s) || (s.index - near <= 2 && PAY.test(s.text))
  })
}
