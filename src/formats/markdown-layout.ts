import type { Layout } from '../article/block.ts'
import { lineBreakOf } from './html-layout.ts'

/** Text as it is written in a line of Markdown: only what Markdown would read as markup is escaped. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[\]<~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?\w+;)/gu, '\\$&')
}

/** The same at the beginning of a paragraph, where a number, dash or hash would begin something else. */
function escapeParagraph(text: string): string {
  return escapeMarkdown(text).replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2').replace(/^(?=[#>+=-])/u, '\\')
}

/**
 * New paragraphs and comments in Markdown.
 * @param tops where the outermost nodes begin, in order: a comment before one of them breaks no list, table or quotation
 */
export function markdownLayout(text: string, tops: readonly number[]): Layout {
  const newline = lineBreakOf(text)
  return {
    paragraphAfter(end, words) {
      const rest = /^[ \t]*(?:(\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)|(?:\r\n|\r|\n)?$)/u.test(text.slice(end, end + 200))
      return { span: { start: end, end }, text: newline + newline + escapeParagraph(words) + (rest ? '' : newline) }
    },
    commentBefore(start, words) {
      let top = start
      for (const at of tops) if (at <= start) top = at
      const line = Math.max(text.lastIndexOf('\n', top - 1), text.lastIndexOf('\r', top - 1)) + 1
      const at = top > 0 && text.slice(line, top).trim() === '' ? line : top
      return { span: { start: at, end: at }, text: `<!-- ${words.replace(/--+!?>/gu, '- >')} -->${newline}` }
    },
  }
}
