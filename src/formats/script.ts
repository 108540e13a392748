import type { Block, Comment, Layout, Reading } from '../article/block.ts'
import type { Prose } from '../text/prose.ts'
import { fieldBlocks, metaOf, roleOfField, type FieldEntry } from './fields.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { readJsx, isStory } from './jsx.ts'
import { markdown } from './markdown.ts'
import type { Parsers } from './parsers/parsers.ts'
import type { Program, ScriptNode } from './parsers/script.ts'
import { plain } from './plain.ts'
import { proseOfLiteral } from './script-text.ts'
import { through } from './through.ts'

/** What a tag or a comment says of the text after it: article`…`, or a string after a comment with one of these names. */
const MARKED: Readonly<Record<string, Format>> = { article: markdown, md: markdown, markdown, story: markdown, html, text: plain, plain }

const NO_LAYOUT: Layout = { paragraphAfter: (end) => ({ span: { start: end, end }, text: '' }) }
const NOTHING: Reading = { blocks: [], comments: [], meta: {}, layout: NO_LAYOUT, notices: [] }

/** Articles in programs: tagged templates, strings marked by a comment, fields of objects, JSX. */
export const script: Format = {
  id: 'script',
  extensions: ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs'],
  needs: () => ['script', 'markdown', 'gfm', 'html', 'yaml'],
  read: (text, parsers) => readScript(text, parsers)[0]!,
  readAll: readScript,
}

function readScript(text: string, parsers: Parsers): Reading[] {
  if (!/\S/u.test(text)) return [NOTHING]
  const program = parse(text, parsers)
  if ('message' in program) return [{ ...NOTHING, notices: [program as Reading['notices'][number]] }]
  const reader = new ScriptReader(text, program as Program, parsers)
  try {
    reader.visit(program as Program)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ ...NOTHING, notices: [{ message: 'the program is nested too deep to look for articles in it', span: { start: 0, end: 1 } }] }]
  }
  return reader.found.length > 0 ? reader.found : [NOTHING]
}

function parse(text: string, parsers: Parsers): Program | Reading['notices'][number] {
  // `<T>x` is a type in TypeScript and an element in TSX; without the name of the file both are tried.
  let failure: unknown
  for (const jsx of [true, false]) {
    try {
      const program = parsers.script!.parseScript(text, jsx)
      return program ?? { message: 'articles in programs are read with @typescript-eslint/parser, which is not installed', span: { start: 0, end: 1 } }
    } catch (error) {
      failure ??= error
    }
  }
  const { message = 'it could not be parsed', index = 0 } = failure as { message?: string; index?: number }
  const start = Math.max(0, Math.min(index, text.length - 1))
  return { message: `the program cannot be read: ${message.split('\n')[0]!.replace(/\.$/u, '')}`, span: { start, end: start + 1 } }
}

class ScriptReader {
  readonly found: Reading[] = []
  readonly #source: string
  readonly #parsers: Parsers
  /** Where a comment ends that says what the next text is, and what it says. */
  readonly #comments = new Map<number, Format>()

  constructor(source: string, program: Program, parsers: Parsers) {
    this.#source = source
    this.#parsers = parsers
    for (const comment of program.comments ?? []) {
      const format = MARKED[String(comment['value']).trim().toLowerCase()]
      if (!format) continue
      let next = comment.range[1]
      while (/\s/u.test(source.charAt(next))) next++
      this.#comments.set(next, format)
    }
  }

  visit(node: ScriptNode): void {
    if (this.#take(node)) return
    for (const key in node) {
      if (key === 'parent' || key === 'comments' || key === 'tokens' || key === 'range' || key === 'loc') continue
      const value = node[key]
      if (Array.isArray(value)) for (const item of value) if (isNode(item)) this.visit(item)
      if (isNode(value)) this.visit(value)
    }
  }

  /** Reads the node if it is an article; what is inside one is not looked through again. */
  #take(node: ScriptNode): boolean {
    const reading = this.#text(node) ?? this.#record(node) ?? (isStory(node) ? readJsx(node, this.#source) : undefined)
    if (!reading) return false
    this.found.push(reading)
    return true
  }

  /** A text that is marked as an article. */
  #text(node: ScriptNode): Reading | undefined {
    const tag = node.type === 'TaggedTemplateExpression' ? (node['tag'] as ScriptNode) : undefined
    const format = tag?.type === 'Identifier' ? MARKED[String(tag['name'])] : this.#comments.get(node.range[0])
    const prose = format && proseOfLiteral(tag ? (node['quasi'] as ScriptNode) : node, this.#source)
    return format && prose && through(format.read(prose.text, this.#parsers), prose)
  }

  /** An object with a headline and a body. */
  #record(node: ScriptNode): Reading | undefined {
    if (node.type !== 'ObjectExpression') return undefined
    const entries: FieldEntry[] = []
    let headline = false
    let body: Reading | undefined
    for (const property of node['properties'] as readonly ScriptNode[]) {
      const key = keyOf(property)
      if (key === undefined) continue
      const value = property['value'] as ScriptNode
      const role = roleOfField(key)
      const marked = role === 'body' ? this.#text(value) : undefined
      const prose = proseOfLiteral(value, this.#source)
      if (role === 'body' && (marked || prose)) body ??= marked ?? this.#body(prose!)
      else if (role === 'body' && isStory(value)) body ??= readJsx(value, this.#source)
      else if (prose) {
        if (role === 'headline') headline = true
        entries.push({ key, value: prose.text, prose, span: { start: value.range[0], end: value.range[1] } })
      } else if (value.type === 'Literal') entries.push({ key, value: value['value'] })
    }
    if (!body || !headline) return undefined
    const blocks: Block[] = [...fieldBlocks(entries), ...body.blocks]
    const comments: readonly Comment[] = body.comments
    return { ...body, blocks, comments, meta: metaOf(entries) }
  }

  #body(prose: Prose): Reading {
    const format = /<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|br)\b/i.test(prose.text) ? html : markdown
    return through(format.read(prose.text, this.#parsers), prose)
  }
}

function keyOf(property: ScriptNode): string | undefined {
  if (property.type !== 'Property' || property['computed'] === true) return undefined
  const key = property['key'] as ScriptNode
  return key.type === 'Identifier' ? String(key['name']) : key.type === 'Literal' ? String(key['value']) : undefined
}

function isNode(value: unknown): value is ScriptNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
