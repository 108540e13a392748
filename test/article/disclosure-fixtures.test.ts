import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/article/ledger.ts'
import { read } from '../../src/formats/read.ts'

/**
 * A note and what it says; elements that are left out are absent. `known` records are read wrongly today: they stay in
 * sight, and one that comes right has to lose the mark.
 */
interface Row {
  readonly batch: number
  readonly kind: 'disclosure' | 'reject' | 'report' | 'accept'
  readonly elements: Readonly<Record<string, string | boolean>>
  readonly text: string
  readonly known?: true
}

const rows: Row[] = readFileSync(join(import.meta.dirname, '../fixtures/disclosures.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row)

/** A story without a byline and without a label before its note: nothing but the words says who speaks. */
const STORY = `# Orchard Bank to shut forty branches in the north

Orchard Bank will shut 40 branches by the end of the year, it said on Tuesday, the latest lender to cut back as customers move to their phones.

The closures will affect 310 people, most of whom will be offered other work, according to the bank. It had 612 branches in 2019 and has 388 today.

“People come in to pay a bill or to ask about a mortgage, and both can be done at home,” said Lena Harrow, who runs the retail business.

Unions were not pleased. The towns that lose a branch are the ones with the oldest residents, a spokesman for the staff association said.

The bank reported a profit of $1.4 billion for the first half in July, up 9% from a year before. Costs rose 3%, it said then.

Competitors have made similar moves. Two of them closed 95 branches between them last year, figures from the association of lenders show.

The first branches will close in March. Letters to customers go out next week.`

/** What is wrong with the reading of one row; empty is right. */
function faults({ kind, elements, text }: Row): string[] {
  const ledger = ledgerOf(read(text, 'note.md'))
  const found = ledger.disclosures.some((d) => d.defect)
  const wrong = Object.entries(ledger.elements).flatMap(([name, value]) => {
    const wanted = elements[name] ?? (typeof value === 'boolean' ? false : 'absent')
    return wanted === value ? [] : [`${name}: ${String(wanted)} expected, ${String(value)} read`]
  })
  if (kind === 'report' && !found) wrong.push('a defect expected, none found')
  if (kind === 'reject' && found) wrong.push('a defect found in what is no disclosure')
  return wrong
}

describe('notes of many kinds of outlet', () => {
  test.each(rows.filter((row) => !row.known).map((row) => [row.text, row] as const))('%s', (_, row) => {
    expect(faults(row)).toEqual([])
  })

  test.each(rows.filter((row) => row.known).map((row) => [row.text, row] as const))('not yet: %s', (_, row) => {
    expect(faults(row)).not.toEqual([])
  })

  test('at the end of a story nine in ten read as they do alone', () => {
    const told = rows.filter((row) => !row.known && row.kind !== 'reject' && !/^This (?:story|article) covers/.test(row.text))
    const same = told.filter((row) => faults({ ...row, kind: 'disclosure', text: `${STORY}\n\n${row.text}` }).length === 0)
    expect(same.length / told.length).toBeGreaterThan(0.89)
  })

  test('no more than one in twenty waits', () => {
    expect(rows.filter((row) => !row.known).length / rows.length).toBeGreaterThan(0.95)
  })
})
