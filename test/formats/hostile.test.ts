import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'

describe('a text made to hang a parser', () => {
  it.each<[name: string, text: string, message: RegExp]>([
    ['quotations in quotations', '> '.repeat(5000) + 'Up 4%', /nested too deep/u],
    ['lists in lists', '1. '.repeat(5000) + 'Up 4%', /nested too deep/u],
    ['a quotation that is never continued', '> a\n' + 'b *c*\n'.repeat(5000), /too long a paragraph/u],
    ['underlined headings', '*a*\n=\n'.repeat(5000), /underlined headings/u],
    ['brackets', 'a' + ']'.repeat(5000), /brackets/u],
    ['emphasis', '*a **b '.repeat(5000), /emphasis/u],
    ['tags', 'a ' + '<? '.repeat(5000), /unclosed tags/u],
  ])('%s', (_name, hostile, message) => {
    const text = `# Head\n\n${hostile}\n\nAfter **it**.\n`
    const article = read(text, 'story.md')
    expect(article.notices.map((n) => n.message)).toEqual([expect.stringMatching(message)])
    const { start } = article.notices[0]!.span
    expect(start).toBeGreaterThanOrEqual(8)
    expect(start).toBeLessThan(8 + hostile.length)
    expect(article.blocks[0]!.prose.text).toBe('Head')
    expect(article.blocks.at(-1)!.marks).toHaveLength(1)
  })

  it('elements in elements', () => {
    const article = read('<div>'.repeat(20_000) + 'Up 4%', 'story.html')
    expect(article.notices.map((n) => n.message)).toEqual([expect.stringMatching(/nested too deep/u)])
    expect(article.blocks).toHaveLength(1)
  })

  it.each(['> a\n\n'.repeat(300), '- a\n'.repeat(3000), '| a | b |\n|---|---|\n' + '| 1 | 2 |\n'.repeat(500), '*a* [b](c) '.repeat(300), 'a\n---\n\n'.repeat(200)])(
    'nothing is said of a long text without harm (%#)',
    (text) => {
      expect(read(text, 'story.md').notices).toEqual([])
    },
  )
})
