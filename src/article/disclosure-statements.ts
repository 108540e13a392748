import type { Block } from './block.ts'
import { wordsIn, type Word } from './disclosure-words.ts'

/** A sentence as disclosures are read: its words, the label before it, and whether it stands where outlets put their disclosures. */
export interface Statement {
  readonly words: readonly Word[]
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
}

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
export function statementsOf(stretches: readonly Stretch[]): Statement[] {
  const statements: Statement[] = []
  let label: readonly Word[] = []
  let alone = false
  let open: { words: Word[]; stretch: Stretch } | undefined
  const close = () => {
    if (!open) return
    const before = statements.length
    const given = label
    label = add(statements, open.words, label, open.stretch, alone)
    if (label !== given) alone = statements.length === before
    open = undefined
  }
  for (const stretch of stretches) {
    const words = wordsIn(stretch.block, stretch.blockIndex, stretch.from, stretch.to, stretch.inPosition)
    if (words.length === 0) continue
    if (open && goesOn(open.words, open.stretch, words, stretch)) {
      open.words = [...open.words, ...words]
      continue
    }
    close()
    const newBlock = stretch.block !== statements.at(-1)?.words[0]?.block
    if (newBlock && label.length > 0 && (!alone || stretch.block.kind === 'heading' || stretch.blockIndex - label[0]!.blockIndex > REACH)) label = []
    open = { words, stretch }
  }
  close()
  return answered(statements)
}

/** "Positions? None.": a question is the label of its one-word answer. */
function answered(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, i) => {
    const asked = statements[i - 1]
    const bare = statement.words.filter((w) => w.letters).length === 1 && statement.words[0]!.kinds.has('nil')
    return bare && asked?.question && asked.words.length <= 8 ? { ...statement, label: asked.words.filter((w) => w.letters), direct: true } : statement
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
  if (last.block === next.block) return before.length <= WITHIN && before.at(-1)!.text === '.' && /^(?:no|nos|reg|lic)$/.test(before.at(-2)?.text ?? '') && before.at(-2)!.to === before.at(-1)!.from && before.length > 2 && /\d/.test(words[0]!.text)
  if (before.length > WITHIN) return false
  const a = last.block.cell
  const b = next.block.cell
  if (a && b) return a.table === b.table && a.row === b.row && b.column === a.column + 1
  if (a || b || last.block.kind !== next.block.kind || next.block.kind === 'item') return false
  const first = words[0]!
  const end = before.at(-1)!
  return end.letters && first.letters && !first.capital && !/^\d/.test(first.text) && before.length > 2 && last.block.kind === 'paragraph'
}

function add(statements: Statement[], words: readonly Word[], above: readonly Word[], stretch: Stretch, fresh: boolean): readonly Word[] {
  let label = above
  for (const part of partsOf(words)) {
    const cut = labelEnd(part)
    if (cut > 0) label = part.slice(0, cut).filter((w) => w.letters)
    const rest = cut > 0 ? trimmed(part.slice(cut)) : part
    if (rest.length === 0) continue
    statements.push({
      words: rest, label, direct: cut > 0 || (fresh && label.length > 0), inPosition: stretch.inPosition || label.length > 0,
      question: rest.at(-1)?.text === '?', key: stretch.key,
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
    const glued = word.text === '.' && next?.letters && next.from === word.to && next.block === word.block && next.capital && before.text.length > 2
    const ended = word.text === '.' && next !== undefined && ((isLabel(next) && labelEnd(words.slice(i + 1, i + 8)) > 0) || (small && next.letters && before.text.length > 3))
    const numbered = i + 1 < words.length && /^\d{1,2}$/.test(word.text) && next?.text === ')' && (i === 0 || !before.letters)
    const labelled = isLabel(word) && word.capital && before.letters && before.to === word.from && before.block === word.block
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
  return seen >= 0 && words.length <= 4 && words.every((w) => !w.letters || w.kinds.has('label') || w.kinds.has('author') || words.length <= 3) ? words.length : 0
}
