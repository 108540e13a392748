import markdown from '@eslint/markdown'
import { Linter, type ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import { presets } from '../../../presets/index.ts'
import { rules } from '../../../rules/index.ts'
import fineprint, { configFor, toEslintRule } from '../../../src/adapters/eslint/index.ts'
import { createLinter } from '../../../src/fineprint.ts'
import { VERSION } from '../../../src/adapters/eslint/version.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { sureRule } from '../../support/own-rule.ts'

const desk: ESLint.Plugin = { rules: { sure: toEslintRule('sure', sureRule) } }
const FILES = ['**/*.md', '**/*.mdx', '**/*.html', '**/*.txt', '**/*.fineprint']

/** Each way Markdown reaches our rules in ESLint. */
const WAYS: Readonly<Record<string, Linter.Config>> = {
  'fineprint/article': { language: 'fineprint/article' },
  'markdown/commonmark': { language: 'markdown/commonmark' },
  'markdown/gfm with front matter': { language: 'markdown/gfm', languageOptions: { frontmatter: 'yaml' } },
}

function configOf(extra: Linter.Config, rules: Linter.RulesRecord = { 'desk/sure': 'error' }): Linter.Config[] {
  return [{ files: FILES, plugins: { fineprint, desk, markdown: markdown as ESLint.Plugin }, rules, ...extra }]
}

function verify(text: string, extra: Linter.Config = WAYS['fineprint/article']!, filename = 'news/story.md') {
  return new Linter().verify(text, configOf(extra), { filename })
}

describe('the plugin', () => {
  test('has the name, version and namespace of the package', () => {
    expect(fineprint.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'fineprint' })
    expect(VERSION).toBe(manifest.version)
  })

  test.each(Object.entries(rules))('projects %s from its one object', (id, { rule }) => {
    const { meta } = fineprint.rules![id]!
    expect(meta).toMatchObject({ type: 'problem', docs: { description: rule.summary }, hasSuggestions: true, languages: ['fineprint/*', 'markdown/*'] })
    expect(meta!.docs!.url).toMatch(new RegExp(`^https://\\S+/${id}\\.md$`, 'u'))
    expect(Object.keys(meta!.messages!)).toEqual(Object.keys(rule.messages))
    expect(meta!.fixable).toBe(rule.fixable ? 'code' : undefined)
  })

  test.each(Object.keys(presets))('offers %s as a config with files and a name', (name) => {
    const [config] = fineprint.configs[name as keyof typeof presets]
    expect(config).toMatchObject({ name: `fineprint/${name}`, language: 'fineprint/article' })
    expect(config!.files).toContain('**/*.fineprint')
    expect(new Linter().verify('A short story.\n', fineprint.configs[name as keyof typeof presets], { filename: 'a.md' }).filter((m) => m.fatal)).toEqual([])
  })

  test('makes a config of a preset of one\'s own', () => {
    const config = configFor('desk', { summary: 'x', rules: { 'vague-source': 'info', 'statistic-attribution': ['warn', { strict: true }] } })
    expect(config[0]!.rules).toEqual({ 'fineprint/vague-source': 'warn', 'fineprint/statistic-attribution': ['warn', { strict: true }] })
  })
})

describe.each(Object.entries(WAYS))('in %s', (_, way) => {
  test.each([
    ['plain', 'It is ⟦sure⟧.\n'],
    ['CRLF', 'One.\r\n\r\nIt is ⟦sure⟧.\r\n'],
    ['byte order mark', '\uFEFFIt is ⟦sure⟧.\n'],
    ['emoji', '🐟 *It* 😀 is ⟦sure⟧.\n'],
    ['entities and escapes', 'Fish &amp; chips \\* are ⟦sure⟧.\n'],
    ['a table', '| who | what |\n| --- | --- |\n| Ana | is ⟦sure⟧ |\n'],
    ['front matter', '---\ntitle: Bonds\n---\n\nIt is ⟦sure⟧.\n'],
  ])('reports place, message, related place and suggestions: %s', (_, marked) => {
    const text = marked.replace(/[⟦⟧]/gu, '')
    const [message, ...others] = verify(text, way)
    expect(others).toEqual([])
    const before = marked.slice(0, marked.indexOf('⟦')).replace('\uFEFF', '')
    const at = { line: before.split(/\r?\n/u).length, column: before.length - before.lastIndexOf('\n') }
    expect(message).toMatchObject({ ...at, endLine: at.line, endColumn: at.column + 4, messageId: 'sure', severity: 2 })
    expect(message!.message).toMatch(/^`sure` promises too much, expected something milder \(line \d+: the sentence begins with `\S+`\)$/u)
    expect(message!.suggestions).toMatchObject([
      { desc: 'Write `likely`', fix: { range: [before.length, before.length + 4], text: 'likely' } }, { desc: 'Ask who says so' },
    ])
  })

  test('eslint-disable comments work, with their reason', () => {
    const text = '<!-- eslint-disable-next-line desk/sure -- his own words -->\nIt is sure.\n'
    expect(verify(text, way)).toEqual([])
    expect(verify(`<!-- eslint-disable desk/sure -->\n\nIt is sure.\n\nSo sure.\n\n<!-- eslint-enable desk/sure -->\n\nStill sure.\n`, way)).toHaveLength(1)
  })

  test('an unused eslint-disable is reported', () => {
    const config = configOf({ ...way, linterOptions: { reportUnusedDisableDirectives: 'warn' } })
    expect(new Linter().verify('<!-- eslint-disable-next-line desk/sure -->\nIt is.\n', config, { filename: 'a.md' })).toMatchObject([{ ruleId: null, line: 1, severity: 1 }])
  })

  test('rules can be set in a comment', () => {
    expect(verify('<!-- eslint desk/sure: "warn" -->\n\nIt is sure.\n', way)).toMatchObject([{ severity: 1 }])
  })

  test('our waivers work', () => {
    expect(verify('<!-- fineprint-waive sure -- his own words -->\n\nIt is sure.\n\nAnd sure.\n', way)).toMatchObject([{ line: 5 }])
  })

  test('a waiver is judged by all rules that are on, and by the duties set for it', () => {
    const rules: Linter.RulesRecord = { 'desk/sure': 'error', 'fineprint/waiver': 'warn' }
    const run = (text: string) => new Linter().verify(text, configOf(way, rules), { filename: 'a.md' }).map((m) => m.messageId)
    expect(run('<!-- fineprint-waive sure -- why -->\n\nIt is sure.\n')).toEqual([])
    expect(run('<!-- fineprint-waive sure -- why -->\n\nIt is.\n')).toEqual(['unused'])
    expect(run('<!-- fineprint-waive sure -->\n\nIt is sure.\n')).toEqual(['reason', 'sure'])
    expect(run('<!-- fineprint-waive shure -- why -->\n\nIt is.\n')).toEqual(['unknown'])
  })

  test('--fix applies fixes and no suggestion', () => {
    const { output, fixed, messages } = new Linter().verifyAndFix('\uFEFFA sure thing 😀\r\n\r\nIt is sure.\r\n', configOf(way), { filename: 'a.md' })
    expect({ output, fixed, left: messages.length }).toEqual({ output: '\uFEFFA likely 😀\r\n\r\nIt is sure.\r\n', fixed: true, left: 1 })
  })
})

describe('formats by extension', () => {
  test.each([
    ['a.html', '<p>Fish &amp; chips are <b>sure</b>.</p>', { line: 1, column: 28, endColumn: 32 }],
    ['a.txt', 'One\n\nIt is sure', { line: 3, column: 7, endColumn: 11 }],
  ])('%s', (filename, text, place) => {
    expect(verify(text, undefined, filename)).toMatchObject([place])
  })
})

describe('config', () => {
  const run = (extra: Linter.Config, rules?: Linter.RulesRecord) => () => new Linter().verify('It is sure.\n', configOf({ ...WAYS['fineprint/article'], ...extra }, rules), { filename: 'a.md' })

  test('options reach the rule and are checked by its schema', () => {
    const [message] = run({}, { 'desk/sure': ['error', { note: ' (?)' }] })()
    expect(message!.suggestions![1]!.fix.text).toBe(' (?)')
    expect(run({}, { 'desk/sure': ['error', { note: 4 }] })).toThrow(/desk\/sure[\s\S]*should be string/u)
    expect(run({}, { 'fineprint/statistic-attribution': ['error', { stricts: true }] })).toThrow(/statistic-attribution[\s\S]*should NOT have additional properties/u)
  })

  test('settings are checked, and what is wrong is one line', () => {
    expect(run({ settings: { fineprint: { asOf: '2027-01-31', facts: {} } } })).not.toThrow()
    expect(run({ settings: { fineprint: { asof: '2027-01-31' } } })).toThrow(/: `settings\.fineprint`: expected .*, found `asof`/u)
    expect(run({ settings: { fineprint: { asOf: 'tomorrow' } } })).toThrow(/: `settings\.fineprint\.asOf`: expected a date such as 2027-01-31/u)
    expect(run({ settings: { fineprint: 'house' } })).toThrow(/: `settings\.fineprint`: expected/u)
  })

  test.each<[what: string, register: unknown, line: RegExp]>([
    ['a path', './register.yaml', /: `settings\.fineprint\.register`: expected the register itself[^\n]*\n[^\n]*$/u],
    ['an unknown entity', { authors: [{ name: 'Ana Roth', holdings: [{ entity: 'vega', from: '2025-02-01' }] }] }, /: `settings\.fineprint\.register`: `vega` is not in `entities`\n[^\n]*$/u],
  ])('a register is data and is checked: %s', (_, register, line) => {
    expect(run({ settings: { fineprint: { register } } })).toThrow(expect.objectContaining({ message: expect.stringMatching(line) }))
  })

  test('rules know the register, the facts and the day of the settings', () => {
    const register = { entities: [{ id: 'norland', names: ['Norland'] }], authors: [{ name: 'Ana Roth', holdings: [{ entity: 'norland', from: '2025-02-01' }] }] }
    const text = '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Norland reports\n\nBuy shares of Norland now.\n\nThe author holds no position in Norland.\n'
    const said = (settings: object) => new Linter().verify(text, configOf({ ...WAYS['fineprint/article'], settings: { fineprint: settings } }, { 'fineprint/holdings-contradicted': 'error' }), { filename: 'a.md' })
    expect(said({})).toEqual([])
    expect(said({ register })).toMatchObject([{ ruleId: 'fineprint/holdings-contradicted', severity: 2 }])
  })

  test('what a rule gives as information is no error here; a rule of hints shows them', () => {
    const promo = '# Norland reports\n\nBuy shares of Norland (NYSE: NRL) now. Sponsored by an investor. The author holds no position in Norland.\n'
    const cfd = '# Trade CFDs on gold with Vale Markets\n\nOpen a CFD trading account with us today. CFDs carry a high risk.\n'
    const verifyWith = (text: string, id: string, options?: object) => new Linter().verify(text, configOf(WAYS['fineprint/article']!, { [`fineprint/${id}`]: options ? ['error', options] : 'error' }), { filename: 'a.md' })
    const core = (text: string, id: string, options?: object) => createLinter({ preset: { summary: 'one', rules: { [id]: ['error', options ?? {}] } } }).lint(text, { path: 'a.md' })
    expect(core(cfd, 'mandated-text', { provisions: ['eu-cfd-warning'] }).map(({ severity }) => severity)).toEqual(['info'])
    expect(verifyWith(cfd, 'mandated-text', { provisions: ['eu-cfd-warning'] })).toEqual([])
    expect(core(promo, 'missing-facts').map(({ severity }) => severity)).toContain('info')
    expect(verifyWith(promo, 'missing-facts')).toHaveLength(core(promo, 'missing-facts').length)
  })

  test('a waiver runs out by the date in the settings', () => {
    const text = '<!-- fineprint-waive sure until=2026-01-31 -- why -->\n\nIt is sure.\n'
    const at = (asOf: string) => new Linter().verify(text, configOf({ ...WAYS['fineprint/article'], settings: { fineprint: { asOf } } }), { filename: 'a.md' }).length
    expect([at('2026-01-31'), at('2026-02-01')]).toEqual([0, 1])
  })

  test('a user may register the plugin under any name', () => {
    const config: Linter.Config[] = [{ files: FILES, plugins: { fp2: fineprint }, language: 'fp2/article', rules: { 'fp2/unread-markup': 'error' } }]
    expect(new Linter().verify('---\ntitle: [a\n---\n\nA.\n', config, { filename: 'a.md' }).map((m) => m.ruleId)).toEqual(['fp2/unread-markup'])
  })

  test('on JavaScript the rules refuse to run', () => {
    const config: Linter.Config[] = [{ plugins: { fineprint }, rules: { 'fineprint/vague-source': 'error' } }]
    expect(() => new Linter().verify('1', config, { filename: 'a.js' })).toThrow(/fineprint\/vague-source/u)
  })
})
