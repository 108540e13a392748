import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createLinter } from '../../src/fineprint.ts'
import { read } from '../../src/formats/read.ts'
import { authorsOf, daysBetween, entitiesIn, isHeld, readRegister, statementOf } from '../../src/lint/register.ts'

const register = readRegister({
  entities: [
    { id: 'norland', names: ['Norland Corp.', 'Norland'], tickers: ['NYSE: NRL'], isins: ['US0000000018'] },
    { id: 'kestrel', names: ['Kestrel Lithium'], tickers: ['TSXV: KSL'] },
    { id: 'ford', names: [], tickers: ['NYSE: F'] },
  ],
  authors: [{
    name: 'Ana Roth', aliases: ['A. Roth'], employer: 'Vale Bank',
    holdings: [
      { entity: 'norland', from: '2025-02-01', trades: ['2026-03-02'] },
      { entity: 'kestrel', from: '2024-01-01', until: '2024-12-31', of: 'family', direction: 'short' },
    ],
  }],
  restricted: ['kestrel'],
}, z)
const story = (body: string, date = '2026-03-10') => `---\nauthor: A. Roth\npublished: ${date}\n---\n\n# News\n\n${body}`
const found = (rules: object, text: string) => createLinter({ preset: { summary: 'some', rules: rules as Record<string, 'error'> }, register }).lint(text, { path: 'story.md' })

describe('reading a register', () => {
  test.each([
    [{ authors: [{ name: 'Ana', holdings: [{ entity: 'vega', from: '2025-01-01' }] }] }, /`vega` is not in `entities`/u],
    [{ restricted: ['vega'] }, /`vega` is not in `entities`/u],
    [{ authors: [{ name: 'Ana', holdings: [{ entity: 'x', from: 'May' }] }] }, /authors\.0\.holdings\.0\.from/u],
    [{ people: [] }, /register/u],
  ])('%o', (value, message) => expect(() => readRegister(value, z)).toThrow(message))
})

describe('names', () => {
  test.each([
    ['Norland rose.', ['norland']], ['Norland Corp. rose.', ['norland']], ['Shares of (NYSE: NRL) and TSXV:KSL fell.', ['norland', 'kestrel']],
    ['Traders bought $F and $KSL.', ['ford', 'kestrel']], ['ISIN US0000000018', ['norland']], ['Norlandia rose, F fell.', []], ['It cost $5.', []],
  ])('%s', (text, ids) => expect(entitiesIn(read(text, 'a.md'), register).map((n) => n.value.id)).toEqual(ids))

  test('authors by name or alias, in a byline of several', () => {
    expect(authorsOf('By Max Bode and ANA ROTH', register).map((a) => a.name)).toEqual(['Ana Roth'])
    expect(authorsOf(undefined, register)).toEqual([])
  })
})

test('days and periods', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  const [, past] = register.authors[0]!.holdings
  expect([isHeld(past!, '2024-06-01'), isHeld(past!, '2025-06-01'), isHeld(past!, undefined)]).toEqual([true, false, false])
  expect(statementOf([past!], register)).toBe('A member of the author’s family holds a short position in shares of Kestrel Lithium.')
})

describe('rules that join story and register', () => {
  const DENIAL = 'The author holds no shares of the companies mentioned.'
  test('a denial against a holding on record; the finding says no more than that', () => {
    const findings = found({ 'holdings-contradicted': 'error' }, story(`Norland rose.\n\n${DENIAL}`))
    expect(findings.map((f) => f.messageId)).toEqual(['contradicted'])
    expect(JSON.stringify(findings)).not.toMatch(/2025-02-01|Vale Bank|Kestrel|2026-03-02/u)
    expect(found({ 'holdings-contradicted': 'error' }, story(`Kestrel Lithium rose.\n\n${DENIAL}`))).toEqual([])
  })

  test('a restricted issuer, once', () => {
    expect(found({ 'restricted-issuer': 'error' }, story('Kestrel Lithium rose. Kestrel Lithium fell.'))).toHaveLength(1)
  })

  test('a trade inside the window of the provision', () => {
    const rules = { 'trading-window': ['error', { provisions: ['de-pressekodex-7-4'] }] }
    expect(found(rules, story('Norland rose.')).map((f) => f.data)).toMatchObject([{ date: '2026-03-02', days: 8, window: 14 }])
    expect(found(rules, story('Norland rose.', '2026-05-10'))).toEqual([])
    expect(found(rules, story('Kestrel Lithium rose.'))).toEqual([])
  })

  test('a holding nobody states: the fix writes what the register records, and only once', () => {
    const linter = createLinter({ preset: { summary: 'one', rules: { 'holdings-coverage': 'error' } }, register })
    const text = story('Norland rose.')
    const fixed = linter.fix(text, { path: 'story.md' })
    expect(fixed.text).toBe(`${text}\n\nThe author holds shares of Norland Corp.`)
    expect(fixed.findings).toEqual([])
  })

  test('a statement that is owed: the fix is the record, and there is none where nothing is on record', () => {
    const rules = { 'holdings-statement': ['error', { provisions: ['ca-31-103-825'] }] }
    const [owed] = found(rules, story('Investors should buy shares of Norland (NYSE: NRL) now.'))
    expect(owed!.fix!.edits.map((e) => e.text.trim())).toEqual(['The author holds shares of Norland Corp.'])
    const [open] = found(rules, story('Investors should buy shares of Kestrel Lithium (TSXV: KSL) now.'))
    expect(open).toMatchObject({ messageId: 'owed', suggestions: [] })
    expect(open!.fix).toBeUndefined()
  })

  test('an employer the story names is a tie', () => {
    const rules = { 'affiliation-statement': ['error', { provisions: ['house-bloomberg'] }] }
    expect(found(rules, story('Vale Bank rose.')).map((f) => f.data['tie'])).toEqual(['Vale Bank'])
    expect(found(rules, story('Norland rose.'))).toEqual([])
  })
})
