import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Coverage of mineral projects under Canadian rules',
  audience: 'Stories about juniors; the instrument binds issuers and those who write for them, for news it is good practice',
  cannotCheck: [
    'geology',
    'whether a caution has equal prominence',
  ],
  rules: {
    // What a figure of the ground is, and what it is not.
    'mining-caution': ['error', { provisions: ['ca-43-101'] }],
    'mining-category': ['error', { provisions: ['ca-43-101'] }],
    'mining-qp': ['error', { provisions: ['ca-43-101'] }],
    // Language and outlook.
    'hype-language': ['warn', { provisions: ['ca-43-101', 'ca-sn-51-356'] }],
    'forecast-labelled': ['warn', { provisions: ['ca-sn-51-356'] }],
  },
})
