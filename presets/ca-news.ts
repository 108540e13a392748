import { definePreset } from './define.ts'

export default definePreset({
  summary: 'General advice and conflicts under Canadian rules',
  audience: 'A Canadian publisher: where a story recommends a security the publishers’ exemption asks for interests, elsewhere the press codes do',
  cannotCheck: [
    'whether an opinion is advice',
    'whether a disclosure is complete',
    'payments, holdings and ties that nobody has stated',
  ],
  rules: {
    // Interests: an error where a security is recommended, a warning elsewhere.
    'holdings-statement': ['error', { provisions: ['ca-31-103-825', 'ca-caj', 'ca-nnc'] }],
    'holdings-specific': ['error', { provisions: ['ca-31-103-825'] }],
    'option-terms': ['warn', { provisions: ['ca-31-103-825'] }],
    'holdings-coverage': ['warn', { provisions: ['ca-31-103-825'] }],
    'affiliation-statement': ['warn', { provisions: ['ca-31-103-825', 'ca-caj'] }],
    'interest-threshold-set': ['warn', { provisions: ['ca-ciro-3600'] }],
    // A disclaimer does not undo a call.
    'not-rec-contradicted': ['warn', { provisions: ['ca-sn-31-369'] }],
    'personal-advice-cue': ['warn', { provisions: ['ca-31-103-825'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
