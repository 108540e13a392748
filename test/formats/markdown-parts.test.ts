import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/article/block.ts'
import { formatFor } from '../../src/formats/formats.ts'
import { readMdast } from '../../src/formats/mdast.ts'
import * as gfm from '../../src/formats/parsers/gfm.ts'
import * as markdownParser from '../../src/formats/parsers/markdown.ts'
import { markdownParts } from '../../src/formats/markdown-parts.ts'

const markdown = formatFor('story.md')
const inParts = (text: string) => summary(markdown.read(text, { markdown: markdownParser, gfm }), text)
const inOne = (text: string) => summary(readMdast(markdownParser.parseMarkdown(text, gfm.gfm), text), text)

function summary(reading: Reading, text: string): unknown {
  return {
    blocks: reading.blocks.map(({ prose, group, cell, ...rest }) => ({
      ...rest, text: prose.text, places: Array.from(prose.text, (_, at) => text.slice(...ends(prose.spanOf(at, at + 1)))), row: cell?.row, column: cell?.column,
      grouped: group !== undefined, marks: rest.marks.map((m) => `${m.kind} ${m.from}–${m.to} ${m.url ?? ''}`).sort(),
    })),
    comments: reading.comments,
  }
}

function ends({ start, end }: { start: number; end: number }): [number, number] {
  return [start, end]
}

const LINES = [
  'Sales rose 4% in May.', 'and fell', '# Head', '## Head two #', '#tag', '> quoted', '>', '- item', '* item', '+ 5', '-', '1. one', '2) two', '12. May', '2024 was',
  '  inset', '    code', '\ttab', '```', '~~~', '``` js', '  ```', '- ```', '> ```', '<div>', '</div>', '<!-- a', 'b -->', '<!-- c -->', '<pre>', '</pre>', '<p>x', '<s>y</s> z',
  '---', '===', '***', '- - -', '| a | b |', '|---|---|', '| 1 | 2 |', 'a | b', '-|-', ':-', 'S&P 500', 'A&amp;B', '**bold** word', '*em*', '~~old~~', '~5% to ~6%', '[a](b)',
  '[x] done', '- [ ] todo', '![alt](u)', '`code`', '+4% more', '-3 points', 'hard  ', 'back\\', '\\# no', 'a_b_c', '<https://e.org>', '“Quote,” he said', '$5', '=x', 'é\u00a0', '<script>',
  '</script>', '<?x', '?>', '<![CDATA[', ']]>', '<!X', 'a]', '😀', ': x', '{x}', '--With', '--', '-=',
]

describe('a Markdown text read in parts', () => {
  it('gives what the parser gives for the whole', () => {
    const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LINES) }, { weight: 2, arbitrary: fc.constant('') }, fc.stringMatching(/^[-+*>#=~`<|:!\\_&$ a1.)]{0,6}$/u))
    const list = fc.array(
      fc.constantFrom('- One', '* two **b**', '- [a](b)', '> said', '> *so*', '- 4% & up', '- - x', '> > y', '- # z', '*', '- [ ] t', '- 1. a'),
      { minLength: 1, maxLength: 3 },
    )
    const piece = fc.oneof({ weight: 8, arbitrary: line }, { weight: 2, arbitrary: list.map((l) => `\n${l.join('\n')}\n`) })
    const text = fc.tuple(fc.array(piece, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\r\n', '\r')).map(([lines, newline]) => lines.join(newline))
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.includes(']:') && !/^(?:---|[+]{3})/u.test(source))
        expect(inParts(source)).toEqual(inOne(source))
      }),
      { numRuns: 600 },
    )
  })

  it('gives the same marks within a line', () => {
    const piece = fc.oneof(
      fc.constantFrom(' ', ' ', '**', '*', '_', '__', '[', '](', ')', '[a](b)', '[a b](https://e.org/x_y?z=1#w)', '&amp;', '&', '\\', '\\%', '~', '~~', '`', '!', '<', '.', ',', '“', '—',
        '\n', '(', 'é', '&nbsp;', '&#8217;', '[^1]', ':', '"', "'", '\u00a0', '😀', '#', ' #', '***'),
      fc.constantFrom('word', 'a', '4%', 'x1'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')), fc.constantFrom('', '', '# '), (line, head) => {
        fc.pre(!line.includes(']:'))
        expect(inParts(head + line)).toEqual(inOne(head + line))
      }),
      { numRuns: 600 },
    )
  })

  it('leaves plain paragraphs to no parser', () => {
    const story = '# Rates rise\n\nThe bank raised rates to 4%,\nits S&P peers said.\n\n“Good,” she said.\n\n- One\n- Two\n\n> Quoted\n\n| a |\n|---|\n'
    expect([...markdownParts(story, 0)].map((p) => p.kind)).toEqual(['heading', 'prose', 'prose', 'list', 'quote', 'markup'])
  })
})
