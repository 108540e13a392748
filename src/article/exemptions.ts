import type { Statistic } from './facts.ts'
import { wordAfter, wordBefore } from './words.ts'

/**
 * Why a figure needs no source by its nature: a conversion of the figure before it, the size of a named set, what the
 * sentence itself lists. Undefined where it needs one.
 * @param before the statistic before it in the sentence
 */
export function exemptionOf(s: Statistic, before: Statistic | undefined): string | undefined {
  if (before && isConversion(s, before)) return 'converts the figure before it'
  if (isEquivalent(s)) return 'says the same in another unit'
  if (isMembership(s)) return 'the size of a named index'
  if (isRest(s)) return 'counts what the sentence lists'
  if (isThreshold(s)) return 'a majority fixed by law'
  if (isPolicyRate(s)) return 'a policy rate in force'
  return undefined
}

// "3 billion kroner ($353 million)", "226 miles (363 kilometers)".
function isConversion(s: Statistic, before: Statistic): boolean {
  const text = s.block.prose.text
  const gap = text.slice(before.to, s.from)
  const a = before.quantity.unit
  const b = s.quantity.unit
  if (gap.length > 40) return false
  // "22 trillion yen, or $202 billion".
  const foreign = a.kind === 'money' && b.kind === 'money' && a.currency && b.currency && a.currency !== b.currency
  if (foreign && /^, or (?:about |around |roughly |nearly |almost )?$/u.test(gap)) return true
  if (!/\((?:about |around |roughly |nearly |almost |approximately |or |~|≈|=)*$/u.test(gap)) return false
  if (/[.;:]\s/u.test(gap)) return false
  if (a.kind === 'money' && b.kind === 'money') return a.currency !== b.currency || !a.currency
  return a.kind === 'count' && b.kind === 'count' && b.of !== undefined && a.of !== b.of && MEASURE.test(b.of)
}

const MEASURE =
  /^(?:kilo|met(?:er|re)|mile|feet|foot|inch|cent|kg|pound|lb|ton|acre|hectare|square|lit|gallon|ounce|gram|km|m2|celsius|degree)/iu

const EQUIVALENT = /\b(?:equivalent to|equals|equal to|the equivalent of) (?:about |around |roughly |nearly |almost |approximately )?$/u

// "Twelve lakh is equivalent to 1.2 million".
function isEquivalent(s: Statistic): boolean {
  const text = s.block.prose.text
  return EQUIVALENT.test(text.slice(Math.max(s.sentence.from, s.from - 44), s.from))
}

// "The 50-member index", "the 30 members of the Dow", "50 Nifty companies".
function isMembership(s: Statistic): boolean {
  const { unit } = s.quantity
  if (unit.kind !== 'count' || s.quantity.words) return false
  const text = s.block.prose.text
  if (/^-(?:member|stock|company|nation|country|seat)\b/u.test(text.slice(s.to, s.to + 9))) return true
  const next = wordAfter(text, s.to, s.sentence.to)
  if (/^(?:members|constituents|components)$/u.test(next.text)) {
    return /^\s+of\b/u.test(text.slice(next.to, next.to + 4)) && OF_INDEX.test(text.slice(next.to, next.to + 40))
  }
  return INDEX.test(next.text) && /^\s+(?:companies|stocks|members|constituents|firms)\b/u.test(text.slice(next.to, next.to + 14))
}

const OF_INDEX = /\b(?:Dow|Index|index|S&P|Nasdaq|FTSE|Nifty|Sensex|DAX|gauge|benchmark|average)\b/u
const INDEX = /^(?:Nifty|Sensex|Dow|S&P|FTSE|DAX|Nasdaq|Nikkei|Topix|Kospi|Stoxx|CAC)$/u

// "New York, California and 11 other states".
function isRest(s: Statistic): boolean {
  const text = s.block.prose.text
  if (s.quantity.unit.kind !== 'count' || s.quantity.bound) return false
  if (wordBefore(text, s.from, s.sentence.from).text !== 'and' || wordAfter(text, s.to, s.sentence.to).text !== 'other') return false
  return /,[^,]{2,40}\band\s$/u.test(text.slice(Math.max(s.sentence.from, s.from - 60), s.from))
}

// "The two-thirds of votes needed to amend the charter".
function isThreshold(s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'share' && s.quantity.unit.kind !== 'percent') return false
  const after = s.block.prose.text.slice(s.to, Math.min(s.to + 50, s.sentence.to))
  return /^ (?:of )?(?:the |its |all )?(?:majority|seats|votes|shareholders|vote)\b[^,.]{0,12} (?:needed|required|necessary)\b/u.test(after)
}

const POLICY = new RegExp(
  '\\b(?:key|policy|benchmark|repo|cash|federal funds|base|bank) (?:interest |lending )?rate ' +
    '(?:is |was |now |currently |stands |remains ){0,2}at (?:an? )?(?:record[- ]low )?$',
  'u',
)

// "With its key rate at 0.75%".
function isPolicyRate(s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'percent') return false
  const before = s.block.prose.text.slice(Math.max(s.sentence.from, s.from - 60), s.from)
  if (/\b(?:hold|holding|keep|keeping|leave|leaving|cut|raise|lower)\b/u.test(before)) return false
  return POLICY.test(before)
}
