import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Recommendations and paid text under the British press code',
  audience: 'Members of IPSO or of a similar code; the journalists’ exemption asks for the nature of an interest, family included',
  cannotCheck: [
    'whether an interest is significant',
    'what was told to the editor',
    'whether a text induces',
  ],
  rules: {
    // A recommendation with the writer’s interests, and the family’s.
    'holdings-statement': ['error', { provisions: ['uk-ipso-13', 'uk-fpo-20', 'uk-mar-958', 'uk-ofcom'] }],
    'holdings-specific': ['error', { provisions: ['uk-fpo-20', 'uk-mar-958', 'uk-ofcom'] }],
    'holdings-scope': ['warn', { provisions: ['uk-fpo-20', 'uk-ipso-13'] }],
    // Paid text first says that it is.
    'paid-label-early': ['error', { provisions: ['uk-ads'] }],
    'financial-promotion': ['warn', { provisions: ['uk-fsma-21'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
