import { table } from '../support/table.ts'

table('non-gaap-label', {
  reported: [
    '# Norland reports\n\n⟦Adjusted EBITDA⟧ rose to $40 million, Norland said.',
  ],
  'left alone': [
    '# Norland reports\n\nAdjusted EBITDA, a non-GAAP measure, rose to $40 million, Norland said. Net income was $9 million.',
    '# Norland reports\n\nNorland does not report adjusted EBITDA.',
  ],
})
