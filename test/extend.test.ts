import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { installed } from './support/pack.ts'
import { bin, node } from './support/run.ts'

const BLOCK = /^```ts file=(\S+)\n([\s\S]*?)^```$/gmu
const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'extend.md'), 'utf8')
const blocks = [...page.matchAll(BLOCK)].map(([, name = '', text = '']) => ({ name, text }))

let folder: string
beforeAll(async () => {
  folder = join(await installed(), `extend-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of blocks) writeFileSync(join(folder, name), text)
  const compilerOptions = { strict: true, target: 'es2023', lib: ['es2023', 'dom'], types: [], outDir: '.', rewriteRelativeImportExtensions: true, exactOptionalPropertyTypes: true }
  for (const [name, options] of Object.entries({ nodenext: { module: 'nodenext' }, bundler: { module: 'esnext', moduleResolution: 'bundler' } })) {
    writeFileSync(join(folder, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, files: blocks.map((block) => block.name) }))
  }
})

describe('docs/extend.md, from the packed package', () => {
  test('every block is ten lines or a little more', () => {
    expect(blocks.map(({ name }) => name)).toEqual(['rule.ts', 'preset.ts', 'eslint.ts', 'format.ts', 'reporter.ts'])
    for (const { name, text } of blocks) expect(text.trim().split('\n').filter((line) => line.trim()).length, name).toBeLessThanOrEqual(14)
  })

  test.each(['bundler', 'nodenext'])('has types for %s', (name) => {
    expect(bin(folder, 'typescript', '-p', `tsconfig.${name}.json`)).toMatchObject({ code: 0, out: '' })
  })

  test.each([
    ['preset.js', /^true\n$/u],
    ['format.js', /^Experts\n$/u],
    ['reporter.js', /^\| a\.md:1:1 \| vague-source \| .+ \|\n+$/u],
  ])('%s runs', (name, expected) => {
    const { out, err } = node(folder, name)
    expect(err).toBe('')
    expect(out).toMatch(expected)
  })

  test('the rule runs in ESLint', () => {
    writeFileSync(join(folder, 'a.md'), 'Rumour has it.\n')
    expect(bin(folder, 'eslint', '--no-config-lookup', '-c', 'eslint.js', '--quiet', 'a.md').out).toContain('desk/hearsay')
  })
})
