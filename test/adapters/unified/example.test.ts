import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { example } from '../../support/pack.ts'
import { bin } from '../../support/run.ts'
import { converse } from './language-server.ts'

let folder: string
beforeAll(async () => {
  folder = await example('remark')
})

describe('the remark example, from the packed package', () => {
  test('remark-cli prints the findings by rule, and fails on an error', () => {
    const { code, err } = bin(folder, 'remark-cli', '--frail', '--quiet', '--no-stdout', '--no-color', 'news/')
    expect(code).toBe(1)
    expect(err.split('\n').filter((line) => /^\d.* fineprint$/u.test(line)).map((line) => line.trim().split(/\s{2,}|\s(?=error|warning|info)/u)[0])).toEqual(['10:15-10:17', '12:1-12:8'])
    expect(err).toContain('statistic-attribution')
  })

  test('a config that cannot be used is one clear line', () => {
    writeFileSync(join(folder, 'broken.json'), '{ "plugins": [["fineprint/remark", { "preset": "huose" }]] }')
    const { code, err } = bin(folder, 'remark-cli', '--no-config', '--rc-path', 'broken.json', '--quiet', '--no-stdout', '--no-color', 'news/')
    expect(code).toBe(1)
    expect(err).toContain('there is no preset `huose`, did you mean `house`?')
    expect(err).not.toContain('node_modules/fineprint/')
  })

  test('the remark language server shows the same places, with rule, page and quick fixes', async () => {
    const path = join(folder, 'news', 'harbour.md')
    const text = readFileSync(path, 'utf8')
    const { diagnostics, actions } = await converse(folder, path, text)
    expect(diagnostics).toMatchObject([
      { code: 'statistic-attribution', source: 'fineprint', severity: 1, range: { start: { line: 9, character: 14 }, end: { line: 9, character: 16 } } },
      { code: 'vague-source', source: 'fineprint', severity: 2, range: { start: { line: 11, character: 0 }, end: { line: 11, character: 7 } } },
    ])
    expect(diagnostics[0]!.codeDescription!.href).toMatch(/\/statistic-attribution\.md$/u)
    expect(actions.length).toBeGreaterThan(0)
  })
})
