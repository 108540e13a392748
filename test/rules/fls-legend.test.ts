import { table } from '../support/table.ts'

table('fls-legend', {
  reported: [
    '---\ncontent_type: press-release\n---\n\n# Outlook\n\nRevenue ⟦is expected to reach⟧ $90 million in 2027.',
    '---\ncontent_type: news\n---\n\n# Outlook\n\nNorland opened a mill.\n\n⟦This article contains forward-looking statements.⟧',
  ],
  'left alone': [
    '---\ncontent_type: press-release\n---\n\n# Outlook\n\nRevenue is expected to reach $90 million in 2027.\n\nThis release contains forward-looking statements that are subject to risks; actual results may differ.',
    '---\ncontent_type: news\n---\n\n# Outlook\n\nNorland opened a mill.',
  ],
})
