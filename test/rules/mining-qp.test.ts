import { table } from '../support/table.ts'

table('mining-qp', {
  reported: [
    '---\ncontent_type: press-release\n---\n\n# Kestrel drills\n\n⟦Drill results⟧ include 14 metres of 3.1 g/t gold.',
  ],
  'left alone': [
    '---\ncontent_type: press-release\n---\n\n# Kestrel drills\n\nDrill results include 14 metres of 3.1 g/t gold, reviewed by Ana Roth, a qualified person.',
    '# Kestrel drills\n\nDrill results include 14 metres of 3.1 g/t gold, the company said.',
  ],
})
