import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Financial reporting under the Swiss press council',
  audience: 'Titles that follow the guidelines of the Schweizer Presserat',
  cannotCheck: [
    'trades that are not on record',
    'German and French wordings: the language layer reads English',
  ],
  rules: {
    // Interests.
    'holdings-statement': ['error', { provisions: ['ch-presserat'] }],
    // Facts apart from opinion.
    'fact-opinion-split': ['warn', { provisions: ['ch-presserat'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
