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
    expect(blocks.map(({ name }) => name)).toEqual(['rule.ts', 'preset.ts', 'eslint.ts', 'format.ts', 'reporter.ts', 'fineprint.config.ts', 'library.ts'])
    for (const { name, text } of blocks) expect(text.trim().split('\n').filter((line) => line.trim()).length, name).toBeLessThanOrEqual(14)
  })

  test.each(['bundler', 'nodenext'])('has types for %s', (name) => {
    expect(bin(folder, 'typescript', '-p', `tsconfig.${name}.json`)).toMatchObject({ code: 0, out: '' })
  })

  test('the library runs with all of them', () => {
    const { out, err } = node(folder, 'library.js')
    expect(err).toBe('')
    expect(out).toMatch(/^\| a\.wire:2:7 \| hearsay \| .+ \|\n\n1 4%\n$/u)
  })

  test('the rule runs in ESLint', () => {
    writeFileSync(join(folder, 'a.md'), 'Rumour has it.\n')
    expect(bin(folder, 'eslint', '--no-config-lookup', '-c', 'eslint.js', '--quiet', 'a.md').out).toContain('desk/hearsay')
  })

  describe('in the terminal', () => {
    const SAID = /^\| (?:desk\/)?a\.wire:2:7 \| hearsay \| `Rumour has i` is hearsay/mu
    const fineprint = (...args: string[]) => bin(folder, 'fineprint', '--no-ignore', ...args)
    beforeAll(() => {
      mkdirSync(join(folder, 'desk'), { recursive: true })
      writeFileSync(join(folder, 'desk', 'a.wire'), 'ECO1| A dry month.\nECO2| Rumour has it that ships will wait.\n')
      writeFileSync(join(folder, 'note.json'), JSON.stringify({ headline: 'Ships wait', kicker: 'Rumour has it.', copytext: 'Rumour has it again.' }))
    })

    test.each([['JavaScript', []], ['TypeScript', ['--config', 'fineprint.config.ts']]])('a config in %s brings rule, preset, format and reporter', (_name, more) => {
      const ran = fineprint(...more, '--format', 'table', 'desk')
      expect(ran.err).toBe('')
      expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(SAID) })
    })

    test('a reporter is a file too, and writes to a path', () => {
      expect(fineprint('--format', './reporter.js:out/table.md', '--format', 'json', 'desk/a.wire').code).toBe(1)
      expect(readFileSync(join(folder, 'out', 'table.md'), 'utf8')).toMatch(SAID)
    })

    test('fields of JSON are what the config says', () => {
      expect(fineprint('--format', 'table', 'note.json').out.match(/hearsay \|/gu)).toHaveLength(2)
    })

    test.each([
      ['a format without a reading', '{ formats: [{ extensions: [".x"] }] }', /`formats[.0[\]]*`: expected a format: extensions such as \["\.wire"\], and a function read/u],
      ['an ending without its dot', '{ formats: [{ extensions: ["x"], read() {} }] }', /expected a format: extensions/u],
      ['a reporter that is none', '{ reporters: { table: 4 } }', /`reporters\.table`: expected a reporter, which is a function/u],
      ['a field nobody knows', '{ fields: { kicker: "lede" } }', /`fields\.kicker`: .*headline/u],
    ])('%s is one line', (_name, config, expected) => {
      writeFileSync(join(folder, 'broken.mjs'), `export default ${config}\n`)
      const { code, out, err } = fineprint('--config', 'broken.mjs', 'a.md')
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(expected)
      expect(err.trim().split('\n')).toHaveLength(1)
    })

    test('a format that throws leaves a finding, and a name nobody knows is a line', () => {
      writeFileSync(join(folder, 'throws.mjs'), 'export default { preset: "house", formats: [{ extensions: [".x"], read() { throw new Error("no slug") } }] }\n')
      writeFileSync(join(folder, 'b.x'), 'Ships wait.\n')
      expect(fineprint('--config', 'throws.mjs', 'b.x').out).toContain('the format for .x could not read it: no slug')
      expect(fineprint('--format', 'tabel', 'a.md')).toMatchObject({ code: 2, err: expect.stringMatching(/^fineprint: --format: `tabel` is unknown, expected pretty, .*table, a file or a package; did you mean `table`\?\n$/u) })
    })
  })
})
