import { definePreset } from './define.ts'

export default definePreset({
  summary: 'The media exemption in Australia',
  audience: 'Media in Australia that give general advice without a licence; state `self_regulation` where an industry code is followed',
  cannotCheck: [
    'materiality',
    'whether an industry code covers the point',
  ],
  rules: {
    // Pay and interests, where a story advises and no code is followed.
    'paid-amount': ['error', { provisions: ['au-media-76-01B'] }],
    'holdings-statement': ['error', { provisions: ['au-media-76-01B'] }],
    // A disclaimer does not undo a call.
    'not-rec-contradicted': ['warn', { provisions: ['au-info269'] }],
    'promissory-language': ['warn', { provisions: ['asic-act-12DA', 'au-rg234'] }],
    'product-documents': ['warn', { provisions: ['au-1018A'] }],
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // What only the desk can know is asked for, not guessed.
    'missing-facts': 'info',
  },
})
