import { describe, expect, test } from 'vitest'
import { createLinter, type LintOptions } from '../../src/fineprint.ts'
import type { Config } from '../../src/lint/config.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { isDay, parseTerms } from '../../src/lint/waivers.ts'

/** Reports every `FLAG` in a block, so that the tests rest on no rule of the language. */
const flag = defineRule({
  summary: 'The word FLAG',
  messages: { flag: 'a FLAG' },
  check({ article, report }) {
    for (const { prose } of article.blocks) {
      for (const { index } of prose.text.matchAll(/FLAG/gu)) report('flag', prose.spanOf(index, index + 4))
    }
  },
})

/** What is left to say: `rule/message`, silenced ones in parentheses with their reason. */
function verdict(text: string, config: Config = {}, options: LintOptions = {}): string[] {
  const linter = createLinter({ plugins: [{ rules: { flag } }], preset: { summary: 'test', rules: { flag: 'warn', waiver: 'error' } }, ...config })
  return linter.lint(text, { path: 'story.md', ...options }).map(({ rule, messageId, silenced }) =>
    silenced ? `(${rule}: ${[silenced.reason, silenced.until, silenced.who].filter(Boolean).join(', ')})` : `${rule}/${messageId}`)
}

const WAIVER = '<!-- fineprint-waive flag until=2026-06-30 by=desk -- seen -->'

describe('what a waiver reaches', () => {
  test.each([
    ['the block that follows', `${WAIVER}\n\nA FLAG.\n\nA FLAG.`, ['(flag: seen, 2026-06-30, desk)', 'flag/flag']],
    ['the block it stands in', `A FLAG. <!-- fineprint-waive flag -- seen -->\n\nA FLAG.`, ['(flag: seen)', 'flag/flag']],
    ['the whole file', `A FLAG.\n\n<!-- fineprint-waive-file flag -- seen -->\n\nA FLAG.`, ['(flag: seen)', '(flag: seen)']],
    ['a table as one block', `<!-- fineprint-waive flag -- seen -->\n\n| A | FLAG |\n| --- | --- |\n| FLAG | b |\n\nA FLAG.`, ['(flag: seen)', '(flag: seen)', 'flag/flag']],
    ['a list as one block', `<!-- fineprint-waive flag -- seen -->\n\n- FLAG\n- FLAG\n\nA FLAG.`, ['(flag: seen)', '(flag: seen)', 'flag/flag']],
  ])('%s', (_, text, expected) => expect(verdict(text)).toEqual(expected))

  test('front matter waives for the file', () => {
    const text = '---\ntitle: A day\nwaivers:\n  - rule: flag\n    until: 2026-06-30\n    by: desk\n    reason: seen\n---\n\nA FLAG.\n'
    expect(verdict(text)).toEqual(['(flag: seen, 2026-06-30, desk)'])
    expect(verdict('---\nwaivers: flag -- seen\n---\n\nA FLAG.\n')).toEqual(['(flag: seen)'])
  })

  test('HTML comments waive in HTML', () => {
    expect(verdict('<!-- fineprint-waive flag -- seen --><p>A FLAG.</p><p>A FLAG.</p>', {}, { path: 'story.html' })).toEqual(['(flag: seen)', 'flag/flag'])
  })

  test('waivers from outside the text are named and are not called unused', () => {
    const waivers = [{ rules: ['flag'], reason: 'listed', by: 'desk' }]
    expect(verdict('A FLAG.', {}, { waivers })).toEqual(['(flag: listed, desk)'])
    expect(verdict('Nothing.', {}, { waivers })).toEqual([])
  })
})

describe('what makes a waiver count', () => {
  test('it holds on its last day and not after', () => {
    expect(verdict(`${WAIVER}\n\nA FLAG.`, { asOf: '2026-06-30' })).toEqual(['(flag: seen, 2026-06-30, desk)'])
    expect(verdict(`${WAIVER}\n\nA FLAG.`, { asOf: '2026-07-01' })).toEqual(['waiver/expired', 'flag/flag'])
  })

  test('without a reason it lets nothing stand where one is required', () => {
    const text = '<!-- fineprint-waive flag -->\n\nA FLAG.'
    expect(verdict(text)).toEqual(['waiver/reason', 'flag/flag'])
    expect(verdict(text, { rules: { waiver: ['error', { reason: 'optional' }] } })).toEqual(['(flag: )'])
    expect(verdict(text, { rules: { waiver: 'off' } })).toEqual(['(flag: )'])
  })

  test('one that silences nothing is reported, where its rule is on', () => {
    const text = '<!-- fineprint-waive flag vague-source -- seen -->\n\nA day.'
    expect(verdict(text)).toEqual(['waiver/unused'])
    expect(verdict(text, { rules: { flag: 'off' } })).toEqual([])
    expect(verdict(text, {}, { unusedWaivers: 'off' })).toEqual([])
    expect(createLinter({ preset: { summary: 'test', rules: { waiver: 'error', 'vague-source': 'warn' } } })
      .lint(text, { path: 'a.md', unusedWaivers: 'warn' }).map((finding) => finding.severity)).toEqual(['error', 'warn'])
  })

  test('an unused one can be removed', () => {
    const linter = createLinter({ preset: { summary: 'test', rules: { waiver: 'error', 'vague-source': 'warn' } } })
    const text = '<!-- fineprint-waive vague-source -- seen -->\n\nA day.'
    const edit = linter.lint(text, { path: 'a.md' })[0]!.suggestions[0]!.edits[0]!
    expect(text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe('\n\nA day.')
  })

  test('no waiver silences the rule that judges waivers', () => {
    expect(verdict('<!-- fineprint-waive-file waiver -- hush -->\n\n<!-- fineprint-waive -->\n\nA day.')).toContain('waiver/unnamed')
  })

  test('waivers in the text can be left out of account', () => {
    expect(verdict(`${WAIVER}\n\nA FLAG.`, { inlineWaivers: false })).toEqual(['flag/flag'])
    expect(verdict(`${WAIVER}\n\nA FLAG.`, {}, { inlineWaivers: false })).toEqual(['flag/flag'])
  })
})

test.each([
  ['a b until=2026-01-31 by=desk -- why -- not', { rules: ['a', 'b'], until: '2026-01-31', by: 'desk', reason: 'why -- not' }],
  ['a, b by="Copy desk" — why', { rules: ['a', 'b'], by: 'Copy desk', reason: 'why' }],
  ['a', { rules: ['a'] }],
  ['a --', { rules: ['a'] }],
  ['-- why', { rules: [], reason: 'why' }],
  ['', { rules: [] }],
])('the words of a waiver: %s', (text, terms) => expect(parseTerms(text)).toEqual(terms))

test.each([['2028-02-29', true], ['2026-02-29', false], ['2000-02-29', true], ['1900-02-29', false], ['2026-13-01', false], ['2026-04-31', false], ['26-01-01', false]])(
  '%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected),
)
