import { table } from '../support/table.ts'

const register = {
  entities: [{id: 'norland', names: ['Norland'], tickers: ['NYSE: NRL']}, {id: 'vega', names: ['Vega Foods'], tickers: ['$VGA']}],
  authors: [{name: 'Ana Roth', holdings: [{entity: 'norland', from: '2025-02-01', instrument: 'shares'}]}],
  restricted: ['vega'],
}

table('holdings-contradicted', {
  reported: [
    { story: '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\n⟦The author holds no shares of the companies mentioned.⟧', register },
  ],
  'left alone': [
    { story: '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Vega reports\n\nVega Foods reported a loss.\n\nThe author holds no shares of the companies mentioned.', register },
    '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nThe author holds no shares of the companies mentioned.',
    { story: '---\nauthor: Ana Roth\npublished: 2024-03-10\n---\n\n# Norland reports\n\nNorland reported a loss.\n\nThe author holds no shares of the companies mentioned.', register },
  ],
})
