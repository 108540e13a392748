import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Advertisements of an adviser or trading advisor under United States rules',
  audience: 'Registered advisers, pool operators and trading advisors, and those they pay to praise them',
  cannotCheck: [
    'who may see hypothetical performance',
    'who is a trading advisor',
  ],
  rules: {
    // Returns.
    'net-gross': ['warn', { provisions: ['us-marketing-rule'] }],
    'past-perf-period': ['warn', { provisions: ['us-marketing-rule'] }],
    'past-perf-warning': ['info', { provisions: ['us-marketing-rule'] }],
    'hypothetical-text': ['error', { provisions: ['us-cftc-441'] }],
    // Praise.
    'testimonial-labels': ['error', { provisions: ['us-marketing-rule'] }],
    'superlative-self': ['warn', { provisions: ['us-marketing-rule'] }],
    'paid-label-early': ['error', { provisions: ['us-ftc-255'] }],
  },
})
