import { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { Prose } from '../text/prose.ts'
import { Source } from '../text/source.ts'
import { readHast } from './hast.ts'
import * as html from './parsers/html.ts'

/**
 * Reads an article out of a Word document.
 *
 * A document has no text to point into. So the article's source is the text that was read, one paragraph a line, and all places count in
 * that text: the line of a finding is the number of its paragraph, cells and list items counted as such, and no edit reaches the document.
 * @param bytes the whole file
 * @throws Error with one clear line where the bytes are no Word document
 */
export async function readDocx(bytes: Uint8Array, path?: string): Promise<Article> {
  const { default: mammoth } = await import('mammoth')
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const input = typeof Buffer === 'undefined' ? { arrayBuffer: data } : { buffer: Buffer.from(data) }
  let text: string
  try {
    text = (await mammoth.convertToHtml(input)).value
  } catch (error) {
    throw new Error(`${path ?? 'the file'} is not a Word document (.docx)`, { cause: error })
  }
  const reading = readHast(html.parseHtml(text), text)
  let length = 0
  const pieces: string[] = []
  const blocks = reading.blocks.map((block): Block => {
    // A break inside a paragraph makes no line of its own; it keeps its width, for marks count in these words.
    const words = block.prose.text.replace(/[\r\n\u2028\u2029]/gu, ' ')
    const start = length
    pieces.push(words)
    length += words.length + 1
    // Word's file takes no text back, so an edit is refused.
    return { ...block, prose: Prose.verbatim(words, start, () => undefined), span: { start, end: start + words.length } }
  })
  return new Article(new Source(pieces.join('\n'), path), {
    ...reading,
    blocks,
    comments: [],
    layout: { paragraphAfter: (end, words) => ({ span: { start: end, end }, text: `\n${words}` }) },
  })
}
