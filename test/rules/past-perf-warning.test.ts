import { table } from '../support/table.ts'

table('past-perf-warning', {
  reported: [
    '# A fund\n\nOur fund ⟦returned⟧ 14% in 2025.',
  ],
  'left alone': [
    '# A fund\n\nOur fund returned 14% in 2025. Past performance is not a reliable indicator of future results.',
    '# A book\n\nShe returned 14 books in 2025.',
  ],
})
