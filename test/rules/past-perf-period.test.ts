import { table } from '../support/table.ts'

table('past-perf-period', {
  reported: [
    '# A fund\n\nOur portfolio ⟦made⟧ 38% a year.',
  ],
  'left alone': [
    '# A fund\n\nOur portfolio made 38% from January 2024 to December 2025.',
    '# A fund\n\nThe carpenter made 38 tables a year.',
  ],
})
