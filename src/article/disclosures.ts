import type { Article } from './article.ts'
import { viewsOf } from './disclosure-clauses.ts'
import { readAffiliation, readCompensation, readHoldings, readLicences } from './disclosure-interests.ts'
import { readAdvice, readAnchor, readConsult, readForward, readGeneral, readPerformance, readRecommendation, readResearch, readRisk, readSources } from './disclosure-notices.ts'
import type { Reader, Reading } from './disclosure-readings.ts'
import { readPairs } from './disclosure-pairs.ts'
import { hasPlaceholder } from './disclosure-placeholders.ts'
import { statementsOf, type Statement, type Stretch } from './disclosure-statements.ts'
import { weigh, type Weighed } from './disclosure-weighing.ts'
import type { Disclosure, DisclosureElement, Elements, Role } from './facts.ts'
import { passage } from './passage.ts'

const READERS: readonly ((reader: Reader) => void)[] = [
  readHoldings, readAffiliation, readLicences, readCompensation, readRecommendation, readAdvice, readResearch, readConsult, readSources,
  readPerformance, readRisk, readForward, readGeneral,
]

/** Everything one statement says of its author or itself. */
export function readStatement(statement: Statement): Reading[] {
  const readings: Reading[] = []
  const struck = statement.words.some((w) => w.struck)
  const words = struck ? statement.words : statement.words
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
  readAnchor(reader)
  return readings
}

/** Roles in which the newsroom speaks. */
const SPOKEN: ReadonlySet<Role> = new Set(['body', 'disclosure', 'byline', 'standfirst', 'caption', 'table', 'dateline', 'headline'])

/** What the author and the publisher say about themselves and their text, element by element, defective statements included. */
export function findDisclosures(article: Article): Disclosure[] {
  const { sentences, roles } = article
  const stretches: Stretch[] = []
  for (const sentence of sentences) {
    if (!SPOKEN.has(roles[sentence.blockIndex]!)) continue
    const { block, blockIndex, from, to, index } = sentence
    stretches.push({ block, blockIndex, from, to, key: index, inPosition: roles[blockIndex] === 'disclosure' })
  }
  const statements = statementsOf(stretches)
  const found = statements.map((statement) => ({ statement, readings: readStatement(statement) }))
  return weigh(found, article).map(({ statement, reading }: Weighed) => {
    const sentence = sentences[statement.key]!
    const word = statement.words[reading.at] ?? statement.words[0]!
    const own = statement.words.filter((w) => w.block === sentence.block)
    const from = own[0]?.from ?? sentence.from
    const to = own.at(-1)?.to ?? sentence.to
    const { element, value, defect } = reading
    return {
      ...passage(sentence.block, from, to), sentence, element, value, words: passage(word.block, word.from, word.to), ...(defect ? { defect } : {}),
    }
  })
}

const FLAGS: readonly DisclosureElement[] = ['notRecommendation', 'notAdvice', 'dueDiligence', 'consultProfessional', 'sources', 'pastPerformance', 'risk', 'forwardLooking', 'generalAdvice', 'asOfDate']

/**
 * What the disclosures add up to. A defective one is credited with nothing; but an admission counts although it is
 * reported, where it came about by a lost "no" or says too little (`polarity`, `partial`): the text does admit it.
 */
export function creditOf(disclosures: readonly Disclosure[]): Elements {
  const counts = disclosures.filter((d) => !d.defect || (d.value === 'some' && (d.defect === 'polarity' || d.defect === 'partial')))
  const of = (element: DisclosureElement) => counts.filter((d) => d.element === element).map((d) => d.value)
  const interest = (element: DisclosureElement) => {
    const values = of(element)
    return values.includes('some') ? 'some' : values.includes('none') ? 'none' : 'absent'
  }
  const pay = of('compensation')
  const flags = Object.fromEntries(FLAGS.map((element) => [element, of(element).length > 0])) as Record<(typeof FLAGS)[number], boolean>
  return {
    ...(flags as Pick<Elements, 'notRecommendation' | 'notAdvice' | 'dueDiligence' | 'consultProfessional' | 'sources' | 'pastPerformance' | 'risk' | 'forwardLooking' | 'generalAdvice' | 'asOfDate'>),
    holdings: interest('holdings'), affiliation: interest('affiliation'), licenses: interest('licenses'),
    compensation: pay.includes('none') ? 'none' : pay.includes('paid') ? 'paid' : 'absent',
  }
}
