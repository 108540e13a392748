import { table } from '../support/table.ts'

table('identity-complete', {
  reported: [
    '# ⟦Buy Norland⟧\n\nInvestors should buy shares of Norland (NYSE: NRL) now.',
  ],
  'left alone': [
    '---\nauthor: Ana Roth\njob_title: Senior analyst\n---\n\n# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.',
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.',
  ],
})
