import { definePreset } from './define.ts'

export default definePreset({
  summary: 'The house block of five statements, and a source for every figure',
  audience: 'A newsroom that writes about listed companies and closes each story with its own statements',
  cannotCheck: [
    'whether what a statement says is true',
    'whether a named source said what the story says',
    'whether a figure is right',
  ],
  rules: {
    // The closing block: what the house says about itself under every story.
    'holdings-statement': ['error', { provisions: ['house'] }],
    'affiliation-statement': ['error', { provisions: ['house'] }],
    'recommendation-statement': 'error',
    'license-statement': 'error',
    'sources-statement': 'error',
    'research-statement': 'error',
    'disclosure-block': 'warn',
    // Where a statement's own rule is on, that rule reports a spoiled one: one finding for each.
    'disclosure-defect': ['error', { covered: ['holdings', 'affiliation', 'notRecommendation', 'licenses', 'sources', 'dueDiligence', 'consultProfessional'] }],
    // Sources: a figure nobody can check is the worst of it; loose wording is for the copy desk.
    'statistic-attribution': 'error',
    'vague-source': 'warn',
    'quote-attribution': 'warn',
    'blanket-source': 'info',
    // What a register of interests knows; silent without one.
    'holdings-contradicted': 'error',
    'restricted-issuer': 'warn',
    // How the text was read.
    'unread-markup': 'warn',
    // What a desk lets stand, it says why.
    waiver: 'error',
  },
})
