import { inReadingOrder, type Span } from './span.ts'

/** One replacement in a source text; an empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Whether two edits cannot both be applied: they overlap, or insert at the same place. */
export function clashes(a: Edit, b: Edit): boolean {
  if (a.span.start === b.span.start) return true
  const [first, second] = a.span.start < b.span.start ? [a, b] : [b, a]
  return first.span.end > second.span.start
}

/**
 * Applies edits to a text; bytes outside them stay as they are.
 * @throws RangeError when two of them clash or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => inReadingOrder(a.span, b.span))
  const pieces: string[] = []
  let at = 0
  let before: Edit | undefined
  for (const edit of sorted) {
    const { start, end } = edit.span
    if (start < 0 || end < start || end > text.length) {
      throw new RangeError(`edit at ${start}–${end} lies outside a text of ${text.length} code units`)
    }
    if (before && clashes(before, edit)) {
      throw new RangeError(`edits at ${before.span.start}–${before.span.end} and ${start}–${end} clash`)
    }
    pieces.push(text.slice(at, start), edit.text)
    at = end
    before = edit
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}
