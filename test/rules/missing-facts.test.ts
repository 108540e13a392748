import { table } from '../support/table.ts'

table('missing-facts', {
  reported: [
    '# Kestrel drills again\n\n⟦Sponsored⟧. Kestrel drilled twelve holes.',
    '# Buy Norland\n\n⟦Investors should buy⟧ shares of Norland (NYSE: NRL) now.',
  ],
  'left alone': [
    '---\nsponsor: none\n---\n\n# Kestrel drills again\n\nSponsored. Kestrel drilled twelve holes.',
    '# Kestrel drills again\n\nKestrel drilled twelve holes.',
    '---\ninterests: none\n---\n\n# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.',
  ],
})
