import { defineObligation, type When } from '../src/lint/obligation.ts'

const STATED: When['also'] = { holds: (_, article) => article.disclosures.some((d) => d.element === 'holdings'), why: 'no statement of holdings was found that could be specific' }
const RECOMMENDS: When = { any: ['recommendation'], also: STATED }
const OPEN = new Set(['hedged', 'conditional', 'intention', 'threshold'])
const DIRECTION = /\b(?:own|owns|hold|holds|held|long|short|bought|purchased|position|positions|invested|shareholder|investor)\b/i
const INSTRUMENT = /\b(?:shares?|stocks?|options?|calls?|puts?|warrants?|bonds?|notes?|units?|funds?|etfs?|coins?|tokens?|position|positions|securities|stake|long|short|bitcoin|ether|futures)\b/i
const ENTITY = /\b(?:of|in|on|with)\s(?:the\s)?(?:[$]?\p{Lu}[\p{L}\d.&]*|company|issuer|bitcoin)|\b[A-Z]{2,8}:\s?[A-Z]|\$[A-Z]|\p{Lu}\p{L}+\s(?:shares|stock|options|bonds)|\b(?:long|short|own|owns|hold|holds)\s(?:\$?\p{Lu}|shares of)/u

export default defineObligation({
  summary: 'Statements of holdings that name no issuer, instrument or direction, or leave it open',
  messages: {
    open: '`{{words}}` leaves open whether anything is held, expected a plain yes or no',
    vague: '`{{words}}` does not name {{parts}}, expected the issuer, what is held, and whether long or short',
  },
  serves: {
    'eu-958-interests': { when: RECOMMENDS },
    'ca-31-103-825': { when: RECOMMENDS },
    'eu-mar-scalping': { when: RECOMMENDS },
    'uk-fpo-20': { when: { ...RECOMMENDS, withoutCode: true } },
    'uk-mar-958': { when: { any: ['recommendation'], withoutCode: true, also: STATED } },
    'uk-ofcom': { when: RECOMMENDS },
    'eu-esma-social': { when: RECOMMENDS, atMost: 'warn' },
    'us-10b-5': { when: RECOMMENDS, atMost: 'warn' },
    'us-sabew': { when: RECOMMENDS, atMost: 'warn' },
  },
  check({ article, report }) {
    const said = article.disclosures.filter((d) => d.element === 'holdings')
    if (article.elements.holdings === 'absent') {
      const open = said.find((d) => d.defect !== undefined && OPEN.has(d.defect))
      if (open) report('open', open, { data: { words: open.text } })
      return
    }
    const admitted = said.filter((d) => d.value === 'some' && !d.defect)
    const words = admitted.map((d) => d.sentence.text).join(' ')
    const parts = [...(ENTITY.test(words) ? [] : ['the issuer']), ...(INSTRUMENT.test(words) ? [] : ['what is held']), ...(DIRECTION.test(words) ? [] : ['the direction'])]
    if (admitted[0] && parts.length > 0) report('vague', admitted[0], { data: { words: admitted[0].text, parts: parts.join(' and ') } })
  },
})
