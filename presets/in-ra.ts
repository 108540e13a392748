import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Communications of registered analysts and advisers in India',
  audience: 'Persons registered with SEBI',
  cannotCheck: [
    'who is registered',
    'logo use and pictures',
    'holdings',
  ],
  rules: {
    // What every communication carries.
    'mandated-text': ['error', { provisions: ['in-sebi-adcode'] }],
    'registration-number': ['error', { provisions: ['in-sebi-adcode', 'in-sebi-ra'] }],
    'disclosure-legible': ['error', { provisions: ['in-sebi-adcode'] }],
    // Language.
    'superlative-self': ['error', { provisions: ['in-sebi-adcode'] }],
    'promissory-language': ['error', { provisions: ['in-sebi-adcode'] }],
    // Research.
    'interest-threshold-set': ['error', { provisions: ['in-sebi-ra'] }],
  },
})
