import type { Reading } from '../article/block.ts'
import { fieldBlocks, metaOf } from './fields.ts'
import type { Format, ParserId } from './format.ts'
import { needsYaml, readFrontMatter, splitFrontMatter } from './frontmatter.ts'
import { hostileMarkdown } from './hostile.ts'
import { withMasks } from './masks.ts'
import { MdastReader } from './mdast.ts'
import { markdownParts, type MarkdownPart } from './markdown-parts.ts'
import { paragraphsOf } from './plain.ts'
import type { Parsers } from './parsers/parsers.ts'

/** Markdown with GitHub's additions and front matter. */
export const markdown: Format = withMasks({
  id: 'markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  needs(text) {
    const needs: ParserId[] = ['markdown']
    if (mayHoldGfm(text)) needs.push('gfm')
    if (needsYaml(text, splitFrontMatter(text))) needs.push('yaml')
    return needs
  },
  read: readMarkdown,
})

function readMarkdown(text: string, parsers: Parsers): Reading {
  const front = splitFrontMatter(text)
  const head = readFrontMatter(text, front, parsers)
  const body = readBody(text, front.end, parsers)
  return { ...body, blocks: [...fieldBlocks(head.entries), ...body.blocks], meta: metaOf(head.entries), notices: [...head.notices, ...body.notices] }
}

function readBody(text: string, from: number, parsers: Parsers): Reading {
  const reader = new MdastReader(text)
  let notice: Reading['notices'][number] | undefined
  for (const part of partsOf(text, from)) {
    if (part.kind === 'prose' && reader.simple(part.from, part.from, part.to)) continue
    if (part.kind === 'heading' && reader.simple(part.from, part.words, part.to, part.depth)) continue
    if ((part.kind === 'list' || part.kind === 'quote') && reader.simpleLines(part.kind, part.from, part.lines)) continue
    const hostile = hostileMarkdown(text, part.from, part.to)
    if (hostile) {
      notice ??= hostile
      for (const { from, to } of paragraphsOf(text, part.from, part.to)) reader.plain(from, to)
      continue
    }
    const slice = part.from === 0 && part.to === text.length ? text : text.slice(part.from, part.to)
    // The parser passes over a byte order mark and does not count it.
    const mark = slice.charCodeAt(0) === 0xfeff ? 1 : 0
    reader.tree(parsers.markdown!.parseMarkdown(slice, mayHoldGfm(slice) ? parsers.gfm!.gfm : []), part.from + mark)
  }
  return reader.reading(notice ? [notice] : [])
}

/** Link and footnote definitions count in the whole text, so a text that may hold one is not taken apart. */
function partsOf(text: string, from: number): Iterable<MarkdownPart> {
  return text.includes(']:') ? [{ from, to: text.length, kind: 'markup' }] : markdownParts(text, from)
}

/**
 * Whether the text can hold a table, strikethrough or footnote: each owes its existence to one of these
 * characters. Where none is there, parsing without GitHub's additions gives the same tree at half the cost.
 */
export function mayHoldGfm(text: string): boolean {
  return /[|~]|:-|-:|\[\^/u.test(text)
}
