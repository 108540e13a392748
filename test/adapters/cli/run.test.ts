import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from './program.ts'

const { run, folder, entry } = program()

/** A rule of our own, so that nothing here depends on how well the language is read: reports `sure`, mends `sure thing`. */
const OWN = `
const at = (article, word) => [...article.source.text.matchAll(word)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
export const config = {
  preset: { summary: 'own', rules: { sure: 'error', maybe: 'warn' } },
  plugins: [{ rules: {
    sure: { summary: 'Certainty', messages: { sure: '\`{{word}}\` promises too much' }, check({ article, report }) {
      for (const span of at(article, /sure( thing)?/g)) {
        const word = article.slice(span)
        report('sure', span, { data: { word }, ...(word === 'sure' ? {} : { fix: { title: 'Write likely', edits: [{ span, text: 'likely' }] } }) })
      }
    } },
    maybe: { summary: 'Doubt', messages: { maybe: 'says nothing' }, check({ article, report }) { for (const span of at(article, /maybe/g)) report('maybe', span) } },
  } }],
}
export default config
`
const DIRTY = 'A sure gain for holders.\n'
const DOUBT = 'It may rise, maybe twice.\n'
const CLEAN = 'Nothing to see.\n'

const desk = (files: Record<string, string | Buffer>) => folder({ 'fineprint.config.mjs': OWN, ...files })

describe('exit codes and streams', () => {
  test.each<[name: string, files: Record<string, string>, args: string[], code: number, out: RegExp, err: RegExp]>([
    ['clean prints nothing', { 'a.md': CLEAN }, ['a.md'], 0, /^$/, /^$/],
    ['an error', { 'a.md': DIRTY }, ['a.md'], 1, /^a\.md\n {2}1:3 +error +`sure` promises too much +sure\n[^]*~~~~[^]*\n1 error in 1 file\n$/, /^$/],
    ['a warning alone passes', { 'a.md': DOUBT }, ['a.md'], 0, /1 warning in 1 file\n$/, /^$/],
    ['warnings over the budget', { 'a.md': DOUBT }, ['--max-warnings', '0', 'a.md'], 1, /1 warning/, /1 warnings, at most 0 are allowed/],
    ['warnings within the budget', { 'a.md': DOUBT }, ['--max-warnings=1', 'a.md'], 0, /1 warning/, /^$/],
    ['the budget counts what --quiet hides', { 'a.md': DOUBT }, ['--quiet', '--max-warnings', '0', 'a.md'], 1, /^$/, /at most 0/],
    ['--quiet hides warnings', { 'a.md': DOUBT + DIRTY }, ['--quiet', 'a.md'], 1, /^(?![^]*warning)[^]*1 error in 1 file/, /^$/],
    ['--min-severity', { 'a.md': DOUBT }, ['--min-severity', 'error', 'a.md'], 0, /^$/, /^$/],
    ['--rule wins over the config', { 'a.md': DIRTY }, ['--rule', 'sure:off', 'a.md'], 0, /^$/, /^$/],
    ['--rule takes severities', { 'a.md': DIRTY }, ['--rule', 'sure:warn', 'a.md'], 0, /warning/, /^$/],
    ['the current folder', { 'a.md': DIRTY, 'b/c.txt': DIRTY, 'd.js': DIRTY }, [], 1, /a\.md[^]*b\/c\.txt[^]*2 errors in 2 files/, /^$/],
    ['a glob', { 'a.md': DIRTY, 'b/c.md': DIRTY, 'b/c.txt': DIRTY }, ['**/*.md'], 1, /2 errors in 2 files/, /^$/],
    ['a file named twice is checked once', { 'a.md': DIRTY }, ['a.md', './a.md', '.'], 1, /1 error in 1 file/, /^$/],
    ['-- ends options', { '-v.md': DIRTY }, ['--', '-v.md'], 1, /-v\.md/, /^$/],
    ['a named file of any ending', { 'a.story': DIRTY }, ['a.story'], 1, /a\.story/, /^$/],
    ['no pattern is no error when told so', {}, ['--pass-on-no-patterns'], 0, /^$/, /^$/],
    ['unmatched is no error when told so', {}, ['--no-error-on-unmatched-pattern', 'x.md', '*.md'], 0, /^$/, /^$/],
    ['version', {}, ['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    ['help', {}, ['-h'], 0, /^Usage: fineprint/, /^$/],
    ['help of the ledger', {}, ['ledger', '--help'], 0, /^Usage: fineprint ledger/, /^$/],
    ['the list of rules', {}, ['--list-rules'], 0, /^statistic-attribution +\S/m, /^$/],
    ['a rule explained', {}, ['--explain', 'statistic-attribution'], 0, /What it finds/, /^$/],
  ])('%s', (_name, files, args, code, out, err) => {
    const ran = run(args, { cwd: desk(files) })
    expect(ran).toEqual({ code, out: expect.stringMatching(out), err: expect.stringMatching(err) })
  })
})

describe('what cannot run: exit 2, one line on standard error, nothing on standard output', () => {
  const bad: [name: string, files: Record<string, string | Buffer>, args: string[], err: RegExp][] = [
    ['an unknown option', {}, ['--fxi'], /no option --fxi, did you mean --fix\?/],
    ['an option of the other command', {}, ['ledger', '--fix'], /no option --fix/],
    ['a value that is missing', {}, ['--rule'], /--rule needs a value/],
    ['a rule without a level', {}, ['--rule', 'sure', '.'], /`sure` has no level/],
    ['a level nobody knows', {}, ['--rule', 'sure:fatal', '.'], /`fatal` is unknown, expected error, warn, info or off/],
    ['a rule nobody knows', { 'a.md': CLEAN }, ['--no-config-lookup', '--rule', 'statistic-atribution:error', '.'], /did you mean `statistic-attribution`/],
    ['a preset nobody knows', { 'a.md': CLEAN }, ['--preset', 'hosue', '.'], /no preset `hosue`, did you mean `house`/],
    ['a rule to explain nobody knows', {}, ['--explain', 'vague-sauce'], /did you mean `vague-source`/],
    ['a format nobody knows', {}, ['-f', 'jsn'], /`jsn` is unknown, expected pretty, json,/],
    ['a file that is not there', {}, ['none.md'], /none\.md: there is no such file/],
    ['a glob that fits nothing', {}, ['*.md'], /no file fits/],
    ['a folder without articles', { 'src/a.js': '' }, ['src'], /src: no article in this folder/],
    ['bytes that are not UTF-8', { 'a.md': Buffer.from([0x41, 0xc3, 0xa4, 0x42, 0xff, 0x43]) }, ['a.md'], /^a\.md: is not UTF-8 \(byte 4\)/],
    ['a sequence that is cut', { 'a.md': Buffer.from([0x41, 0xe2, 0x82]) }, ['a.md'], /\(byte 1\)/],
    ['a sequence that shares bytes with the replacement', { 'a.md': Buffer.from([0x41, 0xef, 0xbf, 0x41]) }, ['a.md'], /\(byte 1\)/],
    ['UTF-16', { 'a.md': Buffer.from('\uFEFFAb', 'utf16le') }, ['a.md'], /is UTF-16, expected UTF-8/],
    ['a config that is not JSON', { 'fineprint.config.json': '{ "preset": ', 'a.md': CLEAN }, ['-c', 'fineprint.config.json', 'a.md'], /fineprint\.config\.json: cannot be read: /],
    ['a config that is not YAML', { 'c.yaml': 'rules: [a', 'a.md': CLEAN }, ['-c', 'c.yaml', 'a.md'], /c\.yaml: cannot be read: /],
    ['a config that throws', { 'c.mjs': 'throw new Error("no luck")', 'a.md': CLEAN }, ['-c', 'c.mjs', 'a.md'], /c\.mjs: cannot be read: no luck/],
    ['a config that is a list', { 'c.json': '[]', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /expected an object with preset, rules or files/],
    ['a setting nobody knows', { 'c.json': '{"presets": "house"}', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /c\.json: .*`presets`, did you mean `preset`/],
    ['a rule in a config nobody knows', { 'c.json': '{"rules": {"vage-source": "warn"}}', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /did you mean `vague-source`/],
    ['an option of the wrong kind', { 'c.json': '{"rules": {"statistic-attribution": ["warn", {"strict": 1}]}}', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /rules\.statistic-attribution: `strict`/],
    ['a config that is not there', { 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /c\.json: there is no such file/],
    ['a base that is not there', { 'c.json': '{"extends": "desk-rules"}', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /cannot find `desk-rules`/],
    ['bases in a circle', { 'c.json': '{"extends": "./d.json"}', 'd.json': '{"extends": "./c.json"}', 'a.md': CLEAN }, ['-c', 'c.json', 'a.md'], /extends itself/],
    ['--fix from standard input', {}, ['--fix', '-'], /expected --fix-dry-run/],
    ['two reports on one output', { 'a.md': CLEAN }, ['-f', 'json', '-f', 'pretty', 'a.md'], /only one --format/],
    ['a report that cannot be written', { 'a.md': DIRTY, b: 'a file' }, ['-o', 'b/c', 'a.md'], /b\/c: cannot be written/],
    ['a page of two articles', { 'a.md': CLEAN, 'b.md': CLEAN }, ['ledger', '-f', 'html', '.'], /a page of one article, got 2/],
    ['a date that is none', {}, ['--as-of', 'today'], /`today` is no date/],
  ]
  test.each(bad)('%s', (_name, files, args, err) => {
    const ran = run(args, { cwd: desk(files) })
    expect(ran).toEqual({ code: 2, out: '', err: expect.stringMatching(err) })
    expect(ran.err).toMatch(/^[^\n]+\n$/)
  })

  test('a file that cannot be read does not keep the others from being checked', () => {
    const cwd = desk({ 'a.md': Buffer.from([0xff]), 'b.md': DIRTY })
    expect(run(['.'], { cwd })).toMatchObject({ code: 2, out: expect.stringContaining('b.md'), err: expect.stringMatching(/^a\.md: is not UTF-8[^\n]*\n$/) })
  })

  test('DEBUG=fineprint shows where', () => {
    expect(run(['none.md'], { cwd: desk({}), env: { DEBUG: 'fineprint' } }).err).toMatch(/UsageError[^]*\n {4}at /)
  })
})

test('an empty file is one note and no error', () => {
  expect(run(['a.md'], { cwd: desk({ 'a.md': '' }) })).toEqual({ code: 0, out: '', err: 'a.md: is empty, nothing to check\n' })
})

describe('standard input', () => {
  test.each<[name: string, args: string[], shown: string]>([
    ['as an operand', ['-'], '<stdin>'],
    ['as an option', ['--stdin'], '<stdin>'],
    ['with a name', ['--stdin-filename', 'desk/a.md', '-'], 'desk/a.md'],
  ])('%s', (_name, args, shown) => {
    const ran = run(args, { cwd: desk({}), input: DIRTY })
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining(`${shown}\n  1:3 `) })
  })

  test('its name finds the config', () => {
    const cwd = folder({ 'inner/fineprint.config.mjs': OWN })
    expect(run(['--stdin-filename', 'inner/a.md', '-'], { cwd, input: DIRTY }).out).toContain('promises too much')
    expect(run(['-'], { cwd, input: DIRTY }).out).not.toContain('promises too much')
  })

  test('bytes that are not UTF-8', () => {
    expect(run(['-'], { cwd: desk({}), input: Buffer.from([0x41, 0xff]) })).toMatchObject({ code: 2, err: expect.stringContaining('(byte 1)') })
  })
})

describe('fixes', () => {
  const marked = '\uFEFFA sure thing.\r\nNext: maybe 🚛\tsure thing\r\n\r\nNo line end'

  test('only the touched bytes change, and fixing again changes nothing', () => {
    const cwd = desk({ 'a.md': marked })
    chmodSync(join(cwd, 'a.md'), 0o640)
    expect(run(['--fix', 'a.md'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(marked.replaceAll('sure thing', 'likely'))
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640)
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'fineprint.config.mjs'])
    const { mtimeMs } = statSync(join(cwd, 'a.md'))
    run(['--fix', 'a.md'], { cwd })
    expect(statSync(join(cwd, 'a.md')).mtimeMs).toBe(mtimeMs)
  })

  test('a dry run prints a unified diff and writes nothing', () => {
    const cwd = desk({ 'a.md': 'One.\n\nA sure thing.\n' })
    expect(run(['--fix-dry-run', 'a.md'], { cwd })).toEqual({
      code: 0, err: '', out: '--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,3 @@\n One.\n \n-A sure thing.\n+A likely.\n',
    })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('One.\n\nA sure thing.\n')
  })

  test('a link in the folder is followed, one that leads out is refused', () => {
    const outside = folder({ 'b.md': 'A sure thing.\n' })
    const cwd = desk({ 'real.md': 'A sure thing.\n' })
    symlinkSync('real.md', join(cwd, 'in.md'))
    symlinkSync(join(outside, 'b.md'), join(cwd, 'out.md'))
    expect(run(['--fix', 'in.md'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'real.md'), 'utf8')).toBe('A likely.\n')
    expect(lstatSync(join(cwd, 'in.md')).isSymbolicLink()).toBe(true)
    expect(run(['--fix', 'out.md'], { cwd })).toMatchObject({ code: 2, err: expect.stringContaining('out.md: is a link that leads out') })
    expect(readFileSync(join(outside, 'b.md'), 'utf8')).toBe('A sure thing.\n')
  })
})

describe('reports', () => {
  test('json is a valid document when clean, and goes to files', () => {
    const cwd = desk({ 'a.md': CLEAN, 'b.md': DIRTY })
    expect(JSON.parse(run(['-f', 'json', 'a.md'], { cwd }).out)).toEqual({
      schemaVersion: 1, files: [{ path: 'a.md', findings: [] }], failures: [], summary: { files: 1, error: 0, warn: 0, info: 0, fixable: 0 },
    })
    const ran = run(['-f', 'pretty', '-f', 'json:out/report.json', '.'], { cwd })
    expect(ran.out).toContain('1 error')
    expect(JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')).summary.error).toBe(1)
    run(['-o', 'report.txt', '--color', 'b.md'], { cwd })
    expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toContain('\u001B[31m')
  })

  test.each<[Record<string, string>, string[], boolean]>([
    [{}, [], false],
    [{}, ['--color'], true],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '0' }, ['--color'], true],
    [{ FORCE_COLOR: '3' }, ['--no-color'], false],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, [], true],
    [{ NO_COLOR: '1' }, [], false],
  ])('colours with %j and %j: %s', (env, args, colored) => {
    expect(run([...args, 'a.md'], { cwd: desk({ 'a.md': DIRTY }), env }).out.includes('\u001B[')).toBe(colored)
  })

  test.skipIf(process.platform === 'win32')('a reader that goes away is no fault', () => {
    const cwd = desk({ 'a.md': DIRTY.repeat(3000) })
    const { stdout, stderr } = spawnSync('sh', ['-c', '"$0" "$1" -f json a.md | head -c 12', process.execPath, entry()], { cwd, encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '{\n  "schemaV', stderr: '' })
  })
})

describe('ignored files', () => {
  const files = { 'a.md': DIRTY, 'old/b.md': DIRTY, 'new/c.md': DIRTY }
  test.each<[name: string, more: Record<string, string>, args: string[], checked: string[]]>([
    ['.gitignore', { '.gitignore': 'old/\n' }, ['.'], ['a.md', 'new/c.md']],
    ['.fineprintignore', { '.fineprintignore': 'old\n' }, ['.'], ['a.md', 'new/c.md']],
    ['one in a folder takes back', { '.gitignore': '*.md\n', 'new/.gitignore': '!c.md\n' }, ['.'], ['new/c.md']],
    ['--ignore-pattern', {}, ['--ignore-pattern', '/old/', '--ignore-pattern', 'c.*', '.'], ['a.md']],
    ['--ignore-path', { other: 'new\n', '.fineprintignore': 'old\n' }, ['--ignore-path', 'other', '.'], ['a.md', 'old/b.md']],
    ['--no-ignore', { '.gitignore': '*\n' }, ['--no-ignore', '.'], ['a.md', 'new/c.md', 'old/b.md']],
    ['node_modules', { 'node_modules/p/readme.md': DIRTY }, ['.'], ['a.md', 'new/c.md', 'old/b.md']],
  ])('%s', (_name, more, args, checked) => {
    const { out } = run(['-f', 'json', ...args], { cwd: desk({ ...files, ...more }) })
    expect(JSON.parse(out).files.map((file: { path: string }) => file.path)).toEqual(checked)
  })

  test('a named file that is ignored is a note, not a fault', () => {
    const cwd = desk({ ...files, '.gitignore': 'old/\n' })
    expect(run(['old/b.md'], { cwd })).toEqual({ code: 0, out: '', err: expect.stringMatching(/^old\/b\.md: is ignored[^\n]*\n$/) })
    expect(run(['--no-warn-ignored', 'old/b.md'], { cwd })).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('threads', () => {
  test('say the same as one thread, in the same order', () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}.md`, i % 3 ? CLEAN : DIRTY]))
    const cwd = desk({ ...files, 'bad.md': Buffer.from([0xff]) as unknown as string })
    const one = run(['--concurrency', 'off', '-f', 'json', '.'], { cwd })
    const two = run(['--concurrency', '2', '-f', 'json', '.'], { cwd })
    expect(JSON.parse(one.out).summary).toMatchObject({ files: 60, error: 20 })
    expect(two).toEqual(one)
  })

  test('a broken config is one line', () => {
    const cwd = desk({ 'fineprint.config.mjs': 'export default { rules: 4 }', 'a.md': CLEAN, 'b.md': CLEAN })
    expect(run(['--concurrency', '2', '.'], { cwd })).toEqual({ code: 2, out: '', err: expect.stringMatching(/^fineprint: [^\n]*fineprint\.config\.mjs: [^\n]*\n$/) })
  })
})

describe.skipIf(process.platform === 'win32')('interrupted', () => {
  test.each([['one thread', 'off'], ['two threads', '2']])('a run ends with 130 and no report: %s', async (_name, concurrency) => {
    const files = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`s${i}.md`, DIRTY]))
    // The config says when the run has begun.
    const cwd = desk({ ...files, 'fineprint.config.mjs': 'console.error("begun")\nexport default {}\n' })
    const child = spawn(process.execPath, [entry(), '--concurrency', concurrency, '.'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout.on('data', (data) => { out += String(data) })
    child.stderr.once('data', () => child.kill('SIGINT'))
    const code = await new Promise((resolve) => { child.on('close', resolve) })
    expect({ code, out }).toEqual({ code: 130, out: '' })
  })
})

test('compiled code is kept where it may be, and a broken file of it does no harm', () => {
  const cwd = desk({ 'a.md': DIRTY })
  const kept = join(cwd, 'kept')
  const env = { FINEPRINT_CACHE_DIR: kept }
  const first = run(['a.md'], { cwd, env })
  const [name] = readdirSync(kept)
  expect(name).toMatch(/^bundle-[\da-f]{12}-v\d+\.\d+\.\d+-\w+\.cache$/)
  expect(run(['a.md'], { cwd, env })).toEqual(first)
  writeFileSync(join(kept, name!), 'not compiled code')
  expect(run(['a.md'], { cwd, env })).toEqual(first)
  expect(existsSync(kept)).toBe(true)
})
