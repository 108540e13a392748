import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Press releases of issuers in the United States and Canada',
  audience: 'Issuers and those who write for them; state `content_type: press-release`',
  cannotCheck: [
    'whether a caution is meaningful',
    'the reconciliation of adjusted figures',
    'whether an outlook has a reasonable basis',
  ],
  rules: {
    // What lies ahead.
    'fls-legend': ['warn', { provisions: ['us-pslra', 'ca-51-102-4A'] }],
    'forecast-labelled': ['warn', { provisions: ['ca-51-102-4A', 'ca-sn-51-356'] }],
    // Figures of the ground and adjusted figures.
    'mining-caution': ['error', { provisions: ['ca-43-101'] }],
    'mining-category': ['error', { provisions: ['ca-43-101'] }],
    'mining-qp': ['error', { provisions: ['ca-43-101'] }],
    'non-gaap-label': ['warn', { provisions: ['non-gaap'] }],
    // A contract for promotion is announced.
    'promotion-release': ['info', { provisions: ['ca-tsxv-34', 'ca-cse-7'] }],
  },
})
