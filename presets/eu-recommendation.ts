import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Investment recommendations under European rules, without a press code in their place',
  audience: 'Newsletters, creators and professionals in the European Union who recommend',
  cannotCheck: [
    'whether 0.5 % is reached',
    'whether the history of recommendations is complete',
    'ghost-writers',
    'payments, holdings and ties that nobody has stated',
  ],
  rules: {
    // Interests.
    'holdings-statement': ['error', { provisions: ['eu-958-interests', 'eu-mar-20', 'eu-mar-scalping'] }],
    'holdings-specific': ['error', { provisions: ['eu-958-interests', 'eu-mar-scalping', 'eu-esma-social'] }],
    'affiliation-statement': ['error', { provisions: ['eu-958-interests'] }],
    'interest-threshold-set': ['error', { provisions: ['eu-958-interests'] }],
    'holdings-coverage': ['warn', { provisions: ['eu-958-interests'] }],
    // Who, when, from what.
    'identity-complete': ['error', { provisions: ['eu-958-identity'] }],
    'timestamp-complete': ['error', { provisions: ['eu-958-objective'] }],
    'statistic-attribution': 'error',
    'plural-source': ['warn', { provisions: ['eu-958-objective'] }],
    'forecast-labelled': ['error', { provisions: ['eu-958-objective'] }],
    'target-complete': ['error', { provisions: ['eu-958-professional'] }],
    'relay-complete': ['warn', { provisions: ['eu-958-relay'] }],
    'disclosure-inline': ['warn', { provisions: ['eu-958-objective'] }],
    // Language.
    'hype-language': ['warn', { provisions: ['eu-esma-social'] }],
    'paid-label-early': ['warn', { provisions: ['eu-esma-social'] }],
    'mandated-text': ['info', { provisions: ['eu-cfd-warning'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
