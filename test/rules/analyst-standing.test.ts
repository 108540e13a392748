import { table } from '../support/table.ts'

table('analyst-standing', {
  reported: [
    '# Steel\n\nLarkfield Research lifted its ⟦price target⟧ on Norland Steel to 140 rupees.',
  ],
  'left alone': [
    '# Steel\n\nLarkfield Research, a registered research analyst that holds no Norland shares, lifted its price target on Norland Steel to 140 rupees.',
    '# Steel\n\nNorland Steel opened a mill, it said.',
  ],
})
