import { table } from '../support/table.ts'

table('holdings-specific', {
  reported: [
    '# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\n⟦The author may hold positions in the companies mentioned.⟧',
  ],
  'left alone': [
    '# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\nThe author owns 400 shares of Norland.',
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nThe author may hold positions in the companies mentioned.',
    '# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\nThe author holds no shares of the companies mentioned.',
  ],
})
