import { expect, test } from 'vitest'
import fc from 'fast-check'
import { Lists } from '../../src/lexicon/lists.ts'
import { Phrases } from '../../src/lexicon/phrases.ts'

const words = fc.constantFrom('net', 'Net', 'asset', 'value', 'per', 'share', 'shares', '%', 'won’t', "won't", 'Öl')
const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const list = fc.array(phrase, { maxLength: 8 }).map((phrases) => phrases.map((one, i) => [one, `${i}`] as const))

test('several lists find together what each finds alone', () => {
  fc.assert(fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), fc.array(words, { maxLength: 12 }), fc.nat(9), (lists, pieces, from) => {
    const text = pieces.join(' ')
    const alone = lists.map((entries) => new Phrases(entries).in(text, Math.min(from, text.length)))
    const together = new Lists(lists).in(text, Math.min(from, text.length), text.length)
    expect(together ?? lists.map(() => [])).toEqual(alone)
  }))
})

test('nothing is found in a text without any of the phrases', () => {
  expect(new Lists([[['net', 1]], [['gross', 2]]]).in('a network', 0, 9)).toBeUndefined()
})
