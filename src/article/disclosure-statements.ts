import type { Block } from './block.ts'
import type { Reading } from './disclosure-readings.ts'
import { wordsIn, type Word } from './disclosure-words.ts'
import { recalled, type Memory } from './memory.ts'

/** A sentence as disclosures are read: its words, the label before it, and whether it stands where outlets put their disclosures. */
export interface Statement {
  readonly words: readonly Word[]
  /** The blocks the words stand in, at the number of a word's part. */
  readonly blocks: readonly Block[]
  /** Words of the heading or label it stands under, as in `Disclosure:`; empty where there is none. */
  readonly label: readonly Word[]
  /** The label stands right before this statement; otherwise it is inherited. */
  readonly direct: boolean
  /** Top note, end note or biography: a person named here is the author. */
  readonly inPosition: boolean
  /** Ends with a question mark. */
  readonly question: boolean
  /** Index of the sentence, for the caller. */
  readonly key: number
  /** What these words were read as, by all that is not in them: see `readStatement`. Undefined where their paragraph alone does not decide it. */
  readonly kept: Kept | undefined
}

/** Readings of one run of words, by label and place. */
export type Kept = Map<string, readonly Reading[]>

/** A stretch of one block that holds a sentence. */
export interface Stretch {
  readonly block: Block
  readonly blockIndex: number
  readonly from: number
  readonly to: number
  readonly inPosition: boolean
  readonly key: number
}

/**
 * Sentences to statements: headings glued to their text are parted, numbered and labelled parts set apart, a sentence
 * broken over two paragraphs is put together again, a label cell goes with its value.
 */
export function statementsOf(stretches: readonly Stretch[], memory?: Memory): Statement[] {
  const statements: Statement[] = []
  let label = NO_LABEL
  let alone = false
  let open: Open | undefined
  const close = () => {
    if (!open) return
    const before = statements.length
    const given = label
    label = add(statements, open, label, alone)
    if (label !== given) alone = statements.length === before
    open = undefined
  }
  for (const stretch of stretches) {
    const read = readStretch(stretch, memory)
    if (read.words.length === 0) continue
    if (open && goesOn(open.words, open.stretches[0]!, read.words, stretch)) {
      open = joined(open, stretch, read.words)
      continue
    }
    close()
    const last = statements.at(-1)
    const newBlock = stretch.block !== (last && firstBlock(last))
    if (newBlock && label.words.length > 0
      && (!alone || stretch.block.kind === 'heading' || stretch.blockIndex - label.at > REACH)) label = NO_LABEL
    open = { words: read.words, stretches: [stretch], parts: read.parts }
  }
  close()
  return answered(statements)
}

/** A label and the index of the block it stands in. */
interface Label {
  readonly words: readonly Word[]
  readonly at: number
}

const NO_LABEL: Label = { words: [], at: 0 }

/** A sentence that may go on in the next stretch. */
interface Open {
  readonly words: readonly Word[]
  /** The first stretch of each block, at the number of a word's part. */
  readonly stretches: readonly Stretch[]
  readonly parts: readonly Part[]
}

/** One stretch in words and parts. */
interface Read {
  readonly words: readonly Word[]
  readonly parts: readonly Part[]
}

/** What is said under one label: the label, if there is one here, and the words behind it. */
interface Part {
  readonly label: readonly Word[] | undefined
  readonly words: readonly Word[]
  readonly kept: Kept | undefined
}

/** The words of a stretch, recalled where its paragraph has not changed: a stretch ends where its sentence does, so its beginning names it. */
function readStretch({ block, from, to, inPosition }: Stretch, memory: Memory | undefined): Read {
  // What is struck or hidden is markup: the text alone does not tell.
  if (block.marks.some((m) => m.kind === 'struck' || m.kind === 'hidden')) return readOf(wordsIn(block, from, to, inPosition), false)
  const known = recalled(memory, wordsIn, block.prose.text, () => new Map<number, Read>())
  // Misspelt words are read as meant in position only.
  const key = inPosition ? from : -1 - from
  let read = known.get(key)
  if (!read) known.set(key, (read = readOf(wordsIn(block, from, to, inPosition), true)))
  return read
}

function readOf(words: readonly Word[], keeps: boolean): Read {
  const parts = partsOf(words).map((part): Part => {
    const cut = labelEnd(part)
    return { label: cut > 0 ? part.slice(0, cut).filter((w) => w.letters) : undefined, words: cut > 0 ? trimmed(part.slice(cut)) : part,
      kept: keeps ? new Map() : undefined }
  })
  return { words, parts }
}

function joined({ words, stretches }: Open, stretch: Stretch, more: readonly Word[]): Open {
  const same = stretches.at(-1)!.block === stretch.block
  const all = same ? stretches : [...stretches, stretch]
  const part = all.length - 1
  const together = [...words, ...(part > 0 ? more.map((w) => ({ ...w, part })) : more)]
  return { words: together, stretches: all, parts: readOf(together, false).parts }
}

/** The block in which a statement begins. */
export function firstBlock({ words, blocks }: Statement): Block | undefined {
  return words[0] && blocks[words[0].part]
}

/** "Positions? None.": a question is the label of its one-word answer. */
function answered(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, i) => {
    const asked = statements[i - 1]
    const bare = statement.words.filter((w) => w.letters).length === 1 && statement.words[0]!.kinds.has('nil')
    return bare && asked?.question && asked.words.length <= 8 ? { ...statement, label: asked.words.filter((w) => w.letters), direct: true }
      : statement
  })
}

const WITHIN = 60

/** The longest statement that is read as one, in words. */
const LONGEST = 200

/** How many blocks a heading such as `Disclosures` speaks for. */
const REACH = 8

/** Whether a stretch finishes the sentence of the one before: no full stop there, a small letter or a value here. */
function goesOn(before: readonly Word[], last: Stretch, words: readonly Word[], next: Stretch): boolean {
  // "registration no. X1": no end of a sentence.
  if (last.block === next.block) return before.length <= WITHIN && before.at(-1)!.text === '.'
    && /^(?:no|nos|reg|lic)$/.test(before.at(-2)?.text ?? '') && before.at(-2)!.to === before.at(-1)!.from && before.length > 2
    && /\d/.test(words[0]!.text)
  if (before.length > WITHIN) return false
  const a = last.block.cell
  const b = next.block.cell
  if (a && b) return a.table === b.table && a.row === b.row && b.column === a.column + 1
  if (a || b || last.block.kind !== next.block.kind || next.block.kind === 'item') return false
  const first = words[0]!
  const end = before.at(-1)!
  return end.letters && first.letters && !first.capital && !/^\d/.test(first.text) && before.length > 2 && last.block.kind === 'paragraph'
}

function add(statements: Statement[], { parts, stretches }: Open, above: Label, fresh: boolean): Label {
  let label = above
  const [{ inPosition, key }] = stretches as [Stretch]
  const blocks = stretches.map((s) => s.block)
  for (const part of parts) {
    if (part.label) label = { words: part.label, at: stretches[part.label[0]?.part ?? 0]!.blockIndex }
    const { words, kept } = part
    if (words.length === 0) continue
    statements.push({
      words, blocks, label: label.words, direct: part.label !== undefined || (fresh && label.words.length > 0),
        inPosition: inPosition || label.words.length > 0,
      question: words.at(-1)?.text === '?', key, kept,
    })
  }
  return label
}

function trimmed(words: readonly Word[]): readonly Word[] {
  let from = 0
  while (from < words.length && !words[from]!.letters && !/["“([{_]/.test(words[from]!.text)) from++
  return words.slice(from)
}

/** Parts at a glued full stop, at a glued label and at run-in numbers: `1) … 2) …` */
function partsOf(words: readonly Word[]): (readonly Word[])[] {
  const parts: (readonly Word[])[] = []
  // A note without a single capital: its full stops alone part it.
  const small = words.length > 5 && !words.some((w) => w.capital)
  let from = 0
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]!
    const next = words[i + 1]
    const glued = word.text === '.' && next?.letters && next.from === word.to && next.part === word.part && next.capital
      && before.text.length > 2
    const ended = word.text === '.' && next !== undefined
      && ((isLabel(next) && labelEnd(words.slice(i + 1, i + 8)) > 0) || (small && next.letters && before.text.length > 3))
    const numbered = i + 1 < words.length && /^\d{1,2}$/.test(word.text) && next?.text === ')' && (i === 0 || !before.letters)
    const labelled = isLabel(word) && word.capital && before.letters && before.to === word.from && before.part === word.part
    const starred = word.text === '•' || word.text === '·' || word.text === '|'
    if (i - from > LONGEST) {
      parts.push(words.slice(from, i))
      from = i
      continue
    }
    if (!glued && !numbered && !labelled && !ended && !(starred && word.text !== '|')) continue
    const end = glued || ended ? i + 1 : i
    if (end > from) parts.push(words.slice(from, end))
    from = end
  }
  // Text without full stops is read in pieces, so that its length costs no more than its words.
  for (; words.length - from > LONGEST; from += LONGEST) parts.push(words.slice(from, from + LONGEST))
  if (from < words.length) parts.push(words.slice(from))
  return parts.map((p) => (p.length > 2 && /^\d{1,2}$/.test(p[0]!.text) && /^[).]$/.test(p[1]!.text) ? p.slice(2) : p))
}

function isLabel(word: Word): boolean {
  return word.kinds.has('label')
}

/**
 * Where the label at the head of the words ends, or 0: `Full disclosure:`, `Author's note —`, `DISCLAIMER.`, and a label
 * that is glued to a capital.
 */
export function labelEnd(words: readonly Word[]): number {
  if (words.length > 3 && words[1]?.text === ':' && words[0]!.kinds.has('author')) return 2
  let seen = -1
  for (let i = 0; i < words.length && i < 7; i++) {
    const word = words[i]!
    if (!word.letters && !'()[]*_"\'’&'.includes(word.text)) {
      if (seen < 0) return 0
      if (word.text === ':' || /^[—–-]$/.test(word.text)) return i + 1
      if (word.text === '.' && seen === i - 1 && i <= 3) return i + 1
      return 0
    }
    if (isLabel(word)) seen = i
    else if (seen >= 0 && seen === i - 1 && word.capital && words[seen]!.to === word.from) return i
  }
  return seen >= 0 && words.length <= 4
    && words.every((w) => !w.letters || w.kinds.has('label') || w.kinds.has('author') || words.length <= 3) ? words.length : 0
}
