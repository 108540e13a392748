import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from './program.ts'

const { run, folder } = program()

/** Severity of `vague-source` for a file, as `--print-config` says it; undefined where the rule is off. */
function severityFor(files: Record<string, string>, path: string, args: string[] = [], env: Record<string, string> = {}) {
  const cwd = realpathSync(folder(files))
  const ran = run([...args, '--print-config', path], { cwd, env })
  if (ran.code !== 0) return ran.err
  const { rules, configs } = JSON.parse(ran.out) as { rules: Record<string, [string, object]>; configs: string[] }
  return { severity: rules['vague-source']?.[0], from: configs.map((each) => each.slice(cwd.length + 1)) }
}

const set = (severity: string) => JSON.stringify({ rules: { 'vague-source': severity } })

describe('every kind of config file is read', () => {
  test.each<[name: string, content: string]>([
    ['fineprint.config.js', `export default ${set('info')}`],
    ['fineprint.config.mjs', `export default ${set('info')}`],
    ['fineprint.config.cjs', `module.exports = ${set('info')}`],
    ['fineprint.config.json', set('info')],
    ['fineprint.config.yaml', 'rules:\n  vague-source: info\n'],
    ['package.json', JSON.stringify({ name: 'desk', fineprint: { rules: { 'vague-source': 'info' } } })],
  ])('%s', (name, content) => {
    const files = { [name]: content, ...(name.endsWith('.js') ? { 'package.json': '{"type": "module"}' } : {}) }
    expect(severityFor(files, 'desk/a.md')).toEqual({ severity: 'info', from: [name] })
  })

  test('fineprint.config.ts, by the esbuild of the project or by Node itself', () => {
    const files = {
      'fineprint.config.ts': `const severity: string = 'info'\nexport default { rules: { 'vague-source': severity } }\n`,
      'node_modules/esbuild/package.json': '{"main": "index.js"}',
      'node_modules/esbuild/index.js': `module.exports = require(${JSON.stringify(join(import.meta.dirname, '../../../node_modules/esbuild'))})`,
    }
    expect(severityFor(files, 'a.md')).toEqual({ severity: 'info', from: ['fineprint.config.ts'] })
  })

  test.skipIf('typescript' in process.features && process.features.typescript)('fineprint.config.ts says what it needs where nothing reads it', () => {
    expect(severityFor({ 'fineprint.config.ts': 'export default {}' }, 'a.md')).toMatch(/cannot read TypeScript; use Node 22\.18 or later, install esbuild or typescript[^\n]*\n$/)
  })
})

describe('which config holds', () => {
  test.each<[name: string, files: Record<string, string>, path: string, args: string[], expected: { severity: string | undefined; from: string[] }]>([
    ['none: the preset house', {}, 'a.md', [], { severity: 'warn', from: [] }],
    ['the nearest, and it alone', { 'fineprint.config.json': set('error'), 'desk/fineprint.config.json': set('off') }, 'desk/sub/a.md', [], { severity: undefined, from: ['desk/fineprint.config.json'] }],
    ['of the file, not of the working folder', { 'desk/fineprint.config.json': set('error') }, 'desk/a.md', [], { severity: 'error', from: ['desk/fineprint.config.json'] }],
    ['the one that is named', { 'other.json': set('info'), 'fineprint.config.json': set('error') }, 'a.md', ['-c', 'other.json'], { severity: 'info', from: ['other.json'] }],
    ['no lookup', { 'fineprint.config.json': set('error') }, 'a.md', ['--no-config-lookup'], { severity: 'warn', from: [] }],
    ['code before data in one folder', { 'fineprint.config.mjs': `export default ${set('error')}`, 'fineprint.config.json': set('info') }, 'a.md', [], { severity: 'error', from: ['fineprint.config.mjs'] }],
    ['a package without the key is passed over', { 'fineprint.config.json': set('error'), 'desk/package.json': '{"dependencies": {"fineprint": "1"}}' }, 'desk/a.md', [], { severity: 'error', from: ['fineprint.config.json'] }],
    ['--preset over the config', { 'fineprint.config.json': '{"preset": "recommended"}' }, 'a.md', ['--preset', 'strict'], { severity: 'error', from: ['fineprint.config.json'] }],
    ['--rule over everything', { 'fineprint.config.json': '{"files": [{"match": "**", "rules": {"vague-source": "error"}}]}' }, 'a.md', ['--rule', 'vague-source:info'], { severity: 'info', from: ['fineprint.config.json'] }],
    ['globs count from the file that holds them', { 'desk/fineprint.config.json': '{"files": [{"match": "opinion/*.md", "rules": {"vague-source": "off"}}]}' }, 'desk/opinion/a.md', [], { severity: undefined, from: ['desk/fineprint.config.json'] }],
    ['and do not fit elsewhere', { 'desk/fineprint.config.json': '{"files": [{"match": "opinion/*.md", "rules": {"vague-source": "off"}}]}' }, 'desk/news/opinion/a.md', [], { severity: 'warn', from: ['desk/fineprint.config.json'] }],
    ['extends: the file over its base', { 'base/b.json': set('error'), 'fineprint.config.json': '{"extends": "./base/b.json", "rules": {"quote-attribution": "off"}}' }, 'a.md', [], { severity: 'error', from: ['fineprint.config.json', 'base/b.json'] }],
    ['extends: the later base over the earlier', { 'b.json': set('error'), 'c.json': set('info'), 'fineprint.config.json': '{"extends": ["./b.json", "./c.json"]}' }, 'a.md', [], { severity: 'info', from: ['fineprint.config.json', 'b.json', 'c.json'] }],
    ['extends: an installed package', { 'node_modules/desk-rules/package.json': '{"main": "rules.json"}', 'node_modules/desk-rules/rules.json': set('error'), 'fineprint.config.json': '{"extends": "desk-rules"}' }, 'a.md', [], { severity: 'error', from: ['fineprint.config.json', 'node_modules/desk-rules/rules.json'] }],
    ['extends: globs of the base count from the base', { 'base/b.json': '{"files": [{"match": "*.md", "rules": {"vague-source": "off"}}]}', 'fineprint.config.json': '{"extends": "./base/b.json"}' }, 'a.md', [], { severity: 'warn', from: ['fineprint.config.json', 'base/b.json'] }],
  ])('%s', (_name, files, path, args, expected) => {
    expect(severityFor(files, path, args)).toEqual(expected)
  })

  test('FINEPRINT_CONFIG names one', () => {
    expect(severityFor({ 'other.json': set('info') }, 'a.md', [], { FINEPRINT_CONFIG: 'other.json' })).toEqual({ severity: 'info', from: ['other.json'] })
  })
})

test('a file that is named has nothing to do with a broken config of another folder', () => {
  const cwd = folder({ 'fineprint.config.json': '{ "rules": 4 }', 'desk/fineprint.config.json': set('error'), 'desk/a.md': 'Experts say so.\n' })
  expect(run(['--format', 'json', 'desk/a.md'], { cwd })).toMatchObject({ code: 1, err: '' })
  expect(run(['ledger', '--format', 'json', 'desk/a.md'], { cwd })).toMatchObject({ code: 0, err: '' })
})
