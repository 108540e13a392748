import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { example } from '../../support/pack.ts'
import { bin } from '../../support/run.ts'

let folder: string
beforeAll(async () => {
  folder = await example('eslint')
})

const eslint = (...args: string[]) => bin(folder, 'eslint', ...args)
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

describe('the ESLint example, from the packed package', () => {
  test('reports what it should, where it should', () => {
    const { out, code, err } = eslint('news/', '--format', 'json')
    expect(err).toBe('')
    expect(code).toBe(1)
    const [result] = JSON.parse(out) as ESLint.LintResult[]
    expect(result!.messages.map(({ ruleId, line, column, endColumn, severity }) => ({ ruleId, line, column, endColumn, severity }))).toEqual([
      { ruleId: 'fineprint/statistic-attribution', line: 10, column: 15, endColumn: 17, severity: 2 },
      { ruleId: 'fineprint/vague-source', line: 12, column: 1, endColumn: 8, severity: 1 },
    ])
    expect(result!.suppressedMessages.map((m) => m.suppressions[0]!.justification)).toEqual(['counted by the desk on the day'])
    expect(result!.messages[0]!.suggestions!.length).toBeGreaterThan(0)
  })

  test('--cache remembers, and sees a change', () => {
    const run = (): number => (JSON.parse(eslint('news/', '--cache', '--format', 'json').out) as ESLint.LintResult[])[0]!.messages.length
    expect(run()).toBe(2)
    expect(existsSync(join(folder, '.eslintcache'))).toBe(true)
    expect(readFileSync(join(folder, '.eslintcache'), 'utf8')).toContain('statistic-attribution')
    expect(run()).toBe(2)
    const text = readFileSync(join(folder, 'news/harbour.md'), 'utf8')
    write('news/harbour.md', `${text}\nExperts say so.\n`)
    expect(run()).toBe(3)
    write('news/harbour.md', text)
  })

  test('--suppress-all keeps the archive quiet, and a new fault is reported', () => {
    const place = ['--suppressions-location', 'archive.json']
    expect(eslint('news/', '--suppress-all', ...place).code).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'archive.json'), 'utf8'))).toEqual({ 'news/harbour.md': { 'fineprint/statistic-attribution': { count: 1 } } })
    write('news/other.md', 'The town bought 12 boats in June.\n')
    const { code, out } = eslint('news/', '--quiet', ...place)
    expect({ code, other: out.includes('other.md'), harbour: out.includes('harbour.md') }).toEqual({ code: 1, other: true, harbour: false })
  })

  test.each([
    ['an unknown option', "{ rules: { 'fineprint/statistic-attribution': ['error', { stricts: true }] } }", /Unexpected property "stricts". Expected properties: "marketData", "strict"/u],
    ['a wrong setting', "{ settings: { fineprint: { asOf: 'soon' } } }", /^ConfigError: `settings\.fineprint\.asOf`: expected a date such as 2027-01-31$/mu],
  ])('%s is said in one clear line, without our own stack', (_, extra, expected) => {
    write('broken.config.js', `import fineprint from 'fineprint/eslint'\nexport default [...fineprint.configs.recommended, { files: ['**/*.md'], ...${extra} }]\n`)
    const { code, err } = eslint('news/harbour.md', '--config', 'broken.config.js')
    expect(code).toBe(2)
    expect(err).toMatch(expected)
    expect(err).not.toContain(join('node_modules', 'fineprint'))
  })

  test('`extends` in defineConfig finds a preset by name', () => {
    write('extends.config.js', `import { defineConfig } from 'eslint/config'\nimport fineprint from 'fineprint/eslint'\nexport default defineConfig([{ files: ['news/**'], plugins: { fineprint }, extends: ['fineprint/recommended'] }])\n`)
    expect(eslint('news/harbour.md', '--config', 'extends.config.js', '--quiet').out).toContain('fineprint/statistic-attribution')
  })
})
