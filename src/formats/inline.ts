import type { Mark } from '../article/block.ts'
import type { BlockWriter, OpenMark } from './block-writer.ts'
import { readMarkdownEscape } from './entities.ts'

/** A piece of a line of Markdown, in order. */
type Piece =
  | { readonly is: 'words'; readonly from: number; readonly to: number }
  | { readonly is: 'decoded'; readonly from: number; readonly to: number; readonly text: string }
  | { readonly is: 'open'; readonly kind: Mark['kind']; readonly url?: string }
  | { readonly is: 'close' }

const LF = 10
const CR = 13
const SPACE = 32

/**
 * Reads the words of one paragraph or heading that holds no other markup than what is beyond doubt: links written out,
 * emphasis around whole words, escapes. Parsing those is most of a parser's work on a story.
 * @returns false where there is doubt; nothing was written then
 */
export function readInline(out: BlockWriter, source: string, from: number, to: number): boolean {
  const pieces = piecesOf(source, from, to)
  if (!pieces) return false
  const open: OpenMark[] = []
  for (const piece of pieces) {
    if (piece.is === 'words') out.prose.verbatim(source.slice(piece.from, piece.to), piece.from)
    else if (piece.is === 'decoded') out.prose.decoded(piece.text, piece.from, piece.to)
    else if (piece.is === 'open') open.push(out.open(piece.kind, piece.url))
    else out.close(open.pop()!)
  }
  return true
}

/** Whether `readInline` would read the stretch. */
export function isInline(source: string, from: number, to: number): boolean {
  return piecesOf(source, from, to) !== undefined
}

function piecesOf(source: string, from: number, to: number): Piece[] | undefined {
  const pieces: Piece[] = []
  let words = from
  let delimiter: { unit: number; length: number } | undefined
  let tildes = 0
  const flush = (end: number) => {
    if (end > words) pieces.push({ is: 'words', from: words, to: end })
  }
  let at = from
  while (at < to) {
    const unit = source.charCodeAt(at)
    switch (unit) {
      case CR: {
        flush(at)
        const end = source.charCodeAt(at + 1) === LF ? at + 2 : at + 1
        pieces.push({ is: 'decoded', from: at, to: end, text: '\n' })
        at = words = end
        continue
      }
      case 38: case 92: {
        const escape = readMarkdownEscape(source, at, to)
        if (!escape) {
          // A lone ampersand is itself; a lone backslash may be a line break.
          if (unit === 92) return undefined
          break
        }
        if (escape.text.length > 1 || escape.text === '\u00A0' || !escape.text.trim()) return undefined
        flush(at)
        pieces.push({ is: 'decoded', from: at, to: escape.end, text: escape.text })
        at = words = escape.end
        continue
      }
      case 126:
        if (++tildes > 1) return undefined
        break
      case 93:
        return undefined
      case 91: {
        const link = linkAt(source, at, to)
        if (!link) return undefined
        flush(at)
        pieces.push({ is: 'open', kind: 'link', url: source.slice(link.url, link.end - 1) }, { is: 'words', from: at + 1, to: link.label }, { is: 'close' })
        at = words = link.end
        continue
      }
      case 42: case 95: {
        const length = source.charCodeAt(at + 1) === unit ? 2 : 1
        const end = at + length
        const before = at > from ? source.charCodeAt(at - 1) : SPACE
        const after = end < to ? source.charCodeAt(end) : SPACE
        if (after === 42 || after === 95 || before === 42 || before === 95) return undefined
        if (!delimiter) {
          if (!isSpace(before) || isSpace(after)) return undefined
          delimiter = { unit, length }
          flush(at)
          pieces.push({ is: 'open', kind: length === 2 ? 'strong' : 'emphasis' })
        } else {
          if (delimiter.unit !== unit || delimiter.length !== length) return undefined
          if (!(isSpace(after) && !isSpace(before)) && !(isPunctuation(after) && isWord(before))) return undefined
          delimiter = undefined
          flush(at)
          pieces.push({ is: 'close' })
        }
        at = words = end
        continue
      }
    }
    at++
  }
  flush(to)
  return delimiter ? undefined : pieces
}

/** `[label](url)` without anything in it that could be read otherwise; `label` and `end` are where those end. */
function linkAt(source: string, at: number, to: number): { label: number; url: number; end: number } | undefined {
  if (source.charCodeAt(at - 1) === 33 || source.charCodeAt(at + 1) === 94) return undefined
  let label = at + 1
  for (; label < to; label++) {
    const unit = source.charCodeAt(label)
    if (unit === 93) break
    if (unit === 91 || unit === 92 || unit === 42 || unit === 95 || unit === 38 || unit === 126 || unit === 33 || unit === LF || unit === CR) return undefined
  }
  if (label >= to || label === at + 1 || source.charCodeAt(label + 1) !== 40) return undefined
  if (source.slice(at + 1, label).trim().length !== label - at - 1) return undefined
  const url = label + 2
  let end = url
  while (end < to && isUrlUnit(source.charCodeAt(end))) end++
  return source.charCodeAt(end) === 41 && end < to ? { label, url, end: end + 1 } : undefined
}

/** Letters, digits and the signs that mean nothing to Markdown inside an address. */
function isUrlUnit(unit: number): boolean {
  return isWord(unit) || unit === 47 || unit === 58 || unit === 46 || unit === 63 || unit === 61 || unit === 35 || unit === 37 || unit === 95 || unit === 45 ||
    unit === 43 || unit === 44 || unit === 64 || unit === 126 || unit === 59
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === LF || unit === CR
}

function isWord(unit: number): boolean {
  return (unit > 47 && unit < 58) || ((unit | 32) > 96 && (unit | 32) < 123)
}

function isPunctuation(unit: number): boolean {
  return (unit > 32 && unit < 48) || unit === 58 || unit === 59 || unit === 63
}
