import { table } from '../support/table.ts'

table('trading-window', {
  reported: [
    '---\npublished: 2026-03-10\ninterests:\n  - entity: Norland\n    trades: [2026-03-02]\n---\n\n# ⟦Norland reports⟧\n\nNorland reported a loss.',
  ],
  'left alone': [
    '---\npublished: 2026-03-10\ninterests:\n  - entity: Norland\n    trades: [2025-01-15]\n---\n\n# Norland reports\n\nNorland reported a loss.',
    '---\npublished: 2026-03-10\n---\n\n# Norland reports\n\nNorland reported a loss.',
  ],
})
