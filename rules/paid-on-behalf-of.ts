import { defineObligation } from '../src/lint/obligation.ts'
import { editorial, isOnlyLink, isShown, openingOf, sentenceWith } from '../src/lint/story.ts'

const BEHALF = /\bon behalf of\s(?:the\s)?(?:issuer|company|security holder|\p{Lu})/u

export default defineObligation({
  summary: 'Paid text about an issuer that does not say on whose behalf',
  messages: {
    missing: '`on behalf of` with the issuer’s name was not found in the headline or the first 100 words; if this text is paid for by or for an issuer, say so there',
    late: '`on behalf of` stands too far down, expected it at or very close to the beginning',
    link: '`on behalf of` stands only in a link or where readers do not see it, expected it in the text itself',
  },
  serves: { 'ca-bc-52': { when: { paid: true, any: ['security', 'crypto', 'mining'] } } },
  suggests: true,
  check({ article, story, report }) {
    const opening = openingOf(article)
    const said = editorial(article).filter((s) => BEHALF.test(s.text))
    const early = said.filter((s) => opening.has(s))
    if (early.some((s) => isShown(s) && !isOnlyLink(s))) return
    if (early[0]) return report('link', early[0])
    if (said[0]) return report('late', said[0])
    const first = sentenceWith(editorial(article), /\S/u)
    const edit = first?.block.prose.edit(first.from, first.from, `This paid advertisement is issued on behalf of ${story.sponsor?.name ?? '[name of the issuer]'}. `)
    report('missing', article.signals.of('paid')[0] ?? article.anchor, {
      suggestions: edit ? [{ title: 'Say on whose behalf this is issued', edits: [edit] }] : [],
    })
  },
})
