import { table } from '../support/table.ts'

table('paid-label-early', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# ⟦Kestrel finds more lithium⟧\n\nThe company drilled twelve holes last spring.',
    '# ⟦Three brokers for beginners⟧\n\n[Oakline](https://oakline.example/?affid=9) has low fees.',
  ],
  'left alone': [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel finds more lithium\n\nPaid advertisement. The company drilled twelve holes last spring.',
    '# Kestrel finds more lithium\n\nThe company, a sponsor of the city marathon, drilled twelve holes last spring.',
    '# A campaign by Kestrel\n\n“Sponsored content works,” said Ana Roth, who runs marketing at Kestrel.',
  ],
})
