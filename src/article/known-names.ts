import { Phrases } from '../lexicon/phrases.ts'
import { isEditorial } from './editorial.ts'
import type { Article } from './article.ts'
import { passage, type Passage } from './passage.ts'
import { TICKER } from './tickers.ts'

/** A thing and every way a text may name it: names and numbers as phrases, symbols as `NYSE: F` or `$TSLA`. */
export interface Known<T> {
  readonly value: T
  readonly names: readonly string[]
  readonly symbols: readonly string[]
}

/** A known thing, named in a text. */
export interface Named<T> extends Passage {
  readonly value: T
}

/** Known things that the newsroom's own text names, in reading order. One walk over the text, however many things are known. */
export function namesIn<T>(article: Article, known: readonly Known<T>[]): Named<T>[] {
  const names = new Phrases<T>(known.flatMap(({ value, names }) => names.map((name) => [name, value] as const)))
  const symbols = new Map(known.flatMap(({ value, symbols }) => symbols.map((s) => [bare(s), value] as const)))
  const found: Named<T>[] = []
  article.blocks.forEach((block, index) => {
    if (!isEditorial(article.roles[index]!)) return
    const text = block.prose.text
    const here: Named<T>[] = names.in(text).map((m) => ({ ...passage(block, m.from, m.to), value: m.value }))
    for (const pattern of [TICKER, CASHTAG]) {
      for (const match of text.matchAll(pattern)) {
        const value = symbols.get(bare(match[0]))
        if (value !== undefined) here.push({ ...passage(block, match.index, match.index + match[0].length), value })
      }
    }
    found.push(...here.sort((a, b) => a.from - b.from))
  })
  return found
}

/** Known things named in one line, such as a byline. */
export function namesInLine<T>(line: string, known: readonly Known<T>[]): T[] {
  const names = new Phrases<T>(known.flatMap(({ value, names }) => names.map((name) => [name, value] as const)))
  return [...new Set(names.in(line).map((m) => m.value))]
}

const CASHTAG = /(?<![\w$])\$[A-Z][A-Z0-9.]{0,6}\b/gu

/** `TSXV: ABC` and `$ABC` → `ABC`. */
function bare(symbol: string): string {
  return symbol.replace(/^.*:\s?|^\$/u, '').toUpperCase()
}
