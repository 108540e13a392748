import { defineRule } from '../src/lint/rule.ts'
import { authorsOf, entitiesIn, isHeld, nameOf } from '../src/lint/register.ts'

export default defineRule({
  summary: 'Denials of holdings that the register contradicts',
  messages: { contradicted: '`{{words}}` denies what the register records: a holding in {{issuer}}' },
  check({ article, register, report }) {
    if (!register || article.elements.holdings !== 'none') return
    const held = new Set(authorsOf(article.meta.author, register).flatMap((a) => a.holdings).filter((h) => isHeld(h, article.meta.published)).map((h) => h.entity))
    const denial = article.disclosures.find((d) => d.element === 'holdings' && d.value === 'none' && !d.defect)
    const named = entitiesIn(article, register).find((n) => held.has(n.value.id))
    if (!denial || !named) return
    report('contradicted', denial, { data: { words: denial.text, issuer: nameOf(named.value) }, related: [{ span: named.span, message: 'named here' }] })
  },
})
