import { table } from '../support/table.ts'

table('risk-warning-alone', {
  reported: [
    '# A trust\n\nThe trust buys ports. ⟦Capital at risk.⟧',
  ],
  'left alone': [
    '# A trust\n\nThe trust buys ports. Capital at risk: the value of investments can fall as well as rise.',
    '# A trust\n\nThe trust buys ports.',
  ],
})
