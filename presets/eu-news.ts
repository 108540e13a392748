import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Recommendations, relayed ratings and forecasts under European rules, for a title with a press code',
  audience: 'Press in the European Union that follows a code: the duty to be objective and to disclose binds it, the details are left to the code; state `self_regulation`',
  cannotCheck: [
    'whether a press code is notified',
    'whether 0.5 % is reached',
    'distortion of what is passed on',
    'payments, holdings and ties that nobody has stated',
  ],
  rules: {
    // A recommendation with the writer’s interests.
    'holdings-statement': ['error', { provisions: ['eu-958-interests', 'eu-mar-20', 'eu-mar-scalping', 'eu-958-relay'] }],
    'holdings-specific': ['error', { provisions: ['eu-958-interests', 'eu-mar-scalping', 'eu-esma-social'] }],
    'affiliation-statement': ['warn', { provisions: ['eu-958-interests'] }],
    // What is passed on, and what lies ahead.
    'relay-complete': ['warn', { provisions: ['eu-958-relay'] }],
    'forecast-labelled': ['warn', { provisions: ['eu-958-objective'] }],
    'fact-opinion-split': ['warn', { provisions: ['eu-958-objective'] }],
    'statistic-attribution': 'warn',
    // Paid text.
    'paid-label-early': ['warn', { provisions: ['eu-esma-social'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
