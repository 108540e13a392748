import { table } from '../support/table.ts'

table('timestamp-complete', {
  reported: [
    '---\npublished: 2026-03-10\n---\n\n# ⟦Buy Norland⟧\n\nInvestors should buy shares of Norland (NYSE: NRL) now.',
  ],
  'left alone': [
    '---\npublished: 2026-03-10T09:30:00+01:00\n---\n\n# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.',
    '---\npublished: 2026-03-10\n---\n\n# Norland reports\n\nNorland (NYSE: NRL) reported a loss.',
  ],
})
