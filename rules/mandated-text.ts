import { findMandated, pageOf, textsOf, wordingOf } from '../src/lint/mandated.ts'
import { defineObligation, type When } from '../src/lint/obligation.ts'
import { openingOf, placeOf } from '../src/lint/story.ts'

const CRYPTO: When = {
  also: {
    // `$MOON to 10x` with no exchange behind it is sold like a token, whatever it is.
    holds: (_, { signals }) => signals.has('crypto') || (signals.has('hype') && signals.of('security').length > 0 && signals.of('security').every((s) => s.text.startsWith('$'))),
    why: 'no crypto-asset was found in the text',
  },
}
const product = (name: string): When => ({ also: { holds: (story) => String(story.fields['product'] ?? '') === name, why: `\`product\` is not stated to be ${name}` } })
/** Provisions that want their text on the first screen. */
const FIRST = new Set(['uk-cobs-412A-crypto', 'uk-cobs-412A-rmmi'])

export default defineObligation({
  summary: 'Prescribed texts that are missing, changed or out of place',
  messages: {
    missing: 'the prescribed text `{{opening}}` was not found in the text; if this promotes what the provision speaks of, it belongs here word by word',
    changed: 'a prescribed text stands here with other words ({{why}}), expected it word by word',
    late: 'the prescribed text stands too far down, expected it at the top',
  },
  serves: {
    'eu-mica-7': { when: CRYPTO }, 'uk-cobs-412A-crypto': { when: CRYPTO }, 'es-cnmv-crypto': { when: CRYPTO, atMost: 'warn' }, 'in-sebi-adcode': {},
    'uk-cobs-412A-rmmi': { when: product('rmmi') }, 'eu-cfd-warning': { when: { any: ['cfd'] } }, 'in-asci-crypto': { when: { paid: true, any: ['crypto'] } },
  },
  suggests: true,
  check({ article, duties, report }) {
    const opening = openingOf(article)
    const early = new Set([...opening].map((s) => s.block))
    const page = pageOf(article)
    for (const duty of duties) {
      const text = textsOf(duty.provision.id)[0]!
      const match = findMandated(article, text, page)
      // The wording itself may rest on memory although the provision does not.
      const own = { for: [duty], ...(text.verified === 'memory' ? { atMost: 'info' as const } : {}) }
      if (match.status === 'changed') report('changed', match.at, { ...own, data: { why: match.why } })
      else if (match.status === 'exact' && FIRST.has(duty.provision.id) && !early.has(match.at.block)) report('late', match.at, own)
      else if (match.status === 'missing') {
        const wording = wordingOf(text)
        const last = article.blocks.at(-1)
        const edits = last ? [article.layout.paragraphAfter(last.span.end, wording)] : []
        report('missing', placeOf(article, 'crypto', 'cfd'), { ...own, data: { opening: `${wording.slice(0, 60)}…` }, suggestions: [{ title: `Put in the text of ${duty.provision.id}`, edits }] })
      }
    }
  },
})
