import type { Block, Meta } from './block.ts'
import { readStatement } from './disclosure-elements.ts'
import type { Reading } from './disclosure-readings.ts'
import { labelEnd, statementsOf } from './disclosure-statements.ts'
import { wordsIn } from './disclosure-words.ts'
import type { Role } from './facts.ts'
import { splitSentences } from './sentences.ts'

/** How many blocks from the end, and from the top, are looked at. */
const TAIL = 14
const HEAD = 4
/** Texts of up to so many blocks are taken for a note, not for a story. */
const NOTE = 3
/** Prose of this length that discloses nothing ends the search from the bottom. */
const PROSE = 160
/** How many blocks a heading such as `Disclosures` speaks for. */
const UNDER_LABEL = 8

/** Marks the notes in which author and publisher speak of themselves: at the end, at the top, and wherever a label says so. */
export function markDisclosures(blocks: readonly Block[], roles: Role[], meta: Meta): void {
  const own = blocks.flatMap((_, i) => (isOwn(roles[i]!) ? [i] : []))
  const short = own.length <= NOTE
  const names = authorNames(blocks, roles, meta)
  markLabelled(blocks, roles)
  let near = false
  let passed = 0
  for (const i of own.toReversed().slice(0, TAIL)) {
    const evidence = roles[i] === 'disclosure' ? 'strong' : evidenceIn(blocks, i, names, short)
    if (evidence === 'strong' || (evidence === 'weak' && (short || near))) {
      roles[i] = 'disclosure'
      near = true
    } else if (blocks[i]!.prose.text.length > PROSE || ++passed > 4) {
      if (!short) break
    }
  }
  for (const i of own.slice(0, HEAD)) {
    if (roles[i] !== 'disclosure' && roles[i] !== 'headline' && evidenceIn(blocks, i, names, short) === 'strong') roles[i] = 'disclosure'
  }
  // Furniture that discloses is no furniture: "© 2026 … does not give advice".
  blocks.forEach((_, i) => {
    if (roles[i] === 'boilerplate' && !blocks[i]!.hints?.length && evidenceIn(blocks, i, names, short) !== 'none') roles[i] = 'disclosure'
  })
}

function isOwn(role: Role): boolean {
  return role === 'body' || role === 'table' || role === 'caption' || role === 'standfirst' || role === 'disclosure'
}

/** Under a label of their own: "Disclosure: …", and the blocks below a heading that says so. */
function markLabelled(blocks: readonly Block[], roles: Role[]): void {
  let under = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (!isOwn(roles[i]!)) continue
    const head = mayBeLabel(block.prose.text) ? wordsIn(block, i, 0, Math.min(block.prose.text.length, 80)) : []
    const cut = head.length > 0 ? labelEnd(head) : 0
    const disclosing = cut > 0 && head.slice(0, cut).some((w) => /disclos|disclaim|conflict|warning|notice|sources|note|advice/u.test(w.text))
    const alone = disclosing && !head.slice(cut).some((w) => w.letters)
    if (alone) {
      under = UNDER_LABEL
      roles[i] = 'disclosure'
      continue
    }
    if (block.kind === 'heading') under = 0
    if ((disclosing || under > 0) && readingsIn(blocks, i).readings.length > 0) roles[i] = 'disclosure'
    if (under > 0) under--
  }
}

function mayBeLabel(text: string): boolean {
  return /disclos|disclaim|conflict|warning|notice|sources|note|advice|about the author|important|legal/iu.test(text.slice(0, 60))
}

/** What one block would say if it stood in position, and in how many of its statements. */
function readingsIn(blocks: readonly Block[], i: number): { readings: Reading[]; share: number } {
  const [first, end] = rowOf(blocks, i)
  const stretches = blocks.slice(first, end).flatMap((block, offset) =>
    splitSentences(block.prose.text).map(([from, to], key) => ({ block, blockIndex: first + offset, from, to, key, inPosition: true })))
  const read = statementsOf(stretches).map(readStatement)
  const telling = read.filter((r) => r.some((one) => one.element !== 'asOfDate')).length
  return { readings: read.flat(), share: read.length > 0 ? telling / read.length : 0 }
}

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
const WEAK = new Set(['risk', 'forwardLooking', 'pastPerformance', 'generalAdvice', 'asOfDate'])

function evidenceIn(blocks: readonly Block[], i: number, names: ReadonlySet<string>, short: boolean): 'strong' | 'weak' | 'none' {
  const { readings, share } = readingsIn(blocks, i)
  if (readings.length === 0 || (!short && share < 0.3)) return 'none'
  const strong = readings.some(({ element, subject }) => {
    if (WEAK.has(element)) return false
    if (subject.speaker === 'name' || subject.speaker === 'third') return subject.name.split(' ').some((part) => names.has(part))
    return true
  })
  if (strong) return 'strong'
  return readings.some((r) => r.scope === 'all') ? 'strong' : 'weak'
}

/** Parts of the names the byline or the front matter gives, in lower case. */
function authorNames(blocks: readonly Block[], roles: readonly Role[], meta: Meta): ReadonlySet<string> {
  const lines = [meta.author ?? '', ...blocks.flatMap((b, i) => (roles[i] === 'byline' ? [b.prose.text] : []))]
  return new Set(lines.flatMap((line) => line.toLowerCase().split(/[^\p{L}’'-]+/u)).filter((part) => part.length > 2 && part !== 'and'))
}
