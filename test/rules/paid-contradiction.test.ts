import { table } from '../support/table.ts'

table('paid-contradiction', {
  reported: [
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nSponsored. The company drilled twelve holes.\n\n⟦The author was not compensated for this article.⟧',
    '---\ninterests:\n  - entity: Kestrel Lithium\n    instrument: shares\n    direction: long\n---\n\n# Kestrel drills again\n\nThe company drilled twelve holes.\n\n⟦The author holds no shares of the companies mentioned.⟧',
  ],
  'left alone': [
    '# Kestrel drills again\n\nThe company drilled twelve holes.\n\nThe author was not compensated for this article.',
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel drills again\n\nSponsored. The union said that “drillers were not paid” in May.',
  ],
})
