import { defineRule } from '../src/lint/rule.ts'
import { attests, FAULTS, find, lookedAt, offer, placeFor, replacement } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Stories that do not tell readers to do research of their own and to ask a professional',
  messages: {
    missing: 'No call to do research and consult a professional was found, expected one of the kind `{{wording}}`',
    research: 'Readers are told to consult a professional but not to do research of their own, expected both, as in `{{wording}}`',
    consult: 'Readers are told to do research of their own but not to consult a professional, expected both, as in `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a plain call to do research and consult a professional',
  },
  options: (z) => z.object({
    wording: z.string().default('Always do additional research and consult a professional before purchasing a security.').describe('What the suggestion writes'),
    attested: z.boolean().default(false).describe('The house wants this sentence under every story: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check({ article, options: { wording, attested }, report }) {
    const research = find(article, 'dueDiligence')
    const consult = find(article, 'consultProfessional')
    const place = placeFor(article, 'research')
    if ((research.sound.length > 0 && consult.sound.length > 0) || !place) return
    const half = research.sound[0] ?? consult.sound[0]
    const worst = research.unsound[0] ?? consult.unsound[0]
    const related = lookedAt(article, ['dueDiligence', 'consultProfessional'])
    if (half) report(half.element === 'dueDiligence' ? 'consult' : 'research', half, { related, ...replacement(half, wording), data: { wording } })
    else if (worst) report('unsound', worst, { related, ...replacement(worst, wording), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...offer(article, 'research', wording, attested || attests(article, 'dueDiligence', true)), data: { wording } })
  },
})
