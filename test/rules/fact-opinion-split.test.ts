import { table } from '../support/table.ts'

table('fact-opinion-split', {
  reported: [
    '# Norland\n\nShares of Norland are ⟦clearly overvalued⟧ after the rally.',
  ],
  'left alone': [
    '# Norland\n\nShares of Norland are clearly overvalued, said Ana Roth of Larkfield Research.',
    '# Analysis: Norland\n\nShares of Norland are clearly overvalued after the rally.',
    '---\ncontent_type: analysis\n---\n\n# Norland\n\nShares of Norland are clearly overvalued after the rally.',
  ],
})
