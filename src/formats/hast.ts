import type { Element, Nodes, Root } from 'hast'
import type { Meta, Reading } from '../article/block.ts'
import { BlockWriter } from './block-writer.ts'
import { escapeHtml, htmlLayout } from './html-layout.ts'
import { MarkupWriter } from './markup.ts'
import { isoDate } from './meta.ts'
import type { Attributes } from './tags.ts'

/**
 * Reads an HTML syntax tree. The tree is not changed; nodes without a place are passed over.
 * @param text the source the places of the tree count in
 * @param shift added to every place: 1 where the parser was given the text without its byte order mark
 */
export function readHast(tree: Root, text: string, shift = 0): Reading {
  const out = new BlockWriter(escapeHtml)
  const writer = new MarkupWriter(text, out)
  const meta: Record<string, string> = {}
  walk(tree, { writer, shift, meta, length: text.length - shift })
  writer.end(text.length)
  return { blocks: out.blocks, comments: out.comments, meta: meta as Meta, layout: htmlLayout(text), notices: [] }
}

interface Walk {
  readonly writer: MarkupWriter
  readonly shift: number
  readonly meta: Record<string, string>
  readonly length: number
}

function walk(node: Nodes, on: Walk): void {
  const start = node.position?.start.offset
  // The parser counts a character beyond the end of an unclosed comment.
  const end = node.position?.end.offset === undefined ? undefined : Math.min(node.position.end.offset, on.length)
  switch (node.type) {
    case 'root':
      for (const child of node.children) walk(child, on)
      return
    case 'text':
      if (start !== undefined && end !== undefined) on.writer.textNode(start + on.shift, end + on.shift)
      return
    case 'comment':
      if (start !== undefined && end !== undefined) on.writer.commentNode(start + on.shift, end + on.shift)
      return
    case 'element':
      element(node, on, start, end)
      return
    default:
      return
  }
}

function element(node: Element, on: Walk, start: number | undefined, end: number | undefined): void {
  const name = node.tagName.toLowerCase()
  if (name === 'head') {
    for (const child of node.children) if (child.type === 'element') readMeta(child, on.meta)
    return
  }
  if (name === 'meta' || name === 'title') readMeta(node, on.meta)
  const label = name === 'sup' ? noteLabel(node) : undefined
  if (label !== undefined) {
    on.writer.noteref(label)
    return
  }
  const first = node.children.find((child) => child.position?.start.offset !== undefined)?.position?.start.offset
  const attributes = attributesOf(node)
  const known = start !== undefined && end !== undefined
  // Elements the parser supplied itself (html, body, tbody) have no place of their own: they take that of what is in them.
  const from = (start ?? first ?? 0) + on.shift
  on.writer.open(name, attributes, from, (first ?? end ?? start ?? 0) + on.shift)
  for (const child of node.children) walk(child, on)
  const last = node.children.at(-1)?.position?.end.offset
  const to = (known ? end : (last ?? first ?? start ?? 0)) + on.shift
  on.writer.close(name, (last ?? end ?? 0) + on.shift, to)
}

/** The label a superscript link points to: `<sup><a href="#fn1">1</a></sup>`. */
function noteLabel(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== 'element' || child.tagName !== 'a') continue
    const href = child.properties['href']
    if (typeof href === 'string' && href.startsWith('#')) return href.slice(1)
  }
  return undefined
}

function readMeta(node: Element, meta: Record<string, string>): void {
  if (node.tagName === 'title') {
    const title = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('').trim()
    if (title) meta['title'] ??= title
    return
  }
  if (node.tagName !== 'meta') return
  const name = String(node.properties['name'] ?? node.properties['property'] ?? '').toLowerCase()
  const content = String(node.properties['content'] ?? '').trim()
  if (!content) return
  if (name === 'author' || name === 'article:author') meta['author'] ??= content
  const day = isoDate(content)
  if (!day) return
  if (name === 'article:published_time' || name === 'date') meta['published'] ??= day
  if (name === 'article:modified_time') meta['updated'] ??= day
}

/** Attributes under the names HTML gives them. */
function attributesOf(node: Element): Attributes {
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    if (value === null || value === undefined || value === false) continue
    const name = key === 'className' ? 'class' : key === 'ariaHidden' ? 'aria-hidden' : key === 'ariaLabel' ? 'aria-label' : key.toLowerCase()
    attributes[name] = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
  }
  return attributes
}
