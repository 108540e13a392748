import type { SignalKind } from '../src/article/signals.ts'
import { defineObligation } from '../src/lint/obligation.ts'
import { MANDATED_ELEMENTS } from '../src/lint/provisions.ts'

const CAUTIONS: readonly (readonly [SignalKind, string, string])[] = [
  ['mining-historical', 'mt-ca-43101-hist', 'a historical estimate'],
  ['mining-target', 'mt-ca-43101-target', 'an exploration target'],
  ['mining-pea', 'mt-ca-43101-pea', 'an early economic study'],
]
/** Blocks around the figure in which a caution is still beside it. */
const NEAR = 2

export default defineObligation({
  summary: 'Historical estimates, exploration targets and early studies without their caution',
  messages: { missing: '`{{words}}` is {{what}}; not found near it: {{parts}}' },
  serves: { 'ca-43-101': { when: { any: ['mining-historical', 'mining-target', 'mining-pea'] } } },
  check({ article, story, report }) {
    const issuers = story.paid || story.type === 'press-release'
    for (const [kind, id, what] of CAUTIONS) {
      const found = article.signals.of(kind)[0]
      if (!found) continue
      const { blockIndex } = found.sentence
      const near = article.sentences.filter((s) => Math.abs(s.blockIndex - blockIndex) <= NEAR).map((s) => s.text.toLowerCase()).join(' ')
      const parts = MANDATED_ELEMENTS.find((e) => e.id === id)!.elements.filter((e) => !e.any.some((words) => near.includes(words))).map((e) => e.name)
      if (parts.length > 0) report('missing', found, { data: { words: found.text, what, parts: parts.join(', ') }, atMost: issuers ? 'error' : 'warn' })
    }
  },
})
