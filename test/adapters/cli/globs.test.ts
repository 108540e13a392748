import { expect, test } from 'vitest'
import { globToRegExp, staticBase } from '../../../src/adapters/globs.ts'

test.each<[glob: string, fits: string[], not: string[]]>([
  ['*.md', ['a.md', '.md'], ['b/a.md', 'a.mdx', 'amd']],
  ['**/*.md', ['a.md', 'b/a.md', 'b/c/a.md'], ['a.txt']],
  ['b/**', ['b/a', 'b/c/d'], ['b', 'c/b/a']],
  ['b/**/c.md', ['b/c.md', 'b/x/y/c.md'], ['b/xc.md']],
  ['**', ['a', 'a/b/c'], []],
  ['a?.{md,txt}', ['ab.md', 'ab.txt'], ['a.md', 'a/.md', 'abc.md']],
  ['{a,b/*}/c', ['a/c', 'b/x/c'], ['b/c']],
  ['[ab].md', ['a.md', 'b.md'], ['c.md', '[ab].md']],
  ['[!ab].md', ['c.md'], ['a.md']],
  ['a\\*.md', ['a*.md'], ['ab.md']],
  ['a+(b).md', ['a+(b).md'], ['ab.md']],
  ['a{b.md', ['ab.md'], ['a{b.md']],
])('%s', (glob, fits, not) => {
  const pattern = globToRegExp(glob)
  expect({ fits: fits.filter((path) => pattern.test(path)), not: not.filter((path) => pattern.test(path)) }).toEqual({ fits, not: [] })
})

test.each([['a/b/*.md', 'a/b'], ['*.md', '.'], ['/a/**/b', '/a'], ['/*', '/'], ['a/{b,c}/d', 'a']])('%s starts in %s', (glob, base) => {
  expect(staticBase(glob)).toBe(base)
})
