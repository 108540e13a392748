import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Paid text, promises and interests under United States rules',
  audience: 'A publisher with readers in the United States; 17(b), the endorsement guides and 10b-5 bind it, the rest is good practice',
  cannotCheck: [
    'payments, holdings and ties that nobody has stated',
    'whether a token is a security',
    'truth, materiality, intent',
    'whether the publisher’s exclusion applies',
  ],
  rules: {
    // Paid text: the label first, the amount in full, no denial.
    'paid-label-early': ['error', { provisions: ['us-ftc-255', 'us-spj'] }],
    'paid-amount': ['error', { provisions: ['us-17b'] }],
    'paid-contradiction': ['error', { provisions: ['us-17b', 'us-10b-5'] }],
    'disclosure-inline': ['error', { provisions: ['us-ftc-255'] }],
    // A recommendation with the writer’s interests.
    'holdings-statement': ['warn', { provisions: ['us-sabew'] }],
    'holdings-specific': ['warn', { provisions: ['us-sabew', 'us-10b-5'] }],
    'trading-window': ['warn', { provisions: ['us-sabew'] }],
    'personal-advice-cue': ['warn', { provisions: ['us-publisher-exclusion'] }],
    // Language that firms may not use, and a newsroom had better not.
    'promissory-language': ['warn', { provisions: ['us-finra-2210', 'us-10b-5'] }],
    'hypothetical-text': ['warn', { provisions: ['us-cftc-441'] }],
    'fls-legend': ['info', { provisions: ['us-pslra'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
