import { describe, expect, test } from 'vitest'
import { builtIn } from '../../src/catalog.ts'
import { checkConfig } from '../../src/lint/check-config.ts'
import { nearest, settingsFor, type Catalog } from '../../src/lint/config.ts'
import { createLinter } from '../../src/fineprint.ts'
import { defineRule } from '../../src/lint/rule.ts'

const rule = (summary: string) => ({ rule: { summary, messages: {}, check() {} }, defaults: { depth: 1, name: 'a' } })
const catalog: Catalog = {
  rules: new Map([['one', rule('One')], ['two', rule('Two')]]),
  presets: new Map([
    ['soft', { summary: 'Soft', rules: { one: 'warn', two: ['info', { depth: 3 }] } }],
    ['hard', { summary: 'Hard', rules: { one: ['error', { depth: 2 }], two: 'off' } }],
  ]),
}
const of = (config: Parameters<typeof settingsFor>[0], path = '') => Object.fromEntries(settingsFor(config, catalog, (glob) => glob === path))

describe('settings for a file', () => {
  test.each([
    ['nothing asked, nothing on', {}, {}],
    ['a preset', { preset: 'soft' }, { one: { severity: 'warn', options: { depth: 1, name: 'a' } }, two: { severity: 'info', options: { depth: 3, name: 'a' } } }],
    ['of two presets the strictest wins', { preset: ['soft', 'hard'] }, { one: { severity: 'error', options: { depth: 2, name: 'a' } }, two: { severity: 'info', options: { depth: 3, name: 'a' } } }],
    ['in whichever order', { preset: ['hard', 'soft'] }, { one: { severity: 'error', options: { depth: 2, name: 'a' } }, two: { severity: 'info', options: { depth: 3, name: 'a' } } }],
    ['rules over presets; a bare severity keeps options', { preset: 'hard', rules: { one: 'warn' } }, { one: { severity: 'warn', options: { depth: 2, name: 'a' } } }],
    ['options over options', { preset: 'hard', rules: { one: ['info', { name: 'b' }] } }, { one: { severity: 'info', options: { depth: 1, name: 'b' } } }],
    ['off', { preset: 'soft', rules: { one: 'off', two: 'off' } }, {}],
  ] as const)('%s', (_, config, expected) => {
    expect(of(config as never)).toEqual(expected)
  })

  test('entries for files lie over the rest where they match', () => {
    const config = { preset: 'soft', rules: { two: 'off' }, files: [{ match: 'blog/**', rules: { one: 'off' } }, { match: ['x', 'wire/**'], preset: 'hard' }] } as const
    expect(Object.keys(of(config, 'news'))).toEqual(['one'])
    expect(Object.keys(of(config, 'blog/**'))).toEqual([])
    expect(of(config, 'wire/**')['one']!.severity).toBe('error')
  })
})

describe('a config that cannot be used says so in one line', () => {
  test.each([
    [{ rule: {} }, 'there is no setting `rule`, did you mean `rules`?'],
    [{ preset: 'hose' }, 'there is no preset `hose`, did you mean `house`?'],
    [{ rules: { 'statistic-atribution': 'warn' } }, 'there is no rule `statistic-atribution`, did you mean `statistic-attribution`?'],
    [{ rules: { 'statistic-attribution': 'warning' } }, '`rules.statistic-attribution`: expected error, warn, info, off, or [severity, options]'],
    [{ rules: { 'statistic-attribution': ['warn', { marketData: 'yes' }] } }, 'rules.statistic-attribution: `marketData`: expected one of "exempt"|"source"'],
    [{ rules: { 'statistic-attribution': ['warn', { depth: 1 }] } }, 'rules.statistic-attribution: Unrecognized key: "depth"'],
    [{ rules: { 'vague-source': ['warn', { depth: 1 }] } }, 'rules.vague-source: this rule takes no options'],
    [{ files: [{ match: '**', rules: { nothing: 'warn' } }] }, 'files[0].rules: there is no rule `nothing`'],
    [{ asOf: 'tomorrow' }, '`asOf`: expected a date such as 2027-01-31'],
    [[], 'expected an object with preset, rules or files'],
    [null, 'expected an object with preset, rules or files'],
    ['house', 'expected an object with preset, rules or files'],
  ])('%j', (config, message) => {
    expect(() => checkConfig(config, builtIn)).toThrow(message)
  })
})

test.each([['statistic', undefined], ['vague-sourse', 'vague-source'], ['', undefined]])('the nearest name to “%s”', (name, found) => {
  expect(nearest(name, builtIn.rules.keys())).toBe(found)
})

test('rules and presets of one’s own work like the built-in ones', () => {
  const shouting = defineRule({
    summary: 'Words in capitals',
    messages: { capitals: '`{{word}}` shouts, expected lower case' },
    options: (z) => z.object({ least: z.number().default(4).describe('How many letters shout') }),
    check({ article, options, report }) {
      for (const sentence of article.sentences) {
        for (const match of sentence.text.matchAll(/\p{Lu}+/gu)) {
          if (match[0].length >= options.least) report('capitals', sentence, { data: { word: match[0] } })
        }
      }
    },
  })
  const plugins = [{ rules: { shouting }, presets: { quiet: { summary: 'Quiet', rules: { shouting: 'warn' } } } }] as const
  const text = 'The bank said NEVER again in the UK.'
  expect(createLinter({ plugins, preset: 'quiet' }).lint(text).map((f) => [f.rule, f.severity, f.message])).toEqual([
    ['shouting', 'warn', '`NEVER` shouts, expected lower case'],
  ])
  expect(createLinter({ plugins, preset: 'quiet', rules: { shouting: ['error', { least: 2 }] } }).lint(text)).toHaveLength(2)
  expect(() => createLinter({ plugins, rules: { shouting: ['error', { least: 'two' }] } })).toThrow('rules.shouting: `least`')
})
