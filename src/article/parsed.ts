import type { Article } from './article.ts'
import type { Sentence } from './facts.ts'
import { keptIn } from './kept.ts'
import { recalled } from './memory.ts'
import { quotedIn, type Quoted } from './quotation-marks.ts'
import { splitSentences } from './sentences.ts'
import { isDash, tokensIn, type Token } from './tokens.ts'

/** A sentence read into words, with what of its paragraph stands in quotation marks. */
export interface Parsed {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** The first token after a dateline or an agency credit: `(Reuters) -`, `NEW YORK (AP) —`. */
  readonly open: number
  /** Quotations of the whole paragraph, in order. */
  readonly quoted: readonly Quoted[]
  /** For each token, whether it stands inside somebody's speech. */
  readonly spoken: readonly boolean[]
  /** What readings made by `keptWithWords` found in it. */
  readonly kept: unknown[]
}

/**
 * Makes a reading of a sentence that is read once and kept as long as its words are. It may look at the words and at what is
 * quoted, and at nothing that the rest of the article decides: the same words stand in the next version of a text.
 */
export function keptWithWords<T>(read: (parsed: Parsed) => T): (parsed: Parsed) => T {
  return keptIn(read)
}

/** Every sentence of the article, read into words; at the index of the sentence. */
export function parseSentences(article: Article): Parsed[] {
  let block = -1
  let first = 0
  let read: readonly Words[] = []
  return article.sentences.map((sentence) => {
    if (sentence.blockIndex !== block) {
      const { text } = sentence.block.prose
      block = sentence.blockIndex
      first = sentence.index
      read = recalled(article.memory, wordsOf, text, () => wordsOf(text, recalled(article.memory, splitSentences, text, () => splitSentences(text))))
    }
    const { tokens, open, quoted, spoken, kept } = read[sentence.index - first]!
    return { sentence, tokens, open, quoted, spoken, kept }
  })
}

/** A sentence in words, wherever its paragraph stands. */
type Words = Omit<Parsed, 'sentence'>

/** The sentences of one paragraph, in order. */
function wordsOf(text: string, sentences: readonly (readonly [from: number, to: number])[]): Words[] {
  const quoted = quotedIn(text)
  const speeches = quoted.filter((q) => q.kind === 'speech')
  let at = 0
  return sentences.map(([from, to]) => {
    const tokens = tokensIn(text, from, to)
    const spoken = tokens.map((token) => {
      while (at < speeches.length && speeches[at]!.to <= token.from) at++
      const speech = speeches[at]
      return speech !== undefined && speech.from <= token.from && token.to <= speech.to
    })
    return { tokens, open: afterDateline(tokens), quoted, spoken, kept: [] }
  })
}

function afterDateline(tokens: readonly Token[]): number {
  const first = tokens[0]
  if (!first || !(first.low === '(' || first.capital)) return 0
  for (let i = 1; i < tokens.length - 1 && i < 24; i++) {
    if (!isDash(tokens[i])) continue
    if (tokens[i - 1]!.low === ')') return i + 1
    // LONDON – or NEW YORK, Jan. 5 -
    return tokens.slice(0, i).every((t) => t.kind !== 'word' || t.capital) && isUpper(first) ? i + 1 : 0
  }
  return 0
}

function isUpper(token: Token): boolean {
  return token.kind === 'word' && token.capital && token.to - token.from > 2 && token.upper
}
