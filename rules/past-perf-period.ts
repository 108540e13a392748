import { defineObligation, type When } from '../src/lint/obligation.ts'

const RETURNS: When = { any: ['performance'] }
/** A period with an end: "a year" alone is a rate. */
const PERIOD = /\b(?:since|from|between|in|during|to|until|ended|ending)\b[^.]{0,24}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b|\bover (?:the )?(?:past|last|previous)\b|\b(?:past|last|previous) (?:\p{L}+|\d+) (?:years|months|quarters)\b|\b(?:\d+|one|two|three|five|ten|twenty)-(?:year|month)\b|\b(?:since inception|year to date|year-to-date|this year|last year|last quarter|last month)\b/iu

export default defineObligation({
  summary: 'Past returns without the period they cover',
  messages: { missing: 'a return (`{{words}}`) does not say which period it covers, expected from when to when' },
  serves: { 'uk-cobs-4-past': { when: RETURNS }, 'eu-mifid-44': { when: RETURNS }, 'us-finra-2210': { when: RETURNS, atMost: 'warn' }, 'us-marketing-rule': { when: { ...RETURNS, none: ['hypothetical'] }, atMost: 'warn' }, 'es-cnmv-crypto': { when: { all: ['performance', 'crypto'] }, atMost: 'warn' } },
  check({ article, report }) {
    for (const found of article.signals.of('performance')) {
      if (!PERIOD.test(found.sentence.text)) report('missing', found, { data: { words: found.sentence.text } })
    }
  },
})
