import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { phrasesOf, wordsOf } from '../../src/lexicon/lexicon.ts'
import { Phrases } from '../../src/lexicon/phrases.ts'

const words = new Phrases([
  ['per', 'per'],
  ['per cent', 'percent'],
  ['people familiar with the matter', 'crowd'],
  ["company's", 'own'],
  ['$', 'dollar'],
  ['élan', 'name'],
])
const found = (text: string) => words.in(text).map((m) => `${text.slice(m.from, m.to)}=${m.value}`)

describe('phrases', () => {
  it.each([
    ['It pays 4 per cent per year.', ['per cent=percent', 'per=per']],
    ['A person paid a permit.', []],
    ['Per share', ['Per=per']],
    ['people  familiar\nwith the matter', ['people  familiar\nwith the matter=crowd']],
    ['people familiar with it', []],
    ['The company’s plan', ['company’s=own']],
    ['It cost $5', ['$=dollar']],
    ['US$5', ['$=dollar']],
    ['with Élan', ['Élan=name']],
    ['super', []],
    ['per-share', ['per=per']],
    ['', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))

  it('finds the longest phrase at a place, and only there', () => {
    expect(words.at('4 per cent', 2)).toEqual({ from: 2, to: 10, value: 'percent' })
    expect(words.at('4 per cent', 2, 7)).toEqual({ from: 2, to: 5, value: 'per' })
    expect(words.at('4 per cent', 0)).toBeUndefined()
    expect(words.get('per cent')).toBe('percent')
    expect(words.get('per centum')).toBeUndefined()
  })

  it('stays between from and to, in order and without overlap, on any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('per', ' ', 'cent', 'people', 'familiar with', '$', '’', 'é', '\n')), fc.nat(20), (parts, from) => {
        const text = parts.join('')
        let last = Math.min(from, text.length)
        for (const m of words.in(text, last)) {
          expect(m.from).toBeGreaterThanOrEqual(last)
          expect(m.to).toBeGreaterThan(m.from)
          expect(words.at(text, m.from)).toEqual(m)
          last = m.to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('reads a word list with its other forms', () => {
    const list = { about: '', source: '', entries: [{ text: 'say', forms: ['said', 'says'], kind: 'cue' }, { text: 'Street', kind: 'vague' }] }
    expect(phrasesOf(list).in('He said the street says').map((m) => m.value)).toEqual(['cue', 'vague', 'cue'])
    expect([...wordsOf(list, 'vague')]).toEqual(['street'])
  })
})
