import { table } from '../support/table.ts'

table('plural-source', {
  reported: [
    '# A deal\n\nNorland is in talks to buy Vega Foods, ⟦sources said⟧. The source said a deal may come this week.',
  ],
  'left alone': [
    '# A deal\n\nNorland is in talks to buy Vega Foods, two sources said. One of the people said a deal may come this week.',
    '# A deal\n\nNorland is in talks to buy Vega Foods, a source said.',
  ],
})
