import type { Pair, Scalar } from 'yaml'
import { align, type ReadEscape } from '../text/align.ts'
import { Prose, ProseBuilder } from '../text/prose.ts'
import type { Span } from '../text/span.ts'
import type { FieldEntry } from './fields.ts'
import type { Parsers } from './parsers/parsers.ts'

const LINE = /^([A-Za-z_][\w-]*):(?:[ ]+(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([^\s"'\-?:,[\]{}#&*!|>%@`][^\r\n\t]*))?)?[ ]*$/u
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/u
const NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/u

/**
 * Reads YAML that is nothing but lines of `key: value`, as the parser would.
 * @returns undefined for anything else
 */
export function readSimpleYaml(text: string, from: number, to: number): FieldEntry[] | undefined {
  const entries: FieldEntry[] = []
  const keys = new Set<string>()
  let at = from
  while (at < to) {
    let end = at
    while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
    const line = text.slice(at, end)
    if (line && line.charCodeAt(0) !== 35) {
      const entry = simpleEntry(line, at)
      if (!entry || keys.has(entry.key)) return undefined
      keys.add(entry.key)
      entries.push(entry)
    }
    if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) !== 10) return undefined
    at = text.charCodeAt(end) === 13 ? end + 2 : end + 1
  }
  return entries
}

function simpleEntry(line: string, at: number): FieldEntry | undefined {
  const match = LINE.exec(line)
  if (!match) return undefined
  const [, key, double, single, bare] = match
  if (key === '__proto__' || isWord(key!)) return undefined
  const quoted = double ?? single
  if (quoted !== undefined) {
    const start = at + line.lastIndexOf(double === undefined ? "'" : '"') - quoted.length
    return entryOf(key!, quoted, Prose.verbatim(quoted, start, double === undefined ? escapeSingle : escapeDouble), { start: at, end: at + line.trimEnd().length })
  }
  const plain = bare
  if (!plain) return { key: key!, value: null }
  if (/: |:$| #|\s$/u.test(plain)) return undefined
  if (/^true$/i.test(plain)) return /^(?:true|True|TRUE)$/u.test(plain) ? { key: key!, value: true } : undefined
  if (/^false$/i.test(plain)) return /^(?:false|False|FALSE)$/u.test(plain) ? { key: key!, value: false } : undefined
  if (isWord(plain)) return { key: key!, value: null }
  if (NUMBER.test(plain)) return { key: key!, value: Number(plain) }
  if (/^[.+\d]/u.test(plain) && !DATE.test(plain) && !/^\d[^\s]* [\p{L}]/u.test(plain)) return undefined
  return entryOf(key!, plain, Prose.verbatim(plain, at + line.indexOf(plain, key!.length + 1), escapePlain), { start: at, end: at + line.trimEnd().length })
}

function isWord(text: string): boolean {
  return /^(?:null|Null|NULL|~)$/u.test(text)
}

function entryOf(key: string, value: string, prose: Prose, span: Span): FieldEntry {
  return { key, value, prose, span }
}

/** Reads any YAML by its parser; what is wrong with it comes back as `error`, and nothing is thrown. */
export function readYaml(
  text: string, from: number, to: number, parser: NonNullable<Parsers['yaml']>,
): { readonly entries: readonly FieldEntry[]; readonly error?: { readonly message: string; readonly span: Span } } {
  const whole = { start: from, end: Math.max(from + 1, to) }
  try {
    const document = parser.parseYaml(text.slice(from, to))
    const [error] = document.errors
    if (error) {
      const start = Math.min(from + error.pos[0], to - 1)
      return { entries: [], error: { message: sentence(error.message), span: { start, end: Math.max(start + 1, Math.min(from + error.pos[1], to)) } } }
    }
    const values: unknown = document.toJS()
    const { contents } = document
    if (contents === null) return { entries: [] }
    if (!('items' in contents) || typeof values !== 'object' || values === null || Array.isArray(values)) {
      return { entries: [], error: { message: 'expected `key: value` lines', span: whole } }
    }
    const items = contents.items as readonly Pair<Scalar | null, Scalar | null>[]
    const entries = items.flatMap((pair): FieldEntry[] => {
      const key = String(pair.key?.value ?? '')
      const value: unknown = Object.hasOwn(values, key) ? (values as Record<string, unknown>)[key] : undefined
      const place = proseOf(text, from, pair)
      return [{ key, value, ...(place ?? {}) }]
    })
    return { entries }
  } catch (error) {
    return { entries: [], error: { message: sentence(error instanceof Error ? error.message : 'it could not be read'), span: whole } }
  }
}

function proseOf(text: string, from: number, pair: Pair<Scalar | null, Scalar | null>): { prose: Prose; span: Span } | undefined {
  const scalar = pair.value
  if (!scalar || typeof scalar.value !== 'string' || !scalar.range) return undefined
  const start = from + scalar.range[0]
  const end = from + scalar.range[1]
  const span = { start: from + (pair.key?.range?.[0] ?? scalar.range[0]), end }
  const prose = new ProseBuilder()
  switch (scalar.type) {
    case 'QUOTE_DOUBLE':
      align(prose, text, start + 1, end - 1, scalar.value, readDouble)
      return { prose: prose.build(escapeDouble), span }
    case 'QUOTE_SINGLE':
      align(prose, text, start + 1, end - 1, scalar.value, readSingle)
      return { prose: prose.build(escapeSingle), span }
    case 'PLAIN':
      align(prose, text, start, end, scalar.value, readFold)
      return { prose: prose.build(escapePlain), span }
    default: {
      const header = /^[^\r\n]*(?:\r\n|\r|\n)[ \t]*/u.exec(text.slice(start, end))?.[0].length ?? 0
      const value = scalar.value.trimEnd()
      if (!value) return undefined
      align(prose, text, start + header, end, value, readFold)
      return { prose: prose.build(escapeNever), span }
    }
  }
}

const SHORT: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', 0: '\0', a: '\x07', b: '\b', e: '\x1B', f: '\f', v: '\v', N: '\x85', _: '\xA0', L: '\u2028', P: '\u2029',
}

/** A line break that YAML folds to a space. */
const readFold: ReadEscape = (source, at, end) => {
  let to = at
  while (to < end && /[ \t]/u.test(source.charAt(to))) to++
  if (to >= end || !/[\r\n]/u.test(source.charAt(to))) return undefined
  to += source.startsWith('\r\n', to) ? 2 : 1
  while (to < end && /[ \t]/u.test(source.charAt(to))) to++
  return { text: ' ', end: to }
}

const readSingle: ReadEscape = (source, at, end) => (source.startsWith("''", at) ? { text: "'", end: at + 2 } : readFold(source, at, end))

const readDouble: ReadEscape = (source, at, end) => {
  if (source.charCodeAt(at) !== 92) return readFold(source, at, end)
  const letter = source.charAt(at + 1)
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  if (digits > 0) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16)
    return code >= 0 && code <= 0x10ffff ? { text: String.fromCodePoint(code), end: at + 2 + digits } : undefined
  }
  return { text: SHORT[letter] ?? letter, end: at + 2 }
}

function escapeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function escapeSingle(text: string): string | undefined {
  return /[\r\n]/u.test(text) ? undefined : text.replace(/'/gu, "''")
}

/** A plain scalar takes no text that would end it or make it something else. */
function escapePlain(text: string): string | undefined {
  return /[\r\n]|: |:$| #|^[\s\-?:,[\]{}#&*!|>%@`"'~.\d]|\s$/u.test(text) ? undefined : text
}

function escapeNever(): undefined {}

function sentence(message: string): string {
  const line = message.split(/[\r\n]/u)[0]!.replace(/[.:\s]+$/u, '')
  return line.charAt(0).toLowerCase() + line.slice(1)
}
