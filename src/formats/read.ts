import { Article } from '../article/article.ts'
import { Source } from '../text/source.ts'
import type { Format } from './format.ts'
import { plain } from './plain.ts'

const formats: readonly Format[] = [plain]

/** The format for a path, by its extension; plain text where none fits. */
export function formatFor(path: string | undefined): Format {
  const extension = /\.[^./\\]+$/.exec(path ?? '')?.[0].toLowerCase()
  return formats.find((format) => format.extensions.includes(extension ?? '')) ?? plain
}

/** Reads an article. Never throws on any text. */
export function read(text: string, path?: string): Article {
  return new Article(new Source(text, path), formatFor(path).read(text))
}
