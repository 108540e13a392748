import type { ProseBuilder } from './prose.ts'

/** Reads the escape that begins at `at`: what it stands for and where it ends, or undefined where there is none. */
export type ReadEscape = (source: string, at: number, end: number) => { readonly text: string; readonly end: number } | undefined

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const QUOTE_MARKER = 62

/**
 * Writes a decoded text to the builder with its places in the source, walking both side by side: escapes are undone,
 * line breaks become `\n`, and what a container puts before a continued line (`> `, indentation) is passed over.
 * Where the two cannot be brought together, the rest of the value stands for the rest of the slice, not verbatim.
 * @returns where in the source the value ends
 */
export function align(prose: ProseBuilder, source: string, from: number, to: number, value: string, readEscape: ReadEscape): number {
  let at = from
  let index = 0
  let pending = from
  const flush = () => {
    if (at > pending) prose.verbatim(source.slice(pending, at), pending)
  }
  while (index < value.length) {
    const unit = value.charCodeAt(index)
    if (unit === LF || unit === CR) {
      const [lineEnd, next] = lineBreak(source, at, to)
      if (next === undefined) break
      flush()
      index += unit === CR && value.charCodeAt(index + 1) === LF ? 2 : 1
      if (next - lineEnd === 1 && lineEnd === at && source.charCodeAt(at) === LF) prose.verbatim('\n', at)
      else prose.decoded('\n', at, next)
      at = pending = afterPrefix(source, next, to, value, index)
      continue
    }
    if (at >= to) break
    const found = source.charCodeAt(at)
    if (found === 92 || found === 38 || found === 0 || found !== unit) {
      const escape = readEscape(source, at, to)
      if (escape && escape.text && value.startsWith(escape.text, index)) {
        flush()
        prose.decoded(escape.text, at, escape.end)
        at = pending = escape.end
        index += escape.text.length
        continue
      }
      if (found !== unit) {
        if (found === 0 && unit === 0xfffd) {
          flush()
          prose.decoded('\uFFFD', at, at + 1)
          at = pending = at + 1
          index++
          continue
        }
        break
      }
    }
    at++
    index++
  }
  flush()
  if (index < value.length) {
    prose.decoded(value.slice(index).replace(/\r\n?/g, '\n'), at, Math.max(at, to))
    return Math.max(at, to)
  }
  return at
}

/** Blanks, then a line break: where the break begins and where the next line does. */
function lineBreak(source: string, at: number, to: number): [lineEnd: number, next: number | undefined] {
  let end = at
  while (end < to && isBlank(source.charCodeAt(end))) end++
  const unit = source.charCodeAt(end)
  if (end >= to || (unit !== LF && unit !== CR)) return [end, undefined]
  return [end, unit === CR && source.charCodeAt(end + 1) === LF ? end + 2 : end + 1]
}

/** Past indentation and quotation markers; markers that the value has itself are its own. */
function afterPrefix(source: string, at: number, to: number, value: string, index: number): number {
  let own = 0
  for (let i = index; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    if (unit === QUOTE_MARKER) own++
    else if (!isBlank(unit)) break
  }
  let markers = 0
  let end = at
  for (; end < to; end++) {
    const unit = source.charCodeAt(end)
    if (unit === QUOTE_MARKER) markers++
    else if (!isBlank(unit)) break
  }
  for (let left = markers - own; left > 0; at++) if (source.charCodeAt(at) === QUOTE_MARKER) left--
  if (value.charCodeAt(index) !== SPACE && value.charCodeAt(index) !== TAB) while (at < to && isBlank(source.charCodeAt(at))) at++
  return at
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB
}
