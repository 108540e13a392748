import { table } from '../support/table.ts'

table('not-rec-contradicted', {
  reported: [
    '⟦Not financial advice!⟧\n\nThe token $MOON is about to 10x 🚀',
    '# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\n⟦This article is not a recommendation to buy or sell.⟧',
  ],
  'left alone': [
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nThis article is not a recommendation to buy or sell.',
    '# Norland reports\n\n“Investors should buy shares of Norland (NYSE: NRL) now,” said Ana Roth of Larkfield Research.\n\nThis article is not a recommendation to buy or sell.',
  ],
})
