import { table } from '../support/table.ts'

table('disclosure-inline', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nThe company drilled twelve holes. [⟦See our disclosure⟧](https://outlet.example/disclosure)',
  ],
  'left alone': [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nThis paid advertisement is issued on behalf of Kestrel. [See our disclosure](https://outlet.example/disclosure)',
    '# A new rule\n\nThe agency published its [disclosure policy](https://agency.example/policy) on Monday.',
  ],
})
