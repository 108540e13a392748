import { defineObligation, type When } from '../src/lint/obligation.ts'

const RETURNS: When = { any: ['performance'] }
const WARNING = /\b(?:past|previous|historical|simulated|prior) (?:performance|returns?|results?)\b[\s\S]{0,80}\b(?:not|no)\b/i

export default defineObligation({
  summary: 'Past returns without a word on what they do not show',
  messages: { missing: 'a return (`{{words}}`) stands without a warning that figures of the past are no reliable indicator of future results' },
  serves: { 'uk-cobs-4-past': { when: RETURNS }, 'eu-mifid-44': { when: RETURNS }, 'us-finra-2210': { when: RETURNS, atMost: 'warn' }, 'us-marketing-rule': { when: { ...RETURNS, none: ['hypothetical'] }, atMost: 'warn' }, 'au-rg234': { when: RETURNS, atMost: 'warn' } },
  check({ article, report }) {
    const found = article.signals.of('performance')[0]!
    if (article.elements.pastPerformance || article.sentences.some((s) => WARNING.test(s.text))) return
    report('missing', found, { data: { words: found.sentence.text } })
  },
})
