import { table } from '../support/table.ts'

table('relay-complete', {
  reported: [
    '# Utilities\n\nHalden Bank cut the utility Vento ⟦to sell from hold⟧, target 41 from 55.',
  ],
  'left alone': [
    '# Ferries\n\nThe city cut its target for emissions to 41 from 55.',
    '# Utilities\n\nDana Ortiz, an analyst at Halden Bank, cut the utility Vento to sell from hold on Tuesday, with a target of 41 euros from 55 euros.',
    '# Utilities\n\nVento moved its head office from Vale to Bergen.',
  ],
})
