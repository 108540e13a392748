import { describe, expect, test } from 'vitest'
import { judge, type Row } from './mark.ts'

/** Tests a rule by its table: the marked places are reported, in order, and nothing else is. */
export function table(rule: string, groups: Readonly<Record<string, readonly (string | Row)[]>>): void {
  describe(rule, () => {
    for (const [group, rows] of Object.entries(groups)) {
      describe(group, () => {
        test.each(rows.map((row) => (typeof row === 'string' ? { story: row } : row)))('$story', (row) => {
          const { found, expected, ids } = judge(rule, row)
          expect(found).toEqual(expected)
          if (row.messages) expect(ids).toEqual(row.messages)
        })
      })
    }
  })
}
