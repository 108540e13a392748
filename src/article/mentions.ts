import type { Article } from './article.ts'
import type { Mention } from './facts.ts'
import type { Parsed } from './parsed.ts'
import { passage } from './passage.ts'
import type { SourcePhrase } from './source-phrases.ts'

/** Everybody and everything that is named as a source in the article, in reading order. */
export function findMentions(article: Article): Mention[] {
  return article.attributions.map((attribution) => attribution.source)
}

/** A source phrase as a mention: the part that names the source, without what hangs on it. */
export function mentionOf({ tokens, sentence }: Parsed, phrase: SourcePhrase, name?: string): Mention {
  const { kind } = phrase
  const { block, from, to, text, span } = passage(sentence.block, tokens[phrase.from]!.from, tokens[phrase.to]!.to)
  return name ? { block, from, to, text, span, kind, name } : { block, from, to, text, span, kind }
}
