import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Financial promotions under British rules',
  audience: 'Authorised firms, and promotions they approve; not news',
  cannotCheck: [
    'visual prominence',
    'dwell times and cooling-off',
    'which product it is, unless `product` says so',
  ],
  rules: {
    // The prescribed warnings, to the letter.
    'mandated-text': ['error', { provisions: ['uk-cobs-412A-crypto', 'uk-cobs-412A-rmmi'] }],
    'disclosure-inline': ['error', { provisions: ['uk-cobs-412A-crypto'] }],
    // Past returns.
    'past-perf-warning': ['error', { provisions: ['uk-cobs-4-past'] }],
    'past-perf-period': ['error', { provisions: ['uk-cobs-4-past'] }],
    // Language.
    'promissory-language': ['error', { provisions: ['uk-cobs-4-past'] }],
    'risk-warning-alone': ['info', { provisions: ['uk-cobs-mainstream'] }],
  },
})
