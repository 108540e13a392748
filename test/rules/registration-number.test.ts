import { table } from '../support/table.ts'

table('registration-number', {
  reported: [
    '# ⟦Our view on steel⟧\n\nSteel makers look cheap.',
  ],
  'left alone': [
    '# Our view on steel\n\nSteel makers look cheap. SEBI registration INH000012345.',
  ],
})
