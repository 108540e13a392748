import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Paid content about issuers, with a link to British Columbia',
  audience: 'Whoever publishes for or on behalf of an issuer; combine with `us-news` where readers in the United States are reached',
  cannotCheck: [
    'the mandate',
    'proposed rules that may come',
  ],
  rules: {
    // On whose behalf, at the top, in the text.
    'paid-on-behalf-of': ['error', { provisions: ['ca-bc-52'] }],
    'disclosure-inline': ['error', { provisions: ['ca-bc-52'] }],
    'paid-label-early': ['error', { provisions: ['ca-bc-52'] }],
    // Pay and language. The amount is only proposed there: the provision is kept, and silent.
    'paid-amount': ['warn', { provisions: ['ca-bc-promo'] }],
    'hype-language': ['warn', { provisions: ['ca-sn-31-369', 'ca-sn-51-356'] }],
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
