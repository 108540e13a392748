import { table } from '../support/table.ts'

table('interest-threshold-set', {
  reported: [
    '---\ncontent_type: research\n---\n\n# ⟦Norland: a steady year⟧\n\nWe expect a steady year.',
  ],
  'left alone': [
    '---\ncontent_type: research\n---\n\n# Norland: a steady year\n\nWe expect a steady year. The firm owns less than 1% of the shares, makes no market in them, has not managed an offering of the issuer in the past 12 months and received no fees for services from it in the past 12 months.',
    '# Norland: a steady year\n\nNorland expects a steady year, it said.',
  ],
})
