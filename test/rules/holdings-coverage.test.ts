import { table } from '../support/table.ts'

const register = {
  entities: [{id: 'norland', names: ['Norland'], tickers: ['NYSE: NRL']}, {id: 'vega', names: ['Vega Foods'], tickers: ['$VGA']}],
  authors: [{name: 'Ana Roth', holdings: [{entity: 'norland', from: '2025-02-01', instrument: 'shares'}]}],
  restricted: ['vega'],
}

table('holdings-coverage', {
  reported: [
    '# A miner\n\nBrightwater Gold (⟦TSXV: BWG⟧) drilled last spring.\n\nI hold shares of Vega Foods.',
    '# Two miners\n\nKestrel Lithium (TSXV: KSL) and Brightwater Gold (⟦TSXV: BWG⟧) drilled last spring.\n\nThe author holds no shares of Kestrel Lithium.',
    { story: '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# ⟦Norland⟧ reports\n\nNorland (NYSE: NRL) reported a loss.', register },
  ],
  'left alone': [
    '# Why I bought\n\nNorland Steel (NYSE: NRS) opens a mill in June.\n\nI bought 2,000 shares on March 2.',
    '# Two miners\n\nKestrel Lithium (TSXV: KSL) and Brightwater Gold (TSXV: BWG) drilled last spring.\n\nThe author holds no shares of the companies mentioned.',
    '# Two miners\n\nKestrel Lithium (TSXV: KSL) and Brightwater Gold (TSXV: BWG) drilled last spring.',
    { story: '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Norland reports\n\nNorland (NYSE: NRL) reported a loss.\n\nThe author owns shares of Norland.', register },
  ],
})
