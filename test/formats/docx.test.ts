import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/formats/docx.ts'
import { paragraph, run, wordFile } from '../support/word.ts'
import { outline } from './blocks.ts'

describe('a Word document', () => {
  it('is read as text, a paragraph a line, and places count in that text', async () => {
    const article = await readDocx(wordFile(paragraph(run('Rates &amp; you')) + paragraph(run('Sales rose '), run('4%', '<w:b/>'), run('.'))), 'a.docx')
    expect(outline(article)).toEqual(['paragraph | Rates & you', 'paragraph | Sales rose 4%. | strong=4%'])
    expect(article.source.text).toBe('Rates & you\nSales rose 4%.')
    expect(article.blocks.map((b) => article.slice(b.span))).toEqual(['Rates & you', 'Sales rose 4%.'])
    expect(article.blocks[1]!.prose.edit(0, 5, 'x')).toBeUndefined()
  })

  it('keeps a paragraph on its line where there is a break in it', async () => {
    const article = await readDocx(wordFile(paragraph(run('First,'), '<w:r><w:br/></w:r>', run('second.')) + paragraph(run('Third 4%.'))), 'a.docx')
    expect(article.source.text).toBe('First, second.\nThird 4%.')
    expect(article.statistics.map((s) => article.slice(s.span))).toEqual(['4%'])
  })

  it('is refused in one line where it is none', async () => {
    await expect(readDocx(new TextEncoder().encode('no'), 'a.docx')).rejects.toThrow('a.docx is not a Word document (.docx)')
  })
})
