import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'

const roles = (text: string, path = 'story.txt') => read(text, path).roles
const PROSE = 'The port of Arden handled more freight in May than in any month since the strike, the harbour office said, and the new crane stood idle for most of it.'

describe('posts by others', () => {
  test('a signature line and the line above it', () => {
    expect(roles(`${PROSE}\nHuge news from the port today\n— Dale 🇨🇦 (@dale_at_port) May 3, 2026\n${PROSE}`)).toEqual(['body', 'embed', 'embed', 'body'])
  })
  test('a post that breaks off below its signature', () => {
    expect(roles(`${PROSE}\nBREAKING: crane down\n— Dale (@dale) May 3, 2026\nSomebody should tell them.\nIt has been idle for weeks…\n${PROSE}`)).toEqual(['body', 'embed', 'embed', 'embed', 'embed', 'body'])
  })
  test('a post with a picture link', () => {
    expect(roles(`${PROSE}\n\nThe crane “will not move” today https://t.co/abcDEF pic.twitter.com/xyz\n\n${PROSE}`)).toEqual(['body', 'embed', 'body'])
  })
  test('prose above a signature stays prose', () => {
    const long = `${PROSE} ${PROSE}`
    expect(roles(`${long}\n— Dale (@dale) May 3, 2026\n${long}`)).toEqual(['body', 'embed', 'body'])
  })
  test('prose that names a handle or has a dash is none', () => {
    expect(roles(`${PROSE}\n\nThe harbour office (@arden) wrote that the crane was fine — and then it fell.\n\n${PROSE}`)).toEqual(['body', 'body', 'body'])
  })
  test('a quoted group with a signature', () => {
    expect(roles(`${PROSE}\n\n> Huge news from the port today\n>\n> — Dale (@dale) May 3, 2026\n\n${PROSE}`, 'story.md')).toEqual(['body', 'embed', 'embed', 'body'])
  })
})

describe('readers', () => {
  test.each(['One Response', '12 Comments', 'Comments (3)', '3 thoughts on “The crane”', 'Leave a Reply', '2 Responses to The crane', 'No comments'])('%s', (heading) => {
    expect(roles(`${PROSE}\n\n${heading}\n\nDale: I was there.\n\nNobody listens.`)).toEqual(['body', 'readers', 'readers', 'readers'])
  })
  test.each(['The minister received 12 comments on the plan.', 'Comments', 'No comments were made by the harbour office.', 'Responses varied, and one response stood out.'])('not %s', (line) => {
    expect(roles(`${PROSE}\n\n${line}\n\n${PROSE}`)).toEqual(['body', 'body', 'body'])
  })
  test('a bare heading with comments below it', () => {
    expect(roles(`${PROSE}\n\nComments\n\nDale says:\n\nI was there.`)).toEqual(['body', 'readers', 'readers', 'readers'])
  })
})

describe('notes of the newsroom', () => {
  test('at the end, before the readers', () => {
    expect(roles(`${PROSE}\n${PROSE}\n${PROSE}\n${PROSE}\n${PROSE}\n${PROSE}\n${PROSE}\n${PROSE}\nThe author owns no shares in the port. Not a recommendation to buy or sell.\nOne Response\nI own shares.`).slice(-4))
      .toEqual(['body', 'disclosure', 'readers', 'readers'])
  })
  test('at the top, with a label', () => {
    const story = Array.from({ length: 9 }, () => PROSE).join('\n\n')
    expect(roles(`Disclosure: I am long ARDN.\n\n${story}`)[0]).toBe('disclosure')
  })
  test('a last paragraph about somebody’s shares is the story', () => {
    const story = Array.from({ length: 9 }, () => PROSE).join('\n\n')
    expect(roles(`${story}\n\nDale Ortiz owns 12% of the port and has no plans to sell.`).at(-1)).toBe('body')
  })
  test('the author of the byline speaks of shares', () => {
    const story = Array.from({ length: 9 }, () => PROSE).join('\n\n')
    expect(roles(`By Dale Ortiz\n\n${story}\n\nDale Ortiz owns shares of the port’s parent.`).at(-1)).toBe('disclosure')
  })
})

describe('the page around the story', () => {
  test.each(['Read more: The crane that fell', 'Subscribe to our newsletter', '© 2026 Arden Post', 'Related stories', 'Follow us on all channels'])('%s', (line) => {
    expect(roles(`${PROSE}\n\n${line}`)).toEqual(['body', 'boilerplate'])
  })
  test('a copyright line that discloses is none', () => {
    expect(roles('© 2026 Arden Post. Arden Post does not provide investment advice.')).toEqual(['disclosure'])
  })
  test('headline and byline', () => {
    expect(roles(`# Crane down\n\nBy Dale Ortiz\n\n${PROSE}`, 'story.md')).toEqual(['headline', 'byline', 'body'])
  })
})

test.each(['Some analysts believe prices will fall by 30%.', 'Its drug works for 9 months.', 'He holds options on 200,000 shares.'])(
  'a short story keeps its last paragraph, and the figure in it: %s', (last) => {
    const article = read(`# Copper slips\n\nCopper slipped on Tuesday as a mine reopened.\n\nThe mine ships ore to Norland.\n\n${last}`, 'story.md')
    expect(article.roles.at(-1)).toBe('body')
    expect(article.statistics).toHaveLength(1)
    expect(article.disclosures).toEqual([])
  })
