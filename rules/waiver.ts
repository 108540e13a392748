import { defineRule } from '../src/lint/rule.ts'
import { isDay } from '../src/lint/waivers.ts'

export default defineRule({
  summary: 'Waivers that are not in order',
  messages: {
    unnamed: 'this waiver names no rule, expected one such as `statistic-attribution`',
    unknown: 'there is no rule `{{rule}}` to waive',
    reason: 'this waiver gives no reason and lets nothing stand, expected one after ` -- `',
    approver: 'this waiver does not say who allows it and lets nothing stand, expected by=name',
    expiry: 'this waiver has no last day and lets nothing stand, expected until=2027-01-31',
    date: '`{{until}}` is no date and the waiver lets nothing stand, expected one such as 2027-01-31',
    expired: 'this waiver for {{rules}} ran out after {{until}}: settle what it let stand, or renew it',
    unused: 'this waiver for {{rules}} lets nothing stand here and can go',
  },
  suggests: true,
  last: true,
  options: (z) => z.object({
    reason: z.enum(['required', 'optional']).default('required').describe('Whether a waiver must give a reason to count'),
    approver: z.enum(['required', 'optional']).default('optional').describe('Whether it must say who allows it'),
    expiry: z.enum(['required', 'optional']).default('optional').describe('Whether it must have a last day'),
    unused: z.boolean().default(true).describe('Report waivers that silence nothing'),
  }),
  check({ article, options, report, waivers = [] }) {
    for (const { waiver, unused, unknown, expired } of waivers) {
      const { span, rules, until, listed } = waiver
      const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ')
      if (rules.length === 0) report('unnamed', span)
      for (const rule of unknown) report('unknown', span, { data: { rule } })
      if (options.reason === 'required' && waiver.reason === undefined) report('reason', span)
      if (options.approver === 'required' && waiver.by === undefined) report('approver', span)
      if (options.expiry === 'required' && until === undefined) report('expiry', span)
      if (until !== undefined && !isDay(until)) report('date', span, { data: { until } })
      else if (until !== undefined && expired) report('expired', span, { data: { rules: named(rules), until } })
      else if (options.unused && unused.length > 0 && !listed) {
        const whole = unused.length === rules.length && article.comments.some((comment) => comment.span.start === span.start)
        const suggestions = whole ? [{ title: 'Remove this waiver', edits: [{ span, text: '' }] }] : []
        report('unused', span, { data: { rules: named(unused) }, suggestions })
      }
    }
  },
})
