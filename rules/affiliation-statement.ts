import { defineRule } from '../src/lint/rule.ts'
import { attests, FAULTS, find, lookedAt, mayDeny, offer, placeFor, replacement } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Stories that do not say whether their author has ties to the organizations discussed',
  messages: {
    missing: 'No statement of the author’s affiliations was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat statement of the author’s ties',
  },
  options: (z) => z.object({
    wording: z.string().default('The author has no securities or affiliations related to the organizations discussed.').describe('What the suggestion writes where holdings are not stated either'),
    alone: z.string().default('The author has no affiliations with the organizations discussed.').describe('What the suggestion writes where holdings are stated already'),
    attested: z.boolean().default(false).describe('The house attests for every author that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check({ article, options, report }) {
    const { sound, unsound } = find(article, 'affiliation')
    const place = placeFor(article, 'affiliation')
    if (sound.length > 0 || !place) return
    const holdings = find(article, 'holdings')
    const attested = options.attested || attests(article, 'affiliation', 'none')
    const both = holdings.sound.length === 0 && (!attested || options.attested || attests(article, 'holdings', 'none'))
    const wording = both ? options.wording : options.alone
    const related = lookedAt(article, ['affiliation'])
    const worst = unsound[0]
    if (worst) report('unsound', worst, { related, ...(mayDeny(article) ? replacement(worst, wording) : {}), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...(mayDeny(article) ? offer(article, 'affiliation', wording, attested) : {}), data: { wording } })
  },
})
