import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Financial journalism in India',
  audience: 'The Indian press, and education about securities',
  cannotCheck: [
    'who is registered',
    'trips and hospitality nobody states',
  ],
  rules: {
    // Sources and interests.
    'company-sourced': ['warn', { provisions: ['in-press-council'] }],
    'holdings-statement': ['warn', { provisions: ['in-press-council'] }],
    'analyst-standing': ['warn', { provisions: ['in-sebi-ra'] }],
    // Education, and paid text.
    'price-recency': ['warn', { provisions: ['in-sebi-finfluencer'] }],
    'paid-label-early': ['warn', { provisions: ['in-press-council'] }],
    'mandated-text': ['info', { provisions: ['in-asci-crypto'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
