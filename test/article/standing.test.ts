import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { agrees, standingIn, told } from '../support/standing.ts'
import { SENTENCES } from './standing-sentences.ts'

describe('standing of one figure', () => {
  test.each(SENTENCES)('%s', (marked, expected) => {
    const got = told(standingIn(marked))
    expect(agrees(got, expected) ? expected : got).toBe(expected)
  })
})

describe('sources without a reporting word', () => {
  const cases: [string, string, string][] = [
    ['link over the figure', 'Rents rose [⟦8%⟧](https://example.org/rents) in May.', '= 8%'],
    ['link over a paper', 'Rents rose ⟦8%⟧ in May, as a [report](https://example.org/rents) has it.', '= report'],
    ['link as a reference', 'Rents rose ⟦8%⟧ in May [Larkfield](https://example.org/rents).', '= Larkfield'],
    ['link to a page about somebody', '[Norland](https://example.org/norland) has grown ⟦8%⟧ since May.', '-'],
    ['note', 'Rents rose ⟦8%⟧ in May.[^1]\n\nMore rain fell.\n\n[^1]: Larkfield rent survey, May 2031.\n', '= Larkfield rent survey, May 2031.'],
    ['note without text', 'Rents rose ⟦8%⟧ in May.\n\n[^1]: Larkfield rent survey.\n', '-'],
  ]
  test.each(cases)('%s', (_, marked, expected) => expect(told(standingIn(marked, 'story.md'))).toBe(expected))

  test('a source line under a table covers its cells', () => {
    const story = 'Rents in two towns:\n\n| town | rise |\n| --- | --- |\n| Dalton | ⟦8%⟧ |\n| Quill | 9% |\n\nSource: Larkfield\n'
    expect(told(standingIn(story, 'story.md'))).toBe('= Larkfield')
  })
})

describe('verdicts', () => {
  test('a headline stands as the same value in the story', () => {
    const story = '# Norland profit rises 30%\n\nProfit rose 30% in the year, Norland Corp. said.\n'
    const article = read(story, 'story.md')
    const [head, body] = article.statistics.map((s) => article.standingOf(s))
    expect(head).toMatchObject({ status: 'attributed', carry: 'title' })
    expect(body).toMatchObject({ status: 'attributed', carry: 'same' })
  })

  test('the chain of a carried figure leads to the cue of its source', () => {
    const article = read('Norland Corp. reported revenue of $1.4 billion. Net income fell to $30 million.', 'story.txt')
    const standing = article.standingOf(article.statistics[1]!)
    expect(standing).toMatchObject({ status: 'attributed', carry: 'before', source: { text: 'Norland Corp.' } })
    expect(standing.status === 'attributed' && standing.chain.map((p) => p.text)).toEqual(['reported'])
  })

  test('pronouns and descriptions are given the name they stand for', () => {
    const article = read('Norland Corp. said sales rose 4%.\nThe company said costs fell 2%.', 'story.txt')
    expect(article.attributions.map((a) => a.source.name)).toEqual(['Norland Corp.', 'Norland Corp.'])
  })

  test('an unsourced figure says what was found nearest, and why it does not reach', () => {
    expect(standingIn('Ruiz, who holds ⟦12%⟧ of the firm, said she would not sell.')).toMatchObject({
      status: 'unattributed', certain: false, nearest: { source: { text: 'Ruiz' }, why: 'it covers another part of the sentence' },
    })
    expect(standingIn('The park has ⟦1,500⟧ benches.')).toMatchObject({ status: 'unattributed', certain: true })
  })

  test('people who are not named are a source, and said to be anonymous', () => {
    expect(standingIn('The bid was worth ⟦$900 million⟧, people familiar with the matter said.')).toMatchObject({ status: 'attributed', anonymous: true })
  })
})
