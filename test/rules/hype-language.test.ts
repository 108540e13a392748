import { table } from '../support/table.ts'

table('hype-language', {
  reported: [
    '# Kestrel\n\nShares of Kestrel (TSXV: KSL) are a ⟦golden opportunity⟧.',
    '# Kestrel\n\nBuy Kestrel shares ⟦before it’s too late⟧.',
    '# Kestrel\n\nThe ⟦world-class⟧ project holds an inferred resource of 40,000 tonnes.',
  ],
  'left alone': [
    '# Kestrel\n\nThe promoter called shares of Kestrel (TSXV: KSL) “a golden opportunity”, the commission said.',
    '# Kestrel\n\nShares of Kestrel (TSXV: KSL) are no golden opportunity.',
    '# A school\n\nThe grant is a golden opportunity for the town.',
  ],
})
