import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LEDGER } from '../../../src/adapters/lsp/server.ts'
import { Policies } from '../../../src/adapters/lsp/policies.ts'
import { Document } from '../../../src/adapters/lsp/document.ts'
import { applied, Client } from '../../support/lsp-client.ts'

const STORY = '# A note\n\nAmong pupils at the gate 😀 some 40% skip lunch.\n\nThe harbour board said cargo rose 3%.\n'
const SETTINGS = '{ "preset": { "summary": "test", "rules": { "statistic-attribution": "error", "vague-source": "warn", "waiver": "error" } } }'

let folder: string
let client: Client | undefined
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
const start = async (options: Parameters<typeof Client.start>[0] = {}) => (client = await Client.start({ folders: [pathToFileURL(folder).href], root: join(import.meta.dirname, '../../..'), ...options }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fineprint-lsp-'))
  writeFileSync(join(folder, 'fineprint.config.json'), SETTINGS)
})
afterEach(() => {
  client?.close()
  client = undefined
  rmSync(folder, { recursive: true, force: true })
})

describe('the language server', () => {
  test('says what is wrong, where, and where that is explained', async () => {
    const { open } = await start().then((c) => ({ open: c.open(uriOf('a.md'), STORY) }))
    const [only, ...rest] = await open
    expect(rest).toEqual([])
    expect(only).toMatchObject({ severity: 1, source: 'fineprint', code: 'statistic-attribution', range: { start: { line: 2, character: 33 }, end: { line: 2, character: 36 } } })
    expect(only!.codeDescription!.href).toMatch(/\/rules\/statistic-attribution\.md$/u)
  })

  test.each(['utf-8', 'utf-16'] as const)('counts columns in %s where the client asks for it', async (encoding) => {
    const c = await start({ capabilities: { general: { positionEncodings: [encoding] } } })
    expect(c.encoding).toBe(encoding)
    const [only] = await c.open(uriOf('a.md'), STORY)
    expect(only!.range.start.character).toBe(encoding === 'utf-8' ? 35 : 33)
  })

  test('follows changes, and closes', async () => {
    const c = await start()
    await c.open(uriOf('a.md'), STORY)
    let document = new Document(uriOf('a.md'), 'markdown', 1, STORY, 'utf-16')
    const at = STORY.indexOf(' some 40%')
    let result = await c.change(document, at, at + ' some 40%'.length, ' some')
    expect(result.diagnostics).toEqual([])
    document = result.document
    result = await c.change(document, at + 5, at + 5, ' 12%')
    expect(result.diagnostics.map((d) => d.range.start)).toEqual([{ line: 2, character: 33 }])
    await c.connection.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } })
    expect((await c.until(() => c.published.findLast((p) => p.version === undefined))).diagnostics).toEqual([])
  })

  test('reads a text that is on no disk by its language', async () => {
    const c = await start()
    const found = await c.open('untitled:Untitled-1', STORY)
    expect(found.map((d) => d.code)).toEqual(['statistic-attribution'])
  })

  test('offers suggestions first, then waivers, then the page', async () => {
    const c = await start({ capabilities: { window: { showDocument: { support: true } } } })
    const uri = uriOf('a.md')
    const [only] = await c.open(uri, STORY)
    const actions = await c.actions(uri, only!)
    const titles = actions.map((action) => action.title)
    expect(titles.slice(-3)).toEqual(['Waive statistic-attribution here…', 'Waive statistic-attribution in this file…', 'Open the page of statistic-attribution'])
    expect(titles).toContain('Mark for a source: [source?]')
    const document = new Document(uri, 'markdown', 1, STORY, 'utf-16')
    const waived = applied(document, actions.at(-3)!.edit!)
    expect(waived).toContain('\n<!-- fineprint-waive statistic-attribution --  -->\nAmong pupils')
    const reasoned = waived.replace('--  -->', '-- seen at the gate -->')
    expect((await c.open(uriOf('b.md'), waived)).map((d) => d.code)).toEqual(['waiver', 'statistic-attribution'])
    expect(await c.open(uriOf('c.md'), reasoned)).toEqual([])
    expect(applied(document, actions.at(-2)!.edit!)).toContain('<!-- fineprint-waive-file statistic-attribution')
    await c.connection.sendRequest('workspace/executeCommand', actions.at(-1)!.command!)
    expect(c.shown[0]).toMatch(/statistic-attribution\.md$/u)
  })

  test('lets a client that can ask for the reason write the waiver', async () => {
    const c = await start({ settings: { asks: true } })
    const [only] = await c.open(uriOf('a.md'), STORY)
    const waive = (await c.actions(uriOf('a.md'), only!)).find((action) => action.title.startsWith('Waive'))!
    expect(waive.edit).toBeUndefined()
    expect(waive.command!.command).toBe('fineprint.waive')
    expect(waive.command!.arguments![2]).toMatchObject({ newText: expect.stringContaining('-- ${reason} -->') as string })
  })

  test('says in a hover how a figure stands', async () => {
    const c = await start()
    const uri = uriOf('a.md')
    await c.open(uri, STORY)
    const hover = async (needle: string) => {
      const position = new Document(uri, 'markdown', 1, STORY, 'utf-16').positionAt(STORY.indexOf(needle))
      const answer: { contents: { value: string } } | null = await c.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position })
      return answer?.contents.value
    }
    expect(await hover('40%')).toMatch(/\(statistic-attribution\)[\s\S]*40%: no source/u)
    expect(await hover('3%')).toMatch(/^3%: from .*harbour board/u)
    expect(await hover('pupils')).toBeUndefined()
  })

  test('shows the ledger as lens, outline and rows', async () => {
    const c = await start({ settings: { asks: true } })
    const uri = uriOf('a.md')
    await c.open(uri, STORY)
    const lens: { command: { title: string } }[] = await c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })
    expect(lens.map((one) => one.command.title)).toEqual(['2 figures, 1 without source'])
    const symbols: { name: string; children: { name: string }[] }[] = await c.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })
    expect(symbols.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([['A note', ['40%', '3%']]])
    const rows: { status: string }[] = await c.connection.sendRequest(LEDGER, { uri })
    expect(rows.map((row) => row.status)).toEqual(['unattributed', 'attributed'])
    expect(c.statuses.at(-1)).toMatchObject({ figures: 2, withoutSource: 1, errors: 1, problem: null })
  })

  test('asks for its lens to be read again when the count has changed, and then only', async () => {
    const c = await start({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } })
    const uri = uriOf('a.md')
    const titles = async () => (await c.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument: { uri } })).map((one) => one.command.title)
    await c.open(uri, STORY)
    await c.until(() => (c.refreshed === 1 ? true : undefined))
    let { document } = await c.change(new Document(uri, 'markdown', 1, STORY, 'utf-16'), 2, 2, 'Not ')
    const end = document.text.length
    const typed = await c.change(document, end, end, '\nThe line grew by 7%.\n')
    document = typed.document
    await c.until(() => (c.refreshed >= 2 ? true : undefined))
    expect(await titles()).toEqual([`3 figures, ${typed.diagnostics.length} without source`])
    await c.change(document, 2, 6, '')
    await titles()
    expect(c.refreshed).toBe(2)
  })

  test('asks nothing of a client that cannot read a lens again', async () => {
    const c = await start()
    await c.open(uriOf('a.md'), STORY)
    await c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uriOf('a.md') } })
    expect(c.refreshed).toBe(0)
  })

  test('reads every article of a file, each with its own lens and waivers', async () => {
    const c = await start()
    const text = JSON.stringify([{ headline: 'One', body: 'The queue grew by 40%.' }, { headline: 'Two', body: 'The line grew by 7%.' }])
    const diagnostics = await c.open(uriOf('wire.json'), text, 'json')
    expect(diagnostics.map(({ range }) => text.slice(range.start.character, range.end.character))).toEqual(['40%', '7%'])
    const lens: { command: { title: string } }[] = await c.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uriOf('wire.json') } })
    expect(lens.map((one) => one.command.title)).toEqual(['1 figure, 1 without source', '1 figure, 1 without source'])
    const titles = (await c.actions(uriOf('wire.json'), diagnostics[1]!)).map(({ title }) => title)
    expect(titles.some((title) => title.startsWith('Mark for a source'))).toBe(true)
    expect(c.statuses.at(-1)).toMatchObject({ figures: 2, withoutSource: 2, errors: 2 })
  })

  test('reads formats and fields of the config', async () => {
    rmSync(join(folder, 'fineprint.config.json'))
    writeFileSync(join(folder, 'fineprint.config.mjs'), `export default {
      ...${SETTINGS}, fields: { copytext: 'body', hed: 'headline' }, files: [{ match: '**/quiet.json', rules: { 'statistic-attribution': 'off' } }],
      formats: [{ extensions: ['.wire'], read: () => { throw new Error('no slug') } }],
    }`)
    const c = await start()
    expect(await c.open(uriOf('a.json'), '{"hed": "One", "copytext": "The queue grew by 40%."}', 'json')).toHaveLength(1)
    expect(await c.open(uriOf('quiet.json'), '{"hed": "One", "copytext": "The queue grew by 40%."}', 'json')).toEqual([])
    expect((await c.open(uriOf('a.wire'), 'Experts say so.\n', 'plaintext')).map(({ code }) => code)).toEqual(['vague-source'])
  })

  test('reads settings again when they change', async () => {
    const c = await start()
    const uri = uriOf('a.md')
    expect(await c.open(uri, STORY)).toHaveLength(1)
    writeFileSync(join(folder, 'fineprint.config.json'), SETTINGS.replace('"error"', '"off"'))
    utimesSync(join(folder, 'fineprint.config.json'), 1, 1)
    const before = c.published.length
    await c.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('fineprint.config.json'), type: 2 }] })
    await c.until(() => (c.published.length > before ? true : undefined))
    expect(c.published.at(-1)!.diagnostics).toEqual([])
  })

  test('notices a changed register by itself, where a client watches nothing', async () => {
    writeFileSync(join(folder, 'register.json'), '{ "entities": [] }')
    writeFileSync(join(folder, 'fineprint.config.json'), SETTINGS.replace('{', '{ "register": "./register.json",'))
    const policies = new Policies({ config: undefined, trusted: true })
    const first = await policies.for(join(folder, 'a.md'))
    expect(first.problem).toBeUndefined()
    writeFileSync(join(folder, 'register.json'), '{ "entity": [] }')
    utimesSync(join(folder, 'register.json'), 1, 1)
    expect((await policies.for(join(folder, 'a.md'), Date.now() + 5000)).problem).toContain('register')
  })

  test('says what is wrong with settings, under a line that is seen', async () => {
    writeFileSync(join(folder, 'fineprint.config.json'), '{ "preset": "hosue" }')
    const c = await start()
    const found = await c.open(uriOf('a.md'), STORY)
    expect(found[0]).toMatchObject({ code: 'config', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } })
    expect(found[0]!.message).toContain('did you mean `house`?')
  })

  test('runs no code of a workspace that is not trusted', async () => {
    rmSync(join(folder, 'fineprint.config.json'))
    writeFileSync(join(folder, 'fineprint.config.mjs'), 'globalThis.ran = true\nexport default {}\n')
    const c = await start({ settings: { trusted: false } })
    expect((await c.open(uriOf('a.md'), STORY))[0]!.message).toContain('not trusted')
    expect('ran' in globalThis).toBe(false)
  })

  test('takes waivers and the baseline beside the settings into account', async () => {
    writeFileSync(join(folder, 'fineprint-waivers.yaml'), '- files: old/**\n  rules: statistic-attribution\n  reason: the archive\n')
    const c = await start()
    expect(await c.open(uriOf('old/a.md'), STORY)).toEqual([])
    expect(await c.open(uriOf('a.md'), STORY)).toHaveLength(1)
  })
})
