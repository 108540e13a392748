import { table } from '../support/table.ts'

table('net-gross', {
  reported: [
    '# A fund\n\nOur fund ⟦returned⟧ 14% in 2025.',
  ],
  'left alone': [
    '# A fund\n\nOur fund returned 14% in 2025, net of fees.',
    '# A book\n\nThe library returned 14 books.',
  ],
})
