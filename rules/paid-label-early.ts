import { defineObligation, type When } from '../src/lint/obligation.ts'
import { evidenceOf, isShown, openingOf } from '../src/lint/story.ts'

const PAID: When = {
  also: {
    holds: (story, article) => story.paid || article.signals.has('affiliate'),
    why: 'nothing says that the text is paid for',
    because: 'the text is paid for or earns by its links',
  },
}

export default defineObligation({
  summary: 'Paid text without a label at the top',
  messages: {
    missing: 'no label such as `Paid advertisement` found in the headline or the first 100 words of a text that looks paid (`{{words}}`)',
    late: '`{{words}}` stands too far down, expected a label in the headline or the first 100 words',
    behind: 'the first affiliate link stands before any label, expected the label before it',
  },
  serves: {
    'us-ftc-255': { when: PAID },
    'uk-ads': { when: PAID },
    'fr-influence': { when: { paid: true } },
    'eu-mica-66': { when: { paid: true, any: ['crypto'] } },
    'eu-esma-social': { when: { paid: true }, atMost: 'warn' },
    'us-spj': { when: { paid: true }, atMost: 'warn' },
    'in-press-council': { when: { paid: true }, atMost: 'warn' },
    'ca-bc-52': { when: { paid: true, any: ['security', 'crypto'] } },
  },
  check({ article, story, report }) {
    const opening = openingOf(article)
    const labels = article.signals.of('paid').filter((s) => isShown(s.sentence))
    const link = article.signals.of('affiliate')[0]
    const early = labels.find((s) => opening.has(s.sentence))
    if (early) {
      if (link && link.span.start < early.span.start) report('behind', link, { related: [{ span: early.span, message: 'the label' }] })
      return
    }
    const late = labels[0]
    if (late) report('late', late, { data: { words: late.text } })
    else report('missing', article.anchor ?? evidenceOf(article, 'affiliate'), { data: { words: link?.text ?? story.sponsor?.name ?? story.type } })
  },
})
