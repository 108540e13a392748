import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readMdast } from '../../src/formats/mdast.ts'
import { read } from '../../src/formats/read.ts'
import { outline, outlineOf } from './blocks.ts'

describe('Markdown', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['a heading', '## Rates *up*', ['heading 2 | Rates up | emphasis=up']],
    ['a wrapped paragraph', 'Sales rose\nby 4%  \nin May.', ['paragraph | Sales rose\nby 4%\nin May.']],
    ['a link', 'See [the **report**](https://e.org/a "t").', ['paragraph | See the report. | link=the report→https://e.org/a | strong=report']],
    ['a link by reference', 'See [this].\n\n[this]: https://e.org/b', ['paragraph | See this. | link=this→https://e.org/b']],
    ['a bare link', 'See https://e.org/c_d. Bye', ['paragraph | See https://e.org/c_d. Bye | link=https://e.org/c_d→https://e.org/c_d']],
    ['struck words', 'I ~~hold~~ <s>held</s> <del>own</del> it', ['paragraph | I hold held own it | struck=hold | struck=held | struck=own']],
    ['a quotation', '> Sales\n> rose.\n>\n> - 4%', ['quote | Sales\nrose.', 'item 1 quoted | 4%']],
    ['lists', '- a\n  - b\n\n    c\n- [x] d', ['item 1 | a', 'item 2 | b', 'item 2 | c', 'item 1 | d']],
    ['a table', '| a | b |\n|---|---|\n| 4% | [x](u) |', ['cell 0.0 head | a', 'cell 0.1 head | b', 'cell 1.0 | 4%', 'cell 1.1 | x | link=x→u']],
    ['a footnote', 'Up 4%.[^a]\n\n[^a]: By the bank.', ['paragraph | Up 4%. | noteref=a', 'note #a | By the bank.']],
    ['code', 'Run `a  4%` now\n\n```\n5%\n```\n\n    6%', ['paragraph | Run a  4% now | code=a  4%']],
    ['a picture with a title', '![alt 3%](u "Sales, 4%")', ['caption | Sales, 4%']],
    ['a picture and a line below', '![alt](u)\n*Source: the bank*', ['caption | Source: the bank | emphasis=Source: the bank']],
    ['a picture and a paragraph below', '![Chart](u)\n\n*Source: the bank*', ['caption | Chart', 'caption | Source: the bank | emphasis=Source: the bank']],
    ['line breaks in HTML', 'a<br>b', ['paragraph | a\nb']],
    ['hidden words', 'a <span style="display: none">b</span> c', ['paragraph | a b c | hidden=b']],
    ['a block of HTML', '<p>Up <b>4%</b></p>\n<p>Down', ['paragraph | Up 4% | strong=4%', 'paragraph | Down']],
    ['a post by somebody else', '<blockquote class="Post-Embed"><p>Up</p>— me</blockquote>', [
      'quote (blockquote post-embed) | Up', 'quote (blockquote post-embed) | — me',
    ]],
    ['Markdown inside elements', '<div class="note" hidden>\n\nUp *4%*\n\n</div>\n\nDown', ['paragraph (note) | Up 4% | hidden=Up 4% | emphasis=4%', 'paragraph | Down']],
    ['a table of HTML', '<table><tr><th>a</th></tr><tr><td>4%</td></tr></table>', ['cell 0.0 head | a', 'cell 1.0 | 4%']],
    ['a sign of about', 'Up ~5% to ~6%', ['paragraph | Up ~5% to ~6%']],
  ])('%s', (_name, text, blocks) => {
    expect(outlineOf(text, 'story.md')).toEqual(blocks)
  })

  it('keeps comments with their places', () => {
    const text = 'Up <!-- one -->\n\n<!--\ntwo\n-->\n'
    expect(read(text, 'story.md').comments.map(({ text: words, span }) => [words, text.slice(span.start, span.end)])).toEqual([
      ['one', '<!-- one -->'], ['two', '<!--\ntwo\n-->'],
    ])
  })

  it('puts a comment before a whole list, table or quotation, never inside one', () => {
    const text = 'A.\n\n- b\n- c\n'
    const { layout, blocks } = read(text, 'story.md')
    expect(layout.commentBefore!(blocks[2]!.span.start, 'x')).toEqual({ span: { start: 4, end: 4 }, text: '<!-- x -->\n' })
  })

  it('keeps a new paragraph apart from the line below', () => {
    const { layout, blocks } = read('# A\nB', 'story.md')
    expect(layout.paragraphAfter(blocks[0]!.span.end, '1. C')).toEqual({ span: { start: 3, end: 3 }, text: '\n\n1\\. C\n' })
  })
})

describe('a tree from a host', () => {
  const text = 'Up 4% (www.example.org, a@example.org) &amp; *b https://example.org/x c*.\n\n- [x] done'

  it('is read though a plugin left nodes without a place', () => {
    const processor = unified().use(remarkParse).use(remarkGfm)
    const tree = processor.runSync(processor.parse(text)) as Root
    const reading = readMdast(tree, text)
    expect(reading.blocks.map((b) => b.prose.text)).toEqual(['Up 4% (www.example.org, a@example.org) & b https://example.org/x c.', 'done'])
    const { prose } = reading.blocks[0]!
    for (const word of ['4%', 'www.example.org', 'a@example.org', 'x c']) {
      const at = prose.text.indexOf(word)
      const { start, end } = prose.spanOf(at, at + word.length)
      expect(text.slice(start, end)).toBe(word)
    }
  })

  it('is not changed', () => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(text)
    const before = JSON.stringify(tree)
    readMdast(tree, text)
    expect(JSON.stringify(tree)).toBe(before)
  })

  it('says nothing without places', () => {
    expect(outline(readMdast({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Up 4%' }] }] }, ''))).toEqual([])
  })
})
