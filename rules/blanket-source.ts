import { defineRule } from '../src/lint/rule.ts'

/** So many of the figures are shown. */
const MOST_SHOWN = 100

export default defineRule({
  summary: 'A closing line about sources that stands in for naming them',
  messages: { blanket: 'A closing line is the source of no figure, expected a source at each of the {{count}} figures without one' },
  check({ article, report }) {
    const open = article.statistics.filter((s) => {
      const standing = article.standingOf(s)
      return standing.status === 'unattributed' && standing.certain
    })
    const closing = article.disclosures.filter((d) => d.element === 'sources')
    if (open.length === 0) return
    const related = open.slice(0, MOST_SHOWN).map((s) => ({ span: s.span, message: `\`${s.text}\` has no source` }))
    for (const line of closing) report('blanket', line, { data: { count: open.length }, related })
  },
})
