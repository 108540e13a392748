import { describe, expect, it } from 'vitest'
import { jsonWith } from '../../src/formats/json.ts'
import { read, readAll } from '../../src/formats/read.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { outline, outlineOf } from './blocks.ts'

const json = (value: unknown) => JSON.stringify(value, undefined, 2)

const portable = {
  headline: 'Rates',
  body: [
    { _type: 'block', style: 'h2', children: [{ _type: 'span', text: 'Up' }] },
    {
      _type: 'block', style: 'normal', markDefs: [{ _key: 'k', _type: 'link', href: 'https://e.org' }],
      children: [{ _type: 'span', text: 'Sales rose ', marks: [] }, { _type: 'span', text: '4%', marks: ['strong', 'k'] }, { _type: 'span', text: '.' }],
    },
    { _type: 'block', style: 'normal', listItem: 'bullet', level: 1, children: [{ _type: 'span', text: 'One' }] },
    { _type: 'block', style: 'blockquote', children: [{ _type: 'span', text: 'Said' }] },
    { _type: 'image', asset: {} },
  ],
}
const lexical = {
  title: 'Rates',
  content: {
    root: {
      type: 'root',
      children: [
        { type: 'heading', tag: 'h2', version: 1, children: [{ type: 'text', text: 'Up', format: 0 }] },
        { type: 'paragraph', version: 1, children: [{ type: 'text', text: 'Sales ', format: 0 }, { type: 'link', fields: { url: 'https://e.org' }, children: [{ type: 'text', text: 'rose', format: 4 }] }] },
        { type: 'list', listType: 'bullet', children: [{ type: 'listitem', children: [{ type: 'text', text: 'One', format: 1 }] }] },
        { type: 'table', children: [{ type: 'tablerow', children: [{ type: 'tablecell', headerState: 1, children: [{ type: 'paragraph', children: [{ type: 'text', text: '4%' }] }] }] }] },
      ],
    },
  },
}
const contentful = {
  title: 'Rates',
  body: {
    nodeType: 'document', data: {},
    content: [
      { nodeType: 'heading-2', data: {}, content: [{ nodeType: 'text', value: 'Up', marks: [], data: {} }] },
      { nodeType: 'paragraph', data: {}, content: [{ nodeType: 'text', value: 'Sales', marks: [{ type: 'bold' }], data: {} }, { nodeType: 'hyperlink', data: { uri: 'https://e.org' }, content: [{ nodeType: 'text', value: ' rose', marks: [], data: {} }] }] },
      { nodeType: 'unordered-list', data: {}, content: [{ nodeType: 'list-item', data: {}, content: [{ nodeType: 'paragraph', data: {}, content: [{ nodeType: 'text', value: 'One', marks: [], data: {} }] }] }] },
      { nodeType: 'blockquote', data: {}, content: [{ nodeType: 'paragraph', data: {}, content: [{ nodeType: 'text', value: 'Said', marks: [], data: {} }] }] },
    ],
  },
}
const prosemirror = { title: 'Rates', body: { type: 'doc', content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Up' }] }, { type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'strike' }], text: 'Sales' }] }] } }

describe('JSON', () => {
  it.each<[name: string, value: unknown, blocks: string[]]>([
    ['plain fields with Markdown', { headline: 'Rates', dek: 'A look', body: 'Sales **rose**.\n\n- 4%' }, [
      'field headline | Rates', 'field standfirst | A look', 'paragraph | Sales rose. | strong=rose', 'item 1 | 4%',
    ]],
    ['a post of WordPress', { title: { rendered: 'R&amp;D &#8217;s' }, content: { rendered: '<p>Up 4%</p>\n<p>“Yes”</p>' } }, [
      'field headline | R&D ’s', 'paragraph | Up 4%', 'paragraph | “Yes”',
    ]],
    ['blocks of WordPress', { title: { raw: 'R' }, content: { raw: '<!-- wp:paragraph -->\n<p>Up</p>\n<!-- /wp:paragraph -->', rendered: '<p>no</p>' } }, ['field headline | R', 'paragraph | Up']],
    ['Portable Text', portable, [
      'field headline | Rates', 'heading 2 | Up', 'paragraph | Sales rose 4%. | strong=4% | link=4%→https://e.org', 'item 1 | One', 'quote | Said',
    ]],
    ['Lexical', lexical, ['field headline | Rates', 'heading 2 | Up', 'paragraph | Sales rose | struck=rose | link=rose→https://e.org', 'item 1 | One | strong=One', 'cell 0.0 head | 4%']],
    ['Lexical in a string', { title: 'R', lexical: JSON.stringify(lexical.content) }, [
      'field headline | R', 'heading 2 | Up', 'paragraph | Sales rose | struck=rose | link=rose→https://e.org', 'item 1 | One | strong=One', 'cell 0.0 head | 4%',
    ]],
    ['Contentful', contentful, ['field headline | Rates', 'heading 2 | Up', 'paragraph | Sales rose | strong=Sales | link= rose→https://e.org', 'item 1 | One', 'quote | Said']],
    ['ProseMirror', prosemirror, ['field headline | Rates', 'heading 3 | Up', 'paragraph | Sales | struck=Sales']],
    ['no article', { name: 'x', description: 'y', scripts: { test: 'z' } }, []],
  ])('%s', (_name, value, blocks) => {
    expect(outlineOf(json(value), 'story.json')).toEqual(blocks)
  })

  it('keeps places through escapes of both formats', () => {
    const text = '\uFEFF{"headline": "A \\"b\\"", "body": "R&amp;D\\n\\nrose \\u0034% 😀 **now**"}'
    const article = read(text, 'story.json')
    const at = (words: string) => {
      const block = article.blocks.find((b) => b.prose.text.includes(words))!
      const from = block.prose.text.indexOf(words)
      const { start, end } = block.prose.spanOf(from, from + words.length)
      return text.slice(start, end)
    }
    expect([at('"b"'), at('R&D'), at('4%'), at('😀'), at('now')]).toEqual(['\\"b\\"', 'R&amp;D', '\\u0034%', '😀', 'now'])
  })

  it('writes edits in both formats', () => {
    const text = '{"headline": "A", "body": "<p>Up <b>4%</b></p>"}'
    const { blocks, layout } = read(text, 'story.json')
    const edit = blocks[1]!.prose.edit(0, 2, '"A" & B')!
    expect(JSON.parse(applyEdits(text, [edit]))).toEqual({ headline: 'A', body: '<p>"A" &amp; B <b>4%</b></p>' })
    const after = layout.paragraphAfter(blocks[1]!.span.end, 'Say "x"')
    expect(JSON.parse(applyEdits(text, [after]))).toEqual({ headline: 'A', body: '<p>Up <b>4%</b></p>\n<p>Say "x"</p>' })
  })

  it.each([portable, lexical, contentful, prosemirror])('adds a paragraph of the same editor (%#)', (value) => {
    const text = json(value)
    const { blocks, layout } = read(text, 'story.json')
    const after = applyEdits(text, [layout.paragraphAfter(blocks.at(-1)!.span.end, 'New "one"')])
    JSON.parse(after)
    expect(outlineOf(after, 'story.json')).toEqual([...outlineOf(text, 'story.json'), 'paragraph | New "one"'])
  })

  it('reads every record of a list', () => {
    const text = json({ posts: [{ title: 'A', html: '<p>a</p>', published_at: '2026-02-03T00:00:00Z', authors: [{ name: 'Jo' }] }, { title: 'B', html: '<p>b</p>' }] })
    const articles = readAll(text, 'posts.json')
    expect(articles.map(outline)).toEqual([['field headline | A', 'paragraph | a'], ['field headline | B', 'paragraph | b']])
    expect(articles[0]!.meta).toMatchObject({ title: 'A', author: 'Jo', published: '2026-02-03' })
  })

  it('takes names of one’s own', () => {
    const text = json({ kicker: 'A', prose: 'b' })
    expect(outline(jsonWith({ kicker: 'headline', prose: 'body' }).readAll!(text, {})[0]!)).toEqual(['field headline | A', 'paragraph | b'])
  })

  it('takes comments and trailing commas, and says what is wrong', () => {
    expect(outlineOf('{ // x\n "headline": "A", /* y */ "body": "b", }', 'a.jsonc')).toEqual(['field headline | A', 'paragraph | b'])
    expect(read('{"body": }', 'a.json').notices).toEqual([{ message: 'the text is not JSON: expected a value', span: { start: 9, end: 10 } }])
  })
})
