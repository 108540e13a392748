import parser from '@typescript-eslint/parser'
import { Linter, type ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import fineprint, { toEslintRule } from '../../../src/adapters/eslint/index.ts'
import { sureRule } from '../../support/own-rule.ts'

const desk: ESLint.Plugin = { rules: { sure: toEslintRule('sure', sureRule) } }

const CONFIG: Linter.Config[] = [
  { linterOptions: { reportUnusedDisableDirectives: 'warn' }, plugins: { desk } },
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser } },
  { files: ['**/*.{js,ts,tsx}'], rules: { 'no-debugger': 'error' } },
  ...fineprint.configs.lift,
  { files: ['**/*.json'], plugins: { fineprint }, processor: 'fineprint/lift' },
  { files: ['**/*.fineprint'], plugins: { fineprint }, language: 'fineprint/article', rules: { 'desk/sure': 'error' } },
]
const OPTIONS = { filterCodeBlock: () => true }

const verify = (text: string, filename: string) => new Linter().verify(text, CONFIG, { filename, ...OPTIONS })
const fixed = (text: string, filename: string) => new Linter().verifyAndFix(text, CONFIG, { filename, ...OPTIONS })
/** What stands at the places of the messages. */
const words = (text: string, filename: string) => {
  const lines = text.replace('\uFEFF', '').split(/\r\n|\r|\n/u)
  return verify(text, filename).map(({ ruleId, line, column, endColumn }) => `${ruleId}: ${lines[line - 1]!.slice(column - 1, endColumn! - 1)}`)
}

const TSX = `import { article } from './story'
debugger
const price: number = 4
/** 😀 */
export const story = article\`
# It is sure

The deal is a sure thing 😀, \${price} times sure.
\`
export const page = <article><h1>It is sure &amp; safe</h1><p>It is <b>sure</b>.</p></article>
export const teaser = { headline: 'A day', body: 'It\\u2019s a sure thing \\'today\\'' }
export const marked = /* html */ '<p>It is sure.</p>'
`

describe('a script', () => {
  test.each([
    ['as it is', TSX],
    ['CRLF', TSX.replace(/\n/gu, '\r\n')],
    ['byte order mark', `\uFEFF${TSX}`],
  ])('is linted as itself, and its articles at their own places: %s', (_, text) => {
    expect(words(text, 'site/story.tsx')).toEqual([
      'no-debugger: debugger',
      'desk/sure: sure', 'desk/sure: sure thing', 'desk/sure: sure',
      'desk/sure: sure', 'desk/sure: sure',
      'desk/sure: sure thing',
      'desk/sure: sure',
    ])
  })

  test('fixes are applied in the host, and everything else stays', () => {
    const { output } = fixed(`\uFEFF${TSX}`, 'site/story.tsx')
    expect(output).toBe(`\uFEFF${TSX}`.replaceAll('sure thing', 'likely'))
  })

  test('a fix inside a string keeps the string a string', () => {
    const { output } = fixed('export const a = { headline: "x", body: "A sure thing \\"now\\"" }\n', 'a.js')
    expect(output).toBe('export const a = { headline: "x", body: "A likely \\"now\\"" }\n')
  })

  test('suggestions stand at the host\'s offsets', () => {
    const [first] = verify(TSX, 'site/story.tsx').filter((message) => message.ruleId === 'desk/sure')
    const { fix } = first!.suggestions![0]!
    expect(TSX.slice(0, fix.range[0]) + fix.text + TSX.slice(fix.range[1])).toBe(TSX.replace('It is sure', 'It is likely'))
  })

  test('one without articles is only itself', () => {
    expect(words('debugger\n', 'a.ts')).toEqual(['no-debugger: debugger'])
  })
})

describe('disable comments in a script', () => {
  const story = 'export const a = article`It is sure.`\n'

  test('reach the articles', () => {
    expect(verify(`// eslint-disable-next-line desk/sure -- his own words\n${story}`, 'a.js')).toEqual([])
    expect(verify(`/* eslint-disable desk/sure */\n\n${story}`, 'a.js')).toEqual([])
    expect(verify(`/* eslint-disable */\n\ndebugger\n${story}`, 'a.js')).toEqual([])
  })

  test('inside the article work too', () => {
    expect(verify('export const a = article`\n<!-- eslint-disable-next-line desk/sure -->\nIt is sure.\n`\n', 'a.js')).toEqual([])
  })

  test('are not called unused because one of the two views does not need them', () => {
    expect(verify(`// eslint-disable-next-line no-debugger\ndebugger\n${story}`, 'a.js').map((m) => m.ruleId)).toEqual(['desk/sure'])
    expect(verify(`// eslint-disable-next-line desk/sure, no-debugger\n${story}`, 'a.js').map((m) => m.message)).toEqual([
      expect.stringMatching(/^Unused eslint-disable directive .*'no-debugger'/u),
    ])
  })

  test('are called unused once where neither needs them', () => {
    expect(verify('// eslint-disable-next-line desk/sure\nexport const a = article`It is.`\n', 'a.js').map((m) => m.message)).toEqual([
      expect.stringMatching(/^Unused eslint-disable directive .*'desk\/sure'/u),
    ])
  })
})

describe('JSON', () => {
  const JSON_TEXT = JSON.stringify([{ title: 'Aarnes', body: 'A sure thing \u2014 “now”.\n\nIt is sure.' }, { headline: 'B', body: '<p>Fish &amp; chips are sure.</p>' }], null, 2)

  test('articles are linted at their own places, and fixed', () => {
    expect(words(JSON_TEXT, 'content/a.json')).toEqual(['desk/sure: sure thing', 'desk/sure: sure', 'desk/sure: sure'])
    const { output } = fixed(JSON_TEXT, 'content/a.json')
    expect(JSON.parse(output)).toEqual(JSON.parse(JSON_TEXT.replace('sure thing', 'likely')))
  })

  test('what is written as an escape stays one', () => {
    const text = '{"title": "\\u0041", "body": "A sure thing \\ud83d\\ude00 \\"now\\".\\n"}'
    expect(fixed(`\uFEFF${text}`, 'a.json').output).toBe(`\uFEFF${text.replace('sure thing', 'likely')}`)
  })

  test('one without articles is silent', () => {
    expect(verify('{"name": "x", "version": "1"}', 'package.json')).toEqual([])
  })
})
