import { table } from '../support/table.ts'

table('paid-amount', {
  reported: [
    // A sum in the bank is no fee.
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\n⟦Partner content⟧\n\nKestrel is well funded, with C$6 million in cash.\n\nThis article was paid for by Kestrel Lithium.',
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\n⟦Sponsored⟧. The company drilled twelve holes last spring.',
    '# A token to watch\n\nThe publisher ⟦was paid by⟧ the issuer in cash for this article. Shares of Kestrel (TSXV: KSL) rose.',
    '# Kestrel Lithium (TSXV: KSL) drills again\n\nSponsored by Kestrel.\n\n⟦The publisher may receive a fee from Kestrel.⟧',
  ],
  'left alone': [
    '# Brennard Foods (LSE: BRFD): our view\n\nLarkfield received fees for investment banking services from Brennard Foods in the past twelve months.',
    '---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\nThis paid advertisement is issued on behalf of Kestrel Lithium Inc., which paid the publisher C$25,000 in cash on 3 March and will pay C$10,000 in April.',
    '# Kestrel Lithium (TSXV: KSL) drills again\n\nThe company paid its drillers $2 million last year, it said.',
    '# Sponsored ships\n\nSponsored. Our holiday guide to the fjords.',
  ],
})
