import { table } from '../support/table.ts'

table('quote-attribution', {
  'words without a speaker': [
    'The plant will close in May. ⟦“We were told on the phone and sent home the same hour.”⟧',
  ],
  'words with a speaker': [
    '“We were told on the phone and sent home the same hour,” said Ruth Adeyemi, a fitter.',
    'Ruth Adeyemi said: “We were told on the phone and sent home the same hour.”',
    '“We were told on the phone,” Adeyemi said. “They sent us home the same hour.”',
    'Adeyemi was angry, saying, “We were told on the phone and sent home the same hour.”',
  ],
  'no quotation': [
    'The so-called “green premium” has shrunk.',
    'His memoir, “A Life in Copper and Tin”, came out in May.',
    'They call it the “quiet floor”.',
  ],
})
