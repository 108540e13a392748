import { expect, test } from 'vitest'
import { putOff } from '../../scripts/late-constants.ts'

test.each([
  ['a pattern is made where it is asked for', 'const A = /a/u\nexport const f = (s) => A.test(s)', 'let A\nexport const f = (s) => (A ??= /a/u).test(s)'],
  ['so is a set of words', "const A = new Set(['x', ...B])\nexport const f = (s) => A.has(s)", "let A\nexport const f = (s) => (A ??= new Set(['x', ...B])).has(s)"],
  ['a parenthesis that begins a line is no call of the line before', 'const A = /a/g\nfunction f() {\n  g\n  A.lastIndex = 0\n}', 'let A\nfunction f() {\n  g\n  ;(A ??= /a/g).lastIndex = 0\n}'],
  ['a property of that name is another thing', 'const A = /a/\nf({ A, B: A, C: x.A })', 'let A\nf({ A: (A ??= /a/), B: (A ??= /a/), C: x.A })'],
  ['what is exported is there at once', 'export const A = /a/\nconst B = /b/\nexport { B }', undefined],
  ['what means something else within is left', 'const A = /a/\nfunction f(A) {\n  return A\n}', undefined],
  ['what may do more than make a value is left', 'const A = count()\nf(A)', undefined],
])('%s', (_, before, after) => {
  expect(putOff(before, 'module.ts')).toBe(after ?? before)
})

test('one made of another that waits is made at once, of the other', () => {
  expect(putOff("const A = /a/\nconst B = new RegExp(A, 'u')\nf(B)", 'module.ts')).toBe("let A\nconst B = new RegExp((A ??= /a/), 'u')\nf(B)")
})
