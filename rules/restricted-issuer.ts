import { entitiesIn } from '../src/lint/register.ts'
import { defineRule } from '../src/lint/rule.ts'

export default defineRule({
  summary: 'Stories about an issuer on the desk’s restricted list',
  messages: { restricted: '`{{issuer}}` is on the restricted list, expected the desk to clear this story' },
  check({ article, register, report }) {
    if (!register || register.restricted.length === 0) return
    const restricted = new Set(register.restricted)
    const seen = new Set<string>()
    for (const named of entitiesIn(article, register)) {
      if (!restricted.has(named.value.id) || seen.has(named.value.id)) continue
      seen.add(named.value.id)
      report('restricted', named, { data: { issuer: named.text } })
    }
  },
})
