import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/lint/finding.ts'
import { reporters } from '../../src/reporters/index.ts'
import type { FileReport, ReportOptions } from '../../src/reporters/report.ts'

const TEXT = '\uFEFFDie “Marge” 😀 stieg um 4 %.\r\nExperts say 5% <more> & 100% "sure".\r\nA third | line, with 7%.\r\n'
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const finding = (rule: string, words: string, more: Partial<Finding>): Finding => ({
  rule, messageId: 'one', data: {}, message: `\`${words}\` has no source, expected one`, severity: 'error', span: spanOf(words), related: [], suggestions: [],
  fingerprint: `f${TEXT.indexOf(words)}`, ...more,
})

const FILES: readonly FileReport[] = [
  {
    path: 'news/a story.md',
    text: TEXT,
    findings: [
      finding('statistic-attribution', '4 %', {
        fix: { title: 'Close the gap', edits: [{ span: { start: spanOf('4 %').start + 1, end: spanOf('4 %').start + 2 }, text: '\u00A0' }] },
        suggestions: [{ title: 'Mark both', edits: [{ span: spanOf('Die'), text: 'x' }, { span: spanOf('stieg'), text: 'y' }] }],
      }),
      finding('vague-source', 'Experts', { severity: 'warn', message: '`Experts` is nobody, "asked" <100%>:\nname one', related: [{ span: spanOf('5%'), message: 'what they say' }] }),
      finding('statistic-attribution', '100%', { silenced: { by: 'waiver', reason: 'seen | counted', until: '2027-01-31', who: 'desk' } }),
      finding('statistic-attribution', '7%', { severity: 'info', silenced: { by: 'baseline' } }),
      finding('blanket-source', 'A third | line', { severity: 'info' }),
    ],
  },
  { path: 'news/clean.md', text: 'Nothing.\n', findings: [] },
]
const OPTIONS: ReportOptions = {
  color: false, width: 80, version: '1.2.3', failures: [{ path: 'news/broken.md', message: 'is not UTF-8' }],
  noteOf: (rule) => ({ page: `fineprint --explain ${rule}`, summary: `What ${rule} finds`, ...(rule === 'blanket-source' ? { cites: 'House style 4' } : {}) }),
}
const EXTENSION: Readonly<Record<string, string>> = {
  sarif: 'sarif', github: 'txt', gitlab: 'gitlab.json', checkstyle: 'checkstyle.xml', junit: 'junit.xml', rdjson: 'rdjson', markdown: 'md', html: 'html',
}
const report = (format: string, files = FILES, options = OPTIONS) => reporters[format]!(files, options)
const CLEAN: ReportOptions = { ...OPTIONS, failures: [] }

describe.each(Object.keys(EXTENSION))('%s', (format) => {
  test('writes the expected file', async () => {
    await expect(report(format)).toMatchFileSnapshot(join(import.meta.dirname, 'expected', `report.${EXTENSION[format]}`))
  })

  test('gives a whole document for no file at all', () => {
    const empty = report(format, [], CLEAN)
    if (format === 'github') expect(empty).toBe('')
    else expect(empty.endsWith('\n')).toBe(true)
  })
})

describe('sarif', () => {
  const log = JSON.parse(report('sarif')) as Log
  const run = log.runs[0]!

  test('places results where the words are, by columns and by offsets', () => {
    const text = TEXT.slice(1)
    const lines = text.split('\r\n')
    for (const [i, result] of run.results!.entries()) {
      const { startLine, startColumn, endLine, endColumn, charOffset, charLength } = result.locations![0]!.physicalLocation!.region!
      const words = FILES[0]!.findings[i]!.span
      expect(startLine).toBe(endLine)
      expect(lines[startLine! - 1]!.slice(startColumn! - 1, endColumn! - 1)).toBe(TEXT.slice(words.start, words.end))
      expect(text.slice(charOffset, charOffset! + charLength!)).toBe(TEXT.slice(words.start, words.end))
    }
  })

  test('names each rule once, and every result by it', () => {
    const rules = run.tool.driver.rules!
    expect(rules.map((rule) => rule.id)).toEqual(['blanket-source', 'statistic-attribution', 'vague-source'])
    for (const result of run.results!) expect(rules[result.ruleIndex!]!.id).toBe(result.ruleId)
  })

  test('keeps what is silenced, with the reason', () => {
    expect(run.results!.flatMap((result) => result.suppressions ?? [])).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'seen | counted', properties: { by: 'desk', until: '2027-01-31' } },
      { kind: 'external', status: 'accepted', justification: 'forgiven by the baseline' },
    ])
  })
})

test('rdjson counts columns in bytes', () => {
  const { diagnostics } = JSON.parse(report('rdjson')) as { diagnostics: { location: { range?: { start: { line: number; column: number }; end: { column: number } } } }[] }
  const lines = TEXT.split('\r\n').map((line) => Buffer.from(line, 'utf8'))
  const words = diagnostics.flatMap(({ location: { range } }) => (range ? [lines[range.start.line - 1]!.subarray(range.start.column - 1, range.end.column - 1).toString('utf8')] : []))
  expect(words).toEqual(['4 %', 'Experts', 'A third | line'])
})

describe.each(['gitlab', 'rdjson'])('the schema of %s', (format) => {
  const ajv = new Ajv({ allErrors: true, strictTypes: false })
  formats.default(ajv)
  const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'schemas', `${format}.schema.json`), 'utf8'))
  const valid = ajv.compile(schema)
  const withPage: ReportOptions = { ...OPTIONS, noteOf: (rule) => ({ page: `https://example.org/rules/${rule}.md` }) }

  test.each<[string, string]>([
    ['findings and failures', report(format)], ['pages in the web', report(format, FILES, withPage)], ['nothing found', report(format, [FILES[1]!], CLEAN)], ['no file', report(format, [], CLEAN)],
  ])('fits %s', (_name, text) => {
    valid(JSON.parse(text))
    expect(valid.errors ?? []).toEqual([])
  })

  test('is one that a report can fail', () => {
    expect(valid(JSON.parse(report(format).replace(/"location"/gu, '"place"')))).toBe(false)
    expect(valid(JSON.parse(report(format).replace(/: "(?:major|ERROR)"/gu, ': "bad"')))).toBe(false)
  })

  test('has no place for what is silenced, so it is left out', () => {
    expect(report(format)).not.toContain('`100%`')
  })
})

test('rdjson gives changes as bytes of the text they are for', () => {
  const { diagnostics } = JSON.parse(report('rdjson')) as { diagnostics: { suggestions?: { range: { start: { line: number; column: number }; end: { column: number } }; text: string }[] }[] }
  const [{ range: { start, end }, text }] = diagnostics.flatMap(({ suggestions = [] }) => suggestions) as [{ range: { start: { line: number; column: number }; end: { column: number } }; text: string }]
  const line = Buffer.from(TEXT.split('\r\n')[start.line - 1]!, 'utf8')
  expect(Buffer.concat([line.subarray(0, start.column - 1), Buffer.from(text), line.subarray(end.column - 1)]).toString('utf8')).toBe('\uFEFFDie “Marge” 😀 stieg um 4\u00A0%.')
})

test('github says how many annotations it does not show', () => {
  const many = [{ ...FILES[0]!, findings: Array.from({ length: 13 }, () => FILES[0]!.findings[0]!) }]
  const lines = report('github', many, CLEAN).trimEnd().split('\n')
  expect(lines).toHaveLength(14)
  expect(lines.at(-1)).toContain('held back: 3 errors')
})

test('gitlab never names two findings the same', () => {
  const twice = [FILES[0]!, { ...FILES[0]!, path: 'news/other.md' }]
  const names = (JSON.parse(report('gitlab', twice, CLEAN)) as { fingerprint: string }[]).map((entry) => entry.fingerprint)
  expect(new Set(names).size).toBe(names.length)
})

test.each(['checkstyle', 'junit', 'html'])('%s holds no character XML cannot hold, and closes every element', (format) => {
  const hostile = [{ path: 'a\u0000"<&>.md', text: TEXT, findings: [finding('x', '5%', { message: ']]> </error> \u0008 " & \uD800' })] }]
  const text = report(format, hostile, CLEAN)
  expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u)
  const open: string[] = []
  const bare = text.replace(/<\?[^>]*>|<!doctype[^>]*>|<style>[^<]*<\/style>/giu, '').replace(/"[^"]*"/gu, '')
  for (const [, close, name, closed] of bare.matchAll(/<(\/?)([a-z0-9-]+)[^<>/]*(\/?)>/giu)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!closed && name !== 'meta') open.push(name!)
  }
  expect(open).toEqual([])
})
