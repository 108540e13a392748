import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Marketing of crypto-assets under European rules',
  audience: 'Offerors, platforms, service providers and those they pay, who market crypto-assets; not news about crypto',
  cannotCheck: [
    'whether a text is marketing or independent news',
    'the white paper',
    'whether inside information is mixed in',
  ],
  rules: {
    // The prescribed statement, to the letter.
    'mandated-text': ['error', { provisions: ['eu-mica-7'] }],
    // Recognisable as marketing, with somebody to ask.
    'paid-label-early': ['error', { provisions: ['eu-mica-66', 'eu-esma-social'] }],
    'mica-contacts': ['error', { provisions: ['eu-mica-7', 'eu-mica-29', 'eu-mica-53'] }],
    'disclosure-legible': ['error', { provisions: ['eu-mifid-44'] }],
  },
})
