import { table } from '../support/table.ts'

table('forecast-labelled', {
  reported: [
    '# Trade\n\nThe sector ⟦will be worth⟧ $90 billion by 2030.',
  ],
  'left alone': [
    '# Trade\n\nThe sector will be worth $90 billion by 2030, according to a study by Larkfield Research.',
    '# Trade\n\n“The sector will be worth $90 billion by 2030,” said Ana Roth of Larkfield Research.',
    '# Trade\n\nThe minister will reach the port by noon.',
  ],
})
