import { expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { creditText, reports } from '../support/disclosed.ts'
import { NOTES } from './disclosure-notes.ts'

test.each(NOTES)('%s: %s', (_, note, credit) => {
  for (const name of ['note.txt', 'note.md']) {
    const article = read(note, name)
    expect([name, `${creditText(article)}${reports(article) && credit.includes('!') ? ' !' : ''}`.trim()]).toEqual([name, credit])
  }
})
