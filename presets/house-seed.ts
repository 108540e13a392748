import { definePreset } from './define.ts'

export default definePreset({
  summary: 'A closing block of five statements in a fixed order, and nothing in the story that contradicts it',
  audience: 'An independent site on small companies and news that closes each story with five statements; layer `ca-news` over it in Canada',
  cannotCheck: [
    'whether what a statement says is true',
    'family and the outlet’s own holdings, which the block does not speak of',
    'payments, holdings and ties that nobody has stated',
  ],
  rules: {
    // The block: five statements, in order, at the very end.
    'sources-statement': 'error',
    'holdings-statement': ['error', { provisions: ['house'] }],
    'affiliation-statement': ['error', { provisions: ['house'] }],
    'recommendation-statement': 'error',
    'research-statement': 'error',
    'license-statement': 'warn',
    'disclosure-block': 'error',
    'disclosure-defect': 'error',
    // The block takes no figure’s source off the writer.
    'statistic-attribution': 'error',
    'quote-attribution': 'error',
    'vague-source': 'warn',
    'blanket-source': 'info',
    // The block must not say what other facts deny.
    'paid-contradiction': ['error', { provisions: ['us-17b', 'us-10b-5'] }],
    'not-rec-contradicted': ['warn', { provisions: ['ca-sn-31-369'] }],
    'holdings-coverage': ['warn', { provisions: ['house-reuters'] }],
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
  },
})
