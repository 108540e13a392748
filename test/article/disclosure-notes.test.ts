import { expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { creditText, reports } from '../support/disclosed.ts'
import { NOTES, REJECTED } from './disclosure-notes.ts'

test.each(NOTES)('%s: %s', (_, note, credit) => {
  for (const name of ['note.txt', 'note.md']) {
    const article = read(note, name)
    expect([name, `${creditText(article)}${reports(article) && credit.includes('!') ? ' !' : ''}`.trim()]).toEqual([name, credit])
  }
})

test.each(REJECTED)('nothing is credited for: %s', (sentence) => {
  for (const name of ['story.txt', 'story.md']) expect([name, creditText(read(sentence, name))]).toEqual([name, ''])
})
