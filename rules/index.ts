// Written by `npm run generate` from the files in this folder; change those.
import blanketSource from './blanket-source.ts'
import quoteAttribution from './quote-attribution.ts'
import statisticAttribution from './statistic-attribution.ts'
import unreadMarkup from './unread-markup.ts'
import vagueSource from './vague-source.ts'
import waiver from './waiver.ts'

/** Every rule by its id, with the options it has when nobody sets any. */
export const rules = {
  'blanket-source': { rule: blanketSource, defaults: {} },
  'quote-attribution': { rule: quoteAttribution, defaults: {} },
  'statistic-attribution': { rule: statisticAttribution, defaults: { marketData: 'exempt', strict: false, marker: '[source?]' } },
  'unread-markup': { rule: unreadMarkup, defaults: {} },
  'vague-source': { rule: vagueSource, defaults: {} },
  'waiver': { rule: waiver, defaults: { reason: 'required', approver: 'optional', expiry: 'optional', unused: true } },
} as const

export type RuleId = keyof typeof rules
