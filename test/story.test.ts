import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLinter } from '../src/fineprint.ts'
import { read } from '../src/formats/read.ts'

// One story, one paragraph a line: two embedded posts, one sourced and two unsourced figures, the closing block of five
// statements, and a reader's comment that repeats a figure.
const story = readFileSync(join(import.meta.dirname, 'fixtures/harbour-story.txt'), 'utf8')
const STATEMENTS = [
  'Information for this story was found via the sources and companies mentioned.',
  'The author has no securities or affiliations related to the organizations discussed.',
  'Not a recommendation to buy or sell.',
  'Always do additional research and consult a professional before purchasing a security.',
  'The author holds no licenses.',
] as const
const BLOCK = STATEMENTS.join(' ')

const linter = createLinter({ preset: 'house' })
const lint = (text: string) => linter.lint(text, { path: 'story.txt' })
/** Findings on disclosures alone: rule ids, each once. */
const disclosures = (text: string) => [...new Set(lint(text).map((f) => f.rule))].filter((rule) => /-statement$|^disclosure-/u.test(rule)).sort()
const figures = (text: string) => lint(text).filter((f) => f.rule === 'statistic-attribution').map((f) => text.slice(f.span.start, f.span.end))

describe('a whole story in the house preset', () => {
  test('exactly two figures have no source', () => {
    expect(figures(story)).toEqual(['4,200', '31'])
  })

  test('no disclosure is missing or out of place', () => {
    expect(disclosures(story)).toEqual([])
  })

  test('the sourced figure is attributed, with its source and cue', () => {
    const article = read(story, 'story.txt')
    const sourced = article.statistics.filter((s) => s.text.startsWith('18%'))
    expect(sourced).toHaveLength(1)
    const standing = article.standingOf(sourced[0]!)
    expect(standing).toMatchObject({ status: 'attributed', carry: 'same', source: { text: 'customs data' }, cue: { text: 'according to' } })
  })

  test('nothing in the posts or in the comment is reported or counted', () => {
    const article = read(story, 'story.txt')
    const outside = (at: { start: number }) => at.start > story.indexOf('One Response') || (at.start > story.indexOf('LATEST') && at.start < story.indexOf('It is not the first')) ||
      (at.start > story.indexOf('Sundmark’s president says') && at.start < story.indexOf('The government has already'))
    expect(lint(story).filter((f) => outside(f.span))).toEqual([])
    expect(article.statistics.filter((s) => outside(s.span))).toEqual([])
    expect(article.disclosures.filter((d) => outside(d.span))).toEqual([])
  })

  test('years, terms and decades are no statistics', () => {
    const texts = read(story, 'story.txt').statistics.map((s) => s.text).join(' | ')
    for (const none of ['2021', '2018', 'first', '1990s', 'March']) expect(texts).not.toContain(none)
  })

  const [sources, holdings, recommendation, research, licenses] = STATEMENTS
  test.each([
    [sources, ['sources-statement']],
    [holdings, ['affiliation-statement', 'holdings-statement']],
    [recommendation, ['recommendation-statement']],
    [research, ['research-statement']],
    [licenses, ['license-statement']],
  ])('without “%s” exactly that is reported', (statement, rules) => {
    expect(disclosures(story.replace(` ${statement}`, '').replace(`${statement} `, ''))).toEqual(rules)
  })

  test.each([
    ['has no securities', 'has securities'],
    ['Not a recommendation', 'A recommendation'],
    ['holds no licenses', 'holds licenses'],
  ])('“%s” turned into “%s” is reported once or twice, and at the sentence', (sound, reversed) => {
    const text = story.replace(sound, reversed)
    const at = text.indexOf(reversed)
    const found = lint(text).filter((f) => /-statement$|^disclosure-defect$/u.test(f.rule))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(2)
    const sentence = text.slice(text.lastIndexOf('. ', at) + 2, text.indexOf('.', at) + 1)
    for (const { span, related } of found) {
      const shown = [span, ...related.map((r) => r.span)].map((s) => text.slice(s.start, s.end))
      expect(shown.some((words) => sentence.includes(words) || words.includes(sentence))).toBe(true)
    }
  })

  test('a block that stands in the reader’s comment is nobody’s', () => {
    const moved = `${story.replace(`${BLOCK}\n`, '').trimEnd()} ${BLOCK}\n`
    expect(disclosures(moved)).toEqual([
      'affiliation-statement', 'holdings-statement', 'license-statement', 'recommendation-statement', 'research-statement', 'sources-statement',
    ])
  })
})
