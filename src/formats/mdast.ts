import type { Definition, Nodes, Parents, PhrasingContent, Root, TableRow } from 'mdast'
import type { Block, Reading } from '../article/block.ts'
import { align } from '../text/align.ts'
import { BlockWriter, type BlockFields, type OpenMark } from './block-writer.ts'
import { readMarkdownEscape } from './entities.ts'
import { isInline, readInline } from './inline.ts'
import { parted } from './line-paragraphs.ts'
import { markBareLinks } from './links.ts'
import { escapeMarkdown, escapeMdx, markdownLayout } from './markdown-layout.ts'
import { MarkupWriter, fieldsOf } from './markup.ts'
import { readTags, type Attributes } from './tags.ts'

/** What the blocks of a container have in common. */
interface Around {
  readonly quoted: boolean
  readonly group: number | undefined
  readonly listDepth: number
  readonly label: string | undefined
  /** Names of the JSX elements around, in lower case. */
  readonly hints: readonly string[]
}

/** Inline tags that are open, and whether the words are a list item's. */
interface Tags {
  readonly open: { name: string; mark: OpenMark }[]
  readonly item: boolean
}

/** The box of a task item: GitHub's parser drops it, CommonMark's leaves it. */
const TASK = /^\[[ \txX]\][ \t]+/u

const TOP: Around = { quoted: false, group: undefined, listDepth: 0, label: undefined, hints: [] }

/** Inline tags that mean the same as Markdown's own markup. */
const INLINE = { s: 'struck', del: 'struck', strike: 'struck', em: 'emphasis', i: 'emphasis', cite: 'emphasis', strong: 'strong', b: 'strong', code: 'code' } as const

/**
 * Reads a Markdown syntax tree, one's own or a host's. The tree is not changed; nodes without a place are passed over.
 * @param text the source the places of the tree count in
 * @param shift added to every place: 1 where the parser did not count the byte order mark
 */
export function readMdast(tree: Root, text: string, shift = 0): Reading {
  const reader = new MdastReader(text)
  reader.tree(tree, shift)
  return reader.reading()
}

/** Collects the blocks of a Markdown text: from one tree, or part after part. */
export class MdastReader {
  readonly #source: string
  readonly #out: BlockWriter
  readonly #dialect: 'markdown' | 'mdx'
  readonly #markup: MarkupWriter
  readonly #tops: number[] = []
  #shift = 0
  #definitions: Map<string, Definition> | undefined
  #tree: Root | undefined
  /** Whether the last outermost block was a picture: an emphasised line below is its caption. */
  #afterPicture = false
  /** End of the last piece of source that was read: where a node without a place may stand. */
  #cursor = 0

  constructor(source: string, dialect: 'markdown' | 'mdx' = 'markdown') {
    this.#source = source
    this.#dialect = dialect
    this.#out = new BlockWriter(dialect === 'mdx' ? escapeMdx : escapeMarkdown)
    this.#markup = new MarkupWriter(source, this.#out)
  }

  /** Reads a tree whose places are `shift` short of those in the source. */
  tree(tree: Root, shift: number): void {
    this.#tree = tree
    this.#shift = shift
    this.#definitions = undefined
    for (const { position } of tree.children) if (position?.start.offset !== undefined) this.#tops.push(position.start.offset + shift)
    this.#flow(tree.children, TOP)
  }

  /**
   * Reads a paragraph, or a heading of a depth, by itself where its inside is beyond doubt.
   * @param start where the block begins; its words begin at `from`
   * @returns false where it takes the parser
   */
  simple(start: number, from: number, to: number, depth?: number): boolean {
    if (this.#afterPicture && isDelimiter(this.#source.charCodeAt(from))) return false
    if (!readInline(this.#out, this.#source, from, to)) return false
    this.#simple(start, to, depth)
    return true
  }

  /**
   * Reads a flat list or a quotation of one line by itself where every line is beyond doubt.
   * @returns false where it takes the parser
   */
  simpleLines(kind: 'list' | 'quote', start: number, lines: readonly { readonly from: number; readonly to: number }[]): boolean {
    const source = this.#source
    if (lines.some(({ from, to }) => !isInline(source, from, to) || (kind === 'list' && source.charCodeAt(from) === 91))) return false
    this.#tops.push(start)
    this.#afterPicture = false
    const around = { ...TOP, group: this.#out.newGroup(), quoted: kind === 'quote', listDepth: kind === 'list' ? 1 : 0 }
    for (const { from, to } of lines) {
      readInline(this.#out, source, from, to)
      this.#finish({ kind: kindIn(around), span: { start: from, end: to } }, around)
    }
    return true
  }

  /** Takes a stretch for a paragraph without markup. */
  plain(from: number, to: number): void {
    align(this.#out.prose, this.#source, from, to, this.#source.slice(from, to), noEscape)
    this.#simple(from, to)
  }

  #simple(start: number, end: number, depth?: number): void {
    this.#tops.push(start)
    this.#afterPicture = false
    const span = { start, end }
    this.#finish(depth === undefined ? { kind: 'paragraph', span } : { kind: 'heading', depth, span }, TOP)
  }

  /** What was read so far, as an article's reading. */
  reading(notices: Reading['notices'] = []): Reading {
    this.#markup.end(this.#source.length)
    return {
      blocks: parted(this.#out.blocks).map(markBareLinks),
      comments: this.#out.comments,
      meta: {},
      layout: markdownLayout(this.#source, this.#tops, this.#dialect),
      notices,
    }
  }

  #flow(nodes: readonly Nodes[], around: Around): void {
    let picture = around === TOP && this.#afterPicture
    for (const node of nodes) {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      const isPicture = node.type === 'paragraph' && node.children.length > 0 && node.children.every((c) => c.type === 'image' || c.type === 'imageReference' || isBlankText(c))
      if (start === undefined || end === undefined) {
        picture = false
        continue
      }
      this.#cursor = start + this.#shift
      this.#node(node, around, start + this.#shift, end + this.#shift, isPicture, picture)
      picture = isPicture
    }
    if (around === TOP) this.#afterPicture = picture
  }

  #node(node: Nodes, around: Around, start: number, end: number, isPicture: boolean, afterPicture: boolean): void {
    switch (node.type) {
      case 'paragraph': {
        if (isPicture) return this.#picture(node.children, around, start, end)
        const caption = isCaption(node.children, afterPicture)
        this.#inline(caption ? node.children.slice(-1) : node.children, end, around.listDepth > 0)
        this.#finish({ kind: caption ? 'caption' : kindIn(around), span: { start, end } }, around)
        return
      }
      case 'heading':
        this.#inline(node.children, end)
        this.#finish({ kind: 'heading', depth: node.depth, span: { start, end } }, around)
        return
      case 'blockquote':
        return this.#flow(node.children, { ...around, quoted: true, group: around.quoted ? around.group : this.#out.newGroup(), listDepth: 0 })
      case 'list': {
        const inside = { ...around, group: this.#out.newGroup(), listDepth: around.listDepth + 1 }
        for (const item of node.children) this.#flow(item.children, inside)
        return
      }
      case 'footnoteDefinition':
        return this.#flow(node.children, { ...around, label: node.identifier })
      case 'table':
        return this.#table(node.children, around)
      case 'html':
        this.#markup.fragment(start, end)
        this.#markup.flush(end)
        return
      case 'code': case 'definition': case 'thematicBreak': case 'yaml':
        return
      default:
        this.#extension(node, around, start, end)
    }
  }

  /** A node of an extension: comments and the content of JSX elements. */
  #extension(node: Nodes, around: Around, start: number, end: number): void {
    const type: string = node.type
    if (type === 'mdxFlowExpression') this.#expression(node, start, end)
    if (!('children' in node)) return
    const hints = type === 'mdxJsxFlowElement' ? [...around.hints, ...jsxHints(node)] : around.hints
    const quoted = around.quoted || hints.at(-1) === 'blockquote'
    this.#flow((node as Parents).children, { ...around, hints, quoted, group: quoted && !around.quoted ? this.#out.newGroup() : around.group })
  }

  /** `{…}` in MDX; only a comment is kept. */
  #expression(node: Nodes, start: number, end: number): boolean {
    const comment = 'value' in node ? /^\s*\/\*([^]*)\*\/\s*$/u.exec(node.value)?.[1] : undefined
    if (comment === undefined) return false
    this.#out.comment(comment, start, end)
    return true
  }

  #finish(fields: BlockFields, around: Around): void {
    const place = this.#markup.depth > 0 ? this.#markup.place : undefined
    const outer: Partial<BlockFields> = place ? fieldsOf(place) : {}
    const inList = around.listDepth > 0 && fields.kind !== 'heading'
    const kind = fields.kind === 'paragraph' && place && place.kind !== 'heading' ? place.kind : fields.kind
    if (place?.hidden) this.#out.close({ kind: 'hidden', from: 0 })
    this.#out.finish({
      ...outer,
      ...(around.hints.length > 0 ? { hints: [...(outer.hints ?? []), ...around.hints] } : {}),
      ...(around.group === undefined ? {} : { group: around.group }),
      ...(around.quoted ? { quoted: true } : {}),
      ...(around.label === undefined ? {} : { label: around.label }),
      ...(inList ? { depth: around.listDepth } : {}),
      ...fields,
      kind,
    })
  }

  #table(rows: readonly TableRow[], around: Around): void {
    const table = this.#out.newGroup()
    rows.forEach((cells, row) => {
      cells.children.forEach((cell, column) => {
        const start = cell.position?.start.offset
        const end = cell.position?.end.offset
        if (start === undefined || end === undefined) return
        this.#cursor = start + this.#shift
        this.#inline(cell.children, end + this.#shift)
        this.#finish(
          { kind: 'cell', cell: { table, row, column, head: row === 0 }, group: table, span: { start: start + this.#shift, end: end + this.#shift } },
          around,
        )
      })
    })
  }

  /** A paragraph of nothing but pictures: the title under one, else what is said in its place, is its caption. */
  #picture(nodes: readonly PhrasingContent[], around: Around, start: number, end: number): void {
    for (const node of nodes) {
      if (node.type !== 'image' && node.type !== 'imageReference') continue
      const from = (node.position?.start.offset ?? start) + this.#shift
      const to = (node.position?.end.offset ?? end) + this.#shift
      const title = node.type === 'image' ? node.title : undefined
      const text = title || node.alt
      if (!text) continue
      const at = title ? this.#source.lastIndexOf(title, to) : from + 2
      if (at < from) continue
      align(this.#out.prose, this.#source, at, to, text, readMarkdownEscape)
      this.#finish({ kind: 'caption', span: { start: from, end: to } }, around)
    }
  }

  #inline(nodes: readonly PhrasingContent[], limit: number, item = false): void {
    const tags: Tags = { open: [], item }
    this.#phrasing(nodes, limit, tags)
    for (const { mark } of tags.open) this.#out.close(mark)
  }

  #phrasing(nodes: readonly PhrasingContent[], limit: number, tags: Tags): void {
    const out = this.#out
    for (const node of nodes) {
      const position = node.position
      const start = position?.start.offset === undefined ? undefined : position.start.offset + this.#shift
      const end = position?.end.offset === undefined ? undefined : position.end.offset + this.#shift
      if (start !== undefined) this.#cursor = start
      switch (node.type) {
        case 'text': {
          const box = node === nodes[0] && tags.item && start !== undefined ? (TASK.exec(node.value)?.[0].length ?? 0) : 0
          this.#text(node.value.slice(box), start === undefined ? undefined : start + box, end ?? limit)
          break
        }
        case 'emphasis': case 'strong': case 'delete': case 'link': case 'linkReference': {
          const url = node.type === 'link' ? node.url : node.type === 'linkReference' ? this.#definition(node.identifier)?.url : undefined
          const mark = out.open(node.type === 'delete' ? 'struck' : node.type === 'linkReference' ? 'link' : node.type, url)
          this.#phrasing(node.children, end ?? limit, tags)
          out.close(mark)
          break
        }
        case 'inlineCode': {
          if (start === undefined || end === undefined) break
          let from = start
          while (this.#source.charCodeAt(from) === 96) from++
          const found = this.#source.indexOf(node.value, from)
          const mark = out.open('code')
          if (found >= 0 && found + node.value.length <= end) out.prose.verbatim(node.value, found)
          else align(out.prose, this.#source, from, end, node.value, noEscape)
          out.close(mark)
          break
        }
        case 'break':
          if (start !== undefined && end !== undefined) out.prose.decoded('\n', start, end)
          break
        case 'footnoteReference':
          out.noteref(node.identifier)
          break
        case 'html':
          if (start !== undefined && end !== undefined) this.#tags(start, end, tags)
          break
        case 'image': case 'imageReference':
          break
        default:
          this.#other(node, start, end, tags)
      }
      if (end !== undefined) this.#cursor = end
    }
  }

  /** A node of an extension: its words if it has children, its source if it is a leaf that readers see. */
  #other(node: Nodes, start: number | undefined, end: number | undefined, tags: Tags): void {
    if (start === undefined || end === undefined) return
    const type: string = node.type
    if ('children' in node) {
      const name = type === 'mdxJsxTextElement' ? jsxHints(node).at(-1) : undefined
      const kind = name === undefined ? undefined : INLINE[name as keyof typeof INLINE]
      const mark = kind && this.#out.open(kind)
      if (name === 'br') this.#out.prose.decoded('\n', start, end)
      this.#phrasing((node as Parents).children as PhrasingContent[], end, tags)
      if (mark) this.#out.close(mark)
    }
    else if (type === 'inlineMath') this.#out.prose.verbatim(this.#source.slice(start, end), start)
    else if (type === 'mdxTextExpression' && !this.#expression(node, start, end)) this.#out.prose.decoded('\uFFFC', start, end)
  }

  #text(value: string, start: number | undefined, end: number): void {
    const { prose } = this.#out
    let from = start
    if (from === undefined) {
      // A plugin cut this node out of another: it stands where the one before it ended.
      from = this.#cursor
      while (from < end && '*_~['.includes(this.#source.charAt(from)) && this.#source.charAt(from) !== value.charAt(0)) from++
    } else if (end - from === value.length && !value.includes('\r') && this.#source.startsWith(value, from)) {
      prose.verbatim(value, from)
      this.#cursor = end
      return
    }
    this.#cursor = align(prose, this.#source, from, end, value, readMarkdownEscape)
  }

  #tags(from: number, to: number, tags: Tags): void {
    const out = this.#out
    readTags(this.#source, from, to, {
      text() {},
      comment: (a, b, start, end) => out.comment(this.#source.slice(a, b), start, end),
      open(name, attributes: Attributes, start, end, closed) {
        if (name === 'br') out.prose.decoded('\n', start, end)
        if (closed) return
        const hidden = attributes['hidden'] !== undefined || /display\s*:\s*none/i.test(attributes['style'] ?? '')
        const kind = hidden ? 'hidden' : name === 'a' && attributes['href'] ? 'link' : INLINE[name as keyof typeof INLINE]
        if (kind) tags.open.push({ name, mark: out.open(kind, kind === 'link' ? attributes['href'] : undefined) })
      },
      close(name) {
        const index = tags.open.findLastIndex((open) => open.name === name)
        if (index < 0) return
        out.close(tags.open[index]!.mark)
        tags.open.splice(index, 1)
      },
    })
  }

  #definition(identifier: string): Definition | undefined {
    if (!this.#definitions) {
      this.#definitions = new Map()
      if (this.#tree) collectDefinitions(this.#tree.children, this.#definitions)
    }
    return this.#definitions.get(identifier)
  }
}

function collectDefinitions(nodes: readonly Nodes[], into: Map<string, Definition>): void {
  for (const node of nodes) {
    if (node.type === 'definition') {
      if (!into.has(node.identifier)) into.set(node.identifier, node)
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' || node.type === 'footnoteDefinition') {
      collectDefinitions(node.children, into)
    }
  }
}

function kindIn(around: Around): Block['kind'] {
  if (around.label !== undefined) return 'note'
  if (around.listDepth > 0) return 'item'
  return around.quoted ? 'quote' : 'paragraph'
}

/** Whether a paragraph is an emphasised line under a picture, in the same paragraph or the one before. */
function isCaption(nodes: readonly PhrasingContent[], afterPicture: boolean): boolean {
  if (nodes.at(-1)?.type !== 'emphasis') return false
  if (nodes.length === 1) return afterPicture
  return nodes[0]!.type === 'image' && nodes.slice(1, -1).every(isBlankText)
}

/** Classes and name of a JSX element, in lower case; the name comes last. */
function jsxHints(node: Nodes): string[] {
  const { name, attributes } = node as unknown as { name?: string | null; attributes?: readonly { name?: string; value?: unknown }[] }
  const hints = name ? [name.toLowerCase()] : []
  for (const { name: key, value } of attributes ?? []) {
    if ((key === 'className' || key === 'class' || key === 'id') && typeof value === 'string') hints.unshift(...value.toLowerCase().split(/\s+/u).filter(Boolean))
  }
  return hints
}

function isDelimiter(unit: number): boolean {
  return unit === 42 || unit === 95
}

function isBlankText(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function noEscape(): undefined {}
