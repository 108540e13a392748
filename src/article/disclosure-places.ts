import type { Block, Meta } from './block.ts'
import { mayShow, showsNote, speaksOfItself } from './disclosure-plain.ts'
import { readStatement } from './disclosure-elements.ts'
import type { Reading } from './disclosure-readings.ts'
import { labelEnd, statementsOf, type Statement } from './disclosure-statements.ts'
import { wordsIn } from './disclosure-words.ts'
import type { Role } from './facts.ts'
import { recalled, type Memory } from './memory.ts'
import { splitSentences } from './sentences.ts'

/** How many blocks from the end, and from the top, are looked at. */
const TAIL = 14
const HEAD = 4
/** In so many blocks at the end the outlet may speak of itself without saying who speaks. */
const LAST = 3

/** Texts of up to so many code units are taken for a note, not for a story. */
const NOTE = 1000

/** Prose of this length that discloses nothing ends the search from the bottom. */
const PROSE = 160

/** How many blocks a heading such as `Disclosures` speaks for. */
const UNDER_LABEL = 8

/** Marks the notes in which author and publisher speak of themselves: at the end, at the top, and wherever a label says so. */
export function markDisclosures(blocks: readonly Block[], roles: Role[], meta: Meta, memory?: Memory): void {
  const own = blocks.flatMap((_, i) => (isOwn(roles[i]!) ? [i] : []))
  // A headline over three blocks or more is a story's, however short.
  const short = !(roles.includes('headline') && own.length > 2) && own.reduce((sum, i) => sum + blocks[i]!.prose.text.length, 0) <= NOTE
  const names = authorNames(blocks, roles, meta)
  markLabelled(blocks, roles, memory)
  let near = false
  let passed = 0
  const last = own.at(-LAST) ?? 0
  for (const i of own.toReversed().slice(0, TAIL)) {
    const evidence = roles[i] === 'disclosure' ? 'strong' : evidenceIn(blocks, i, names, short, memory, near, i >= last)
    if (evidence === 'strong' || (evidence === 'weak' && (short || near))) {
      roles[i] = 'disclosure'
      near = true
    } else {
      // Beside a note means next to it: a story's last paragraphs are no notes because a source line follows.
      if (!short) near = false
      if ((blocks[i]!.prose.text.length > PROSE || ++passed > 4) && !short) break
    }
  }
  for (const i of own.slice(0, HEAD)) {
    if (roles[i] !== 'disclosure' && roles[i] !== 'headline'
      && evidenceIn(blocks, i, names, short, memory) === 'strong') roles[i] = 'disclosure'
  }
  // Furniture that discloses is no furniture: "© 2026 … does not give advice".
  blocks.forEach((_, i) => {
    if (roles[i] === 'boilerplate' && !blocks[i]!.hints?.length
      && evidenceIn(blocks, i, names, short, memory) !== 'none') roles[i] = 'disclosure'
  })
}

function isOwn(role: Role): boolean {
  return role === 'body' || role === 'table' || role === 'caption' || role === 'standfirst' || role === 'disclosure'
}

/** Under a label of their own: "Disclosure: …", and the blocks below a heading that says so. */
function markLabelled(blocks: readonly Block[], roles: Role[], memory: Memory | undefined): void {
  let under = 0
  let heading = -1
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (!isOwn(roles[i]!) && roles[i] !== 'quote') continue
    const head = mayBeLabel(block.prose.text) ? wordsIn(block, 0, Math.min(block.prose.text.length, 80)) : []
    const cut = head.length > 0 ? labelEnd(head) : 0
    const disclosing = cut > 0
      && head.slice(0, cut).some((w) => /disclos|disclaim|conflict|warning|notice|sources|note|advice/u.test(w.text))
    const alone = disclosing && !head.slice(cut).some((w) => w.letters)
    if (alone) {
      under = UNDER_LABEL
      heading = i
      continue
    }
    if (block.kind === 'heading') under = 0
    // A house may set its note as a block quotation; then the label stands in it too.
    if (roles[i] === 'quote' && !disclosing && !(under > 0 && roles[heading] === 'quote')) continue
    const bare = under === UNDER_LABEL && NOTHING.test(block.prose.text)
    if (bare) roles[i] = 'disclosure'
    if (bare && heading >= 0) roles[heading] = 'disclosure'
    if ((disclosing || under > 0) && readingsIn(blocks, i, memory).share > 0) {
      roles[i] = 'disclosure'
      if (under > 0 && heading >= 0) roles[heading] = 'disclosure'
    }
    if (under > 0) under--
  }
}

/** All that stands under a heading such as `Disclosure statement`. */
const NOTHING = /^\s*(?:none|nil|nothing|n\/a|none to report)\.?\s*$/i

function mayBeLabel(text: string): boolean {
  return /disclos|disclaim|conflict|warning|notice|sources|note|advice|about the author|important|legal/i.test(text.slice(0, 60))
}

/** What one block would say if it stood in position, and in how many of its statements. */
function readingsIn(blocks: readonly Block[], i: number, memory: Memory | undefined, names?: ReadonlySet<string>): { found: { readings: readonly Reading[]; statement: Statement }[]; share: number } {
  const [first, end] = rowOf(blocks, i)
  const stretches = blocks.slice(first, end).flatMap((block, offset) =>
    recalled(memory, splitSentences, block.prose.text,
      () => splitSentences(block.prose.text)).map(([from, to], key) => ({ block, blockIndex: first + offset, from, to, key,
        inPosition: true })))
  // In a story most sentences show at a glance that they are none.
  if (names && !stretches.some(({ block, from, to }) => mayShow(block.prose.text.slice(from, to), names))) return NO_READINGS
  const found = statementsOf(stretches, memory).map((statement) => ({ statement, readings: readStatement(statement) }))
  const telling = found.filter((f) => f.readings.some((one) => one.element !== 'asOfDate')).length
  return { found, share: found.length > 0 ? telling / found.length : 0 }
}

const NO_READINGS = { found: [], share: 0 }

/** The cells of the row that block `i` is in, or the block alone. */
function rowOf(blocks: readonly Block[], i: number): [first: number, end: number] {
  const { cell } = blocks[i]!
  if (!cell) return [i, i + 1]
  const same = (at: number) => blocks[at]?.cell?.table === cell.table && blocks[at]?.cell?.row === cell.row
  let first = i
  let end = i + 1
  while (same(first - 1) && i - first < 8) first--
  while (same(end) && end - i < 8) end++
  return [first, end]
}

/** Says of itself: worth a mark on its own; of somebody by name, or of risk: only beside other disclosures. */
function evidenceIn(blocks: readonly Block[], i: number, names: ReadonlySet<string>, short: boolean, memory: Memory | undefined, near = false,
  tail = false): 'strong' | 'weak' | 'none' {
  const { text } = blocks[i]!.prose
  // a short story is no note: its paragraphs report figures
  const story = short && REPORTS.test(text) && FIGURES.test(text) && !SPEAKS.test(text)
  if (story) short = false
  if (!short && !tail && !(near ? MAY_BE_NOTE.test(text) : mayShow(text, names))) return 'none'
  const { found, share } = readingsIn(blocks, i, memory, short || near || tail ? undefined : names)
  if (share === 0 || (!short && share < SHARE)) return 'none'
  if (short) return found.some(({ readings, statement }, k) => readings.some((r) => isOfNote(r, statement, k > 0 || blocks.length > 1)))
    ? 'strong' : 'none'
  const strong = found.some(({ readings, statement }) => readings.some((reading) => {
    const { subject, element } = reading
    if ((tail || near) && !story && speaksOfItself(reading, statement)) return true
    if (subject.speaker !== 'name') return showsNote(reading, statement)
    if (statement.words.some((w) => w.quoted || w.kinds.has('reporting'))) return false
    if (subject.name.split(' ').some((part) => names.has(part))) return true
    return element === 'holdings' && statement.words.some((w) => /^(?:mentioned|discussed|named|covered)$/.test(w.text))
      && statement.words.length <= LONGEST_OF_NAME
  }))
  return strong ? 'strong' : story ? 'none' : 'weak'
}

/** Whether what a lone short text says is said of itself: a figure of third parties, of somebody who is reported, or of what may be lost, is a story's. */
function isOfNote(reading: Reading, statement: Statement, among: boolean): boolean {
  const { subject, element, value } = reading
  const figure = statement.words.some((w) => /\d/u.test(w.text))
  const told = subject.speaker === 'third' || element === 'risk'
    || (subject.speaker === 'name' && statement.words.some((w) => w.kinds.has('reporting')))
  if (figure && told) return false
  // "He holds options on 200,000 shares.": of somebody the text has not named.
  return among || value !== 'some' || !figure || !/^(?:he|she|they)$/.test(subject.name)
}

/** What happened, or who told it; a note says what is. */
const REPORTS = /\b(?:said|told|reported|announced|posted|according to|rose|fell|climbed|dropped|gained|lost|jumped|slid|slipped|surged|plunged|grew|were registered|was left|beat|missed)\b/u
const FIGURES = /\d{3}|[$€£]\d|\d ?(?:%|percent|per cent|cents|million|billion)|\b\d{1,3}(?:,\d{3})+\b/u
const SPEAKS = /\b(?:I|we|our|my|us|author|writer|disclos\w*|disclaim\w*|advice|risks?|guarantee\w*|past performance|positions?|hold|holds|owns?|licen[cs]\w*|regulated|authori[sz]ed|paid|sponsor\w*)\b/i

/** The share of a block's sentences that has to disclose something. */
const SHARE = 0.3
const LONGEST_OF_NAME = 35
const MAY_BE_NOTE = /\b(?:advice|recommend\w*|solicit\w*|offer|diligence|research|dyor|advis[eo]rs?|professional|experts?|licen[cs]\w*|regist\w+|authori[sz]ed|regulated|positions?|shares?|stocks?|stakes?|securit(?:y|ies)|owns?|holds?|holdings?|held|long|short|affiliat\w*|relationships?|ties|conflicts?|information|sources?|details|facts|risks?|performance|forward-looking|general|paid|compensat\w*|bitcoin|crypto\w*|tokens?|client|sponsor\w*|advertis\w*)\b/i

/** Runs of letters, apostrophes and hyphens. Most bylines are ASCII, and the pattern for those costs a start less. */
function namePartsIn(lower: string): string[] {
  return lower.split(/[^ -~]/.test(lower) ? /[^\p{L}’'-]+/u : /[^a-z'-]+/)
}

/** Parts of the names the byline or the front matter gives, in lower case. */
function authorNames(blocks: readonly Block[], roles: readonly Role[], meta: Meta): ReadonlySet<string> {
  const lines = [meta.author ?? '', ...blocks.flatMap((b, i) => (roles[i] === 'byline' ? [b.prose.text] : []))]
  return new Set(lines.flatMap((line) => namePartsIn(line.toLowerCase())).filter((part) => part.length > 2 && part !== 'and'))
}
