import { defineObligation } from '../src/lint/obligation.ts'
import { unstatedHoldings } from '../src/lint/register.ts'

const ALL = /\b(?:discussed|mentioned|named|covered|referred to|featured|any (?:securit|compan|stock|share|organi[sz]ation|of the)|the (?:companies|organi[sz]ations|securities|stocks) (?:in|above|discussed)|this (?:article|story|piece|post))/i
/** `NYSE: F`, `$TSLA` */
const SYMBOL = /(?:[:$]\s?)([A-Z0-9.]{1,7})$/u
/** A statement that says whose shares: `shares of Norland`, `a stake in Vega`. Months are no issuers. */
const NAMED = /\b(?:of|in|by)\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}/u

export default defineObligation({
  summary: 'Issuers in a story that its statement of holdings does not cover',
  messages: {
    uncovered: '`{{issuer}}` is named in the story but not in the statement of holdings, expected a word on each issuer',
    recorded: 'the register records a holding in {{issuer}}, and no statement of holdings names it',
  },
  serves: { 'ca-31-103-825': { atMost: 'warn' }, 'eu-958-interests': { when: { any: ['recommendation'] }, atMost: 'warn' }, 'house-reuters': { atMost: 'warn' } },
  fixable: true,
  suggests: true,
  check({ article, register, report }) {
    const said = article.disclosures.filter((d) => d.element === 'holdings')
    if (register) {
      for (const { issuer, at, text } of unstatedHoldings(article, register)) {
        const last = said.at(-1)?.block ?? article.blocks.at(-1)
        const fix = last && { title: 'State the holding the register records', edits: [article.layout.paragraphAfter(last.span.end, text)] }
        report('recorded', at, { data: { issuer }, ...(fix ? { fix } : {}) })
      }
      return
    }
    if (said.length === 0 || said.some((d) => ALL.test(d.sentence.text))) return
    const words = said.map((d) => d.sentence.text).join(' ')
    // "I bought 2,000 shares" under a story on one issuer speaks of that one.
    const issuers = new Set(article.signals.of('security').flatMap((s) => SYMBOL.exec(s.text)?.[1] ?? []))
    if (issuers.size === 1 && !NAMED.test(words)) return
    const seen = new Set<string>()
    for (const named of article.signals.of('security')) {
      const symbol = SYMBOL.exec(named.text)?.[1]
      if (!symbol || seen.has(symbol) || said.some((d) => d.sentence === named.sentence)) continue
      seen.add(symbol)
      const before = named.block.prose.text.slice(Math.max(0, named.from - 40), named.from)
      const name = /(\p{Lu}[\p{L}\d&.]+)(?:\s\p{Lu}[\p{L}\d&.,]*){0,3}\s\(?$/u.exec(before)?.[1]
      if (words.includes(symbol) || (name && words.includes(name))) continue
      report('uncovered', named, { data: { issuer: named.text } })
    }
  },
})
