import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/article/ledger.ts'
import { read } from '../../src/formats/read.ts'

/** What a note is credited with, as the ledger has it, in words. */
function credit(note: string): string {
  const { elements } = ledgerOf(read(note, 'note.md'))
  return Object.entries(elements).flatMap(([name, value]) => (value === true ? [name] : value && value !== 'absent' ? [`${name}:${value}`] : [])).join(' ')
}

describe('words that nobody of the house says disclose nothing', () => {
  test.each([
    'Posted by copperfan: I own no copper. This is not a recommendation. Do your own research.',
    '@valleydad: NFA, DYOR, I hold no NRLD',
    'Commenter tin_77 wrote: I hold no position in any of these stocks, and this is not advice.',
    'Under the new rule, authors must state that they hold no position or name the one they have.',
    'Imagine a column that ended: the author owns none of these shares. Would you believe it?',
    'The author of the survey, Dr. Lena Holm, owns no shares in smelters.',
    'The author of “The Long Ore”, Pia Marsh, holds no position in mines.',
    'Her videos carried the words “not financial advice” even as she was paid to praise the coins.',
    'Larch Capital said in the letter that it holds no position in Norland.',
  ])('%s', (note) => expect(credit(note)).toBe(''))
})

test('a trade is no tie', () => {
  expect(credit('The writer’s spouse works as a nurse and holds shares of Norland in a retirement account.')).toBe('holdings:some')
})

describe('the same words by the author do', () => {
  test.each([
    ['By the author: I hold no position in any of these stocks, and this is not advice.', 'holdings:none notAdvice'],
    ['We must disclose that the author owns 300 shares of Norland.', 'holdings:some'],
    ['As stated in our policy, the author holds no shares in the companies mentioned.', 'holdings:none'],
    ['Disclosure: I own NRLD.', 'holdings:some'],
  ])('%s', (note, expected) => {
    for (const element of expected.split(' ')) expect(credit(note)).toContain(element)
  })
})
