import { describe, expect, test } from 'vitest'
import { jsonWith, ledger, ledgers, read, readAll } from '../src/index.ts'

const HELD = 'The author holds no shares of any company named here.'
const two = (first: string, second: string) => JSON.stringify([{ headline: 'One', body: first }, { headline: 'Two', body: second }])

describe('the ledger of a text with several articles', () => {
  const text = two(`Sales rose 4%.\n\n${HELD}`, 'Costs rose 5%.')

  test('has the facts of all, with their places in the one text', () => {
    expect(ledger(text, 'a.json').statistics.map(({ start, end }) => text.slice(start, end))).toEqual(['4%', '5%'])
    expect(ledgers(text, 'a.json').map(({ statistics }) => statistics.map((s) => s.text))).toEqual([['4%'], ['5%']])
  })

  test('takes an element for disclosed where each article discloses it', () => {
    expect(ledgers(text, 'a.json').map(({ elements }) => elements.holdings)).toEqual(['none', 'absent'])
    expect(ledger(text, 'a.json').elements.holdings).toBe('absent')
    expect(ledger(two(HELD, HELD), 'a.json').elements.holdings).toBe('none')
  })
})

test('JSON is read by names of one’s own', () => {
  const text = '{"hed": "A note", "copytext": "Sales rose 4%."}'
  expect(read(text, 'a.json').statistics).toEqual([])
  expect(readAll(text, 'a.json', [jsonWith({ copytext: 'body' })]).flatMap((article) => article.statistics.map((s) => article.slice(s.span)))).toEqual(['4%'])
})
