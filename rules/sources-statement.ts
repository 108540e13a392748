import { defineRule } from '../src/lint/rule.ts'
import { attests, FAULTS, find, lookedAt, offer, placeFor, replacement } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Stories that do not say where their information comes from',
  messages: {
    missing: 'No statement of where the information comes from was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat statement of the sources',
  },
  options: (z) => z.object({
    wording: z.string().default('Information for this story was found via the sources and companies mentioned.').describe('What the suggestion writes'),
    attested: z.boolean().default(false).describe('The house attests for every story that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check({ article, options: { wording, attested }, report }) {
    const { sound, unsound } = find(article, 'sources')
    const place = placeFor(article, 'sources')
    if (sound.length > 0 || !place) return
    const related = lookedAt(article, ['sources'])
    const worst = unsound[0]
    if (worst) report('unsound', worst, { related, ...replacement(worst, wording), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...offer(article, 'sources', wording, attested || attests(article, 'sources', true)), data: { wording } })
  },
})
