import { is, type Reader } from './disclosure-readings.ts'
import type { DisclosureElement } from './facts.ts'
import type { Word } from './disclosure-words.ts'

/** Reads `Holdings: none` and a bare `Disclosure: None`. True where the statement was such a pair. */
export function readPairs({ statement, words, views, found }: Reader): boolean {
  if (!statement.inPosition) return false
  const said = words.filter((w) => w.letters)
  const subject = views[0]?.subject
  const extra = subject ? { subject } : {}
  if (statement.direct && said.length === 1 && is(said[0], 'nil')) {
    const element = elementOf(statement.label) ?? (statement.label.some((w) => w.text.includes('disclosure')) ? 'holdings' : undefined)
    if (element) found({ element, value: 'none', at: words.indexOf(said[0]!), scope: 'all', ...extra })
    return true
  }
  const colon = words.findIndex((w, i) => i > 0 && (w.text === ':' || w.text === '—' || w.text === '–' || w.text === '-' || w.text === '='))
  const cell = words.findIndex((w, i) => i > 0 && w.part !== words[i - 1]!.part && statement.blocks[w.part]!.cell !== undefined)
  const cut = colon > 0 ? colon : cell > 0 ? cell : words.findIndex((w, i) => i > 0 && w.text === '|')
  if (cut <= 0 || cut > 8) return false
  const element = elementOf(words.slice(0, cut))
  const value = words.slice(cut).filter((w) => w.letters)
  if (!element || value.length === 0) return false
  const at = words.indexOf(value[0]!)
  // "long AMRT; the rest is not held": the first part is the value
  const end = words.find((w, i) => i > at && w.text === ';')?.from ?? Infinity
  const denied = is(value[0], 'nil') || (value.length === 1 && /^0%?$/.test(value[0]!.text))
    || (value[0]!.text === 'not' && value.length <= 3)
  if (denied) found({ element, value: 'none', at, scope: is(words[0], 'long') ? 'listed' : 'all', ...extra })
  else if (element === 'compensation') return false
  else if (!value.some((w) => is(w, 'hedge') || (is(w, 'negator') && w.from < end))
    && value.length <= 12) found({ element, value: 'some', at,
    ...(value.length === 1 && value[0]!.text === 'yes' ? { defect: 'polarity' as const } : {}), ...extra })
  else return false
  return true
}

const KNOWN = /^(?:held|at|as|on|personal|own|the|of|with|in|this|article|for|to|or|and|any|current|status|made|received|by|statement|i|we|from)$/

function elementOf(words: readonly Word[]): DisclosureElement | undefined {
  if (words.some((w) => w.letters && !KNOWN.test(w.text) && w.kinds.size === 0 && !/^\d/.test(w.text))) return undefined
  if (words.filter((w) => !/^\d/.test(w.text) && !is(w, 'month')).length > 7
    || words.some((w) => is(w, 'be') || is(w, 'negator'))) return undefined
  if (words.some((w) => is(w, 'compensation') || /^(?:paid|sponsored)$/.test(w.text))) return 'compensation'
  if (words.some((w) => is(w, 'licence') || is(w, 'licensed'))) return 'licenses'
  if (words.some((w) => is(w, 'tie') || w.text.includes('conflict'))) return 'affiliation'
  if (words.some((w) => is(w, 'haveable') || is(w, 'interest') || is(w, 'long') || w.text === 'ownership'
    || w.text.includes('holdings'))) return 'holdings'
  return undefined
}
