import { readFileSync } from 'node:fs'
import type { Article } from '../../article/article.ts'
import type { Format } from '../../formats/format.ts'
import { readAllLazily } from '../../formats/read-lazily.ts'
import { decodeText, FileError, readBytes } from '../text-file.ts'

/** A file as it was read. */
export interface Opened {
  /** What places count in: the file's text, or of a Word document its paragraphs, one a line. */
  readonly text: string
  readonly articles: readonly Article[]
  /** The text is not what stands in the file, so nothing can be written back. */
  readonly isWord?: true
}

/** Whether a file is a Word document, by its name. */
export function isWord(path: string): boolean {
  return /\.docx$/iu.test(path)
}

/**
 * Reads a file and every article in it.
 * @param formats the newsroom's own
 * @throws FileError for a file that cannot be read, is not UTF-8, or is no Word document though it is called one
 */
export async function openFile(file: string, path: string, formats: readonly Format[]): Promise<Opened> {
  return openBytes(readBytes(file), path, formats)
}

/** The same of bytes that go by a path; standard input is one of them. */
export async function openBytes(bytes: Buffer, path: string, formats: readonly Format[]): Promise<Opened> {
  if (isWord(path)) return openWord(bytes, path)
  const text = decodeText(bytes)
  return { text, articles: await readAllLazily(text, path, formats) }
}

/** Everything on standard input. */
export function stdinBytes(): Buffer {
  return readFileSync(0)
}

async function openWord(bytes: Buffer, path: string): Promise<Opened> {
  const { readDocx } = await import('../../formats/docx.ts')
  try {
    const article = await readDocx(bytes, path)
    return { text: article.source.text, articles: [article], isWord: true }
  } catch {
    throw new FileError('is no Word document that can be read: nothing was read or changed')
  }
}
