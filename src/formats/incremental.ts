import { Article } from '../article/article.ts'
import { Memory } from '../article/memory.ts'
import { Source } from '../text/source.ts'
import { formatFor, parsers } from './read.ts'
import type { Parsers } from './parsers/parsers.ts'

type MarkdownParser = NonNullable<Parsers['markdown']>['parseMarkdown']

/**
 * Reads one document again and again, as an editor changes it. Markdown is parsed part by part, and a part with the same
 * words has the same tree: only parts that changed since the last call are parsed. Paragraphs that did not change keep their
 * sentences, words and numbers.
 */
export class DocumentReader {
  readonly #memory = new Memory()
  #trees = new Map<string, ReturnType<MarkdownParser>>()

  /** The same article as `read` gives. */
  read(text: string, path?: string): Article {
    const before = this.#trees
    const now: typeof before = new Map()
    const parseMarkdown: MarkdownParser = (part, extensions) => {
      // Extensions depend on the part alone, so its words name the tree.
      const tree = now.get(part) ?? before.get(part) ?? parsers.markdown!.parseMarkdown(part, extensions)
      now.set(part, tree)
      return tree
    }
    this.#memory.turn()
    const reading = formatFor(path).read(text, { ...parsers, markdown: { ...parsers.markdown!, parseMarkdown } })
    this.#trees = now
    return new Article(new Source(text, path), reading, this.#memory)
  }
}
