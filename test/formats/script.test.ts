import { describe, expect, it } from 'vitest'
import { read, readAll } from '../../src/formats/read.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { outline } from './blocks.ts'

const all = (text: string, path = 'story.tsx') => readAll(text, path).map(outline)

describe('programs', () => {
  it.each<[name: string, text: string, articles: string[][]]>([
    ['tagged templates', 'const a = article`# Up\n\nSales **rose** ${n}%.`; const b = html`<p>Down &amp; out</p>`; const c = other`x`', [
      ['heading 1 | Up', 'paragraph | Sales rose \uFFFC%. | strong=rose'], ['paragraph | Down & out'],
    ]],
    ['templates that are indented', 'function f() {\n    return md`\n      Up 4%.\n\n      - One\n        - Two\n    `\n}', [['paragraph | Up 4%.', 'item 1 | One', 'item 2 | Two']]],
    ['strings after a comment', "const a = /* article */ 'It\\'s **up** 4%'; const b = 'not'", [["paragraph | It's up 4% | strong=up"]]],
    ['objects', "export const post = { headline: 'Rates', 'dek': \"Why\", author: 'Jo', body: `Up\\n\\nDown` }", [
      ['field headline | Rates', 'field standfirst | Why', 'paragraph | Up', 'paragraph | Down'],
    ]],
    ['objects without a headline', "const a = { body: 'x', method: 'POST' }", [[]]],
    ['JSX', 'const A = () => <article className="Story"><h1>Rates &amp; you</h1><p>Up {n}% <b>now</b>{/* c */}</p>{list.map((x) => x)}</article>', [
      ['heading 1 (story) | Rates & you', 'paragraph (story) | Up \uFFFC% now | strong=now', 'paragraph (story) | \uFFFC'],
    ]],
    ['JSX without paragraphs', 'const A = <button>4%</button>', [[]]],
    ['types and no JSX', 'const a = <string>md`Up`', [['paragraph | Up']]],
  ])('%s', (_name, text, articles) => {
    expect(all(text)).toEqual(articles)
  })

  it('keeps places through escapes of both languages', () => {
    const text = '\uFEFF// 😀\r\nconst a = article`R&amp;D \\`x\\` \\u{1F600} ${a ? `}` : 1} 4\\\\% and\r\n  more`'
    const article = read(text, 'a.ts')
    const { prose } = article.blocks[0]!
    const at = (words: string) => {
      const from = prose.text.indexOf(words)
      const { start, end } = prose.spanOf(from, from + words.length)
      return text.slice(start, end)
    }
    expect(prose.text).toBe('R&D x 😀 \uFFFC 4% and\nmore')
    expect([at('R&D'), at('😀'), at('\uFFFC'), at('4%'), at('more')]).toEqual(['R&amp;D', '\\u{1F600}', '${a ? `}` : 1}', '4\\\\%', 'more'])
  })

  it('writes edits in both languages', () => {
    const text = 'const a = article`Up 4% ${n}`'
    const { prose } = read(text, 'a.ts').blocks[0]!
    expect(applyEdits(text, [prose.edit(0, 2, '`a` ${b}')!])).toBe('const a = article`\\\\\\`a\\\\\\` \\${b} 4% ${n}`')
    expect(prose.edit(4, 7, 'x')).toBeUndefined()
  })

  it('says where a program is broken', () => {
    const { notices, blocks } = read('const a = {', 'a.ts')
    expect(blocks).toEqual([])
    expect(notices).toHaveLength(1)
    expect(notices[0]!.message).toMatch(/^the program cannot be read: /u)
  })
})
