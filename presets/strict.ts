import { definePreset } from './define.ts'
import house from './house.ts'

export default definePreset({
  ...house,
  summary: 'The house preset with every doubt shown: open cases, bare market data, loose sources as errors',
  rules: {
    ...house.rules,
    // Where the text leaves it open, the desk wants to see it.
    'statistic-attribution': ['error', { strict: true, marketData: 'source' }],
    'vague-source': 'error',
    'quote-attribution': 'error',
    'blanket-source': 'warn',
    // Nothing is let stand without a name and an end.
    waiver: ['error', { approver: 'required', expiry: 'required' }],
    'disclosure-block': 'error',
    // Nobody writes past the restricted list.
    'restricted-issuer': 'error',
  },
})
