import { isSpace, isWord } from '../lexicon/phrases.ts'

/** A word beside a place: from white space to white space, without the brackets, quotation marks and stops around it. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
  /** Whether a stop, bracket or quotation mark stands between the place and the word. */
  readonly apart: boolean
}

// Longer runs without white space are no words; the bound keeps hostile text linear.
const LONGEST = 48

const NONE: Word = { from: 0, to: 0, text: '', apart: true }

/** The word that ends before `at`, or an empty one. A period stays with it: `No.`, `Dec.` */
export function wordBefore(text: string, at: number, floor: number): Word {
  let to = at
  while (to > floor && isSpace(text.charCodeAt(to - 1))) to--
  const edge = to
  while (to > floor && text[to - 1] !== '.' && !isInner(text.charCodeAt(to - 1))) {
    if (isSpace(text.charCodeAt(to - 1)) || edge - to > LONGEST) return NONE
    to--
  }
  if (to === floor) return NONE
  let from = to
  while (from > floor && to - from < LONGEST && !isSpace(text.charCodeAt(from - 1)) && !isBreak(text.charCodeAt(from - 1))) from--
  return { from, to, text: text.slice(from, to), apart: to !== edge }
}

/** The word that begins after `at`, or an empty one, without a full stop behind it. */
export function wordAfter(text: string, at: number, ceiling: number): Word {
  let from = at
  while (from < ceiling && isSpace(text.charCodeAt(from))) from++
  const edge = from
  while (from < ceiling && !isInner(text.charCodeAt(from))) {
    if (isSpace(text.charCodeAt(from)) || from - edge > LONGEST) return NONE
    from++
  }
  if (from === ceiling) return NONE
  let to = from
  while (to < ceiling && to - from < LONGEST && !isSpace(text.charCodeAt(to)) && !isBreak(text.charCodeAt(to))) to++
  while (to > from && !isInner(text.charCodeAt(to - 1))) to--
  return { from, to, text: text.slice(from, to), apart: from !== edge }
}

function isInner(code: number): boolean {
  return isWord(code) || code === 0x25 || code === 0x24 || code === 0x26
}

// Comma, semicolon, colon, brackets, quotation marks, dashes: a word does not reach over them.
function isBreak(code: number): boolean {
  return (
    code === 0x2c || code === 0x3b || code === 0x3a || code === 0x28 || code === 0x29 || code === 0x5b || code === 0x5d || code === 0x22 ||
    (code >= 0x2013 && code <= 0x2015) || code === 0x201c || code === 0x201d || code === 0x21 || code === 0x3f || code === 0x2026
  )
}
