import abbreviations from '../lexicon/abbreviations.json' with { type: 'json' }
import type { Block } from './block.ts'
import type { Role, Sentence } from './facts.ts'
import { recalled, type Memory } from './memory.ts'
import { passage } from './passage.ts'

/**
 * Sentences of all blocks, in reading order. A sentence never crosses a block; line breaks inside a block are white
 * space, unless a list item or a signature line begins after them.
 */
export function findSentences(blocks: readonly Block[], roles: readonly Role[], memory?: Memory): Sentence[] {
  const sentences: Sentence[] = []
  blocks.forEach((block, blockIndex) => {
    const role = roles[blockIndex] ?? 'body'
    const { text } = block.prose
    for (const [from, to] of recalled(memory, splitSentences, text, () => splitSentences(text))) {
      const { text: words, span } = passage(block, from, to)
      sentences.push({ block, from, to, text: words, span, index: sentences.length, blockIndex, role })
    }
  })
  return sentences
}

const kinds = new Map<string, Set<string>>()
for (const { text, kind } of abbreviations.entries) {
  const set = kinds.get(kind) ?? new Set<string>()
  set.add(text)
  kinds.set(kind, set)
}
const words = (kind: string): ReadonlySet<string> => kinds.get(kind) ?? new Set()
const titles = words('title')
const joins = words('joins')
const numbers = words('number')
const maybes = words('maybe')
const afterTime = words('afterTime')
const brands = words('brand')
const lowerOpeners = words('lowerCaseOpener')
const openers = words('opener')
/** Stand as adjectives before a name as often as they end a sentence. */
const adjectives = new Set(['u.s', 'u.k', 'u.n', 'e.u', 'u.s.a', 'd.c'])

/** Places of the sentences in one paragraph, without the white space around them. */
export function splitSentences(text: string): [from: number, to: number][] {
  const found: [number, number][] = []
  let start = skipSpace(text, 0)
  const stops = /[.!?…]+|\n(?=\s*(?:[-–—*•]\s|\d{1,2}[.)]\s))/gu
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop.index < start) continue
    const end = stop[0] === '\n' ? stop.index : afterClosers(text, stop.index + stop[0].length)
    const next = skipSpace(text, end)
    if (next >= text.length) break
    if (stop[0] !== '\n') {
      if (next === end || !breaks(text, start, stop.index, stop[0], end, next)) continue
    }
    const to = trimEnd(text, end)
    if (to > start) found.push([start, to])
    start = next
    stops.lastIndex = Math.max(stops.lastIndex, end)
  }
  const to = trimEnd(text, text.length)
  if (to > start) found.push([start, to])
  return found
}

/** Whether the mark at `at` ends a sentence, given that white space and then `next` follow. */
function breaks(text: string, start: number, at: number, mark: string, end: number, next: number): boolean {
  const opening = skipOpeners(text, next)
  const word = wordAt(text, opening)
  if (!word && opening >= text.length) return true
  if (isLower(text.charCodeAt(opening), text[opening]!)) return lowerOpeners.has(word) && mark !== '…'
  if (mark !== '.') {
    if (mark === '!' && brands.has(wordBefore(text, at) + '!')) return false
    return !(end > at + mark.length && /[?!]$/.test(mark) && saidByName(text, next))
  }
  if (end > at + 1 && /[)\]]/.test(text[at + 1]!)) {
    // “(It had risen earlier.)” is a sentence of its own
    const open = openBracket(text, start, at)
    if (open >= 0) return open === start
  }
  return periodBreaks(text, start, at, end, opening, next, word)
}

function periodBreaks(text: string, start: number, at: number, end: number, opening: number, next: number, word: string): boolean {
  if (opensAfterColon(text, start, at, end)) return false
  const before = wordBefore(text, at)
  if (!before) return true
  const lower = before.toLowerCase()
  const digitNext = /\d/.test(text[opening]!)
  if (/^\d{1,2}$/.test(before) && at - before.length === start && start === skipSpace(text, 0)) return false
  if (joins.has(lower)) return false
  const quoted = opening > next
  if (titles.has(lower) && (!digitNext || lower === 'rs') && isCapital(before)) return quoted && !digitNext && lower !== 'st'
  if (digitNext && numbers.has(lower) && (lower !== 'no' || before[0] === 'N')) return false
  if (lower === 'a.m' || lower === 'p.m') return !afterTime.has(word) && !(digitNext && !quoted)
  if (/^\p{Lu}$/u.test(before)) return before === 'I' || openers.has(word.toLowerCase()) || quoted
  const acronym = before.includes('.') && /^\p{L}(?:\.\p{L})+$/u.test(before)
  if (!acronym && !maybes.has(lower)) return true
  if (maybes.has(lower) && !acronym && !isCapital(before) && !['etc', 'ph.d'].includes(lower)) return true
  if (openers.has(word.toLowerCase()) || (quoted && end === at + 1)) return true
  if (end > at + 1) return true
  return acronym && !adjectives.has(lower) && !digitNext && followedByVerb(text, opening + word.length, before.length >= 7)
}

/** After a dotted acronym: “Volume doubled” opens a sentence, “Legal Defense Fund” goes on with the name. */
function followedByVerb(text: string, at: number, long: boolean): boolean {
  const second = wordAt(text, skipSpace(text, at))
  return long ? isLower(second.charCodeAt(0), second[0] ?? '') : /^(?:is|was|are|were|has|had|will)$/.test(second)
}

/** “Was it 40%?” Ana Ruiz asked. */
function saidByName(text: string, at: number): boolean {
  return /^(?:\p{Lu}[\p{L}’'.-]*\s){1,3}(?:said|says|asked|asks|wrote|told|added|replied)\b/u.test(text.slice(at, at + 80))
}

/** How far back an opening mark is looked for: keeps long paragraphs without full stops linear. */
const REACH = 400

/** Inside quotation marks that a colon introduced, sentences stay together: He said: “Sales rose. Costs fell.” */
function opensAfterColon(text: string, start: number, at: number, end: number): boolean {
  if (end > at + 1) return false
  const from = Math.max(start, at - REACH)
  const before = text.slice(from, at)
  const open = Math.max(before.lastIndexOf(': “'), before.lastIndexOf(': "'))
  if (open < 0) return false
  const close = text.slice(at, from + open + REACH).search(before[open + 2] === '“' ? /”/ : /"/)
  return close > 0 && !/[”"]/.test(before.slice(open + 3))
}

/** Where the bracket that closes after `at` was opened, or -1. */
function openBracket(text: string, start: number, at: number): number {
  const from = Math.max(start, at - REACH)
  const before = text.slice(from, at)
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
  return open < 0 ? -1 : from + open
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function trimEnd(text: string, at: number): number {
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x3000
  )
}

function afterClosers(text: string, at: number): number {
  while (at < text.length && ')]”’»"\'*_'.includes(text[at]!)) at++
  const note = /^\[\d{1,3}\]/.exec(text.slice(at, at + 5))
  return note ? at + note[0].length : at
}

function skipOpeners(text: string, at: number): number {
  while (at < text.length && '([“‘«"\'*_'.includes(text[at]!)) at++
  return at
}

function wordAt(text: string, at: number): string {
  let end = at
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++
  return text.slice(at, end)
}

/** The word that ends at `at`, with the periods inside it: `U.S` of `U.S.` */
function wordBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 24 && (isWordCode(text.charCodeAt(from - 1)) || text[from - 1] === '.')) from--
  return text.slice(from, at)
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7)
  )
}

function isLower(code: number, char: string): boolean {
  if (code < 128) return code >= 97 && code <= 122
  return char.toLowerCase() === char && char.toUpperCase() !== char
}

function isCapital(word: string): boolean {
  return word[0] !== undefined && word[0] !== word[0].toLowerCase()
}
