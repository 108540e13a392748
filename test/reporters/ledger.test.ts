import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/article/ledger.ts'
import { read } from '../../src/formats/read.ts'
import { builtIn } from '../../src/catalog.ts'
import { settingsFor } from '../../src/lint/config.ts'
import { dutiesOf } from '../../src/lint/duties.ts'
import { ledgers, type LedgerFile } from '../../src/reporters/ledger.ts'
import { escapeHtml } from '../../src/reporters/markup.ts'

const root = join(import.meta.dirname, '..', '..')
const ADVICE = '# Norland reports\n\nInvestors should buy shares of Norland (NYSE: NRL) now, and gains are guaranteed.\n'
const options = { color: false, width: 100 }

const owing = settingsFor({ preset: ['us-news', 'ca-news'] }, builtIn)

/** An example with what it owes. */
function owingFile(text: string, path: string): LedgerFile {
  return { ...fileOf(text, path), duties: dutiesOf(read(text, path), owing, builtIn) }
}

function fileOf(text: string, path: string): LedgerFile {
  const article = read(text, path)
  return { ledger: { ...ledgerOf(article), path }, text, blocks: () => article.blocks.map((block, i) => ({ block, role: article.roles[i]! })) }
}

const examples = ['story.md', 'one-paragraph-a-line.txt', 'market-report.html'].map((name) => fileOf(readFileSync(join(root, 'examples', name), 'utf8'), name))
const report = async (name: string, files: readonly LedgerFile[]) => (await ledgers[name]!())(files, options)

test('json is what its schema says', async () => {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'ledger.schema.json'), 'utf8')) as object)
  validate(JSON.parse(await report('json', examples)))
  expect(validate.errors).toBe(null)
  validate(JSON.parse(await report('json', [])))
  expect(validate.errors).toBe(null)
  expect(validate({ schemaVersion: 1, files: [{ path: 'a.md' }] })).toBe(false)
  validate(JSON.parse(await report('json', [owingFile(ADVICE, 'advice.md')])))
  expect(validate.errors).toBe(null)
})

test('json has duties only where presets were chosen', async () => {
  const files = [examples[0]!, owingFile(ADVICE, 'advice.md')]
  const keys = (JSON.parse(await report('json', files)) as { files: object[] }).files.map((file) => 'duties' in file)
  expect(keys).toEqual([false, true])
})

test.each(['pretty', 'html'])('%s lists what is missing, what is found and what is skipped with the reason', async (name) => {
  const page = await report(name, [owingFile(ADVICE, 'advice.md')])
  expect(page).toMatch(/Asked for and not found[^]*Asked for, nothing to report[^]*Not asked of this text[^]*[Ss]kipped: nothing says that the text is paid for/u)
  expect(await report(name, [examples[0]!])).not.toContain('Not asked of this text')
})

test('places in the json are places in the file', async () => {
  const { files } = JSON.parse(await report('json', examples)) as { files: { statistics: { start: number; end: number; text: string }[] }[] }
  const found = files.flatMap((file, i) => file.statistics.map((s) => ({ said: s.text, there: examples[i]!.text.slice(s.start, s.end) })))
  expect(found.length).toBeGreaterThan(5)
  for (const { said, there } of found) expect(said).toBe(there)
})

describe('csv', () => {
  test('is one row a statistic', async () => {
    const rows = (await report('csv', examples)).trimEnd().split('\r\n')
    expect(rows[0]).toMatch(/^path,line,column,start,end,text,value,unit,status/u)
    expect(rows.length - 1).toBe(examples.reduce((sum, { ledger }) => sum + ledger.statistics.length, 0))
  })

  test('quotes what must be quoted and runs no formula', async () => {
    const [first] = examples
    const [statistic] = first!.ledger.statistics
    const hostile = { ...statistic!, text: '=cmd|"x",1', why: 'two\nlines', source: { start: 0, end: 1, text: '-1+1' } }
    const csv = await report('csv', [{ ...first!, ledger: { ...first!.ledger, statistics: [hostile] } }])
    expect(csv).toContain(`,"'=cmd|""x"",1",`)
    expect(csv).toContain(',"two\nlines",')
    expect(csv).toContain(`,'-1+1,`)
  })
})

describe('pretty', () => {
  test('lists every figure with its place and standing', async () => {
    const text = await report('pretty', examples)
    for (const { ledger } of examples) for (const { text: figure } of ledger.statistics) expect(text).toContain(figure)
    expect(text).toMatch(/^story\.md$/mu)
  })
})

describe('html', () => {
  test('marks every figure in the article and in the table', async () => {
    for (const file of examples) {
      const page = await report('html', [file])
      file.ledger.statistics.forEach((_, i) => {
        expect(page.match(new RegExp(` id="f${i}"`, 'gu')), `figure ${i} of ${file.ledger.path}`).toHaveLength(1)
        expect(page).toContain(`href="#f${i}"`)
      })
    }
  })

  test('needs nothing from the network', async () => {
    const page = await report('html', [examples[0]!])
    expect(page).toContain(`default-src 'none'`)
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//iu)
  })

  const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\u0000 \' " & </style></article>'

  test('hostile text is shown, not run', async () => {
    const text = `Sales rose 4% at ${HOSTILE}, ${HOSTILE} said.\n\n“${HOSTILE} rose 9%,” she said.`
    const page = await report('html', [fileOf(text, `${HOSTILE}.txt`)])
    expect(page.match(/<script>/gu)).toHaveLength(1)
    expect(page.match(/<\/article>/gu)).toHaveLength(1)
    expect(page).not.toMatch(/<img|\u0000/u)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('so is hostile text in every field of the facts', async () => {
    const [file] = examples
    const bad = <T>(value: T): T => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (['text', 'why', 'of', 'currency'].includes(key) && typeof inner === 'string' ? HOSTILE : inner))) as T
    const page = await report('html', [{ ...file!, ledger: bad(file!.ledger) }])
    expect(page.match(/<script>/gu)).toHaveLength(1)
    expect(page).not.toContain('<img')
  })

  test('escapes what can end content or an attribute', () => {
    expect(escapeHtml(`<a b='c' d="e">&`)).toBe('&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;')
  })
})
