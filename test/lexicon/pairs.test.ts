import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, pairsIn } from '../../src/lexicon/pairs.ts'

const word = fc.string().filter((text) => !text.includes('\t'))

test('what a line is made of is read back from it', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(word, word), { selector: ([key]) => key, minLength: 1 }), (pairs) => {
    expect([...pairsIn(lineOf(pairs))]).toEqual(pairs)
  }))
})

test('a word with a tab would part in two, and is refused', () => {
  expect(() => lineOf([['a\tb', 'c']])).toThrow('tab')
})
