import { table } from '../support/table.ts'

const register = {
  entities: [{id: 'norland', names: ['Norland'], tickers: ['NYSE: NRL']}, {id: 'vega', names: ['Vega Foods'], tickers: ['$VGA']}],
  authors: [{name: 'Ana Roth', holdings: [{entity: 'norland', from: '2025-02-01', instrument: 'shares'}]}],
  restricted: ['vega'],
}

table('restricted-issuer', {
  reported: [
    { story: '# Food\n\nShares of ⟦Vega Foods⟧ fell. Vega Foods did not comment.', register },
    { story: '# Food\n\nTraders sold ⟦$VGA⟧ on Monday.', register },
  ],
  'left alone': [
    { story: '# Norland reports\n\nNorland (NYSE: NRL) reported a loss.', register },
    '# Food\n\nShares of Vega Foods fell.',
  ],
})
