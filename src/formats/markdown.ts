import type { Reading } from '../article/block.ts'
import { fieldBlocks, metaOf } from './fields.ts'
import type { Format, ParserId } from './format.ts'
import { needsYaml, readFrontMatter, splitFrontMatter } from './frontmatter.ts'
import { hostileMarkdown } from './hostile.ts'
import { MdastReader } from './mdast.ts'
import { readPlain } from './plain.ts'
import type { Parsers } from './parsers/parsers.ts'

/** Markdown with GitHub's additions and front matter. */
export const markdown: Format = {
  id: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  needs(text) {
    const needs: ParserId[] = ['markdown']
    if (mayHoldGfm(text)) needs.push('gfm')
    if (needsYaml(text, splitFrontMatter(text))) needs.push('yaml')
    return needs
  },
  read: readMarkdown,
}

function readMarkdown(text: string, parsers: Parsers): Reading {
  const front = splitFrontMatter(text)
  const head = readFrontMatter(text, front, parsers)
  const hostile = hostileMarkdown(text)
  const body = hostile ? readPlain(text, [hostile], front.end) : readBody(text, front.end, parsers)
  return { ...body, blocks: [...fieldBlocks(head.entries), ...body.blocks], meta: metaOf(head.entries), notices: [...head.notices, ...body.notices] }
}

function readBody(text: string, from: number, parsers: Parsers): Reading {
  const rest = from > 0 ? text.slice(from) : text
  const tree = parsers.markdown!.parseMarkdown(rest, mayHoldGfm(rest) ? parsers.gfm!.gfm : [])
  const reader = new MdastReader(text, from)
  reader.read(tree)
  return reader.reading(tree)
}

/**
 * Whether the text can hold a table, strikethrough, footnote or task item: each owes its existence to one of these
 * characters. Where none is there, parsing without GitHub's additions gives the same tree at half the cost.
 */
export function mayHoldGfm(text: string): boolean {
  return /[|~]|:-|-:|\[\^|\[[\sxX]\]/u.test(text)
}
