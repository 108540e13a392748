import { defineObligation } from '../src/lint/obligation.ts'

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['that it may not be representative', /\b(?:not|may not) (?:be )?(?:representative|typical)\b/i],
  ['that it promises no future result', /\bno (?:guarantee|assurance|promise)\b|\bnot (?:a )?(?:guarantee|indicat\w+|promise)\b/i],
  ['whether it was paid for', /\b(?:paid|unpaid|compensat\w+|received)\b/i],
]

export default defineObligation({
  summary: 'Testimonials without their labels',
  messages: { missing: 'a testimonial (`{{words}}`) does not say {{parts}}' },
  serves: { 'us-finra-2210': { when: { any: ['testimonial'] } }, 'us-marketing-rule': { when: { any: ['testimonial'] } } },
  check({ article, report }) {
    const found = article.signals.of('testimonial')[0]!
    const text = article.sentences.map((s) => s.text).join(' ')
    const parts = PARTS.flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
    if (parts.length > 0) report('missing', found, { data: { words: found.text, parts: parts.join(', ') } })
  },
})
