import { defineRule } from '../src/lint/rule.ts'

export default defineRule({
  summary: 'Sources that are nobody in particular',
  messages: { vague: '`{{source}}` is nobody who can be asked, expected a name, a survey or a document' },
  check({ article, report }) {
    const underFigures = new Set(article.statistics.map((s) => {
      const standing = article.standingOf(s)
      return standing.status === 'unattributed' ? standing.vague?.span.start : undefined
    }))
    // A figure that rests on a crowd is reported at the figure, by statistic-attribution.
    const crowds = new Map(article.attributions.flatMap(({ source }) => (source.kind === 'crowd' ? [[source.span.start, source] as const] : [])))
    for (const [start, source] of crowds) {
      if (!underFigures.has(start)) report('vague', source, { data: { source: source.text } })
    }
  },
})
