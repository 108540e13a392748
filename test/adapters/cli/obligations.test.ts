import { expect, test } from 'vitest'
import { program } from './program.ts'

const { run, folder } = program()
const STORY = '---\nauthor: Ana Roth\npublished: 2026-03-10\n---\n\n# Norland reports\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n'

test('fineprint obligations: what is missing, what is found, what is skipped and why; code 0', () => {
  const cwd = folder({ 'story.md': STORY })
  const { out, err, code } = run(['obligations', '--preset', 'ca-news', 'story.md'], { cwd })
  expect({ err, code }).toEqual({ err: '', code: 0 })
  expect(out).toMatch(/Asked for and not found 3\n {2}✗ ca-31-103-825 {2}General advice by publishers/u)
  expect(out).toContain('asks because: recommendation (`Investors should buy`)')
  expect(out).toContain('skipped: it asks about research')
})

test('as JSON, and as of a day', () => {
  const cwd = folder({ 'story.md': `${STORY}\nThis is not investment advice.\n` })
  const rows = (day: string) => {
    const { files } = JSON.parse(run(['obligations', '--preset', 'ca-news', '--as-of', day, '--format', 'json', 'story.md'], { cwd }).out) as { files: { duties: { provision: string; rule: string; status: string }[] }[] }
    return files[0]!.duties.find((d) => d.rule === 'not-rec-contradicted')!.status
  }
  expect([rows('2025-06-01'), rows('2026-06-01')]).toEqual(['skipped', 'missing'])
})

test('a register beside the config: the fix writes what is on record, and a broken one is one line', () => {
  const register = 'entities:\n  - {id: norland, names: [Norland], tickers: ["NYSE: NRL"]}\nauthors:\n  - name: Ana Roth\n    holdings: [{entity: norland, from: 2025-02-01}]\n'
  const config = 'register: ./register.yaml\nrules:\n  holdings-coverage: error\n'
  const cwd = folder({ 'story.md': STORY, 'fineprint.config.yaml': config, 'register.yaml': register })
  const fixed = run(['--fix-dry-run', '--rule', 'holdings-coverage:error', 'story.md'], { cwd })
  expect(fixed.out).toContain('+The author holds shares of Norland.')
  const broken = folder({ 'story.md': STORY, 'fineprint.config.yaml': config, 'register.yaml': register.replace('norland, from', 'vega, from') })
  expect(run(['story.md'], { cwd: broken })).toMatchObject({ code: 2, err: expect.stringMatching(/^fineprint: [^\n]*`vega` is not in `entities`\n$/u) })
  const absent = folder({ 'story.md': STORY, 'fineprint.config.yaml': config })
  expect(run(['story.md'], { cwd: absent })).toMatchObject({ code: 2, err: expect.stringMatching(/^fineprint: [^\n]*register\.yaml[^\n]*\n$/u) })
})

test('--explain knows provisions', () => {
  expect(run(['--explain', 'us-17b']).out).toMatch(/^# us-17b: Paid publicity for a security\n/u)
  expect(run(['--explain', 'us-17'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean `us-17b`?') })
})

test('--verbose: after the report the duties that do not apply and why, never those that do; standard error beside a report for machines', () => {
  const cwd = folder({ 'story.md': STORY, 'plain.md': '# Norland reports\n\nNothing to see.\n' })
  const said = /story\.md\n\n {2}Not asked of this text \d+\n(?: .+\n)* {2}– us-ftc-255 {2}.+ {2}by paid-label-early\n.+\n {4}skipped: nothing says that the text is paid for\n/u
  const pretty = run(['--preset', 'us-news', '--verbose', 'story.md', 'plain.md'], { cwd })
  expect(pretty).toMatchObject({ code: run(['--preset', 'us-news', 'story.md', 'plain.md'], { cwd }).code, err: '' })
  expect(pretty.out).toMatch(said)
  expect(pretty.out).toContain('\nplain.md\n\n  Not asked of this text')
  expect(pretty.out).not.toMatch(/Asked for|✓|passed/u)
  const json = run(['--preset', 'us-news', '--verbose', '--format', 'json', 'story.md'], { cwd })
  expect(json.out).toBe(run(['--preset', 'us-news', '--format', 'json', 'story.md'], { cwd }).out)
  expect(json.err).toMatch(said)
  expect(run(['--preset', 'recommended', '--verbose', 'plain.md'], { cwd }).out).toBe('plain.md\n\n  no duties are on: choose a preset for the place and kind of publisher, such as us-news or ca-news\n')
})

test('--verbose says the same from threads and beside a cache', () => {
  const cwd = folder(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.md`, STORY])))
  const alone = run(['--preset', 'us-news', '--verbose', '--concurrency', 'off', '.'], { cwd }).out
  expect(alone.match(/Not asked of this text/gu)).toHaveLength(60)
  expect(run(['--preset', 'us-news', '--verbose', '--concurrency', '2', '.'], { cwd }).out).toBe(alone)
  run(['--preset', 'us-news', '--cache', '.'], { cwd })
  expect(run(['--preset', 'us-news', '--cache', '--verbose', '.'], { cwd }).out).toBe(alone)
})

test('the ledger lists duties where presets are chosen, and is what it was where they are not', () => {
  const cwd = folder({ 'story.md': STORY })
  const filesOf = (out: string) => (JSON.parse(out) as { files: { duties?: unknown[] }[] }).files
  const owed = run(['obligations', '--preset', 'us-news', '--format', 'json', 'story.md'], { cwd }).out
  const ledger = run(['ledger', '--preset', 'us-news', '--format', 'json', 'story.md'], { cwd })
  expect(ledger).toMatchObject({ code: 0, err: '' })
  expect(filesOf(ledger.out)[0]!.duties).toEqual(filesOf(owed)[0]!.duties)
  expect(filesOf(run(['ledger', '--format', 'json', 'story.md'], { cwd }).out)[0]).not.toHaveProperty('duties')
  const desk = folder({ 'story.md': STORY, 'fineprint.config.yaml': 'preset: us-news\n' })
  expect(filesOf(run(['ledger', '--format', 'json', 'story.md'], { cwd: desk }).out)[0]!.duties).toEqual(filesOf(owed)[0]!.duties)
  expect(filesOf(run(['ledger', '--no-config-lookup', '--format', 'json', 'story.md'], { cwd: desk }).out)[0]).not.toHaveProperty('duties')
})
