import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { paragraph, run as words, wordFile } from '../../support/word.ts'
import { program } from './program.ts'

const { run, folder } = program()
const CONFIG = '{ "preset": "recommended" }\n'
const BAD = wordFile(paragraph(words('A note')) + paragraph(words('The queue at the gate 😀 grew by '), words('40%', '<w:b/>'), words(' this spring.')))
/** Where findings are in JSON output: `path line:column words rule`. */
const found = ({ out }: { out: string }) => (JSON.parse(out) as { files: { path: string; findings: { line: number; column: number; text: string; rule: string }[] }[] })
  .files.flatMap(({ path, findings }) => findings.map(({ line, column, text, rule }) => `${path} ${line}:${column} ${text} ${rule}`))
const AT = '2:34 40% statistic-attribution'

describe('a Word document in the terminal', () => {
  test('is read, named or in a folder, and a finding stands in the line of its paragraph', () => {
    const cwd = folder({ 'fineprint.config.json': CONFIG, 'news/a.docx': BAD, 'news/~$a.docx': Buffer.from('who has it open') })
    expect(found(run(['-f', 'json', 'news'], { cwd }))).toEqual([`news/a.docx ${AT}`])
    expect(found(run(['-f', 'json', 'news/a.docx'], { cwd }))).toEqual([`news/a.docx ${AT}`])
    expect(found(run(['-f', 'json', '--stdin', '--stdin-filename', 'b.docx'], { cwd, input: BAD }))).toEqual([`b.docx ${AT}`])
    expect(JSON.parse(run(['ledger', '-f', 'json', 'news/a.docx'], { cwd }).out).files[0].statistics[0].text).toBe('40%')
  })

  test('is never written, and --fix says so', () => {
    const cwd = folder({ 'fineprint.config.json': CONFIG, 'a.docx': BAD })
    expect(run(['--fix', 'a.docx'], { cwd })).toMatchObject({ code: 1, err: 'a.docx: is a Word document, which --fix never writes\n' })
    expect(readFileSync(join(cwd, 'a.docx')).equals(BAD)).toBe(true)
  })

  test('that is none is one line, and other files are checked', () => {
    const cwd = folder({ 'fineprint.config.json': CONFIG, 'a.docx': Buffer.from('no'), 'b.md': 'Experts say so.\n' })
    const { code, out, err } = run(['.'], { cwd })
    expect({ code, err }).toEqual({ code: 2, err: 'a.docx: is no Word document that can be read: nothing was read or changed\n' })
    expect(out).toContain('vague-source')
  })

  test('is judged by what it says now, with a cache and in a commit too', () => {
    const cwd = folder({ 'fineprint.config.json': CONFIG, 'a.docx': BAD })
    const again = () => found(run(['--cache', '-f', 'json', 'a.docx'], { cwd }))
    expect([again(), again()]).toEqual([[`a.docx ${AT}`], [`a.docx ${AT}`]])
    execFileSync('git', ['init', '-q'], { cwd })
    execFileSync('git', ['add', '-A'], { cwd })
    expect(found(run(['--staged', '-f', 'json'], { cwd }))).toEqual([`a.docx ${AT}`])
  })
})

test('the ledger and the duties are of every article a file holds', () => {
  const cwd = folder({ 'fineprint.config.json': CONFIG, 'wire.json': JSON.stringify([{ headline: 'One', body: 'Sales rose 4%.' }, { headline: 'Two', body: 'Costs rose 5%.' }]) })
  const { files } = JSON.parse(run(['ledger', '-f', 'json', 'wire.json'], { cwd }).out) as { files: { path: string; statistics: { text: string }[] }[] }
  expect(files.map(({ path, statistics }) => [path, ...statistics.map(({ text }) => text)])).toEqual([['wire.json', '4%'], ['wire.json', '5%']])
  expect(run(['ledger', '-f', 'html', 'wire.json'], { cwd })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('makes a page of one article, got 2') })
})
