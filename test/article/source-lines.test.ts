import { describe, expect, test } from 'vitest'
import { agrees, standingIn, told } from '../support/standing.ts'

/** What is expected, a name for the file, and a text with the figure between ⟦ and ⟧. */
const rows: readonly (readonly [expected: string, path: string, text: string])[] = [
  ['= Solvik', 'a.md', '# Rents\n\nRents went up again in the spring.\n\n- Aarnes: ⟦12%⟧\n- Velm: 8%\n\nSource: Solvik Lines, quarterly report\n\nMore text here.'],
  ['-', 'a.md', '# Rents\n\nRents went up again in the spring.\n\n- Aarnes: ⟦12%⟧\n- Velm: 8%\n\nMore text here.\n\nSource: Solvik Lines, quarterly report'],
  ['= Solvik', 'a.html', '<h1>T</h1><p>The story comes first here.</p><table><caption>Rents. Source: Solvik Lines</caption><tr><th>City</th></tr><tr><td>⟦$900⟧</td></tr></table>'],
  ['= Marit Olsen', 'a.md', '# Town\n\nThe town is growing fast these days.\n\n> We built ⟦400 homes⟧ last year.\n>\n> — Marit Olsen, mayor of Aarnes\n\nMore text here.'],
  ['-', 'a.txt', 'The minister praised Norland, which sent ⟦4,200 inspectors⟧ to the border.'],
  ['$', 'a.txt', 'Vega Tools Inc. cut its profit forecast after a weak spring, sending its shares down ⟦11 percent⟧ before the bell.'],
  ['$', 'a.txt', 'Traders now see a ⟦24% chance⟧ of another cut, based on prices of futures.'],
]

describe('source lines, sides taken and market talk beside a source', () => {
  test.each(rows)('%s %s %s', (expected, path, text) => {
    const got = told(standingIn(text, path))
    expect(agrees(got, expected) || got === expected ? expected : got).toBe(expected)
  })
})
