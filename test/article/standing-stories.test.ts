import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { agrees, told } from '../support/standing.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'stories')

/** A story, a line of dashes, and in order the figures that are judged, each with what must be said of it. */
describe.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', (name) => {
  const [text, list] = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').split('\n---\n') as [string, string]
  const article = read(text, name)
  let from = 0
  const places = list.trim().split('\n').map((line) => {
    const [figure, expected] = line.split(/: (?=[=?$.-])/u) as [string, string]
    const start = text.indexOf(figure, from)
    if (start < 0) throw new Error(`${name} has no ${figure} after offset ${from}`)
    from = start + figure.length
    return { figure, expected, start, end: from }
  })

  test.each(places)('$figure $expected', ({ expected, start, end }) => {
    const statistic = article.statistics.find((s) => s.span.start < end && s.span.end > start)
    const got = statistic ? told(article.standingOf(statistic)) : 'no statistic'
    expect(got[0] === expected[0] && (expected.length < 2 || agrees(got, expected)) ? expected : got).toBe(expected)
  })

  test('every verdict says why, and every chain leads to a source elsewhere', () => {
    for (const statistic of article.statistics) {
      const standing = article.standingOf(statistic)
      expect(standing.why).toMatch(/^[^.]+$/u)
      if (standing.status === 'attributed' && standing.carry === 'same') expect(standing.chain).toEqual([])
    }
  })
})
