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
      let line = start
      while (line > 0 && (text.charCodeAt(line - 1) === 32 || text.charCodeAt(line - 1) === 9)) line--
      const indent = text.slice(line, start)
      const alone = line === 0 || text.charCodeAt(line - 1) === 10 || text.charCodeAt(line - 1) === 13
      return { span: { start, end: start }, text: `<!-- ${words.replace(/--+!?>/gu, '- >')} -->${alone ? newline + indent : ' '}` }
    },
  }
}
