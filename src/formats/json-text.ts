import { Prose, ProseBuilder } from '../text/prose.ts'
import type { Span } from '../text/span.ts'

/** A value of JSON and where it stands. */
export type JsonNode =
  | { readonly is: 'object'; readonly members: ReadonlyMap<string, JsonNode>; readonly span: Span }
  | { readonly is: 'array'; readonly items: readonly JsonNode[]; readonly span: Span }
  /** The span includes the quotation marks. */
  | { readonly is: 'string'; readonly text: string; readonly span: Span }
  | { readonly is: 'other'; readonly value: number | boolean | null; readonly span: Span }

/** What is wrong with a JSON text, and where. */
export class JsonError extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const DEEPEST = 500
const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' }

/**
 * Reads JSON with the places of its values; comments and trailing commas are taken too.
 * @throws JsonError
 */
export function readJsonText(source: string): JsonNode {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0

  function fail(message: string, where = at): never {
    throw new JsonError(message, Math.min(where, Math.max(0, source.length - 1)))
  }

  function blanks(): void {
    for (;;) {
      const unit = source.charCodeAt(at)
      if (unit === 32 || unit === 10 || unit === 13 || unit === 9) at++
      else if (unit === 47 && source.charCodeAt(at + 1) === 47) {
        while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++
      } else if (unit === 47 && source.charCodeAt(at + 1) === 42) {
        const end = source.indexOf('*/', at + 2)
        if (end < 0) fail('a comment is not closed')
        at = end + 2
      } else return
    }
  }

  function string(): string {
    const start = at++
    let text = ''
    let from = at
    for (;;) {
      const unit = source.charCodeAt(at)
      if (at >= source.length || unit === 10 || unit === 13) fail('a string is not closed', start)
      if (unit === 34) {
        text += source.slice(from, at++)
        return text
      }
      if (unit === 92) {
        const escape = escapeAt(source, at)
        if (!escape) fail('an escape that JSON does not have')
        text += source.slice(from, at) + escape.text
        at = from = escape.end
      } else at++
    }
  }

  function value(depth: number): JsonNode {
    if (depth > DEEPEST) fail('nested too deep')
    blanks()
    const start = at
    const unit = source.charCodeAt(at)
    if (unit === 34) {
      const text = string()
      return { is: 'string', text, span: { start, end: at } }
    }
    if (unit === 123) {
      const members = new Map<string, JsonNode>()
      at++
      for (blanks(); source.charCodeAt(at) !== 125; blanks()) {
        if (source.charCodeAt(at) !== 34) fail('expected a name in quotation marks')
        const name = string()
        blanks()
        if (source.charCodeAt(at++) !== 58) fail('expected a colon', at - 1)
        members.set(name, value(depth + 1))
        blanks()
        if (source.charCodeAt(at) === 44) at++
        else if (source.charCodeAt(at) !== 125) fail('expected a comma or a closing brace')
      }
      at++
      return { is: 'object', members, span: { start, end: at } }
    }
    if (unit === 91) {
      const items: JsonNode[] = []
      at++
      for (blanks(); source.charCodeAt(at) !== 93; blanks()) {
        items.push(value(depth + 1))
        blanks()
        if (source.charCodeAt(at) === 44) at++
        else if (source.charCodeAt(at) !== 93) fail('expected a comma or a closing bracket')
      }
      at++
      return { is: 'array', items, span: { start, end: at } }
    }
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/u.exec(source.slice(at, at + 400))?.[0]
    if (word === undefined) fail('expected a value')
    at += word.length
    return { is: 'other', value: JSON.parse(word) as number | boolean | null, span: { start, end: at } }
  }

  const root = value(0)
  blanks()
  if (at < source.length) fail('expected the end of the text')
  return root
}

/** The words of a string with their places. */
export function proseOfString(source: string, { span }: JsonNode): Prose {
  const prose = new ProseBuilder()
  const end = span.end - 1
  let from = span.start + 1
  for (let at = from; at < end; ) {
    const escape = source.charCodeAt(at) === 92 ? escapeAt(source, at) : undefined
    if (!escape) {
      at++
      if (at < end) continue
      prose.verbatim(source.slice(from, end), from)
      from = end
    } else {
      if (at > from) prose.verbatim(source.slice(from, at), from)
      prose.decoded(escape.text, at, escape.end)
      at = from = escape.end
    }
  }
  return prose.build(escapeJson)
}

/** Text as it is written in a JSON string. */
export function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** A value without its places. */
export function valueOf(node: JsonNode): unknown {
  switch (node.is) {
    case 'string':
      return node.text
    case 'other':
      return node.value
    case 'array':
      return node.items.map(valueOf)
    case 'object':
      return Object.fromEntries([...node.members].filter(([key]) => key !== '__proto__').map(([key, value]) => [key, valueOf(value)]))
  }
}

function escapeAt(source: string, at: number): { text: string; end: number } | undefined {
  const letter = source.charAt(at + 1)
  if (letter !== 'u') {
    const text = SHORT[letter]
    return text === undefined ? undefined : { text, end: at + 2 }
  }
  const digits = source.slice(at + 2, at + 6)
  return /^[\da-fA-F]{4}$/u.test(digits) ? { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 } : undefined
}
