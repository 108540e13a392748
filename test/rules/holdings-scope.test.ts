import { table } from '../support/table.ts'

table('holdings-scope', {
  reported: [
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\n⟦I own 4,000 shares of Norland.⟧',
  ],
  'left alone': [
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nNeither the author nor any member of her family holds shares of the companies mentioned.',
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.',
  ],
})
