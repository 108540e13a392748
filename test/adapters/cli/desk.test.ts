import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from './program.ts'

const { run, folder } = program()
const CONFIG = JSON.stringify({ preset: { summary: 'test', rules: { 'statistic-attribution': 'error', waiver: 'error' } } })
const BAD = '# A\n\nThe queue grew by 40% this spring.\n'
const GOOD = '# A\n\nThe queue grew this spring.\n'

function desk(files: Record<string, string>): string {
  return folder({ 'fineprint.config.json': CONFIG, ...files })
}

function repository(files: Record<string, string>): { cwd: string; git: (...args: string[]) => void } {
  const cwd = desk(files)
  const git = (...args: string[]) => void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  return { cwd, git }
}

/** What JSON output lists: `path line:column rule`, silenced ones in parentheses. */
function found(ran: { out: string }): string[] {
  const { files } = JSON.parse(ran.out) as { files: { path: string; findings: { line: number; column: number; rule: string; silenced: unknown }[] }[] }
  return files.flatMap(({ path, findings }) => findings.map(({ line, column, rule, silenced }) => (silenced ? `(${path} ${rule})` : `${path} ${line}:${column} ${rule}`)))
}

describe('--staged', () => {
  test('judges what a commit would hold, and gives places in it', () => {
    const { cwd, git } = repository({ 'a.md': BAD, 'ü b.md': `${BAD}\n` })
    git('add', '-A')
    writeFileSync(join(cwd, 'a.md'), `A line more.\n\n${GOOD}`)
    expect(found(run(['--staged', '-f', 'json'], { cwd }))).toEqual(['a.md 3:19 statistic-attribution', 'ü b.md 3:19 statistic-attribution'])
    git('add', 'a.md')
    writeFileSync(join(cwd, 'a.md'), BAD)
    expect(run(['--staged', 'a.md'], { cwd })).toMatchObject({ code: 0, out: '', err: '' })
  })

  test('is quiet about files that are ignored, deleted, binary or no articles', () => {
    const { cwd, git } = repository({ 'a.md': BAD, 'old/b.md': BAD, '.fineprintignore': 'old/\n', 'c.ts': 'export {}\n', 'd.md': 'text\u0000\u0001' })
    git('add', '-A')
    git('commit', '-qm', 'all')
    rmSync(join(cwd, 'a.md'))
    writeFileSync(join(cwd, 'old/b.md'), `${BAD}${BAD}`)
    writeFileSync(join(cwd, 'd.md'), '\u0000')
    git('add', '-A')
    expect(run(['--staged', 'a.md', 'old/b.md', 'c.ts', 'd.md', 'gone.md'], { cwd })).toMatchObject({ code: 0, out: '', err: '' })
  })

  test('works before the first commit and below the root', () => {
    const { cwd, git } = repository({ 'desk/a.md': BAD, 'b.md': BAD })
    git('add', '-A')
    expect(found(run(['--staged', '-f', 'json'], { cwd: join(cwd, 'desk') }))).toEqual(['a.md 3:19 statistic-attribution'])
  })

  test('says in one line what is missing', () => {
    expect(run(['--staged'], { cwd: desk({}) })).toMatchObject({ code: 2, err: expect.stringMatching(/^fineprint: this folder is in no git repository[^\n]*\n$/u) as string })
    expect(run(['--staged', '--fix'], { cwd: desk({}) })).toMatchObject({ code: 2 })
  })
})

test('--since takes what changed on this branch, and what is new', () => {
  const { cwd, git } = repository({ 'a.md': BAD, 'b.md': GOOD })
  git('add', '-A')
  git('commit', '-qm', 'one')
  git('checkout', '-qb', 'story')
  writeFileSync(join(cwd, 'b.md'), BAD)
  git('commit', '-qam', 'two')
  writeFileSync(join(cwd, 'c.md'), BAD)
  expect(found(run(['--since', 'main', '-f', 'json'], { cwd }))).toEqual(['b.md 3:19 statistic-attribution', 'c.md 3:19 statistic-attribution'])
  expect(run(['--since', 'nowhere'], { cwd })).toMatchObject({ code: 2 })
})

describe('the baseline', () => {
  test('forgives, reports what is stale, is pruned', () => {
    const cwd = desk({ 'a.md': BAD })
    expect(run(['--suppress-all'], { cwd })).toMatchObject({ code: 0, err: 'fineprint-suppressions.json: 1 finding added\n' })
    expect(run([], { cwd })).toMatchObject({ code: 0, out: '' })
    expect(found(run(['-f', 'json'], { cwd }))).toEqual(['(a.md statistic-attribution)'])
    writeFileSync(join(cwd, 'a.md'), `${BAD}\nThe line grew 9%.\n`)
    expect(found(run(['-f', 'json'], { cwd }))).toEqual(['(a.md statistic-attribution)', 'a.md 5:15 statistic-attribution'])
    writeFileSync(join(cwd, 'a.md'), GOOD)
    expect(run([], { cwd })).toMatchObject({ code: 1, err: expect.stringContaining('1 entry of the baseline') as string })
    expect(run(['--pass-on-unpruned-suppressions'], { cwd }).code).toBe(0)
    expect(run(['--prune-suppressions'], { cwd }).code).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, 'fineprint-suppressions.json'), 'utf8'))).toEqual({ version: 1, files: {} })
  })

  test('takes over what ESLint forgave', () => {
    const cwd = desk({ 'a.md': BAD, 'b.md': BAD, 'eslint-suppressions.json': '{"a.md": {"fineprint/statistic-attribution": {"count": 1}}}' })
    run(['--import-suppressions', 'eslint-suppressions.json'], { cwd })
    expect(found(run(['-f', 'json'], { cwd }))).toEqual(['(a.md statistic-attribution)', 'b.md 3:19 statistic-attribution'])
  })
})

describe('waivers', () => {
  const WAIVED = `<!-- fineprint-waive statistic-attribution until=2026-06-30 -- counted -->\n\n${BAD.slice(5)}`

  test.each<[string, string[], string[]]>([
    ['on its last day', ['--as-of', '2026-06-30'], ['(a.md statistic-attribution)']],
    ['a day later', ['--as-of', '2026-07-01'], ['a.md 1:1 waiver', 'a.md 3:19 statistic-attribution']],
    ['with waivers in the text switched off', ['--as-of', '2026-06-30', '--no-inline-config'], ['a.md 3:19 statistic-attribution']],
  ])('%s', (_, args, expected) => expect(found(run([...args, '-f', 'json'], { cwd: desk({ 'a.md': WAIVED }) }))).toEqual(expected))

  test('the day is the clock\'s, or that of SOURCE_DATE_EPOCH', () => {
    const cwd = desk({ 'a.md': WAIVED })
    const day = (date: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(`${date}T12:00:00Z`) / 1000) })
    expect(run([], { cwd, env: day('2026-06-30') }).code).toBe(0)
    expect(run([], { cwd, env: day('2026-07-01') }).code).toBe(1)
  })

  test('stand in a list beside the config too', () => {
    const cwd = desk({ 'old/a.md': BAD, 'fineprint-waivers.yaml': 'waivers:\n  - files: old/**\n    rules: [statistic-attribution]\n    reason: from before the desk\n' })
    expect(found(run(['-f', 'json'], { cwd }))).toEqual(['(old/a.md statistic-attribution)'])
    writeFileSync(join(cwd, 'fineprint-waivers.yaml'), '- rules: [a]\n  file: x\n')
    expect(run([], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('there is no `file`') as string })
  })

  test('unused ones weigh what the command line says', () => {
    const cwd = desk({ 'a.md': `<!-- fineprint-waive statistic-attribution -- counted -->\n\n${GOOD}` })
    expect(run([], { cwd }).code).toBe(1)
    expect(run(['--report-unused-waivers', 'warn'], { cwd }).code).toBe(0)
    expect(run(['--report-unused-waivers', 'off'], { cwd })).toMatchObject({ code: 0, out: '' })
  })
})

test('the cache gives the same report, until text or settings change', () => {
  const cwd = desk({ 'a.md': BAD, 'b.md': GOOD })
  const first = run(['--cache', '--cache-location', '.fineprintcache', '-f', 'json'], { cwd })
  const kept = readFileSync(join(cwd, '.fineprintcache'), 'utf8')
  expect(run(['--cache', '--cache-location', '.fineprintcache', '-f', 'json'], { cwd }).out).toBe(first.out)
  expect(readFileSync(join(cwd, '.fineprintcache'), 'utf8')).toBe(kept)
  // What is kept is what is used: a kept result that was tampered with shows.
  writeFileSync(join(cwd, '.fineprintcache'), kept.replaceAll('has no source', 'KEPT'))
  expect(run(['--cache', '--cache-location', '.fineprintcache', '-f', 'json'], { cwd }).out).toContain('KEPT')
  writeFileSync(join(cwd, 'a.md'), `${BAD}\n`)
  expect(run(['--cache', '--cache-location', '.fineprintcache', '-f', 'json'], { cwd }).out).not.toContain('KEPT')
  expect(found(run(['--cache', '--cache-location', '.fineprintcache', '--rule', 'statistic-attribution:off', '-f', 'json'], { cwd }))).toEqual([])
})
