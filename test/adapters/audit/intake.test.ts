import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlesOf, filesOf, isTask, type Reading, type Taken } from '../../../src/adapters/audit/intake.ts'
import { linesOf } from '../../../src/adapters/audit/lines.ts'
import { entryOf } from '../../../src/adapters/audit/record.ts'

async function* chunked(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('lines', () => {
  test('are the same however the bytes come', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('ab', 'ä', '', ' ', '{"a": 1}', '\r'), { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (parts, sizes) => {
      const bytes = Buffer.from(parts.join('\n'))
      const found = await all(linesOf(chunked(bytes, sizes), 1000))
      expect(found.map((line) => line.bytes!.toString())).toEqual(parts.filter((part) => /[^\s]/u.test(part)))
      for (const { from, to, bytes: line, number } of found) {
        expect(bytes.subarray(from, to)).toEqual(line)
        expect(parts[number - 1]).toBe(line!.toString())
      }
    }))
  })

  test('longer than is taken are passed over, and said to be there', async () => {
    const bytes = Buffer.from(`short\n${'x'.repeat(5000)}\nafter`)
    const found = await all(linesOf(chunked(bytes, [7]), 100))
    expect(found.map(({ number, bytes: line, from, to }) => [number, line?.toString(), from, to])).toEqual([[1, 'short', 0, 5], [2, undefined, 6, 5006], [3, 'after', 5007, 5012]])
  })
})

describe('a record', () => {
  test.each<[string, object, Record<string, string>, object]>([
    ['by its usual names', { id: 7, headline: 'Ships', body: 'Sales rose.', author: { name: 'Ines Ruiz' }, date: '2026-03-04T10:00:00Z', section: 'trade', url: 'https://example.com/7' }, {}, {
      id: '7', kind: undefined, about: { title: 'Ships', author: 'Ines Ruiz', date: '2026-03-04', section: 'trade', url: 'https://example.com/7' },
      submission: { fields: { headline: 'Ships', body: 'Sales rose.' }, map: { headline: { role: 'headline', format: 'plain' }, body: { role: 'body', format: 'markdown' } } },
    }],
    ['by a map, into its depth', { slug: 's', content: { rendered: '<p>Sales rose.</p>' }, meta: { by: ['Ines Ruiz', 'Karl Weiss'] } }, { id: 'slug', text: 'content.rendered', author: 'meta.by' }, {
      id: 's', kind: undefined, about: { author: 'Ines Ruiz, Karl Weiss' }, submission: { text: '<p>Sales rose.</p>', format: 'html' },
    }],
    ['as WordPress wraps it', { id: 1, title: { rendered: 'Ships' }, content: { rendered: '<p>x</p>' } }, { }, {
      id: '1', kind: undefined, about: { title: 'Ships' }, submission: { fields: { title: 'Ships', content: '<p>x</p>' }, map: { title: { role: 'headline', format: 'plain' }, content: { role: 'body', format: 'html' } } },
    }],
    ['with a format of its own', { text: 'x', format: 'text/plain', kind: 'opinion' }, {}, { id: undefined, kind: 'opinion', about: {}, submission: { text: 'x', format: 'plain' } }],
    ['without a text', { id: 'a', text: '  ' }, {}, { id: 'a', kind: undefined, about: {}, submission: undefined }],
    ['with names of the language itself', JSON.parse('{"__proto__": {"text": "x"}, "constructor": "y"}') as object, { text: 'toString' }, { id: undefined, kind: undefined, about: {}, submission: undefined }],
  ])('%s', (_, value, map, expected) => {
    expect(entryOf(value as Record<string, unknown>, map, undefined)).toEqual(expected)
  })
})

describe('an archive', () => {
  let folder: string
  const reading = (most = 10_000): Reading => ({ cwd: folder, map: {}, format: undefined, most })
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const shown = ({ article }: Taken) => (isTask(article) ? [article.ref, article.id] : [article.ref, article.error.code])
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fp-intake-'))
    write('news/b.md', 'Sales rose 4%.')
    write('news/a/c.html', '<p>Sales rose.</p>')
    write('news/a/d.txt.gz', gzipSync('Sales rose.'))
    write('news/picture.png', 'no article')
    write('news/node_modules/x.md', 'not ours')
    write('records.jsonl', `\ufeff{"id": "r1", "text": "Sales rose."}\n\n{"id": "r2", "text": "Sales fell."}\r\n{"id": "r1", "text": "Sales rose."}\n`)
    write('bad.jsonl', Buffer.concat([Buffer.from('{"id": 1, "text": "x"}\nno json\n[1]\n{"id": "empty"}\n{"id": "raw", "text": "'), Buffer.from([0xff, 0xfe]), Buffer.from(`"}\n{"text": "${'y'.repeat(20_000)}"}\n{"id": 2, "text": "x"}`)]))
    write('zipped.jsonl.gz', gzipSync('{"id": "z1", "text": "x"}\n{"id": "z2", "text": "x"}\n'))
    write('torn.jsonl.gz', gzipSync(`${'{"id": "z1", "text": "x"}\n'.repeat(20)}`).subarray(0, 40))
    write('latin.txt', Buffer.from([0x53, 0xe4]))
    write('blank.txt', ' \n')
    write('bomb.txt.gz', gzipSync('x'.repeat(1_000_000)))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is read folder by folder, in a stable order', () => {
    expect([...filesOf(['news', 'records.jsonl'], folder)]).toEqual(['news/a/c.html', 'news/a/d.txt.gz', 'news/b.md', 'records.jsonl'])
    expect([...filesOf(['news/**/*.{md,html}'], folder)]).toEqual(['news/a/c.html', 'news/b.md'])
  })

  test.each([['nowhere', /there is no such file/u], ['*.docx', /no file fits/u]])('%s leads nowhere', (operand, why) => {
    expect(() => [...filesOf([operand], folder)]).toThrow(why)
  })

  test('of files and records', async () => {
    const found = await all(articlesOf(['news', 'records.jsonl', 'zipped.jsonl.gz'], reading()))
    expect(found.map(shown)).toEqual([
      ['news/a/c.html', 'news/a/c.html'], ['news/a/d.txt.gz', 'news/a/d.txt.gz'], ['news/b.md', 'news/b.md'],
      ['records.jsonl:1', 'r1'], ['records.jsonl:3', 'r2'], ['records.jsonl:4', 'r1'], ['zipped.jsonl.gz:1', 'z1'], ['zipped.jsonl.gz:2', 'z2'],
    ])
    // The same words under the same name are one article; files of two names are two.
    expect(found[3]!.article.key).toBe(found[5]!.article.key)
    expect(new Set(found.map(({ article }) => article.key)).size).toBe(7)
    expect(found.map(({ place }) => place?.path)).toEqual(['news/a/c.html', undefined, 'news/b.md', 'records.jsonl', 'records.jsonl', 'records.jsonl', undefined, undefined])
  })

  test('of bad articles gives a reason for each, and goes on', async () => {
    const found = await all(articlesOf(['bad.jsonl', 'latin.txt', 'blank.txt', 'bomb.txt.gz'], reading()))
    expect(found.map(shown)).toEqual([
      ['bad.jsonl:1', '1'], ['bad.jsonl:2', 'no-json'], ['bad.jsonl:3', 'no-json'], ['bad.jsonl:4', 'no-text'], ['bad.jsonl:5', 'not-text'], ['bad.jsonl:6', 'too-long'], ['bad.jsonl:7', '2'],
      ['latin.txt', 'not-text'], ['blank.txt', 'no-text'], ['bomb.txt.gz', 'too-long'],
    ])
  })

  test('of a file that is torn keeps what came before', async () => {
    const found = (await all(articlesOf(['torn.jsonl.gz', 'news/b.md'], reading()))).map(shown)
    expect(found.slice(-2)).toEqual([[expect.stringMatching(/^torn\.jsonl\.gz:\d+$/u), 'unreadable'], ['news/b.md', 'news/b.md']])
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('of a file or folder that may not be read', async () => {
    write('secret.txt', 'x')
    chmodSync(join(folder, 'secret.txt'), 0)
    write('closed/a.md', 'x')
    chmodSync(join(folder, 'closed'), 0)
    expect((await all(articlesOf(['secret.txt', 'closed'], reading()))).map(shown)).toEqual([['secret.txt', 'unreadable'], ['closed/', 'unreadable']])
    chmodSync(join(folder, 'closed'), 0o755)
  })
})
