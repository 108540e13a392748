import { table } from '../support/table.ts'

table('price-recency', {
  reported: [
    '---\ncontent_type: education\npublished: 2026-03-10\n---\n\n# How to read a chart\n\n⟦Shares of Norland trade at ₹410.⟧',
  ],
  'left alone': [
    '---\ncontent_type: education\npublished: 2026-03-10\n---\n\n# How to read a chart\n\nA chart shows prices over time.',
    '# Norland\n\nShares of Norland trade at ₹410.',
  ],
})
