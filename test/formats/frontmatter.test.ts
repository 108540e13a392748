import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { read } from '../../src/formats/read.ts'
import { readSimpleYaml } from '../../src/formats/yaml.ts'

const fields = (front: string) => {
  const text = `\uFEFF---\n${front}\n---\nUp.\n`
  const article = read(text, 'a.md')
  return {
    blocks: article.blocks.filter((b) => b.kind === 'field').map((b) => {
      const { start, end } = b.prose.spanOf(0, b.prose.text.length)
      return [b.field, b.prose.text, text.slice(start, end)]
    }),
    meta: article.meta,
    notices: article.notices.map((n) => [n.message, text.slice(n.span.start, n.span.end)]),
    body: article.blocks.filter((b) => b.kind !== 'field').map((b) => [b.prose.text, text.slice(b.span.start, b.span.end)]),
  }
}

describe('front matter', () => {
  it('says what it knows about the article', () => {
    const { meta } = fields('title: Rates\nauthor: [Jo Doe, Al Roe]\ndate: 2026-03-04 10:00\nupdated: 5 March 2026\ncontent_type: opinion\nsponsored_by: Acme\nattests:\n  holdings: none\n  sources: true\nx: 1')
    expect(meta).toEqual({
      title: 'Rates', author: 'Jo Doe, Al Roe', published: '2026-03-04', updated: '2026-03-05', kind: 'opinion', sponsor: 'Acme',
      attests: { holdings: 'none', sources: true },
      fields: {
        title: 'Rates', author: ['Jo Doe', 'Al Roe'], date: '2026-03-04 10:00', updated: '5 March 2026', content_type: 'opinion', sponsored_by: 'Acme',
        attests: { holdings: 'none', sources: true }, x: 1,
      },
    })
  })

  it.each([
    ['title: Rates rise 4%', 'headline', 'Rates rise 4%', 'Rates rise 4%'],
    ['title: "Rates: up"', 'headline', 'Rates: up', 'Rates: up'],
    ['headline: "A \\"b\\" \\u2019"', 'headline', 'A "b" ’', 'A \\"b\\" \\u2019'],
    ["title: 'it''s'", 'headline', "it's", "it''s"],
    ['dek: one\n  two', 'standfirst', 'one two', 'one\n  two'],
    ['description: >\n  one\n  two\nx: 1', 'standfirst', 'one two', 'one\n  two'],
    ['disclosure: None held.', 'disclosure', 'None held.', 'None held.'],
  ])('%j stands as %s', (front, field, text, source) => {
    const { blocks, body } = fields(front)
    expect(blocks).toEqual([[field, text, source]])
    expect(body).toEqual([['Up.', 'Up.']])
  })

  it.each([
    ['title: [x', 'the front matter is not YAML: flow sequence'],
    ['a: 1\na: 2', 'the front matter is not YAML: map keys must be unique'],
    ['- a', 'the front matter is not YAML: expected `key: value` lines'],
    ['a: *b', 'the front matter is not YAML: unresolved alias'],
  ])('%j is said to be wrong, and the article is read', (front, message) => {
    const { notices, body } = fields(front)
    expect(notices).toHaveLength(1)
    expect(notices[0]![0]!.startsWith(message)).toBe(true)
    expect(body).toEqual([['Up.', 'Up.']])
  })

  it('reads simple lines as the parser does', () => {
    const value = fc.oneof(
      fc.constantFrom('a b', '4%', '4', '04', '1.5', '1e3', '0x1F', '.5', '1_000', 'true', 'TRUE', 'yes', 'null', '~', '', '"q"', "'q'", '"a: b"', "'#'", 'a #b', 'a: b', 'a:b', 'https://e.org', '2026-03-04',
        '2026-03-04T10:00:00Z', '12:30', '[a]', '{a: b}', '&a', '*a', '!x', '| x', '> x', '- x', '@x', '`x', '%x', '“é”', 'a\u00a0', 'x "y"', '"x" y', "it's", '1 a', '1,000', '+4', '-4', 'NaN', '.inf', '<<', '=', 'a,', '?a', 'a?',
        '20 March 2026', '"a\\n"', 'No', '1:2', '12e03', '0o7', '5 %', '1. a'),
      fc.stringMatching(/^[a-z0-9 :#'"%.,~&*!|>@`{}[\]+-]{0,6}$/u),
    )
    const line = fc.tuple(fc.constantFrom('a', 'b', 'c', 'title', 'x-y', 'true', 'null', 'n', '1', '# z', '"k"'), fc.constantFrom(': ', ':  ', ':'), value, fc.constantFrom('', ' '))
    const text = fc.tuple(fc.array(line.map((parts) => parts.join('')), { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n')).map(([lines, newline]) => lines.join(newline) + newline)
    fc.assert(
      fc.property(text, (source) => {
        const entries = readSimpleYaml(source, 0, source.length)
        if (!entries) return
        const document = parseDocument(source)
        expect(document.errors).toEqual([])
        expect(Object.fromEntries(entries.map((e) => [e.key, e.value]))).toEqual(document.toJS() ?? {})
        for (const entry of entries) if (entry.prose) expect(entry.prose.text).toBe(entry.value)
      }),
      { numRuns: 3000 },
    )
  })
})
