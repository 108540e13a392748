import { findMandated, textsOf, wordingOf } from '../src/lint/mandated.ts'
import { defineObligation } from '../src/lint/obligation.ts'

const COMMODITY = /\b(?:futures?|options on futures|swaps?|commodit(?:y|ies)|forex)\b/i
/** Blocks between figure and text that still count as its section. */
const NEAR = 3

export default defineObligation({
  summary: 'Hypothetical results without the prescribed paragraph',
  messages: {
    missing: '`{{words}}` looks like a hypothetical result, and the prescribed paragraph on such results was not found',
    older: 'an older paragraph on hypothetical results stands here, expected the present one',
    far: 'the prescribed paragraph stands far from the figure, expected it in the same section',
  },
  serves: {
    'us-cftc-441': { when: { any: ['hypothetical'], also: { holds: (_, article) => article.sentences.some((s) => COMMODITY.test(s.text)), why: 'no futures, options on futures or swaps were found in the text' } } },
  },
  suggests: true,
  check({ article, report }) {
    const found = article.signals.of('hypothetical')[0]!
    const text = textsOf('us-cftc-441')[0]!
    const match = findMandated(article, text)
    if (match.status === 'changed') return report('older', match.at, { atMost: 'warn' })
    if (match.status === 'exact') {
      const away = Math.abs(article.blocks.indexOf(match.at.block) - found.sentence.blockIndex)
      if (away > NEAR) report('far', match.at)
      return
    }
    const edit = article.layout.paragraphAfter(found.block.span.end, wordingOf(text))
    report('missing', found, { data: { words: found.text }, suggestions: [{ title: 'Put in the prescribed paragraph', edits: [edit] }] })
  },
})
