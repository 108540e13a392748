import { defineRule } from '../src/lint/rule.ts'
import { attests, FAULTS, find, lookedAt, offer, placeFor, replacement } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Stories that do not say whether their author is licensed',
  messages: {
    missing: 'No statement of the author’s licenses was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat statement of the author’s standing',
  },
  options: (z) => z.object({
    wording: z.string().default('The author holds no licenses.').describe('What the suggestion writes'),
    attested: z.boolean().default(false).describe('The house attests for every story that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check({ article, options: { wording, attested }, report }) {
    const { sound, unsound } = find(article, 'licenses')
    const place = placeFor(article, 'license')
    if (sound.length > 0 || !place) return
    const related = lookedAt(article, ['licenses'])
    const worst = unsound[0]
    if (worst) report('unsound', worst, { related, ...replacement(worst, wording), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...offer(article, 'license', wording, attested || attests(article, 'licenses', 'none')), data: { wording } })
  },
})
