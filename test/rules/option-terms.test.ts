import { table } from '../support/table.ts'

table('option-terms', {
  reported: [
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nDisclosure: I own 400 shares of Norland and 10 ⟦call options⟧ on it.',
  ],
  'left alone': [
    '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nDisclosure: I own 10 call options on Norland with a strike price of $40 that expire in June.',
    '# Norland reports\n\nNorland granted 400 call options to its staff, it said.',
  ],
})
