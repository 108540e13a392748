import { DISCLOSURE_ELEMENTS, type Disclosure } from '../src/article/facts.ts'
import { defineRule } from '../src/lint/rule.ts'

/** So many of the statements that say otherwise are shown. */
const MOST_SHOWN = 8

export default defineRule({
  summary: 'Disclosures that are hedged, reversed, contradicted, partial, unfilled or struck out',
  messages: {
    polarity: '`{{words}}` reads as if a `no` or `not` was lost, expected a denial or the name of what is admitted',
    hedged: '`{{words}}` is hedged, expected a flat statement',
    conditional: '`{{words}}` depends on a condition, expected a flat statement',
    intention: '`{{words}}` speaks of intentions, expected what is held now',
    threshold: '`{{words}}` speaks only of amounts beyond a limit, expected a flat statement',
    past: '`{{words}}` speaks of the past, expected what is held now',
    policy: '`{{words}}` states a rule, expected what is so',
    partial: '`{{words}}` covers only a part of what the story discusses, expected all of it',
    contradicted: '`{{words}}` is taken back by another statement, expected the two to agree',
    placeholder: '`{{words}}` is a template, expected it to be filled in',
    struck: '`{{words}}` is struck out, expected it to stand or to go',
  },
  options: (z) => z.object({
    covered: z.array(z.enum(DISCLOSURE_ELEMENTS)).default([]).describe('Elements whose own rule is on: where none of their statements is sound, that rule reports it'),
  }),
  check({ article, options: { covered }, report }) {
    const sound = new Set<string>()
    const admitted = new Map<string, Disclosure[]>()
    for (const disclosure of article.disclosures) {
      const { defect, element, value } = disclosure
      if (defect) continue
      sound.add(element)
      const known = admitted.get(element)
      if (value === 'some' && !known) admitted.set(element, [disclosure])
      else if (value === 'some' && known!.length <= MOST_SHOWN) known!.push(disclosure)
    }
    for (const disclosure of article.disclosures) {
      const { defect, element, text } = disclosure
      if (!defect || (covered.includes(element) && !sound.has(element))) continue
      const against = defect === 'contradicted' ? (admitted.get(element) ?? []).filter((d) => d.span.start !== disclosure.span.start) : []
      report(defect, disclosure, { data: { words: text }, related: against.slice(0, MOST_SHOWN).map((d) => ({ span: d.span, message: 'this says otherwise' })) })
    }
  },
})
