import { definePreset } from './define.ts'

export default definePreset({
  summary: 'General advice of Australian licensees',
  audience: 'Licensees and their representatives',
  cannotCheck: [
    'the medium and time of a warning',
  ],
  rules: {
    // The general advice warning, part by part.
    'general-advice-elements': ['error', { provisions: ['au-949A'] }],
    'personal-advice-cue': ['warn', { provisions: ['au-949A'] }],
    // Claims.
    'past-perf-warning': ['warn', { provisions: ['au-rg234'] }],
    'promissory-language': ['warn', { provisions: ['asic-act-12DA', 'au-rg234'] }],
  },
})
