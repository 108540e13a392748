import { alsoServing, appliedBy, strictestOf, type Serving } from '../src/lint/obligation.ts'
import { basisOf } from '../src/lint/provisions.ts'
import { defineRule } from '../src/lint/rule.ts'
import { unstatedHoldings } from '../src/lint/register.ts'
import { placeOf } from '../src/lint/story.ts'
import { attests, FAULTS, find, lookedAt, mayDeny, offer, placeFor, replacement } from '../src/lint/statements.ts'

const ADVISES: Serving = { when: { any: ['recommendation'] } }
const OF_A_SECURITY: Serving = { when: { all: ['recommendation'], any: ['security', 'crypto'] } }

/** Who asks for a statement of holdings beside the house, and when. */
const SERVES: Readonly<Record<string, Serving>> = {
  'eu-958-interests': { when: { any: ['recommendation'], withoutCode: true } },
  'eu-mar-20': ADVISES,
  'eu-mar-scalping': { when: { any: ['recommendation'], interested: true } },
  'ca-31-103-825': OF_A_SECURITY,
  'uk-fpo-20': { when: { all: ['recommendation'], any: ['security', 'crypto'], withoutCode: true } },
  'uk-ipso-13': ADVISES,
  'uk-mar-958': { when: { any: ['recommendation'], withoutCode: true } },
  'uk-ofcom': OF_A_SECURITY,
  'de-pressekodex-7-4': { when: { any: ['recommendation'] } },
  'au-media-76-01B': { when: { any: ['recommendation'], withoutCode: true } },
  'sg-faa-45': ADVISES,
  'ch-presserat': { when: { any: ['recommendation'] }, atMost: 'warn' },
  'us-sabew': { when: { all: ['recommendation'], any: ['security', 'crypto'], paid: false }, atMost: 'warn' },
  'ca-caj': { when: { any: ['security'], paid: false }, atMost: 'warn' },
  'ca-nnc': { when: { any: ['security'], paid: false }, atMost: 'warn' },
  'in-press-council': { when: { any: ['security'], paid: false }, atMost: 'warn' },
  'eu-958-relay': { when: { any: ['relayed-view'] }, atMost: 'info' },
}
const applied = appliedBy(SERVES)

export default alsoServing(defineRule({
  summary: 'Stories that do not say whether their author holds what they discuss',
  messages: {
    missing: 'No statement of the author’s holdings was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat statement of what the author holds',
    owed: 'no statement of what the author holds, yes or no, was found in the text; {{basis}}',
  },
  options: (z) => z.object({
    provisions: z.array(z.enum(['house', ...Object.keys(SERVES)])).default(['house']).describe('Who asks: `house` in every story, a provision only where it applies'),
    wording: z.string().default('The author has no securities or affiliations related to the organizations discussed.').describe('What the suggestion writes where affiliations are not stated either'),
    alone: z.string().default('The author has no securities related to the organizations discussed.').describe('What the suggestion writes where affiliations are stated already'),
    attested: z.boolean().default(false).describe('The house attests for every author that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check(context) {
    const { article, options, report } = context
    const { sound, unsound } = find(article, 'holdings')
    const place = placeFor(article, 'holdings')
    if (sound.length > 0 || !place) return
    if (!options.provisions.includes('house')) {
      // An open or broken statement is the matter of holdings-specific and disclosure-defect.
      const duties = unsound.length === 0 ? applied(context).filter((a) => a.applies) : []
      if (duties.length === 0) return
      const last = article.blocks.at(-1)
      const onRecord = context.register ? unstatedHoldings(article, context.register) : []
      const edit = last && onRecord.length > 0 ? article.layout.paragraphAfter(last.span.end, onRecord.map((h) => h.text).join(' ')) : undefined
      report('owed', placeOf(article, 'recommendation', 'relayed-view', 'security') ?? place, {
        atMost: strictestOf(duties), data: { basis: basisOf(duties.map((d) => d.provision)) },
        ...(edit ? { fix: { title: 'State the holdings the register records', edits: [edit] } } : {}),
      })
      return
    }
    const ties = find(article, 'affiliation')
    const attested = options.attested || attests(article, 'holdings', 'none')
    const both = ties.sound.length === 0 && (!attested || options.attested || attests(article, 'affiliation', 'none'))
    const wording = both ? options.wording : options.alone
    const related = lookedAt(article, ['holdings'])
    const worst = unsound[0]
    if (worst) report('unsound', worst, { related, ...(mayDeny(article) ? replacement(worst, wording) : {}), data: { words: worst.text, fault: FAULTS[worst.defect!] } })
    else report('missing', place, { related, ...(mayDeny(article) ? offer(article, 'holdings', wording, attested) : {}), data: { wording } })
  },
}), SERVES)
