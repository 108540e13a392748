import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { storyOf } from '../../src/lint/story.ts'
import { reaches } from '../../src/lint/places.ts'

const of = (front: string, body = 'Norland opened a mill.', facts: Record<string, unknown> = {}) => storyOf(read(front ? `---\n${front}\n---\n\n${body}` : body, 'story.md'), facts)

describe('what is stated wins over what the text looks like, front matter over config', () => {
  test.each([
    ['content_type: column', 'analysis'], ['content_type: press-release', 'press-release'], ['contentType: research', 'research'], ['content_type: poem', 'unknown'], ['', 'unknown'], ['sponsor: Kestrel', 'sponsored'],
  ])('type: %s', (front, type) => expect(of(front).type).toBe(type))

  test.each<[string, string, boolean]>([
    ['', 'Sponsored. Norland opened a mill.', true], ['sponsor: none', 'Sponsored. Norland opened a mill.', false], ['sponsor: Kestrel', 'Norland opened a mill.', true],
    ['', 'Norland opened a mill.', false], ['content_type: sponsored', 'Norland opened a mill.', true],
  ])('paid: %s, “%s”', (front, body, paid) => expect(of(front, body).paid).toBe(paid))

  test('a sponsor in full', () => {
    expect(of('sponsor: {name: Kestrel, amount: 25000, currency: CAD, form: cash, timing: past}').sponsor).toEqual({ name: 'Kestrel', amount: 'CAD 25000', form: 'cash', timing: 'past' })
    expect(of('sponsor: {name: Agency, on_behalf_of: Kestrel}').sponsor).toEqual({ name: 'Kestrel' })
  })

  test('interests: none, a list, or not stated', () => {
    expect(of('interests: none').interests).toBe('none')
    expect(of('interests: []').interests).toBe('none')
    expect(of('').interests).toBeUndefined()
    expect(of('interests:\n  - entity: Norland\n    direction: long\n    trades: [2026-03-02]').interests).toEqual([{ entity: 'Norland', direction: 'long', trades: ['2026-03-02'] }])
  })

  test('config speaks where front matter does not', () => {
    const facts = { self_regulation: 'ipso', audience: ['UK'], content_type: 'news' }
    expect(of('', 'Norland opened a mill.', facts)).toMatchObject({ selfRegulation: 'ipso', audience: ['uk'], type: 'news' })
    expect(of('self_regulation: none\ncontent_type: analysis', 'Norland opened a mill.', facts)).toMatchObject({ selfRegulation: undefined, type: 'analysis' })
  })
})

test.each<[readonly string[], string, boolean]>([
  [['ca-bc'], 'ca', true], [['ca'], 'ca-bc', false], [['de'], 'eu', true], [['us'], 'eu', false], [['world'], 'us', true], [[], 'us', false],
])('%j reaches %s: %s', (audience, place, expected) => expect(reaches(audience, place)).toBe(expected))
