import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** The syntax tree rehype-parse gives for the text: a page where it begins like one, else a fragment. */
export function parseHtml(text: string): Root {
  return fromHtml(text, { fragment: !/^\uFEFF?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|html|head|body)\b/iu.test(text) })
}
