import { table } from '../support/table.ts'

table('mining-caution', {
  reported: [
    '# Kestrel\n\nThe property hosts a ⟦historical estimate⟧ of 40,000 tonnes.',
    '# Kestrel\n\nThe deposit hosts a ⟦historical 2.1 Moz⟧, the company said.',
  ],
  'left alone': [
    '# Kestrel\n\nThe property hosts a historical estimate of 40,000 tonnes. A qualified person has not done sufficient work to classify it, and the company is not treating it as current.',
    '# Kestrel\n\nThe property has a historical church.',
  ],
})
