import { Article } from '../article/article.ts'
import { Memory } from '../article/memory.ts'
import { Source } from '../text/source.ts'
import type { Format } from './format.ts'
import { formatFor, parsers } from './read.ts'
import type { Parsers } from './parsers/parsers.ts'

type MarkdownParser = NonNullable<Parsers['markdown']>['parseMarkdown']
/** Trees by the first extension they were parsed with, then by their words. */
type Trees = Map<unknown, Map<string, ReturnType<MarkdownParser>>>

/**
 * Reads one document again and again, as an editor changes it. Markdown is parsed part by part, and a part with the same
 * words has the same tree: only parts that changed since the last call are parsed. Paragraphs that did not change keep their
 * sentences, words and numbers.
 */
export class DocumentReader {
  readonly #memory = new Memory()
  #trees: Trees = new Map()

  /** The same article as `read` gives; of a text that holds several, the first. */
  read(text: string, path?: string): Article {
    return this.readAll(text, path)[0]!
  }

  /**
   * The same articles as `readAll` gives.
   * @param own formats beside the built-in ones
   */
  readAll(text: string, path?: string, own: readonly Format[] = []): Article[] {
    const before = this.#trees
    const now: Trees = new Map()
    const parseMarkdown: MarkdownParser = (part, extensions) => {
      // What is no MDX is parsed again as Markdown, so the words alone do not name a tree; further extensions follow from them.
      const [first] = extensions
      let known = now.get(first)
      if (!known) now.set(first, (known = new Map()))
      const tree = known.get(part) ?? before.get(first)?.get(part) ?? parsers.markdown!.parseMarkdown(part, extensions)
      known.set(part, tree)
      return tree
    }
    this.#memory.turn()
    const format = formatFor(path, own)
    const all = { ...parsers, markdown: { ...parsers.markdown!, parseMarkdown } }
    const readings = format.readAll?.(text, all) ?? [format.read(text, all)]
    this.#trees = now
    const source = new Source(text, path)
    return readings.map((reading) => new Article(source, reading, this.#memory))
  }
}
