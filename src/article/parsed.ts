import type { Article } from './article.ts'
import type { Sentence } from './facts.ts'
import { recalled } from './memory.ts'
import { quotedIn, type Quoted } from './quotation-marks.ts'
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
}

/** Every sentence of the article, read into words; at the index of the sentence. */
export function parseSentences(article: Article): Parsed[] {
  let block = -1
  let quoted: readonly Quoted[] = []
  let speeches: readonly Quoted[] = []
  let known = new Map<number, Token[]>()
  let at = 0
  return article.sentences.map((sentence) => {
    const text = sentence.block.prose.text
    if (sentence.blockIndex !== block) {
      block = sentence.blockIndex
      quoted = recalled(article.memory, quotedIn, text, () => quotedIn(text))
      known = recalled(article.memory, tokensIn, text, () => new Map<number, Token[]>())
      speeches = quoted.filter((q) => q.kind === 'speech')
      at = 0
    }
    let tokens = known.get(sentence.from)
    if (!tokens) known.set(sentence.from, (tokens = tokensIn(text, sentence.from, sentence.to)))
    const spoken = tokens.map((token) => {
      while (at < speeches.length && speeches[at]!.to <= token.from) at++
      const speech = speeches[at]
      return speech !== undefined && speech.from <= token.from && token.to <= speech.to
    })
    return { sentence, tokens, open: afterDateline(tokens), quoted, spoken }
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
