import { table } from '../support/table.ts'

table('analyst-certification', {
  reported: [
    '---\ncontent_type: research\n---\n\n# ⟦Norland: a steady year⟧\n\nWe expect a steady year.',
  ],
  'left alone': [
    '---\ncontent_type: research\n---\n\n# Norland: a steady year\n\nThe views expressed here are my own personal views. No part of my compensation was, is or will be tied to the recommendations or views in this report.',
    '# Norland: a steady year\n\nNorland expects a steady year, it said.',
  ],
})
