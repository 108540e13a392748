import { zip } from '../../scripts/zip.ts'

/** A Word document with these paragraphs in WordprocessingML, as small as one can be. */
export function wordFile(body: string): Buffer {
  const type = 'http://schemas.openxmlformats.org'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${type}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${type}/package/2006/relationships"><Relationship Id="r" Type="${type}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${type}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  }
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))
}

/** A run of words. */
export function run(text: string, style = ''): string {
  return `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of runs. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.join('')}</w:p>`
}
