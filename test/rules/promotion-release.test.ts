import { table } from '../support/table.ts'

table('promotion-release', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel drills again\n\nPaid advertisement. Kestrel (⟦TSXV: KSL⟧) drilled twelve holes.',
  ],
  'left alone': [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel drills again\n\nPaid advertisement under a contract announced by news release. Kestrel (TSXV: KSL) drilled twelve holes.',
    '# Kestrel drills again\n\nKestrel (TSXV: KSL) drilled twelve holes.',
  ],
})
