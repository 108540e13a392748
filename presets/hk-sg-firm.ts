import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Research and recommendations of licensed firms in Hong Kong and Singapore',
  audience: 'Licensed analysts, advisers and their firms; not journalists',
  cannotCheck: [
    'what was told to the medium',
    'print layouts',
  ],
  rules: {
    // Interests.
    'interest-threshold-set': ['error', { provisions: ['hk-sfc-16'] }],
    'holdings-statement': ['error', { provisions: ['sg-faa-45'] }],
    'trading-window': ['warn', { provisions: ['hk-sfc-16'] }],
    'analyst-standing': ['info', { provisions: ['hk-sfc-16'] }],
    // Type no smaller than the rest.
    'disclosure-legible': ['error', { provisions: ['sg-faa-45', 'sg-far-22'] }],
  },
})
