import { table } from '../support/table.ts'

table('testimonial-labels', {
  reported: [
    '# A service\n\n⟦I doubled my account⟧, writes a happy client of our service.',
  ],
  'left alone': [
    '# A service\n\nI doubled my account, writes a happy client of our service. She was paid $200; her experience may not be representative and is no guarantee of future results.',
    '# A shop\n\nThe shop asked its customers for opinions.',
  ],
})
