import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { outlineOf } from './blocks.ts'

describe('MDX', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['imports and elements', 'import A from "./a"\n\n# Up\n\n<Chart data={[4]} />\n\nSales **rose**.', ['heading 1 | Up', 'paragraph | Sales rose. | strong=rose']],
    ['words in elements', '<Aside className="Embed Post">\n\nUp 4%\n\n</Aside>\n\nDown', ['paragraph (embed post aside) | Up 4%', 'paragraph | Down']],
    ['elements in words', 'Up <Num>4%</Num> and <s>5%</s>', ['paragraph | Up 4% and 5% | struck=5%']],
    ['expressions', 'Up {rate} more', ['paragraph | Up \uFFFC more']],
    ['comments', 'Up {/* in */} 4%\n\n{/* x */}\n\nDown', ['paragraph | Up  4%', 'paragraph | Down']],
    ['a table', '| a |\n|---|\n| 4% |', ['cell 0.0 head | a', 'cell 1.0 | 4%']],
  ])('%s', (_name, text, blocks) => {
    expect(outlineOf(text, 'story.mdx')).toEqual(blocks)
  })

  it('keeps comments with their places', () => {
    const text = '\uFEFF---\ntitle: x\n---\nUp {/* in */} 4%\n\n{/* x */}\n'
    expect(read(text, 'a.mdx').comments.map(({ text: words, span }) => [words, text.slice(span.start, span.end)])).toEqual([['in', '{/* in */}'], ['x', '{/* x */}']])
  })

  it('writes comments and braces as MDX', () => {
    const text = 'Up 4%.\n\nDown {x}.'
    const { layout, blocks } = read(text, 'a.mdx')
    const after = read(applyEdits(text, [layout.commentBefore!(blocks[1]!.span.start, 'why'), layout.paragraphAfter(blocks[0]!.span.end, 'New {a}.')]), 'a.mdx')
    expect(after.comments.map((c) => c.text)).toEqual(['why'])
    expect(after.blocks.map((b) => b.prose.text)).toEqual(['Up 4%.', 'New {a}.', 'Down \uFFFC.'])
  })

  it('is read as Markdown where it is not sound', () => {
    const { notices, blocks } = read('Up <b 4%\n\nDown {', 'a.mdx')
    expect(notices).toHaveLength(1)
    expect(notices[0]!.message).toMatch(/^the text is not MDX and was read as Markdown: /u)
    expect(blocks.map((b) => b.prose.text)).toEqual(['Up <b 4%', 'Down {'])
  })
})
