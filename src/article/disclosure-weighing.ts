import type { Article } from './article.ts'
import type { Block } from './block.ts'
import type { Reading } from './disclosure-readings.ts'
import { firstBlock, type Statement } from './disclosure-statements.ts'

/** A reading that stands, with the statement it was found in. */
export interface Weighed {
  readonly statement: Statement
  readonly reading: Reading
}

interface Found {
  readonly statement: Statement
  readonly readings: readonly Reading[]
}

/** Holds the statements against each other: author against outlet, denial against admission, denial against what the story covers. */
export function weigh(found: readonly Found[], article: Article): Weighed[] {
  const all: Weighed[] = found.flatMap(({ statement, readings }) => readings.map((reading) => ({ statement, reading })))
  const anchored = withAnchors(all)
  const own = withoutOutlet(anchored).filter((w, _, kept) => !lonely(w, kept))
  const admissions = own.filter((w) => w.reading.value === 'some' && !w.reading.defect).slice(0, MOST_ADMISSIONS)
  const lists = nameLists(article, own)
  return own.map((one) => judged(one, admissions, lists))
}

const OWN_ELEMENTS = new Set(['affiliation', 'licenses', 'compensation'])

/** Words that show a lone statement to be about the piece, its trade or its readers. */
const CONCERNS = /^(?:company|companies|issuers?|firms?|interest|conflicts?|conflict of interest|conflicts of interest|adviser|advisor|advisers|advisors|advice|investment|financial|securities|broker-dealer|dealer|sebi|fca|sec|finra|asic|afsl|sfc|regime|jurisdiction|analyst|article|story|report|piece|coverage|content|post|note|review|publish|retainer|advertising|awareness|campaign|profile|media|newsletter|us|our|we|investor|relations|marketing|promotional|distribut\w+|disseminat\w+|reports|issuer|sponsor\w*|client|marketing client|advertiser)$/u

/** "Norland has no affiliation with the lender": of a name alone, about its own affairs, it is the story's news and no note. */
function lonely({ reading, statement }: Weighed, all: readonly Weighed[]): boolean {
  const { element, subject } = reading
  const alone = all.every((w) => w.statement === statement && (w.reading.element === element || w.reading.element === 'asOfDate'))
  if (!alone || statement.label.length > 0) return false
  if (element === 'risk') return !statement.words.some((w) => w.kinds.has('reader')
    || /^(?:highly|extremely|very|inherently|can|may|could|risks?|high.risk\w*|speculative|loses? .*|most|capital|as well as.*|market risks?)$|risk|as well as/u.test(w.text))
  if (element === 'compensation' && statement.words[subject.at]?.kinds.has('demonstrative')) return false
  if (element === 'compensation' && /^(?:he|she|they)$/u.test(subject.name)) return true
  // "She is an analyst at Lysander Bank.": somebody the text has not named
  if (element === 'affiliation' && reading.value === 'some' && /^(?:he|she|they)$/u.test(subject.name)) return true
  if (element === 'licenses'
    && statement.words.some((w) => /^(?:sebi|fca|sec|finra|asic|sfc|mas|bafin)[ -]|^in[ahpz]\d{4}/u.test(w.text))) return false
  if (!OWN_ELEMENTS.has(element) || (subject.speaker !== 'name' && subject.speaker !== 'third')) return false
  return !statement.words.some((w) => (element === 'affiliation' && w.kinds.has('all') && w.text !== 'named') || w.kinds.has('works')
    || w.kinds.has('owned') || w.kinds.has('regulator') || (element === 'licenses' && /financial|afsl|securities/u.test(w.text))
    || CONCERNS.test(w.text))
}

/** A time anchor limits a disclosure: it counts in a statement that makes one, or in a note of disclosures. */
function withAnchors(all: readonly Weighed[]): Weighed[] {
  const statements = new Set(all.filter((w) => w.reading.element !== 'asOfDate'
    && w.reading.defect !== 'placeholder').map((w) => w.statement))
  const blocks = new Set([...statements].map(firstBlock))
  return all.filter((w) => w.reading.element !== 'asOfDate' || statements.has(w.statement)
    || (w.statement.inPosition && blocks.has(firstBlock(w.statement))))
}

const OUTLET = /^the |\b(?:inc|ltd|llc|plc|capital|research|securities|partners|media|news|investors|group|fund|management|advisors|advisers|trust|holdings|uk|australia|reports|weekly|daily|times|post|ledger|journal|press|network|fool|wire|ventures|asset|company|street|digest|insider|markets|finance|exchange|team|lantern)\b/u

/** Holdings follow the author; the outlet's own count only where the outlet is the author. */
function withoutOutlet(all: readonly Weighed[]): Weighed[] {
  const owners = all.filter((w) => w.reading.element === 'affiliation' && w.reading.value === 'some').slice(0, MOST_OWNERS)
    .map(({ statement }) => ({ statement, names: namesIn(statement) }))
  const ofOwner = (w: Weighed) => w.reading.subject.speaker === 'name'
    && owners.some((o) => o.statement !== w.statement && o.names.has(w.reading.subject.name.split(' ')[0]!))
  all = all.filter((w) => w.reading.element !== 'holdings' || !ofOwner(w))
  const holdings = all.filter((w) => w.reading.element === 'holdings')
  const person = holdings.some((w) => w.reading.subject.speaker === 'author' || (w.reading.subject.speaker === 'name' && isPerson(w)))
  if (!person) return [...all]
  return all.filter((w) => w.reading.element !== 'holdings' || w.reading.subject.speaker !== 'name' || isPerson(w))
}

/** Owners of an outlet are few; a text that names more is none. */
const MOST_OWNERS = 20

function namesIn(statement: Statement): ReadonlySet<string> {
  return new Set(statement.words.flatMap((w) => (w.capital && w.letters ? [w.text] : [])))
}

function isPerson({ reading, statement }: Weighed): boolean {
  const { name, at } = reading.subject
  const before = statement.words[at - 1]?.text
  const recommends = statement.words.some((w, i) => i > at && w.text === 'recommends')
  return before !== 'the' && !OUTLET.test(name) && !recommends && name !== ''
}

/** How many admissions a denial is held against. */
const MOST_ADMISSIONS = 50

function judged(one: Weighed, all: readonly Weighed[], lists: readonly NameList[]): Weighed {
  const { reading } = one
  if (reading.defect || reading.value !== 'none' || (reading.element !== 'holdings' && reading.element !== 'affiliation')) return one
  const admitted = all.find((w) => w !== one && w.reading.element === reading.element && w.reading.value === 'some' && !w.reading.defect
    && opposes(w, one))
  if (admitted) return { ...one, reading: { ...reading, defect: 'contradicted' } }
  if (reading.element === 'holdings' && leavesOut(one, lists)) return { ...one, reading: { ...reading, defect: 'partial' } }
  return one
}

/** "owns X but none of the others" agrees with itself; two sentences, one denying all, do not. */
function opposes(admission: Weighed, denial: Weighed): boolean {
  // "Neither author owns the shares, although one of them owns call options on Marlpit"
  if (admission.statement === denial.statement && admission.reading.element === 'holdings' && denial.reading.at < admission.reading.at) {
    const { words } = denial.statement
    const turn = words.findIndex((w, i) => i > denial.reading.at && /^(?:although|though|however)$/.test(w.text))
    if (turn >= 0 && turn < admission.reading.at && !words.slice(denial.reading.at, turn).some((w) => w.capital && w.letters)) return true
  }
  // "no shares of Marlpit, but his wife owns 2,000"
  if (admission.statement === denial.statement && denial.reading.scope === 'listed'
    && /^\d/.test(admission.statement.words[admission.reading.at]?.text ?? '') && denial.reading.at < admission.reading.at) return true
  if (admission.statement === denial.statement) return admission.reading.element === 'holdings' && denial.reading.scope !== 'listed'
    && denial.reading.at < admission.reading.at && !denial.statement.words.some((w) => /^(?:others?|rest|remaining)$/.test(w.text))
  if (admission.reading.element === 'affiliation') return admission.reading.subject.speaker !== 'employer'
    && admission.reading.subject.speaker === denial.reading.subject.speaker
  const words = denial.statement.words.map((w) => w.text)
  if (words.includes('other')) return false
  return denial.reading.scope !== 'listed' || sameName(admission, denial)
}

/** Whether one denies what the other admits by name. */
function sameName(admission: Weighed, denial: Weighed): boolean {
  const named = ({ statement, reading }: Weighed) => {
    const behind = statement.words.filter((w, i) => i >= reading.at && w.capital && w.letters)
    // "He bought 500 shares of Marlpit and still holds them": the name stands before.
    return behind.length > 0 ? behind : statement.words.filter((w, i) => i > 0 && w.capital && w.letters)
  }
  const denied = new Set(named(denial).map((w) => w.text))
  return named(admission).some((w) => denied.has(w.text))
}

/** Whether a denial lists its names and the story says it covers others with them. */
function leavesOut({ reading, statement }: Weighed, lists: readonly NameList[]): boolean {
  if (reading.scope !== 'listed') return false
  const listed = new Set(statement.words.filter((w, i) => i > reading.at && w.capital && w.letters).map((w) => w.text))
  if (listed.size === 0) return false
  const [first, last] = [statement.words[0]!, statement.words.at(-1)!]
  return lists.some(({ block, at, names }) => {
    if (block === firstBlock(statement) && at >= first.from && at < last.to) return false
    const known = names.map((name) => name.split(' ').some((part) => listed.has(part.toLowerCase())))
    return known.includes(true) && known.includes(false)
  })
}

interface NameList {
  readonly block: Block
  readonly at: number
  readonly names: readonly string[]
}

/** How many rows of names are kept; a story that covers companies together says so early. */
const MOST_LISTS = 40

/** The rows of names in an article, looked for only where a denial lists its own. */
function nameLists(article: Article, all: readonly Weighed[]): NameList[] {
  const lists: NameList[] = []
  if (!all.some((w) => w.reading.scope === 'listed')) return lists
  for (const block of article.blocks) {
    for (const match of block.prose.text.matchAll(LIST)) {
      if (lists.length >= MOST_LISTS) return lists
      lists.push({ block, at: match.index, names: match[0].split(/,? and |, /u) })
    }
  }
  return lists
}

/** Names in a row: "Calloway, Ardenne and Petrel". */
const LIST = /\p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3}(?:, \p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3}){0,8},? and \p{Lu}[\p{L}\p{N}]+(?: \p{Lu}[\p{L}\p{N}]+){0,3}/gu
