import { table } from '../support/table.ts'

table('target-complete', {
  reported: [
    '# Norland\n\nWe lift ⟦our price target⟧ on Norland to $48.',
  ],
  'left alone': [
    '# Norland\n\nWe lift our price target on Norland to $48 over the next 12 months, at 11 times earnings for 2027; the main risk is steel. The price is as of the close on 3 March.',
    '# Norland\n\nWe lift our price target on Norland to $48 over the next 12 months, from a discounted cash flow model; the main risk is steel. The price is as of the close on 3 March.',
    '# Norland\n\nLarkfield Research lifted its price target on Norland to $48.',
  ],
})
