import { table } from '../support/table.ts'

table('superlative-self', {
  reported: [
    'Stock tips from the country’s ⟦best analyst⟧.',
  ],
  'left alone': [
    'Stock tips are banned, the regulator said of a man who called himself the best analyst.',
    'She was named best in her class.',
  ],
})
