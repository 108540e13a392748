import { table } from '../support/table.ts'

table('paid-on-behalf-of', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\n⟦Sponsored⟧. The company drilled twelve holes last spring.',
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nThis article was ⟦paid for by⟧ Kestrel Lithium Inc.',
  ],
  'left alone': [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nThis article is issued on behalf of Kestrel Lithium Inc. The company drilled twelve holes last spring.',
    '# Kestrel Lithium (TSXV: KSL) drills again\n\nThe company drilled twelve holes last spring, it said.',
  ],
})
