import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dependenciesOf, faultsIn, readAudit, type Lock } from '../scripts/audit-dependencies.ts'

const read = <T>(name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8')) as T
const lock = read<Lock>('package-lock.json')
const manifest = read<object>('package.json')

test('what is shipped is pinned by hashes, runs no scripts, and may be passed on', () => {
  expect(faultsIn(lock, manifest)).toEqual([])
})

test('the tree holds what is asked for, what that asks for, and no tool for developing', () => {
  const names = new Map(dependenciesOf(lock).map(({ name, part }) => [name, part]))
  expect(names.get('zod')).toBe('linter')
  expect(names.get('micromark')).toBe('linter')
  expect(names.get('pg-protocol')).toBe('gate')
  for (const tool of ['vitest', 'typescript', 'eslint', 'esbuild']) expect(names.has(tool)).toBe(false)
})

type Change = Record<string, unknown>
const changed = (path: string, change: Change): Lock => ({ ...lock, packages: { ...lock.packages, [path]: { ...lock.packages[path], ...change } } })
test.each<[string, string, Change, RegExp]>([
  ['a package without a hash', 'node_modules/zod', { integrity: undefined }, /zod@\S+ is not pinned by a SHA-512/u],
  ['a weak hash', 'node_modules/micromark', { integrity: 'sha1-abc' }, /micromark@\S+ is not pinned/u],
  ['a tool without a hash', 'node_modules/vitest', { integrity: undefined }, /vitest@\S+ is not pinned/u],
  ['a package from a repository', 'node_modules/yaml', { resolved: 'git+ssh://git@example.org/yaml.git' }, /yaml comes from git\+ssh/u],
  ['a link', 'node_modules/yaml', { link: true }, /yaml is a link/u],
  ['a new install script', 'node_modules/yaml', { hasInstallScript: true }, /^yaml@\S+ runs a script/u],
  ['a licence that asks for more', 'node_modules/hono', { license: 'AGPL-3.0-only' }, /^hono@\S+ has the licence AGPL-3.0-only/u],
  ['a licence that is not known', 'node_modules/hono', { license: undefined }, /^hono@\S+ has the licence unknown/u],
  ['two licences that both hold', 'node_modules/hono', { license: '(MIT AND GPL-3.0-only)' }, /^hono@/u],
  ['package.json that went on without the lock file', '', { dependencies: { zod: '^3.0.0' } }, /^dependencies of package\.json and of the lock file differ/u],
])('%s is found', (_, path, change, fault) => {
  expect(faultsIn(changed(path, change), manifest)).toContainEqual(expect.stringMatching(fault))
})

test('a script of a tool, and a choice of licences, are no fault', () => {
  expect(faultsIn(changed('node_modules/vitest', { hasInstallScript: true }), manifest)).toEqual([])
  expect(faultsIn(changed('node_modules/hono', { license: '(GPL-3.0-only OR MIT)' }), manifest)).toEqual([])
})

test('an audit that was refused is not taken for a clean one', () => {
  expect(readAudit('{"message":"405 Method Not Allowed","error":{"summary":"audit endpoint returned an error"}}')).toEqual({ refused: '405 Method Not Allowed; audit endpoint returned an error' })
  expect(readAudit('')).toHaveProperty('refused')
  expect(readAudit('{"vulnerabilities":{"hono":{"severity":"high"}},"metadata":{"vulnerabilities":{"high":1,"total":1}}}')).toEqual({ found: { high: 1, total: 1 }, names: ['hono (high)'] })
})
