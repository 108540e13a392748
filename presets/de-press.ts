import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Financial reporting under the German press code',
  audience: 'Titles that follow the Pressekodex of the Deutscher Presserat',
  cannotCheck: [
    'trades that are not on record',
    'facts told to the editor only',
    'German wordings: the language layer reads English',
  ],
  rules: {
    // Interests.
    'holdings-statement': ['error', { provisions: ['de-pressekodex-7-4'] }],
    'trading-window': ['error', { provisions: ['de-pressekodex-7-4'] }],
    // Facts apart from opinion.
    'fact-opinion-split': ['warn', { provisions: ['de-pressekodex-7-4'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
