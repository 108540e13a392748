import type { Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Nodes, Root as MdastRoot } from 'mdast'
import { Article } from '../article/article.ts'
import type { Reading } from '../article/block.ts'
import { Source } from '../text/source.ts'
import { splitFrontMatter } from './frontmatter.ts'
import { readHast } from './hast.ts'
import { hostileMarkdown } from './hostile.ts'
import { mayHoldGfm } from './markdown.ts'
import { mayHoldTemplates } from './masks.ts'
import { readMdast } from './mdast.ts'
import { read } from './read.ts'

/**
 * Reads an article from a tree that a host made of the text, Markdown or HTML. The tree is not changed. A tree without
 * places says nothing. Where a host's parser did not know what the text may hold (front matter, tables, templates, comments
 * of MDX) its tree is not what we would have read: then the text is read again, so that every host finds the same.
 * @param text the source the tree was made of, byte order mark included where the host kept one
 */
export function readGiven(tree: HastRoot | MdastRoot, text: string, path?: string): Article {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const article = (reading: Reading) => new Article(new Source(text, path), reading)
  if (isHast(tree)) {
    if (MARKDOWN.test(path ?? '')) return read(text, path)
    return mayHoldTemplates(text) ? read(text, 'article.html') : article(readHast(tree, text, countsMark(tree, text) ? 0 : mark))
  }
  if (!hasPlaces(tree)) return article(readMdast(tree, text, mark))
  if (isMdx(tree, path)) return read(text, 'article.mdx')
  return knowsAll(tree, text, mark) ? article(readMdast(tree, text, mark)) : read(text, 'article.md')
}

/** An HTML tree of such a file was made from a Markdown tree; its places are those of the Markdown. */
const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mdx)$/i

function knowsAll(tree: MdastRoot, text: string, from: number): boolean {
  return splitFrontMatter(text).end <= from && !mayHoldTemplates(text) && (!mayHoldGfm(text) || holdsGfm(tree)) && !hostileMarkdown(text, from, text.length)
}

/** MDX has comments of its own form, and what is written into it must be MDX. */
function isMdx(tree: MdastRoot, path: string | undefined): boolean {
  return /\.mdx$/i.test(path ?? '') || tree.children.some(({ type }) => (type as string).startsWith('mdx'))
}

/** Markdown trees never hold elements, nor text outside a paragraph. */
function isHast(tree: HastRoot | MdastRoot): tree is HastRoot {
  return tree.children.some(({ type }) => type === 'element' || type === 'doctype' || type === 'comment' || type === 'text')
}

/** HTML parsers count a byte order mark in whole pages and not in fragments: the first element shows which it was. */
function countsMark(tree: HastRoot, text: string): boolean {
  const first = firstElement(tree.children)
  return first !== undefined && text[first] === '<'
}

/** Where the first element that stands in the source begins; parsers supply others of their own. */
function firstElement(nodes: readonly HastNodes[]): number | undefined {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const found = node.position?.start.offset ?? firstElement(node.children)
    if (found !== undefined) return found
  }
  return undefined
}

function hasPlaces(tree: MdastRoot): boolean {
  return tree.children.some((node) => node.position?.start.offset !== undefined)
}

/** Whether the tree holds a node that only a parser with GitHub's additions makes. */
function holdsGfm(node: Nodes): boolean {
  if (node.type === 'table' || node.type === 'delete' || node.type === 'footnoteDefinition' || node.type === 'footnoteReference') return true
  return 'children' in node && node.children.some(holdsGfm)
}
