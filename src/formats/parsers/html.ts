import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/**
 * The syntax tree rehype-parse gives for the text: a page where it begins like one, else a fragment. The parser miscounts
 * half characters (surrogates without their other half), so it gets none to see.
 */
export function parseHtml(text: string): Root {
  return fromHtml(text.replace(/\p{Surrogate}/gu, '\uFFFD'), { fragment: !/^\uFEFF?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|html|head|body)\b/iu.test(text) })
}
