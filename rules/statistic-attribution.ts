import { defineRule } from '../src/lint/rule.ts'
import { attributeTo, markAt, sourcesNear } from '../src/lint/sourcing.ts'
import { waiverAt } from '../src/lint/waivers.ts'

export default defineRule({
  summary: 'Figures that name no source',
  messages: {
    unattributed: '`{{figure}}` has no source, expected a named one here or carried from before',
    vague: '`{{figure}}` rests on `{{source}}`, expected somebody named',
    market: '`{{figure}}` is market data without a source, expected the exchange or data vendor',
  },
  options: (z) => z.object({
    marketData: z.enum(['exempt', 'source']).default('exempt').describe('Whether a bare market price, index level or yield needs a source of its own'),
    strict: z.boolean().default(false).describe('Also report figures where the text leaves it open whether a source covers them'),
    marker: z.string().default('[source?]').describe('What the suggestion writes behind a figure for the editor to fill'),
  }),
  suggests: true,
  check({ article, options: { marketData, strict, marker }, report }) {
    const near = sourcesNear(article)
    for (const statistic of article.statistics) {
      const standing = article.standingOf(statistic)
      const open = standing.status === 'unattributed' ? standing : undefined
      if (open ? !open.certain && !strict : standing.status !== 'market' || marketData === 'exempt') continue
      const found = open?.nearest
      const waiver = waiverAt(article, 'statistic-attribution', statistic.span)
      const extra = {
        related: [
          ...(open?.vague ? [{ span: open.vague.span, message: `\`${open.vague.text}\` is nobody who can be asked` }] : []),
          ...(found ? [{ span: found.source.span, message: `the nearest source is \`${found.source.text}\`, but ${found.why}` }] : []),
        ],
        suggestions: [
          ...near(statistic).flatMap((source) => attributeTo(source, statistic) ?? []),
          ...markAt(statistic, marker),
          ...(waiver ? [{ title: 'Waive this here, with a reason', edits: [waiver] }] : []),
        ],
      }
      const figure = statistic.text
      if (open?.vague) report('vague', statistic, { ...extra, data: { figure, source: open.vague.text } })
      else report(open ? 'unattributed' : 'market', statistic, { ...extra, data: { figure } })
    }
  },
})
