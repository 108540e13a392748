import type { Reading } from '../article/block.ts'
import type { Edit } from '../text/edit.ts'
import type { Prose } from '../text/prose.ts'
import type { Span } from '../text/span.ts'

/** A reading of the text of `outer`, with its places in the source of `outer`: HTML in a JSON string, Markdown in a template. */
export function through(reading: Reading, outer: Prose): Reading {
  const place = ({ start, end }: Span): Span => outer.spanOf(start, end)
  const edit = ({ span, text }: Edit): Edit => outer.edit(span.start, span.end, text) ?? { span: place(span), text: '' }
  // Layouts are asked with places of the source, and the inner one knows places of the text.
  const inner = (at: number): number => offsetOf(outer, at)
  const { commentBefore } = reading.layout
  return {
    ...reading,
    blocks: reading.blocks.map((block) => ({ ...block, prose: block.prose.through(outer), span: place(block.span) })),
    comments: reading.comments.map((comment) => ({ ...comment, span: place(comment.span) })),
    notices: reading.notices.map((notice) => ({ ...notice, span: place(notice.span) })),
    layout: {
      paragraphAfter: (end, text) => edit(reading.layout.paragraphAfter(inner(end), text)),
      ...(commentBefore ? { commentBefore: (start: number, text: string) => edit(commentBefore(inner(start), text)) } : {}),
    },
  }
}

/** Where in the prose a place of the source stands. */
function offsetOf(prose: Prose, at: number): number {
  let offset = 0
  for (const run of prose.runs) {
    if (run.start >= at) break
    offset = run.verbatim ? run.at + Math.min(at - run.start, run.length) : at >= run.end ? run.at + run.length : run.at
  }
  return offset
}
