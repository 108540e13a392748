import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Who says so: for every figure, quotation, poll and rating',
  audience: 'Any newsroom that works by the habits of a news agency',
  cannotCheck: [
    'whether a named source said what the story says',
    'which facts are established',
  ],
  rules: {
    // Sources.
    'statistic-attribution': 'error',
    'quote-attribution': 'error',
    'vague-source': 'warn',
    'plural-source': ['warn', { provisions: ['house-reuters'] }],
    'company-sourced': ['warn', { provisions: ['house-ap'] }],
    // What is passed on needs its maker and its date.
    'forecast-labelled': ['warn', { provisions: ['house-reuters'] }],
    'relay-complete': ['warn', { provisions: ['house-reuters'] }],
    'poll-method': ['warn', { provisions: ['house-ap'] }],
    // Ties and trades that are known.
    'affiliation-statement': ['warn', { provisions: ['house-bloomberg'] }],
    'trading-window': ['warn', { provisions: ['house-reuters', 'house-ft'] }],
  },
})
