import type { Layout } from '../article/block.ts'

/** Text as it is written in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/\u00A0/gu, '&nbsp;')
}

/** The line break a text uses; `\n` where it has none. */
export function lineBreakOf(text: string): string {
  const at = text.search(/[\r\n]/u)
  return at < 0 || text.charCodeAt(at) === 10 ? '\n' : text.charCodeAt(at + 1) === 10 ? '\r\n' : '\r'
}

/** New paragraphs and comments in HTML. */
export function htmlLayout(text: string): Layout {
  const newline = lineBreakOf(text)
  return {
    paragraphAfter: (end, words) => ({ span: { start: end, end }, text: `${newline}<p>${escapeHtml(words)}</p>` }),
    commentBefore: (start, words) => {
      const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
      const indent = /^[ \t]*/u.exec(text.slice(line, start))![0]
      const alone = indent.length === start - line
      return { span: { start, end: start }, text: `<!-- ${words.replace(/--+!?>/gu, '- >')} -->${alone ? newline + indent : ' '}` }
    },
  }
}
