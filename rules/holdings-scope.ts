import { defineObligation, type When } from '../src/lint/obligation.ts'

const STATED: When = { also: { holds: (_, article) => article.elements.holdings !== 'absent', why: 'no statement of holdings was found whose scope could be read' } }
const FAMILY = /\b(?:famil(?:y|ies)|spouse|wife|husband|children|child|household|relatives?|partner|associates?|related persons?|connected persons?|close ties|dependants?|dependents?)\b/i

export default defineObligation({
  summary: 'Statements of holdings that leave out the family',
  messages: { family: 'the statement of holdings says nothing about family or household, expected whether it covers them' },
  serves: {
    'uk-fpo-20': { when: STATED, atMost: 'warn' },
    'uk-ipso-13': { when: STATED, atMost: 'warn' },
    'us-finra-2241': { when: { ...STATED, types: ['research'] } },
    'ca-31-103-825': { when: { ...STATED, any: ['recommendation'] }, atMost: 'warn' },
  },
  check({ article, report }) {
    const said = article.disclosures.filter((d) => d.element === 'holdings' && !d.defect)
    if (said.length === 0 || said.some((d) => FAMILY.test(d.sentence.text))) return
    if (article.disclosures.some((d) => FAMILY.test(d.sentence.text) && d.element === 'affiliation')) return
    // A denial in a story that recommends nothing is courtesy already; then this is only an idea.
    const matters = article.signals.has('recommendation') || article.elements.holdings === 'some'
    report('family', said[0]!, { atMost: matters ? 'warn' : 'info' })
  },
})
