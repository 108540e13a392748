import { table } from '../support/table.ts'

table('financial-promotion', {
  reported: [
    '# Shares for beginners\n\n⟦Open an account today⟧ and trade shares of Norland.',
  ],
  'left alone': [
    '# Shares for beginners\n\nThe firm told readers to “open an account today”, the regulator said.',
    '# A library\n\nOpen an account today at the town library.',
  ],
})
