import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { auditCommand } from '../../../src/adapters/audit/command.ts'
import type { Judged, Result } from '../../../src/adapters/audit/result.ts'
import { textHashOf } from '../../../src/adapters/gate/judge.ts'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
let out: string
let err: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fp-audit-'))
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
const audit = (...argv: string[]) => auditCommand(argv, { cwd: folder, environment: { SOURCE_DATE_EPOCH: '1790000000' }, root })
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const results = (name = 'out') => readFileSync(join(folder, name, 'results.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Result)
const UNSOURCED = 'Norland sent 4,200 inspectors to the border in May.'
const SOURCED = 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.'
const record = (id: string, text: string, more: object = {}) => `${JSON.stringify({ id, text, ...more })}\n`

describe('an audit', () => {
  test('gives a line an article, and a report', async () => {
    write('a.jsonl', record('good', SOURCED) + record('bad', UNSOURCED, { author: 'Ines Ruiz', date: '2026-03-04', title: 'Border talks' }) + 'no json\n')
    expect(await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')).toBe(0)
    expect(out).toMatch(/^2 articles, 1 error, 0 warnings, 1 with nothing found, 1 not judged: .*report\.html\n$/u)
    expect(err).toBe('')
    const [broken, good, bad] = results().sort((a, b) => ('error' in a ? -1 : 'error' in b ? 1 : b.id < a.id ? -1 : 1)) as [Result, Judged, Judged]
    expect(broken).toMatchObject({ ref: 'a.jsonl:3', error: { code: 'no-json' } })
    expect(good).toMatchObject({ id: 'good', ref: 'a.jsonl:1', rules: {}, findings: [], figures: { attributed: 1, unattributed: 0 }, elements: { holdings: 'absent' } })
    expect(bad).toMatchObject({
      about: { title: 'Border talks', author: 'Ines Ruiz', date: '2026-03-04' }, rules: { 'statistic-attribution': [1, 0] },
      findings: [{ rule: 'statistic-attribution', severity: 'error', field: 'text', start: UNSOURCED.indexOf('4,200'), line: 1, column: 14, excerpt: '4,200' }],
    })
    // The hash by which the gate's receipts name the same words.
    expect(good.textHash).toBe(textHashOf({ text: SOURCED, format: 'markdown' }))
    expect(JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8'))).toMatchObject({ articles: 2, failed: 1, findings: { error: 1 } })
    for (const name of ['report.md', 'report.html']) expect(readFileSync(join(folder, 'out', name), 'utf8')).toContain('Border talks')
  })

  test('reads files by their endings, and files of several articles article by article', async () => {
    write('story.md', `---\nauthor: Ines Ruiz\ndate: 2026-03-04\nsection: trade\n---\n\n${UNSOURCED}\n`)
    write('list.json', JSON.stringify([{ title: 'One', body: UNSOURCED }, { title: 'Two', body: SOURCED }]))
    expect(await audit('--preset', 'recommended', '--out', 'out', 'story.md', 'list.json')).toBe(0)
    const found = results() as Judged[]
    expect(found.map(({ id, part, severities }) => [id, part, severities.error]).sort()).toEqual([['list.json#1', [1, 2], 1], ['list.json#2', [2, 2], 0], ['story.md', undefined, 1]])
    expect(found.find(({ id }) => id === 'story.md')!.about).toEqual({ author: 'Ines Ruiz', date: '2026-03-04', section: 'trade' })
  })

  test('run again does only what is missing, and takes out what is gone', async () => {
    write('a.jsonl', record('a', SOURCED) + record('b', UNSOURCED))
    await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')
    const before = readFileSync(join(folder, 'out', 'results.jsonl'), 'utf8')
    appendFileSync(join(folder, 'a.jsonl'), record('c', UNSOURCED))
    expect(await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')).toBe(0)
    const after = readFileSync(join(folder, 'out', 'results.jsonl'), 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(results().map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
    write('a.jsonl', record('a', SOURCED) + record('c', SOURCED))
    expect(await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')).toBe(0)
    expect(err).toMatch(/2 results of articles that are no longer in the archive, or have changed, were taken out/u)
    expect((results() as Judged[]).map(({ id, severities }) => [id, severities.error]).sort()).toEqual([['a', 0], ['c', 0]])
  })

  test('with other rules says what to do', async () => {
    write('a.jsonl', record('a', UNSOURCED))
    await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')
    expect(await audit('--preset', 'recommended', '--rule', 'statistic-attribution:warn', '--out', 'out', 'a.jsonl')).toBe(2)
    expect(err).toMatch(/out: was begun with other rules \(.*\): --restart judges everything anew, or give another folder with --out\n$/u)
    expect(await audit('--preset', 'recommended', '--rule', 'statistic-attribution:warn', '--out', 'out', '--restart', 'a.jsonl')).toBe(0)
    expect((results() as Judged[])[0]!.severities).toEqual({ error: 0, warn: 1, info: 0 })
  })

  test('reads formats and fields of the config’s own', async () => {
    write('fineprint.config.mjs', `export default {
      preset: 'recommended', fields: { story: 'body' }, reporters: { mine: () => '' },
      formats: [{ extensions: ['.shout'], read: (text) => ({ blocks: [], comments: [], meta: { author: 'Ines Ruiz' }, notices: [], layout: { paragraphAfter: () => { throw new Error() } } }) }],
    }`)
    write('a.json', JSON.stringify({ story: UNSOURCED }))
    write('b.shout', 'ANYTHING')
    expect(await audit('--out', 'out', '*.json', '*.shout')).toBe(0)
    expect((results() as Judged[]).map(({ id, about, severities }) => [id, about.author, severities.error]).sort()).toEqual([['a.json', undefined, 1], ['b.shout', 'Ines Ruiz', 0]])
  })

  test('leaves nothing of the config beside the results', async () => {
    write('a.jsonl', record('a', SOURCED))
    write('fineprint.config.json', JSON.stringify({ preset: 'recommended', facts: { secret: 'holds Norland' } }))
    expect(await audit('--out', 'out', 'a.jsonl')).toBe(0)
    for (const name of ['run.json', 'results.jsonl', 'report.json']) expect(readFileSync(join(folder, 'out', name), 'utf8')).not.toContain('holds Norland')
    // It counts all the same: other facts are other rules.
    write('fineprint.config.json', JSON.stringify({ preset: 'recommended', facts: { secret: 'holds nothing' } }))
    expect(await audit('--out', 'out', 'a.jsonl')).toBe(2)
  })

  test('goes on by the day it began on', async () => {
    write('a.jsonl', record('a', SOURCED))
    await audit('--preset', 'recommended', '--out', 'out', 'a.jsonl')
    const later = () => auditCommand(['--preset', 'recommended', '--out', 'out', 'a.jsonl'], { cwd: folder, environment: { SOURCE_DATE_EPOCH: '1800000000' }, root })
    expect(await later()).toBe(0)
  })

  test('judges each article by its own day where it is asked to', async () => {
    const waived = (until: string) => `<!-- fineprint-waive statistic-attribution until=${until} by=desk -- counted by our reporter -->\n${UNSOURCED}`
    write('a.jsonl', record('then', waived('2026-01-01'), { date: '2025-12-01' }) + record('after', waived('2026-01-01'), { date: '2026-02-01' }))
    await audit('--preset', 'recommended', '--as-of', 'published', '--out', 'out', 'a.jsonl')
    expect((results() as Judged[]).map(({ id, rules }) => [id, rules['statistic-attribution']]).sort()).toEqual([['after', [1, 0]], ['then', [0, 1]]])
  })

  test('counts the same article once', async () => {
    write('a.jsonl', record('a', UNSOURCED) + record('a', UNSOURCED) + record('b', UNSOURCED))
    await audit('--out', 'out', 'a.jsonl')
    expect(results().map(({ id }) => id).sort()).toEqual(['a', 'b'])
  })

  test('writes its report again', async () => {
    write('a.jsonl', record('a', UNSOURCED))
    await audit('--out', 'out', 'a.jsonl')
    const before = readFileSync(join(folder, 'out', 'report.json'), 'utf8')
    rmSync(join(folder, 'out', 'report.json'))
    expect(await audit('report', '--out', 'out')).toBe(0)
    expect(readFileSync(join(folder, 'out', 'report.json'), 'utf8')).toBe(before)
  })

  test.each([[[], 0], [['--max-errors', '1'], 0], [['--max-errors', '0'], 1], [['--max-warnings', '0'], 0]])('ends with a code: %j → %i', async (limits, code) => {
    write('a.jsonl', record('a', UNSOURCED))
    expect(await audit('--preset', 'recommended', '--out', 'out', ...limits, 'a.jsonl')).toBe(code)
  })
})

test.each<[string, string[], RegExp]>([
  ['an unknown option', ['--owt', 'x'], /there is no option --owt, did you mean --out\?/u],
  ['nowhere to write', ['a.md'], /expected --out <folder>/u],
  ['nothing to read', ['--out', 'x'], /expected files, folders or globs/u],
  ['a file that is not there', ['--out', 'x', 'none.jsonl'], /none\.jsonl: there is no such file/u],
  ['a map that is none', ['--out', 'x', '--map', 'body=text', 'a'], /--map: `body=text` cannot be followed, expected part=path, the part one of id, text/u],
  ['a preset that is none', ['--out', 'x', '--preset', 'houze', '-'], /preset `houze`/u],
  ['a day that is none', ['--out', 'x', '--as-of', 'yesterday', 'a'], /--as-of: `yesterday` is no date/u],
  ['a report of nothing', ['report', '--out', 'x'], /x: holds no audit/u],
  ['a queue without a database', ['work'], /needs --database postgres:\/\//u],
  ['a database that does not answer', ['status', '--database', 'postgres://somebody:secret@127.0.0.1:1/none'], /ECONNREFUSED/u],
])('%s is one line, and 2', async (_, argv, expected) => {
  expect(await audit(...argv)).toBe(2)
  expect(err).toMatch(expected)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toContain('secret')
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('help says it all', async () => {
  expect(await audit('--help')).toBe(0)
  expect(out).toMatch(/Usage: fineprint audit/u)
})
