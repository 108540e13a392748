import { OPAQUE, type Prose, ProseBuilder } from '../text/prose.ts'
import type { ScriptNode } from './parsers/script.ts'

const SHORT: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }

/**
 * The text of a string or template with its places: escapes undone, each `${…}` one opaque sign, and the indentation all
 * lines of a template share left out.
 */
export function proseOfLiteral(node: ScriptNode, source: string): Prose | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') {
    const quote = source.charAt(node.range[0])
    const prose = new ProseBuilder()
    write(prose, source, node.range[0] + 1, node.range[1] - 1, 0)
    return prose.build((text) => escapeString(text, quote))
  }
  if (node.type !== 'TemplateLiteral') return undefined
  const prose = new ProseBuilder()
  const expressions = node['expressions'] as readonly ScriptNode[]
  const indent = sharedIndent(source.slice(node.range[0] + 1, node.range[1] - 1))
  let at = node.range[0] + 1
  for (const expression of expressions) {
    const open = source.lastIndexOf('${', expression.range[0])
    let close = expression.range[1]
    while (source.charAt(close) !== '}' && close < node.range[1]) close++
    write(prose, source, at, open, indent)
    prose.decoded(OPAQUE, open, close + 1)
    at = close + 1
  }
  write(prose, source, at, node.range[1] - 1, indent)
  return prose.build(escapeTemplate)
}

function write(prose: ProseBuilder, source: string, from: number, to: number, indent: number): void {
  let at = from
  let pending = from
  const flush = () => {
    if (at > pending) prose.verbatim(source.slice(pending, at), pending)
  }
  while (at < to) {
    const unit = source.charCodeAt(at)
    if (unit === 92) {
      flush()
      const { text, end } = escapeAt(source, at)
      prose.decoded(text, at, end)
      at = pending = end
    } else if (unit === 10 || unit === 13) {
      flush()
      const end = unit === 13 && source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
      if (unit === 10) prose.verbatim('\n', at)
      else prose.decoded('\n', at, end)
      at = end
      for (let left = indent; left > 0 && at < to && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9); left--) at++
      pending = at
    } else at++
  }
  flush()
}

function escapeAt(source: string, at: number): { text: string; end: number } {
  const letter = source.charAt(at + 1)
  const braced = /^\\u\{([\da-fA-F]{1,6})\}/u.exec(source.slice(at, at + 12))
  if (braced) {
    const code = Number.parseInt(braced[1]!, 16)
    return { text: code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code), end: at + braced[0].length }
  }
  const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0
  if (digits > 0) return { text: String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 2 + digits), 16) || 0), end: at + 2 + digits }
  if (letter === '\r' || letter === '\n') return { text: '', end: at + (letter === '\r' && source.charAt(at + 2) === '\n' ? 3 : 2) }
  return { text: SHORT[letter] ?? String.fromCodePoint(source.codePointAt(at + 1) ?? 0xfffd), end: at + 1 + (SHORT[letter] ? 1 : String.fromCodePoint(source.codePointAt(at + 1) ?? 32).length) }
}

/** How many blanks every line after the first begins with, blank lines left aside. */
function sharedIndent(text: string): number {
  let least = Infinity
  for (const line of text.split(/\r\n|\r|\n/u).slice(1)) {
    const words = line.search(/\S/u)
    if (words >= 0) least = Math.min(least, words)
  }
  return least === Infinity ? 0 : least
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/gu, '\\$&')
}

function escapeString(text: string, quote: string): string {
  return text
    .replace(/\\/gu, '\\\\')
    .replace(/\r?\n|\r/gu, '\\n')
    .replaceAll(quote, `\\${quote}`)
}
