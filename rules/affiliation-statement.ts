import { alsoServing, appliedBy, strictestOf, type Serving } from '../src/lint/obligation.ts'
import { basisOf } from '../src/lint/provisions.ts'
import { defineRule } from '../src/lint/rule.ts'
import { knownTies } from '../src/lint/ties.ts'
import { attests, FAULTS, find, lookedAt, mayDeny, offer, placeFor, replacement } from '../src/lint/statements.ts'

/** Who asks for ties beside the house: only where one is known. */
const SERVES: Readonly<Record<string, Serving>> = {
  'eu-958-interests': { when: { any: ['recommendation'] } },
  'ca-31-103-825': { when: { any: ['recommendation'] }, atMost: 'warn' },
  'house-bloomberg': { atMost: 'warn' },
  'ca-caj': { atMost: 'warn' },
  'us-spj': { atMost: 'warn' },
}
const applied = appliedBy(SERVES)

export default alsoServing(defineRule({
  summary: 'Stories that do not say whether their author has ties to the organizations discussed',
  messages: {
    missing: 'No statement of the author’s affiliations was found, expected one of the kind `{{wording}}`',
    unsound: '`{{words}}` {{fault}}, expected a flat statement of the author’s ties',
    owed: 'a tie to {{tie}} is known and no statement of it was found in the text; {{basis}}',
  },
  options: (z) => z.object({
    provisions: z.array(z.enum(['house', ...Object.keys(SERVES)])).default(['house']).describe('Who asks: `house` in every story, a provision only where a tie is known'),
    wording: z.string().default('The author has no securities or affiliations related to the organizations discussed.').describe('What the suggestion writes where holdings are not stated either'),
    alone: z.string().default('The author has no affiliations with the organizations discussed.').describe('What the suggestion writes where holdings are stated already'),
    attested: z.boolean().default(false).describe('The house attests for every author that this wording is true: `--fix` may write it'),
  }),
  fixable: true,
  suggests: true,
  check(context) {
    const { article, options, report } = context
    const { sound, unsound } = find(article, 'affiliation')
    const place = placeFor(article, 'affiliation')
    if (!options.provisions.includes('house')) {
      const tie = article.elements.affiliation === 'some' ? undefined : knownTies(context)[0]
      const duties = tie === undefined ? [] : applied(context).filter((a) => a.applies)
      if (tie !== undefined && duties.length > 0 && article.anchor) {
        report('owed', article.anchor, { atMost: strictestOf(duties), data: { tie, basis: basisOf(duties.map((d) => d.provision)) } })
      }
      return
    }
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
}), SERVES)
