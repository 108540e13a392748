import { table } from '../support/table.ts'

table('personal-advice-cue', {
  reported: [
    '# A week in shares\n\n⟦Reply with your holdings⟧ and we answer on Friday.',
  ],
  'left alone': [
    '# A week in shares\n\nAn adviser told clients to “reply with your holdings”, the court heard.',
    '# A week in shares\n\nDo not copy my trades.',
  ],
})
