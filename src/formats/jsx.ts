import type { Reading } from '../article/block.ts'
import { OPAQUE } from '../text/prose.ts'
import { BlockWriter } from './block-writer.ts'
import { escapeHtml, htmlLayout } from './html-layout.ts'
import { MarkupWriter } from './markup.ts'
import type { ScriptNode } from './parsers/script.ts'
import type { Attributes } from './tags.ts'

/** Whether a JSX element holds a story: it is an `article`, or has paragraphs with words. */
export function isStory(node: ScriptNode): boolean {
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return false
  if (nameOf(node) === 'article') return true
  return childrenOf(node).some((child) => (nameOf(child) === 'p' && childrenOf(child).some(hasWords)) || isStory(child))
}

/** Reads the words of JSX as those of HTML; an expression in braces is opaque. */
export function readJsx(node: ScriptNode, source: string): Reading {
  const out = new BlockWriter(escapeJsx)
  const writer = new MarkupWriter(source, out)
  visit(node, writer, source)
  writer.end(node.range[1])
  const layout = htmlLayout(source)
  return {
    blocks: out.blocks,
    comments: out.comments,
    meta: {},
    layout: {
      paragraphAfter: (end, text) => {
        const edit = layout.paragraphAfter(end, '')
        return { ...edit, text: edit.text.replace('<p></p>', `<p>${escapeJsx(text)}</p>`) }
      },
      commentBefore: (start, text) => ({ span: { start, end: start }, text: `{/* ${text.replace(/\*\//gu, '* /')} */} ` }),
    },
    notices: [],
  }
}

function visit(node: ScriptNode, writer: MarkupWriter, source: string): void {
  const [start, end] = node.range
  switch (node.type) {
    case 'JSXText':
      writer.text(start, end)
      return
    case 'JSXFragment':
      for (const child of childrenOf(node)) visit(child, writer, source)
      return
    case 'JSXElement': {
      const name = nameOf(node)
      const opening = node['openingElement'] as ScriptNode
      const closing = node['closingElement'] as ScriptNode | null
      writer.open(name, attributesOf(opening), start, opening.range[1], closing === null)
      for (const child of childrenOf(node)) visit(child, writer, source)
      if (closing) writer.close(name, closing.range[0], end)
      return
    }
    case 'JSXExpressionContainer': {
      const expression = node['expression'] as ScriptNode
      if (expression.type === 'JSXEmptyExpression') {
        const comment = /^\{\s*\/\*([^]*)\*\/\s*\}$/u.exec(source.slice(start, end))
        if (comment) writer.note(comment[1]!, start, end)
      } else if (expression.type === 'JSXElement' || expression.type === 'JSXFragment') visit(expression, writer, source)
      else if (expression.type === 'Literal' && typeof expression['value'] === 'string') writer.opaque(expression['value'], start, end)
      else writer.opaque(OPAQUE, start, end)
    }
  }
}

function nameOf(node: ScriptNode): string {
  const name = (node['openingElement'] as ScriptNode | undefined)?.['name'] as ScriptNode | undefined
  return name?.type === 'JSXIdentifier' ? String(name['name']).toLowerCase() : ''
}

function childrenOf(node: ScriptNode): readonly ScriptNode[] {
  return (node['children'] as readonly ScriptNode[] | undefined) ?? []
}

function hasWords(node: ScriptNode): boolean {
  return node.type === 'JSXText' ? /\S/u.test(String(node['value'])) : node.type === 'JSXElement' && childrenOf(node).some(hasWords)
}

function attributesOf(opening: ScriptNode): Attributes {
  const attributes: Record<string, string> = {}
  for (const attribute of opening['attributes'] as readonly ScriptNode[]) {
    const name = (attribute['name'] as ScriptNode | undefined)?.['name']
    if (attribute.type !== 'JSXAttribute' || typeof name !== 'string') continue
    const value = attribute['value'] as ScriptNode | null
    const text = value === null ? '' : value.type === 'Literal' ? String(value['value']) : undefined
    if (text !== undefined) attributes[name === 'className' ? 'class' : name.toLowerCase()] = text
  }
  return attributes
}

function escapeJsx(text: string): string {
  return escapeHtml(text).replace(/[{}]/gu, (brace) => (brace === '{' ? '&#123;' : '&#125;'))
}
