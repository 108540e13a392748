import type { Article } from '../article/article.ts'
import { read } from './read.ts'

/** Reads one document again and again, as an editor changes it. */
export class DocumentReader {
  /** The same article as `read` gives; what did not change since the last call may be taken from there. */
  read(text: string, path?: string): Article {
    return read(text, path)
  }
}
