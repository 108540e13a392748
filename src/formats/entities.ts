import { characterEntitiesLegacy } from 'character-entities-legacy'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { ReadEscape } from '../text/align.ts'

const LONGEST_NAME = 32

/** What HTML reads for the numbers of Windows-1252 that Unicode keeps for controls, from 128 on. */
const WINDOWS =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'
const legacy = new Set<string>(characterEntitiesLegacy)

/** `&amp;`, `&#8217;`, `&#x2019;`; in HTML also the old names without a semicolon, `&pound 5`. */
export const readHtmlEntity: ReadEscape = (source, at, end) => {
  if (source.charCodeAt(at) !== 38) return undefined
  return source.charCodeAt(at + 1) === 35 ? readNumeric(source, at, end, false) : readNamed(source, at, end, true)
}

/** Character references and backslash escapes as Markdown has them. */
export const readMarkdownEscape: ReadEscape = (source, at, end) => {
  const unit = source.charCodeAt(at)
  if (unit === 92) {
    const next = source.charCodeAt(at + 1)
    return at + 1 < end && isPunctuation(next) ? { text: source.charAt(at + 1), end: at + 2 } : undefined
  }
  if (unit !== 38) return undefined
  return source.charCodeAt(at + 1) === 35 ? readNumeric(source, at, end, true) : readNamed(source, at, end, false)
}

function readNumeric(source: string, at: number, end: number, markdown: boolean): { text: string; end: number } | undefined {
  const hexadecimal = (source.charCodeAt(at + 2) | 32) === 120
  const from = at + (hexadecimal ? 3 : 2)
  let to = from
  const limit = Math.min(end, from + (markdown ? (hexadecimal ? 6 : 7) : 12))
  while (to < limit && isDigit(source.charCodeAt(to), hexadecimal)) to++
  const closed = to < end && source.charCodeAt(to) === 59
  if (to === from || (markdown && !closed)) return undefined
  const code = Number.parseInt(source.slice(from, to), hexadecimal ? 16 : 10)
  return { text: markdown ? characterInMarkdown(code) : characterInHtml(code), end: closed ? to + 1 : to }
}

function characterInHtml(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD'
  return code >= 128 && code < 160 ? WINDOWS.charAt(code - 128) : String.fromCodePoint(code)
}

/** Markdown takes no controls and none of what Unicode calls no character. */
function characterInMarkdown(code: number): string {
  const control = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)
  const none = (code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0) || (code & 0xfffe) === 0xfffe || code > 0x10ffff
  return control || none ? '\uFFFD' : String.fromCodePoint(code)
}

function readNamed(source: string, at: number, end: number, old: boolean): { text: string; end: number } | undefined {
  let to = at + 1
  const limit = Math.min(end, to + LONGEST_NAME)
  while (to < limit && isNameUnit(source.charCodeAt(to))) to++
  if (to === at + 1) return undefined
  if (to < end && source.charCodeAt(to) === 59) {
    const text = decodeNamedCharacterReference(source.slice(at + 1, to))
    if (text) return { text, end: to + 1 }
  }
  if (!old) return undefined
  for (; to > at + 2; to--) {
    const name = source.slice(at + 1, to)
    if (!legacy.has(name)) continue
    const text = decodeNamedCharacterReference(name)
    return text ? { text, end: to } : undefined
  }
  return undefined
}

function isPunctuation(unit: number): boolean {
  return (unit > 32 && unit < 48) || (unit > 57 && unit < 65) || (unit > 90 && unit < 97) || (unit > 122 && unit < 127)
}

function isDigit(unit: number, hexadecimal: boolean): boolean {
  return (unit > 47 && unit < 58) || (hexadecimal && (unit | 32) > 96 && (unit | 32) < 103)
}

function isNameUnit(unit: number): boolean {
  return (unit > 47 && unit < 58) || ((unit | 32) > 96 && (unit | 32) < 123)
}
