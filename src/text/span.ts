/** A place in a source text: UTF-16 code units, half open. The only coordinates that leave this package. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether `inner` lies wholly in `outer`; equal spans do. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

/** The same stretch, `by` code units further on (or back, when negative). */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by }
}

/** Reading order: by start, then the shorter first. For `Array#sort`. */
export function inReadingOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
