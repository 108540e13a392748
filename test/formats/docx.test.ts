import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/formats/docx.ts'
import { outline } from './blocks.ts'

/** A zip archive without compression, which is all a .docx needs to be. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end])
}

function crc32(data: Buffer): number {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function word(body: string): Uint8Array {
  const type = 'http://schemas.openxmlformats.org'
  return zip({
    '[Content_Types].xml': `<Types xmlns="${type}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${type}/package/2006/relationships"><Relationship Id="r" Type="${type}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${type}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
}

describe('a Word document', () => {
  it('is read as text, and places count in that text', async () => {
    const run = (text: string, style = '') => `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const article = await readDocx(word(`<w:p>${run('Rates &amp; you')}</w:p><w:p>${run('Sales rose ')}${run('4%', '<w:b/>')}${run('.')}</w:p>`), 'a.docx')
    expect(outline(article)).toEqual(['paragraph | Rates & you', 'paragraph | Sales rose 4%. | strong=4%'])
    expect(article.source.text).toBe('Rates & you\nSales rose 4%.')
    expect(article.blocks.map((b) => article.slice(b.span))).toEqual(['Rates & you', 'Sales rose 4%.'])
    expect(article.blocks[1]!.prose.edit(0, 5, 'x')).toBeUndefined()
  })

  it('is refused in one line where it is none', async () => {
    await expect(readDocx(new TextEncoder().encode('no'), 'a.docx')).rejects.toThrow('a.docx is not a Word document (.docx)')
  })
})
