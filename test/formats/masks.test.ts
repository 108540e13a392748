import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { outlineOf } from './blocks.ts'

describe('shortcodes and templates', () => {
  it.each<[name: string, path: string, text: string, blocks: string[]]>([
    ['on a line of their own', 'a.md', 'Up.\n\n{{< chart id="4%" >}}\n\nDown.', ['paragraph | Up.', 'paragraph | Down.']],
    ['within words', 'a.md', 'Up {{ rate }} **more**.', ['paragraph | Up \uFFFC more. | strong=more']],
    ['with marks behind', 'a.txt', 'Up {% a %} and ~~so~~ on', ['paragraph | Up \uFFFC and so on | struck=so']],
    ['around words', 'a.html', '[caption id="a"]<img src="u"> Sales, 4%[/caption]', ['paragraph | \uFFFC Sales, 4%\uFFFC']],
    ['around paragraphs', 'a.md', '{% note %}\nUp 4%.\n{% endnote %}', ['paragraph | Up 4%.']],
    ['that are none', 'a.md', 'A {b} [quote] {c', ['paragraph | A {b} \uFFFC {c']],
  ])('%s', (_name, path, text, blocks) => {
    expect(outlineOf(text, path)).toEqual(blocks)
  })

  it('keep their width and take no edit', () => {
    const text = 'Up {{ rate }} more 4%.'
    const { prose } = read(text, 'a.md').blocks[0]!
    const at = prose.text.indexOf('4%')
    expect(prose.spanOf(at, at + 2)).toEqual({ start: 19, end: 21 })
    expect(prose.spanOf(3, 4)).toEqual({ start: 3, end: 13 })
    expect(prose.edit(3, 4, 'x')).toBeUndefined()
  })

  it('may be comments', () => {
    const text = 'Up.\n\n{{/* one */}}\n{# two #}\n\nDown.'
    expect(read(text, 'a.md').comments.map(({ text: words, span }) => [words, text.slice(span.start, span.end)])).toEqual([['one', '{{/* one */}}'], ['two', '{# two #}']])
  })
})
