import { defineObligation, type When } from '../src/lint/obligation.ts'
import { evidenceOf } from '../src/lint/story.ts'

const PAID_OR_INTERESTED: When = {
  also: {
    holds: (story, article) => (story.paid || article.signals.has('affiliate') || Array.isArray(story.interests))
      && (article.signals.has('paid-denial') || article.disclosures.some((d) => d.value === 'none')),
    why: 'nothing is denied, or nothing is known that would contradict it',
    because: 'pay or an interest is known, and the text denies some',
  },
}

export default defineObligation({
  summary: 'Denials of pay or interest that other facts contradict',
  messages: {
    sponsor: '`{{words}}` denies what is stated elsewhere: the text is paid for by {{sponsor}}',
    paid: '`{{words}}` denies what the text shows elsewhere: it looks paid (`{{evidence}}`)',
    interest: '`{{words}}` denies an interest that front matter or config states',
  },
  serves: {
    'us-17b': { when: PAID_OR_INTERESTED },
    'us-10b-5': { when: PAID_OR_INTERESTED },
  },
  check({ article, story, report }) {
    const denials = article.disclosures.filter((d) => !d.defect && d.value === 'none')
    if (Array.isArray(story.interests)) {
      const denied = denials.find((d) => d.element === 'holdings')
      if (denied) report('interest', denied, { data: { words: denied.text } })
    }
    const denial = denials.find((d) => d.element === 'compensation' || (d.element === 'affiliation' && story.sponsor)) ?? article.signals.of('paid-denial')[0]
    if (!denial) return
    const evidence = evidenceOf(article, 'paid', 'affiliate')
    if (story.sponsor) report('sponsor', denial, { data: { words: denial.text, sponsor: story.sponsor.name } })
    else if (evidence && evidence.span.start !== denial.span.start) {
      report('paid', denial, { data: { words: denial.text, evidence: evidence.text }, related: [{ span: evidence.span, message: 'what makes it look paid' }] })
    }
  },
})
