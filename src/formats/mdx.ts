import type { Root } from 'mdast'
import type { Reading } from '../article/block.ts'
import { fieldBlocks, metaOf } from './fields.ts'
import type { Format, ParserId } from './format.ts'
import { needsYaml, readFrontMatter, splitFrontMatter } from './frontmatter.ts'
import { hostileHtml, hostileMarkdown } from './hostile.ts'
import { markdown, mayHoldGfm } from './markdown.ts'
import { MdastReader } from './mdast.ts'
import type { Parsers } from './parsers/parsers.ts'

/** MDX: Markdown with JSX set aside. What is no sound MDX is read as Markdown, and said. */
export const mdx: Format = {
  id: 'mdx',
  extensions: ['.mdx'],
  needs(text) {
    const needs: ParserId[] = ['markdown', 'mdx', 'gfm']
    if (needsYaml(text, splitFrontMatter(text))) needs.push('yaml')
    return needs
  },
  read(text, parsers): Reading {
    const front = splitFrontMatter(text)
    const head = readFrontMatter(text, front, parsers)
    const tree = parse(text, front.end, parsers)
    if ('message' in tree) {
      const reading = markdown.read(text, parsers)
      return { ...reading, notices: [...reading.notices, tree] }
    }
    const reader = new MdastReader(text, 'mdx')
    reader.tree(tree.root, tree.shift)
    const body = reader.reading()
    return { ...body, blocks: [...fieldBlocks(head.entries), ...body.blocks], meta: metaOf(head.entries), notices: head.notices }
  },
}

function parse(text: string, from: number, parsers: Parsers): { root: Root; shift: number } | Reading['notices'][number] {
  const hostile = text.length > from ? (hostileMarkdown(text, from, text.length) ?? hostileHtml(text)) : undefined
  if (hostile) return hostile
  const slice = from > 0 ? text.slice(from) : text
  const shift = from + (slice.charCodeAt(0) === 0xfeff ? 1 : 0)
  try {
    const root = parsers.markdown!.parseMarkdown(slice, mayHoldGfm(slice) ? [...parsers.mdx!.mdx, ...parsers.gfm!.gfm] : parsers.mdx!.mdx)
    return { root, shift }
  } catch (error) {
    const { reason, offset } = placeOf(error)
    const start = Math.min(shift + (offset ?? 0), text.length - 1)
    return { message: `the text is not MDX and was read as Markdown: ${reason}`, span: { start, end: start + 1 } }
  }
}

/** What a parser's error says; places come as a point or as a position. */
function placeOf(error: unknown): { reason: string; offset: number | undefined } {
  if (typeof error !== 'object' || error === null) return { reason: 'it could not be parsed', offset: undefined }
  const { reason, message, place } = error as { reason?: string; message?: string; place?: { offset?: number; start?: { offset?: number } } }
  const words = (reason ?? message ?? 'it could not be parsed').split('\n')[0]!.replace(/\.$/u, '')
  return { reason: words.charAt(0).toLowerCase() + words.slice(1), offset: place?.offset ?? place?.start?.offset }
}
