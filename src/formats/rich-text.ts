import type { BlockKind, Layout, Mark, Reading } from '../article/block.ts'
import type { Span } from '../text/span.ts'
import { BlockWriter, type OpenMark } from './block-writer.ts'
import { escapeJson, proseOfString, type JsonNode } from './json-text.ts'
import { markBareLinks } from './links.ts'

/** What a block of rich text is, by the names editors give it: Portable Text, Lexical, Contentful, ProseMirror and Slate. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  paragraph: 'paragraph', normal: 'paragraph', block: 'paragraph', p: 'paragraph',
  heading: 'heading', blockquote: 'quote', quote: 'quote',
  listitem: 'item', 'list-item': 'item', list_item: 'item', tablecell: 'cell', 'table-cell': 'cell', 'table-header-cell': 'cell', tableheader: 'cell', table_cell: 'cell',
  caption: 'caption', figcaption: 'caption',
}
const LISTS = new Set(['list', 'bulletlist', 'orderedlist', 'ordered-list', 'unordered-list', 'bullet_list', 'ordered_list'])
const ROWS = new Set(['tablerow', 'table-row', 'table_row'])
const SKIPPED = new Set(['code', 'codeblock', 'code-block', 'image', 'horizontalrule', 'hr', 'break'])
const MARKS: Readonly<Record<string, Mark['kind']>> = {
  bold: 'strong', strong: 'strong', italic: 'emphasis', em: 'emphasis', emphasis: 'emphasis', strike: 'struck', strikethrough: 'struck', 'strike-through': 'struck', code: 'code',
}
/** Lexical's bits of a text's format. */
const BITS: readonly [bit: number, kind: Mark['kind']][] = [[1, 'strong'], [2, 'emphasis'], [4, 'struck'], [16, 'code']]

type JsonObject = Extract<JsonNode, { is: 'object' }>

/** The nodes of a rich text if the value is one, whichever editor wrote it. */
export function richTextOf(node: JsonNode): readonly JsonNode[] | undefined {
  if (node.is === 'array') return node.items.length > 0 && node.items.every(isNode) && node.items.some((item) => childrenOf(item) !== undefined) ? node.items : undefined
  if (node.is !== 'object') return undefined
  const root = node.members.get('root')
  if (root?.is === 'object') return childrenOf(root)
  const type = typeOf(node)
  return type === 'document' || type === 'doc' || type === 'root' ? childrenOf(node) : undefined
}

/** Reads rich text kept as JSON. */
export function readRichText(nodes: readonly JsonNode[], source: string): Reading {
  const reader = new RichTextReader(source)
  reader.flow(nodes, { kind: 'paragraph', depth: 0 })
  return { blocks: reader.out.blocks.map(markBareLinks), comments: [], meta: {}, layout: layoutOf(nodes), notices: [] }
}

interface Around {
  readonly kind: BlockKind
  readonly depth: number
  readonly group?: number
  readonly quoted?: true
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number; readonly head: boolean }
}

class RichTextReader {
  readonly out = new BlockWriter(escapeJson)
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  flow(nodes: readonly JsonNode[], around: Around): void {
    let list: number | undefined
    for (const node of nodes) {
      if (node.is !== 'object') continue
      const type = typeOf(node)
      if (SKIPPED.has(type)) continue
      const children = childrenOf(node)
      if (children && children.every(isInline)) {
        // Portable Text marks its list items instead of nesting them.
        const item = stringOf(node, 'listItem') !== undefined
        list = item ? (list ?? this.out.newGroup()) : undefined
        const inside = item ? { ...around, kind: 'item' as const, depth: numberOf(node, 'level') ?? 1, group: list! } : around
        this.#block(node, children, type, inside)
      } else if (LISTS.has(type)) this.flow(children ?? [], { ...around, depth: around.depth + 1, group: this.out.newGroup() })
      else if (type === 'table') this.#table(node, around)
      else if (children) this.flow(children, { ...around, ...this.#kindOf(node, type, around) })
    }
  }

  #kindOf(node: JsonObject, type: string, around: Around): Partial<Around> {
    const style = stringOf(node, 'style') ?? type
    const kind = KINDS[style.toLowerCase()] ?? KINDS[type]
    if (around.kind === 'cell') return {}
    if (kind === 'quote') return { kind, quoted: true, group: around.group ?? this.out.newGroup() }
    return kind && !(kind === 'paragraph' && around.kind !== 'paragraph') ? { kind } : {}
  }

  #table(table: JsonObject, around: Around): void {
    const number = this.out.newGroup()
    let row = 0
    const visit = (node: JsonNode): void => {
      if (node.is !== 'object') return
      const children = childrenOf(node) ?? []
      if (!ROWS.has(typeOf(node))) return children.forEach(visit)
      children.forEach((cell, column) => {
        const head = cell.is === 'object' && (typeOf(cell).includes('header') || (numberOf(cell, 'headerState') ?? 0) > 0)
        this.flow([cell], { ...around, kind: 'cell', group: number, cell: { table: number, row, column, head } })
      })
      row++
    }
    ;(childrenOf(table) ?? []).forEach(visit)
  }

  #block(node: JsonObject, children: readonly JsonNode[], type: string, around: Around): void {
    const style = (stringOf(node, 'style') ?? '').toLowerCase()
    const heading = /^(?:h|heading-)([1-6])$/u.exec(style || type)?.[1] ?? /^h([1-6])$/u.exec(stringOf(node, 'tag') ?? '')?.[1]
    const depth = heading ? Number(heading) : type === 'heading' ? (numberOf(node, 'level') ?? attribute(node, 'level') ?? 2) : undefined
    this.#inline(children, node)
    const place = { ...around, ...this.#kindOf(node, type, around) }
    this.out.finish({
      kind: depth === undefined ? place.kind : 'heading',
      ...(depth !== undefined ? { depth } : place.kind === 'item' ? { depth: Math.max(1, place.depth) } : {}),
      ...(place.group === undefined ? {} : { group: place.group }),
      ...(place.quoted ? { quoted: true } : {}),
      ...(place.cell ? { cell: place.cell } : {}),
      span: node.span,
    })
  }

  #inline(nodes: readonly JsonNode[], block: JsonObject): void {
    for (const node of nodes) {
      if (node.is !== 'object') continue
      const type = typeOf(node)
      const words = node.members.get('text') ?? node.members.get('value')
      if (words?.is === 'string') {
        const open = this.#marksOf(node, block)
        this.out.prose.append(proseOfString(this.#source, words))
        for (const mark of open) this.out.close(mark)
      } else if (type === 'linebreak' || type === 'hardbreak' || type === 'hard_break') this.out.prose.decoded('\n', node.span.start, node.span.end)
      else {
        const url = urlOf(node)
        const mark = url === undefined ? undefined : this.out.open('link', url)
        this.#inline(childrenOf(node) ?? [], block)
        if (mark) this.out.close(mark)
      }
    }
  }

  #marksOf(node: JsonObject, block: JsonObject): OpenMark[] {
    const open: OpenMark[] = []
    for (const [name, kind] of Object.entries(MARKS)) {
      const flag = node.members.get(name)
      if (flag?.is === 'other' && flag.value === true) open.push(this.out.open(kind))
    }
    const format = numberOf(node, 'format') ?? 0
    for (const [bit, kind] of BITS) if (format & bit) open.push(this.out.open(kind))
    const marks = node.members.get('marks')
    if (marks?.is !== 'array') return open
    for (const mark of marks.items) {
      const name = mark.is === 'string' ? mark.text : mark.is === 'object' ? typeOf(mark) : ''
      const kind = MARKS[name.toLowerCase()]
      const url = mark.is === 'object' ? urlOf(mark) : definitionOf(block, name)
      if (kind) open.push(this.out.open(kind))
      else if (url !== undefined) open.push(this.out.open('link', url))
    }
    return open
  }
}

/** The address of Portable Text's mark definition of a key. */
function definitionOf(block: JsonObject, key: string): string | undefined {
  const definitions = block.members.get('markDefs')
  if (definitions?.is !== 'array') return undefined
  const found = definitions.items.find((item) => item.is === 'object' && stringOf(item, '_key') === key)
  return found?.is === 'object' ? stringOf(found, 'href') : undefined
}

function urlOf(node: JsonObject): string | undefined {
  for (const holder of [node, node.members.get('data'), node.members.get('fields'), node.members.get('attrs')]) {
    if (holder?.is === 'object') {
      const url = stringOf(holder, 'url') ?? stringOf(holder, 'href') ?? stringOf(holder, 'uri')
      if (url) return url
    }
  }
  return undefined
}

function isNode(node: JsonNode): node is JsonObject {
  return node.is === 'object' && typeOf(node) !== ''
}

function isInline(node: JsonNode): boolean {
  if (node.is !== 'object') return false
  if (node.members.has('text') || node.members.has('value')) return true
  return /^(?:text|span|link|autolink|a|hyperlink|entry-hyperlink|asset-hyperlink|linebreak|hard_?break|inline.*)$/u.test(typeOf(node))
}

function typeOf(node: JsonObject): string {
  return (stringOf(node, 'nodeType') ?? stringOf(node, '_type') ?? stringOf(node, 'type') ?? '').toLowerCase()
}

function childrenOf(node: JsonNode): readonly JsonNode[] | undefined {
  if (node.is !== 'object') return undefined
  const children = node.members.get('children') ?? node.members.get('content')
  return children?.is === 'array' ? children.items : undefined
}

function stringOf(node: JsonObject, key: string): string | undefined {
  const value = node.members.get(key)
  return value?.is === 'string' ? value.text : undefined
}

function numberOf(node: JsonObject, key: string): number | undefined {
  const value = node.members.get(key)
  return value?.is === 'other' && typeof value.value === 'number' ? value.value : undefined
}

function attribute(node: JsonObject, key: string): number | undefined {
  const attributes = node.members.get('attrs')
  return attributes?.is === 'object' ? numberOf(attributes, key) : undefined
}

/** New paragraphs as nodes of the editor that wrote the others, after a whole outermost node. */
function layoutOf(nodes: readonly JsonNode[]): Layout {
  const first = nodes.find((node): node is JsonObject => node.is === 'object')
  const write = (text: string): string => {
    const words = JSON.stringify(text)
    if (first?.members.has('nodeType')) return `{"nodeType":"paragraph","data":{},"content":[{"nodeType":"text","value":${words},"marks":[],"data":{}}]}`
    if (first?.members.has('_type')) return `{"_type":"block","style":"normal","markDefs":[],"children":[{"_type":"span","text":${words},"marks":[]}]}`
    const children = first?.members.has('content') ? 'content' : 'children'
    return `{"type":"paragraph",${first?.members.has('version') ? '"version":1,' : ''}"${children}":[{"type":"text",${first?.members.has('version') ? '"version":1,' : ''}"text":${words}}]}`
  }
  return {
    paragraphAfter(end, text) {
      const top: Span | undefined = nodes.findLast((node) => node.span.start < end)?.span
      const at = top?.end ?? end
      return { span: { start: at, end: at }, text: `,${write(text)}` }
    },
  }
}
