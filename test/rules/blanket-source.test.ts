import { table } from '../support/table.ts'

const CLOSING = 'Information for this story was found via the sources and companies mentioned.'

table('blanket-source', {
  'a closing line over open figures': [
    `Norland sent 4,200 inspectors to the border in May.\n\n⟦${CLOSING}⟧`,
  ],
  'nothing to cover up': [
    `Norland sent 4,200 inspectors to the border in May, according to its interior ministry.\n\n${CLOSING}`,
    `Norland sent inspectors to the border.\n\n${CLOSING}`,
    'Norland sent 4,200 inspectors to the border in May.',
  ],
})
