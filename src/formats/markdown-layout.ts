import type { Layout } from '../article/block.ts'
import { lineBreakOf } from './html-layout.ts'

/** Text as it is written in a line of Markdown: only what Markdown would read as markup is escaped. */
export function escapeMarkdown(text: string): string {
  // Most text holds none of these, and the pattern takes long to make.
  if (!/[\\`*[\]<~|_&]/.test(text)) return text
  if (!/[_&]/.test(text)) return text.replace(/[\\`*[\]<~|]/g, '\\$&')
  return text.replace(/[\\`*[\]<~|]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?\w+;)/gu, '\\$&')
}

/** The same in MDX, where braces begin an expression. */
export function escapeMdx(text: string): string {
  return escapeMarkdown(text).replace(/[{}]/gu, '\\$&')
}

/** The same at the beginning of a paragraph, where a number, dash or hash would begin something else. */
function escapeParagraph(text: string, dialect: 'markdown' | 'mdx'): string {
  return (dialect === 'mdx' ? escapeMdx(text) : escapeMarkdown(text)).replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2').replace(/^(?=[#>+=-])/u, '\\')
}

/**
 * New paragraphs and comments in Markdown.
 * @param tops where the outermost nodes begin, in order: a comment before one of them breaks no list, table or quotation
 */
export function markdownLayout(text: string, tops: readonly number[], dialect: 'markdown' | 'mdx' = 'markdown'): Layout {
  const newline = lineBreakOf(text)
  return {
    paragraphAfter(end, words) {
      const rest = /^[ \t]*(?:(\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)|(?:\r\n|\r|\n)?$)/u.test(text.slice(end, end + 200))
      return { span: { start: end, end }, text: newline + newline + escapeParagraph(words, dialect) + (rest ? '' : newline) }
    },
    commentBefore(start, words) {
      let low = 0
      for (let high = tops.length; low < high; ) {
        const middle = (low + high) >> 1
        if (tops[middle]! <= start) low = middle + 1
        else high = middle
      }
      const top = tops[low - 1] ?? start
      const at = blankFrom(text, top)
      const comment = dialect === 'mdx' ? `{/* ${words.replace(/\*\//gu, '* /')} */}${newline}` : `<!-- ${words.replace(/--+!?>/gu, '- >')} -->`
      return { span: { start: at, end: at }, text: comment + newline }
    },
  }
}

/** Where the line of an offset begins, if only blanks stand between; else the offset. */
function blankFrom(text: string, offset: number): number {
  let at = offset
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--
  return at === 0 || text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13 ? at : offset
}
