import { table } from '../support/table.ts'

table('unread-markup', {
  'markup out of bounds': [
    { story: `⟦>⟧${' >'.repeat(500)} Too deep.` },
  ],
  'ordinary markup': ['> A quotation.\n\nA *short* story with [a link](https://example.org).', '', '---\ntitle: A title\n---\n\nA story.'],
})
