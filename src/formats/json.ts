import type { Block, Comment, FieldMap, FieldRole, Layout, Reading } from '../article/block.ts'
import type { Prose } from '../text/prose.ts'
import { fieldBlocks, metaOf, roleOfField, type FieldEntry } from './fields.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { JsonError, proseOfString, readJsonText, valueOf, type JsonNode } from './json-text.ts'
import { markdown } from './markdown.ts'
import type { Parsers } from './parsers/parsers.ts'
import { readRichText, richTextOf } from './rich-text.ts'
import { through } from './through.ts'

type JsonObject = Extract<JsonNode, { is: 'object' }>

/** JSON of content systems: records with a headline and a body in HTML, Markdown or an editor's nodes. */
export const json: Format = jsonWith({})

/** The same with field names of one's own. */
export function jsonWith(fields: FieldMap): Format {
  return {
    id: 'json',
    extensions: ['.json', '.jsonc'],
    needs: () => ['markdown', 'gfm', 'html', 'yaml'],
    read: (text, parsers) => readJson(text, parsers, fields)[0]!,
    readAll: (text, parsers) => readJson(text, parsers, fields),
  }
}

const NO_LAYOUT: Layout = { paragraphAfter: (end) => ({ span: { start: end, end }, text: '' }) }
const NOTHING: Reading = { blocks: [], comments: [], meta: {}, layout: NO_LAYOUT, notices: [] }

function readJson(text: string, parsers: Parsers, fields: FieldMap): Reading[] {
  try {
    const records: Reading[] = []
    findRecords(readJsonText(text), (node) => records.push(node.is === 'object' && !richTextOf(node) ? readRecord(node, text, parsers, fields) : readRichText(richTextOf(node)!, text)), fields)
    return records.length > 0 ? records : [NOTHING]
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    const notices = text.length === 0 ? [] : [{ message: `the text is not JSON: ${error.message}`, span: { start: error.at, end: error.at + 1 } }]
    return [{ ...NOTHING, notices }]
  }
}

/** Calls `found` for every article in the value; what is inside one is not looked through again. */
function findRecords(node: JsonNode, found: (node: JsonNode) => void, fields: FieldMap): void {
  if (richTextOf(node) || (node.is === 'object' && isRecord(node, fields))) return found(node)
  if (node.is === 'array') for (const item of node.items) findRecords(item, found, fields)
  if (node.is === 'object') for (const member of node.members.values()) findRecords(member, found, fields)
}

function isRecord(node: JsonObject, fields: FieldMap): boolean {
  let body = false
  let headline = false
  for (const [key, value] of node.members) {
    const role = roleOf(key, fields)
    if (role === 'body' && textOf(value)) body = true
    if (role === 'headline' && textOf(value)) headline = true
  }
  return body && (headline || node.members.has('body') || Object.keys(fields).some((key) => node.members.has(key)))
}

function roleOf(key: string, fields: FieldMap): FieldRole | undefined {
  if (Object.hasOwn(fields, key)) return fields[key]
  return key.toLowerCase() === 'lexical' ? 'body' : roleOfField(key)
}

/** The value that holds the words: WordPress keeps them under `raw` (what the author wrote) and `rendered`. */
function textOf(node: JsonNode): JsonNode | undefined {
  if (node.is === 'string') return node.text.trim() ? node : undefined
  if (node.is === 'object') {
    const inner = node.members.get('raw') ?? node.members.get('rendered')
    if (inner) return textOf(inner)
  }
  return richTextOf(node) ? node : undefined
}

function readRecord(record: JsonObject, source: string, parsers: Parsers, fields: FieldMap): Reading {
  const entries: FieldEntry[] = []
  const bodies: Reading[] = []
  for (const [key, node] of record.members) {
    const role = roleOf(key, fields)
    const value = textOf(node)
    // A record may hold the same story twice, as HTML and as nodes: the first is read.
    if (role === 'body' && value) {
      if (bodies.length === 0) bodies.push(readBody(value, source, parsers))
    } else if (value?.is === 'string') {
      const prose = wordsOf(value, source, parsers)
      entries.push({ key: Object.hasOwn(fields, key) ? fields[key]! : key, value: role ? prose.text : value.text, prose, span: value.span })
    } else entries.push({ key, value: valueOf(node) })
  }
  const body = bodies[0] ?? NOTHING
  const blocks: Block[] = [...fieldBlocks(entries), ...body.blocks]
  const comments: readonly Comment[] = body.comments
  return { blocks, comments, meta: metaOf(entries), layout: body.layout, notices: body.notices }
}

/** The words of a field; WordPress writes its headlines in HTML. */
function wordsOf(node: JsonNode, source: string, parsers: Parsers): Prose {
  const prose = proseOfString(source, node)
  if (!/<[a-z/]|&#?\w+;/i.test(prose.text)) return prose
  return through(html.read(prose.text, parsers), prose).blocks[0]?.prose ?? prose
}

function readBody(node: JsonNode, source: string, parsers: Parsers): Reading {
  const nodes = richTextOf(node)
  if (nodes) return readRichText(nodes, source)
  const prose = proseOfString(source, node)
  const { text } = prose
  if (/^\s*\{\s*"root"/u.test(text)) {
    // Ghost keeps Lexical's nodes as JSON in a string.
    try {
      const inner = richTextOf(readJsonText(text))
      if (inner) return through(readRichText(inner, text), prose)
    } catch (error) {
      if (!(error instanceof JsonError)) throw error
    }
  }
  const format = /<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|section|article|br|!-- wp:)\b/i.test(text) ? html : markdown
  return through(format.read(text, parsers), prose)
}

