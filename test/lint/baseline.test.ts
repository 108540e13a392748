import { describe, expect, test } from 'vitest'
import { createLinter } from '../../src/fineprint.ts'
import { read } from '../../src/formats/read.ts'
import { applyBaseline, baselineOf, fromEslint, pruned, readBaseline, readEslintCounts, withFile, writeBaseline, EMPTY_BASELINE, type FileBaseline } from '../../src/lint/baseline.ts'
import { defineRule } from '../../src/lint/rule.ts'

const flag = defineRule({
  summary: 'The word FLAG',
  messages: { flag: 'a FLAG' },
  check({ article, report }) {
    for (const { prose } of article.blocks) {
      for (const { index } of prose.text.matchAll(/FLAG/gu)) report('flag', prose.spanOf(index, index + 4))
    }
  },
})
const linter = createLinter({ plugins: [{ rules: { flag } }], preset: { summary: 'test', rules: { flag: 'warn' } } })
const lint = (text: string) => {
  const article = read(text, 'story.md')
  return { article, findings: linter.lint(article) }
}
const baseline = (text: string): FileBaseline => {
  const { article, findings } = lint(text)
  return baselineOf(article, findings)
}
/** How many findings of a text a baseline leaves standing, and how many of its entries are stale. */
const against = (text: string, known: FileBaseline) => {
  const { article, findings } = lint(text)
  const { findings: judged, stale } = applyBaseline(article, findings, known)
  return { standing: judged.filter((f) => !f.silenced).map((f) => f.span.start), stale: Object.values(stale).flat().length }
}

const OLD = 'The first FLAG stands here.\n\nA quiet day.\n\nThe second FLAG stands there.\n'

describe('a baseline', () => {
  test.each([
    ['the same text', OLD, { standing: [], stale: 0 }],
    ['a line more above', `A new lead.\n\n${OLD}`, { standing: [], stale: 0 }],
    ['paragraphs in another order', 'The second FLAG stands there.\n\nA quiet day.\n\nThe first FLAG stands here.\n', { standing: [], stale: 0 }],
    ['another line break in the sentence', OLD.replace('FLAG stands', 'FLAG\nstands'), { standing: [], stale: 0 }],
    ['a word changed', OLD.replace('first', 'only'), { standing: [9], stale: 1 }],
    ['a fault gone', OLD.replace('first FLAG', 'first'), { standing: [], stale: 1 }],
    ['a new fault beside the old ones', `${OLD}\nA third FLAG.\n`, { standing: [OLD.length + 9], stale: 0 }],
    ['a new fault in place of an old one', OLD.replace('The first FLAG stands here', 'A fresh FLAG came'), { standing: [8], stale: 1 }],
    ['a forgiven sentence repeated', `${OLD}\nThe first FLAG stands here.\n`, { standing: [OLD.length + 11], stale: 0 }],
  ])('forgives by the words: %s', (_, text, expected) => expect(against(text, baseline(OLD))).toEqual(expected))

  test('tells the same sentence apart by its neighbours', () => {
    const twice = 'One.\n\nA FLAG.\n\nTwo.\n\nThree.\n\nA FLAG.\n\nFour.\n'
    const { flag: entries } = baseline(twice)
    expect(against(twice, { flag: [entries![1]!] }).standing).toEqual([twice.indexOf('FLAG')])
  })

  test('does not touch what a waiver silences', () => {
    const { article, findings } = lint('<!-- fineprint-waive flag -- seen -->\n\nA FLAG.\n')
    expect(baselineOf(article, findings)).toEqual({})
    expect(applyBaseline(article, findings, baseline('A FLAG.\n')).findings[0]!.silenced).toEqual({ by: 'waiver', reason: 'seen' })
  })

  test('is pruned of what is stale', () => {
    const known = baseline(OLD)
    const { article, findings } = lint(OLD.replace('first', 'only'))
    const { stale } = applyBaseline(article, findings, known)
    expect(pruned(known, stale)).toEqual({ flag: [known['flag']![1]] })
    expect(pruned(known, known)).toEqual({})
  })

  test('is written with sorted keys and read back', () => {
    let all = withFile(withFile(EMPTY_BASELINE, 'b.md', baseline(OLD)), 'a.md', baseline('A FLAG.\n'))
    const text = writeBaseline(all)
    expect(text.indexOf('"a.md"')).toBeLessThan(text.indexOf('"b.md"'))
    expect(writeBaseline(readBaseline(text))).toBe(text)
    all = withFile(all, 'a.md', {})
    expect(Object.keys(all.files)).toEqual(['b.md'])
  })

  test.each([['no JSON', '{'], ['another shape', '{"version": 2}'], ['entries without words', '{"version":1,"files":{"a.md":{"flag":[1]}}}']])(
    'refuses %s', (_, text) => expect(() => readBaseline(text)).toThrow(/^is no/u))

  test('names ESLint\'s file, and imports it', () => {
    const eslint = '{"a.md": {"fineprint/flag": {"count": 2}, "no-html": {"count": 1}}}'
    expect(() => readBaseline(eslint)).toThrow('ESLint')
    const counts = readEslintCounts(eslint)['a.md']!
    const two = lint(OLD)
    expect(against(OLD, fromEslint(baselineOf(two.article, two.findings), counts))).toEqual({ standing: [], stale: 0 })
    const three = lint(`${OLD}\nA third FLAG.\n`)
    expect(fromEslint(baselineOf(three.article, three.findings), counts)).toEqual({})
  })
})
