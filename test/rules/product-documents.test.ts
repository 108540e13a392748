import { table } from '../support/table.ts'

table('product-documents', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Harbour Funds\n---\n\n# Ports\n\n⟦The Harbour Growth Fund buys shares in ports.⟧',
  ],
  'left alone': [
    '---\ncontent_type: sponsored\nsponsor: Harbour Funds\n---\n\n# Ports\n\nThe Harbour Growth Fund buys shares in ports. Consider the product disclosure statement and target market determination at harbour.example.',
    '# Ports\n\nThe Harbour Growth Fund buys shares in ports.',
  ],
})
