import { viewsOf } from './disclosure-clauses.ts'
import { readAffiliation, readCompensation, readHoldings, readIntentions, readLicences } from './disclosure-interests.ts'
import { readAdvice, readAnchor, readConsult, readForward, readGeneral, readPerformance, readRecommendation, readResearch, readRisk, readSources } from './disclosure-notices.ts'
import { readPairs } from './disclosure-pairs.ts'
import { hasPlaceholder } from './disclosure-placeholders.ts'
import type { Reader, Reading } from './disclosure-readings.ts'
import type { Statement } from './disclosure-statements.ts'

const READERS: readonly ((reader: Reader) => void)[] = [
  readHoldings, readAffiliation, readLicences, readCompensation, readRecommendation, readAdvice, readResearch, readConsult, readSources,
  readPerformance, readRisk, readForward, readGeneral,
]

/** Everything one statement says of its author or itself. */
export function readStatement(statement: Statement): Reading[] {
  const readings: Reading[] = []
  const { words } = statement
  const views = viewsOf(statement)
  const put = (reading: Omit<Reading, 'subject'> & { readonly subject?: Reading['subject'] }) => {
    const view = views[reading.at]
    const value: Reading = { ...reading, subject: reading.subject ?? view?.subject ?? { speaker: 'none', at: -1, name: '', relative: false } }
    readings.push(words[reading.at]?.struck ? { ...value, defect: 'struck' } : value)
  }
  if (statement.question) return []
  const reader: Reader = { statement, words, views, found: put }
  if (hasPlaceholder(statement)) {
    const templated: Reader = { ...reader, found: (r) => put({ ...r, defect: 'placeholder' }) }
    for (const read of READERS) read(templated)
    return readings
  }
  if (readPairs(reader)) return readings
  for (const read of READERS) read(reader)
  if (!readings.some((r) => r.element === 'holdings')) readIntentions(reader)
  readAnchor(reader)
  return readings
}
