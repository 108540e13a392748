import { defineRule } from '../src/lint/rule.ts'
import { attests, FAULTS, find, lookedAt, offer, placeFor, replacement } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Stories that do not say that they recommend no trade',
  messages: {
    missing: 'No statement that this is no recommendation was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat denial of being a recommendation',
  },
  options: (z) => z.object({
    wording: z.string().default('Not a recommendation to buy or sell.').describe('What the suggestion writes'),
    attested: z.boolean().default(false).describe('The house attests for every story that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check({ article, options: { wording, attested }, report }) {
    const { sound, unsound } = find(article, 'notRecommendation')
    const place = placeFor(article, 'recommendation')
    if (sound.length > 0 || !place) return
    const related = lookedAt(article, ['notRecommendation'])
    const worst = unsound[0]
    if (worst) report('unsound', worst, { related, ...replacement(worst, wording), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...offer(article, 'recommendation', wording, attested || attests(article, 'notRecommendation', true)), data: { wording } })
  },
})
