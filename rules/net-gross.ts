import { defineObligation } from '../src/lint/obligation.ts'

const NET = /\b(?:net (?:of|return|performance)|net basis|after (?:all )?(?:fees|costs|charges)|before (?:and after )?fees|gross and net|net and gross)\b/i

export default defineObligation({
  summary: 'Returns that do not say whether fees are taken off',
  messages: { missing: 'a return (`{{words}}`) does not say whether it is net of fees, expected net beside gross' },
  serves: { 'us-marketing-rule': { when: { any: ['performance'] }, atMost: 'warn' }, 'eu-mifid-44': { when: { any: ['performance'] }, atMost: 'warn' } },
  check({ article, report }) {
    const found = article.signals.of('performance')[0]!
    if (!article.sentences.some((s) => NET.test(s.text))) report('missing', found, { data: { words: found.sentence.text } })
  },
})
