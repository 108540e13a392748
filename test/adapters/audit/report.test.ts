import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlReport, markdownReport } from '../../../src/adapters/audit/report.ts'
import type { Failed, Judged, Result } from '../../../src/adapters/audit/result.ts'
import { Summary } from '../../../src/adapters/audit/summary.ts'
import { Top } from '../../../src/adapters/audit/top.ts'

const elements: Judged['elements'] = {
  holdings: 'none', affiliation: 'absent', licenses: 'absent', compensation: 'absent', notRecommendation: true, notAdvice: false, dueDiligence: false,
  consultProfessional: false, sources: false, pastPerformance: false, risk: false, forwardLooking: false, generalAdvice: false, asOfDate: false,
}
const judged = (id: string, errors: number, about: Judged['about'] = {}): Judged => ({
  key: `key of ${id}`, id, ref: `a.jsonl:${id}`, textHash: 't', digest: 'd', about, words: 100,
  rules: errors ? { 'statistic-attribution': [errors, 1] } : {}, severities: { error: errors, warn: 0, info: 0 },
  figures: { attributed: 2, market: 1, exempt: 0, unattributed: errors, vague: 0, anonymous: 1 }, elements, findings: [],
})
const failed = (id: string): Failed => ({ key: `key of ${id}`, id, ref: id, digest: 'd', error: { code: 'not-text', message: 'is not UTF-8' } })
const reportOf = (results: readonly Result[]) => {
  const summary = new Summary()
  for (const result of results) summary.add(result)
  return summary.report()
}

test('the first of many, by an order, whatever came first', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 8 }), (numbers, most) => {
    const top = new Top<number>(most, (a, b) => a - b)
    for (const number of numbers) top.add(number)
    expect(top.sorted()).toEqual([...numbers].sort((a, b) => a - b).slice(0, most))
  }))
})

describe('a report', () => {
  const results: Result[] = [
    judged('a', 2, { author: 'Ines Ruiz', date: '2026-03-04', section: 'trade', title: 'Ships', url: 'https://example.com/a' }), judged('b', 0, { author: 'Ines Ruiz', date: '2026-03-30' }),
    judged('c', 5, { author: 'Karl Weiss', date: '2026-04-01', section: 'trade', url: 'javascript:alert(1)' }), judged('d', 0), failed('e'),
  ]

  test('sums', () => {
    const report = reportOf(results)
    expect(report).toMatchObject({
      articles: 4, clean: 2, failed: 1, words: 400, findings: { error: 7, warn: 0, info: 0, silenced: 2 }, faults: [{ code: 'not-text', articles: 1 }],
      rules: [{ rule: 'statistic-attribution', articles: 2, findings: 7, silenced: 2 }], figures: { attributed: 8, market: 4, unattributed: 7, anonymous: 4 },
    })
    expect(report.months.map(({ name, articles, errors }) => [name, articles, errors])).toEqual([['(not given)', 1, 0], ['2026-03', 2, 2], ['2026-04', 1, 5]])
    expect(report.authors.shown.map(({ name, articles, errors }) => [name, articles, errors])).toEqual([['Karl Weiss', 1, 5], ['Ines Ruiz', 2, 2], ['(not given)', 1, 0]])
    expect(report.worst.map(({ id, errors, rules }) => [id, errors, rules])).toEqual([['c', 5, ['statistic-attribution']], ['a', 2, ['statistic-attribution']]])
    expect(report.missing[0]!.articles).toBe(4)
    expect(report.missing.find(({ element }) => element === 'holdings')!.articles).toBe(0)
  })

  test('does not depend on the order of results', () => {
    const many = Array.from({ length: 300 }, (_, i) => (i % 20 === 0 ? failed(`f${i}`) : judged(`a${i}`, i % 7, { author: `Author ${i % 90}`, date: `2026-0${1 + (i % 9)}-01` })))
    const expected = JSON.stringify(reportOf(many))
    fc.assert(fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
      expect(JSON.stringify(reportOf(shuffled))).toBe(expected)
    }), { numRuns: 20 })
    expect(JSON.parse(expected).authors).toMatchObject({ all: 90, others: { name: '(others)' } })
  })

  test('links to where readers find an article, and to nothing else', () => {
    const html = htmlReport(reportOf(results))
    expect([...html.matchAll(/href="([^"#][^"]*)"/gu)].map(([, url]) => url)).toEqual(['https://example.com/a'])
    const markdown = markdownReport(reportOf(results))
    expect(markdown).toContain('[Ships](<https://example.com/a>)')
    expect(markdown).not.toContain('javascript:')
  })

  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</style><b>', '<!--', '`](javascript:1) | x'])('takes nothing out of an article as markup: %s', (hostile) => {
    const about = { title: hostile, author: hostile, section: hostile, url: `https://example.com/"><b>${hostile}` }
    const report = reportOf([{ ...judged('a', 1, about), id: hostile, ref: hostile, rules: { [hostile]: [1, 0] } }, { ...failed(hostile), error: { code: 'broken', message: hostile } }])
    const html = htmlReport(report)
    expect(html.replace(/<style>[^<]*<\/style>/u, '')).not.toMatch(/<script|<img|<b>|<!--|<\/style/u)
    // Tags and attributes are those of the page, whatever the words.
    const tags = (page: string) => [...page.matchAll(/<\/?[a-z][a-z0-9]*/gu)].map(([tag]) => tag).sort().join()
    const harmless = reportOf([{ ...judged('a', 1, { title: 't', author: 'u', section: 's', url: 'https://example.com/' }), id: 'i', ref: 'r', rules: { r: [1, 0] } }, failed('f')])
    expect(tags(html)).toBe(tags(htmlReport(harmless)))
    expect(markdownReport(report)).not.toMatch(/<script|<img|<b>|[^\\]`|[^\\]\]\(javascript/u)
  })

  test('of nothing is a report', () => {
    expect(htmlReport(reportOf([]))).toContain('Audit of 0 articles')
    expect(markdownReport(reportOf([failed('a')]))).toContain('1 more could not be judged')
  })
})
