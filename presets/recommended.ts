import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Sources for figures and quotations, and no broken disclosure, for any desk',
  audience: 'Any desk that writes about companies and markets, whatever its own closing statements are',
  cannotCheck: ['whether a named source said what the story says', 'which disclosures this desk owes: choose a preset for its place and kind'],
  rules: {
    // What a reader can check.
    'statistic-attribution': 'error',
    'vague-source': 'warn',
    'quote-attribution': 'warn',
    'blanket-source': 'info',
    // A statement that says less than it seems to is worse than none.
    'disclosure-defect': 'error',
    'unread-markup': 'warn',
    // What a desk lets stand, it says why.
    waiver: 'error',
  },
})
