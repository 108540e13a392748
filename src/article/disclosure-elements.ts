import { viewsOf } from './disclosure-clauses.ts'
import { readAffiliation } from './disclosure-affiliation.ts'
import { readCompensation } from './disclosure-pay.ts'
import { readHoldings, readIntentions } from './disclosure-holdings.ts'
import { readLicences } from './disclosure-licences.ts'
import { readAdvice, readRecommendation } from './disclosure-refusals.ts'
import { readAnchor, readSources } from './disclosure-origins.ts'
import { readConsult, readResearch } from './disclosure-calls.ts'
import { readForward, readGeneral, readPerformance, readRisk } from './disclosure-warnings.ts'
import { readPairs } from './disclosure-pairs.ts'
import { hasPlaceholder } from './disclosure-placeholders.ts'
import type { Reader, Reading } from './disclosure-readings.ts'
import { spoilerOf } from './disclosure-spoilers.ts'
import type { Statement } from './disclosure-statements.ts'

/** The readers of the elements, each with the kinds of word without which it finds nothing. */
const READERS: readonly (readonly [read: (reader: Reader) => void, kinds: readonly string[]])[] = [
  [readHoldings, ['security', 'haveable', 'interest', 'hold', 'holder', 'long', 'soldOut', 'own', 'portfolio']],
  [readAffiliation, ['tie', 'works', 'owned', 'client', 'employer', 'independent', 'holder', 'self', 'author', 'proprietor']],
    [readLicences, ['licence', 'licensed']],
  [readCompensation, ['paid', 'compensation', 'receive', 'client', 'security', 'cost']],
    [readRecommendation, ['recommendation', 'recommend']], [readAdvice, ['advice']],
  [readResearch, ['research', 'researchNoun', 'oneself']], [readConsult, ['professional', 'advice']],
    [readSources, ['info', 'origin', 'drawsOn', 'material', 'sourceNoun']],
  [readPerformance, ['performance']], [readRisk, ['lossPhrase', 'volatile', 'lose', 'risk', 'sink']],
    [readForward, ['forward', 'forecast']],
  [readGeneral, ['general', 'circumstances', 'personal']],
]

/** Kinds of word that may say something though no reader asks for them. */
const TELLS: readonly string[] = ['intent', 'nil', 'trade']
const TELLING = 1 << READERS.length
const asks = new Map<ReadonlySet<string>, number>()

/** Which readers words of these kinds are for, a bit for each. There are few sets of kinds, and all words share them. */
function askedBy(kinds: ReadonlySet<string>): number {
  let bits = asks.get(kinds)
  if (bits === undefined) {
    bits = TELLS.some((kind) => kinds.has(kind)) ? TELLING : 0
    READERS.forEach(([, wanted], i) => {
      if (wanted.some((kind) => kinds.has(kind))) bits! |= 1 << i
    })
    asks.set(kinds, bits)
  }
  return bits
}

/** Everything one statement says of its author or itself. Follows from its words, its label and where it stands, and is kept under these. */
export function readStatement(statement: Statement): readonly Reading[] {
  const { kept, question, direct, inPosition, label } = statement
  if (question) return []
  if (!kept) return readAfresh(statement)
  const key = `${direct} ${inPosition} ${label.map((w) => w.text).join(' ')}`
  let readings = kept.get(key)
  if (!readings) kept.set(key, (readings = readAfresh(statement)))
  return readings
}

function readAfresh(statement: Statement): Reading[] {
  const readings: Reading[] = []
  const { words } = statement
  let asked = 0
  for (const { kinds } of words) if (kinds.size > 0) asked |= askedBy(kinds)
  const readers = READERS.flatMap(([read], i) => (asked & (1 << i) || statement.label.length > 0 ? [read] : []))
  if (readers.length === 0 && !(asked & TELLING)) return statement.inPosition ? anchorsOf(statement) : []
  const views = viewsOf(statement)
  const put = (reading: Omit<Reading, 'subject'> & { readonly subject?: Reading['subject'] }) => {
    const view = views[reading.at]
    const spoiler = spoilerOf(statement, reading, view?.verb ?? -1)
    if (spoiler === 'nobody') return
    const value: Reading = { ...reading, ...(spoiler ? { defect: spoiler } : {}),
      subject: reading.subject ?? view?.subject ?? { speaker: 'none', at: -1, name: '', relative: false } }
    readings.push(words[reading.at]?.struck ? { ...value, defect: 'struck' } : value)
  }
  const reader: Reader = { statement, words, views, found: put }
  if (hasPlaceholder(statement)) {
    const templated: Reader = { ...reader, found: (r) => put({ ...r, defect: 'placeholder' }) }
    for (const read of readers) read(templated)
    return readings
  }
  if (readPairs(reader)) {
    readAnchor(reader)
    return readings
  }
  for (const read of readers) read(reader)
  if (!readings.some((r) => r.element === 'holdings')) readIntentions(reader)
  readAnchor(reader)
  return readings
}

/** A statement of nothing but a date: "Prices as of 3 May". */
function anchorsOf(statement: Statement): Reading[] {
  const readings: Reading[] = []
  const views = viewsOf(statement)
  readAnchor({ statement, words: statement.words, views,
    found: (r) => readings.push({ ...r, subject: { speaker: 'none', at: -1, name: '', relative: false } }) })
  return readings
}
