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
  if (isSample(s)) return 'the size or the error of a sample'
  if (isListed(s)) return 'counts what the story lists'
  if (isExample(s)) return 'works out an example'
  if (isClass(s)) return 'says how large a kind is'
  if (isReckoned(s)) return 'reckons with the figures beside it'
  return undefined
}

// "Rounds of $100 million or more".
function isClass(s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'money') return false
  const text = s.block.prose.text
  return /^ (?:or|and) (?:more|less|above|over|up)\b/u.test(text.slice(s.to, s.to + 12)) && /\b\p{L}+s (?:of|worth|over|with) $/u.test(text.slice(Math.max(s.sentence.from, s.from - 24), s.from))
}

const POLLED =
  /\b(?:polled|surveyed|interviewed|canvassed|questioned|enrolled|recruited|(?:polls?|surveys?|sample|samples|questionnaire|polling|interviews) (?:of|with|among|covering)) (?:about |around |roughly |nearly |almost |more than |over |some |at least )?$/u

// "Polled 3,206 adults", "a survey of 1,050 owners", "a margin of error of 3 points".
function isSample(s: Statistic): boolean {
  const { unit } = s.quantity
  const before = s.block.prose.text.slice(Math.max(s.sentence.from, s.from - 60), s.from)
  if (unit.kind === 'count') return POLLED.test(before)
  if (unit.kind !== 'points' && unit.kind !== 'percent') return false
  return /\b(?:margin of (?:sampling )?error (?:is|was|of)|plus or minus|plus-or-minus|±) ?(?:about |around |plus or minus )?$/u.test(before)
}

// "5 Things to Know", "4 reasons to buy".
function isListed(s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'count' || s.from !== s.sentence.from || s.from !== 0) return false
  return /^ (?:\p{L}+ ){0,3}(?:things|reasons|ways|stocks|takeaways|charts|questions|tips|steps|facts|lessons|companies|funds|etfs|signs|mistakes|rules|numbers|predictions|picks|shares)\b/iu.test(
    s.block.prose.text.slice(s.to, s.to + 48),
  )
}

const SUPPOSES =
  /^(?:["“]?(?:If (?:you|we|someone|an? [\p{L}-]+) (?:\p{L}+ )?(?:invest|invests|invested|put|puts|earn|earns|earned|save|saves|borrow|borrows|owe|owes|own|owns|bought|buy|buys|spend|spends|make|makes|had|have|has)\b|(?:Say|Suppose|Assume|Assuming|Imagine) (?:that )?(?:you|we|an?|someone|your)\b|For (?:an? |someone |somebody |those )(?:\p{L}+ ){0,2}(?:earning|making|saving|investing|borrowing|buying)\b|On an? (?:\p{L}+ )?[$€£]\d[\d,.]*))/u
// Says no to nearly every sentence before V8 has to make the long pattern, which takes as long as reading a story.
const MAY_SUPPOSE = /^["“]?(?:If (?:you|we|someone|an? )|(?:Say|Suppose|Assume|Assuming|Imagine) |For (?:an? |someone |somebody |those )|On an? )/
const ON_SUM = /^ (?:\p{L}+ ){0,2}(?:loan|mortgage|account|home|house|investment|balance|salary|deposit|portfolio|purchase|order|bill|income|policy)\b/u

// "On a $300,000 loan, that saves $205 a month", "If you invest $100": the writer's own sum.
function isExample(s: Statistic): boolean {
  const text = s.block.prose.text
  if (!MAY_SUPPOSE.test(text.slice(s.sentence.from, s.sentence.from + 18))) return false
  const opening = SUPPOSES.exec(text.slice(s.sentence.from, s.sentence.from + 70))
  if (!opening) return false
  if (!opening[0].startsWith('On ')) return s.quantity.unit.kind === 'money' || s.quantity.unit.kind === 'percent'
  return ON_SUM.test(text.slice(s.sentence.from + opening[0].length, s.sentence.from + opening[0].length + 50))
}

const RECKONS = /^(?:["“]?(?:That|This|It) (?:is|was|represents|represented|works out to|equals|amounts to|translates to|equates to|would be)|That[’']s|Which is) (?:about |around |roughly |nearly |almost |more than |just |an? )*$/u

// "That is 22 percent above Friday's close", "that works out to $5 a head".
function isReckoned(s: Statistic): boolean {
  const text = s.block.prose.text
  const before = text.slice(s.sentence.from, s.from)
  if (before.length > 60 || !RECKONS.test(before)) return false
  if (/works out|equates|translates/u.test(before)) return true
  return s.quantity.unit.kind === 'percent' || s.quantity.unit.kind === 'times'
    ? /^ (?:above|below|over|premium|discount|higher than|lower than)\b[^.;]{0,40}\b(?:close|closing|price|offer|value|bid|level)\b/u.test(text.slice(s.to, s.to + 70))
    : false
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
  /^(?:kilo|met(?:er|re)|mile|feet|foot|inch|cent|kg|pound|lb|ton|acre|hectare|square|lit|gallon|ounce|gram|km|m2|celsius|degree)/i

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
  '\\b(?:key|policy|benchmark|repo|cash|federal funds|fed funds|refinancing|discount|base|bank) (?:interest |lending )?(?:rate|target)(?: range)? ' +
    '(?:(?:is |was |now |currently |stands |remains ){0,2}(?:at|is)|unchanged at|steady at|on hold at) (?:an? )?(?:record[- ]low )?$',
  'u',
)

// "With its key rate at 0.75%".
function isPolicyRate(s: Statistic): boolean {
  if (s.quantity.unit.kind !== 'percent') return false
  const text = s.block.prose.text
  const before = text.slice(Math.max(s.sentence.from, s.from - 60), s.from)
  if (isAim(before, text.slice(s.to, s.to + 24))) return true
  if (/\b(?:hold|holding|keep|keeping|leave|leaving|cut|raise|lower)\b/u.test(before) && !/unchanged at $/u.test(before)) return false
  return POLICY.test(before)
}

// "The bank's 2 percent target", "the target band is 2 to 4 percent": fixed by whoever sets it.
function isAim(before: string, after: string): boolean {
  return /\b(?:bank|government|Fed|BOJ|ECB|RBI|RBA)[’']s (?:own |official |long-term )?$/u.test(before) && /^ (?:inflation )?(?:target|goal)\b/u.test(after) ||
    /\b(?:inflation target|target band|target range)(?: is| of| stands at)(?: between)? $/u.test(before)
}
