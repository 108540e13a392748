import { table } from '../support/table.ts'

table('mining-category', {
  reported: [
    '# Kestrel\n\nDrill results extend the ⟦orebody⟧ to the north.',
  ],
  'left alone': [
    '# Kestrel\n\nDrill results extend the inferred resource to the north.',
    '# Trade\n\nIron ore rose 3% on Monday, the exchange said.',
  ],
})
