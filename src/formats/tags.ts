/** What is found in a stretch of HTML, in order; all places are offsets in the source. */
export interface TagHandler {
  text(from: number, to: number): void
  open(name: string, attributes: Attributes, start: number, end: number, closed: boolean): void
  close(name: string, start: number, end: number): void
  /** `from`–`to` is what stands between the markers. */
  comment(from: number, to: number, start: number, end: number): void
}

/** Attributes of a tag, names in lower case, values still escaped. */
export type Attributes = Readonly<Record<string, string>>

/** Longer tags are taken for text: nobody writes them, and each is looked through once more. */
const LONGEST_TAG = 20_000
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes'])
const NO_ATTRIBUTES: Attributes = Object.freeze({})

/** Reads the tags of a stretch of HTML in one pass. What is no tag is text. Content of scripts and styles is left out. */
export function readTags(source: string, from: number, to: number, on: TagHandler): void {
  let at = from
  let text = from
  let noComment = false
  const flush = (end: number) => {
    if (end > text) on.text(text, end)
  }
  while (at < to) {
    at = source.indexOf('<', at)
    if (at < 0 || at >= to) break
    const next = source.charCodeAt(at + 1)
    if (next === 33 || next === 63) {
      const isComment = source.startsWith('<!--', at)
      if (isComment && noComment) {
        at += 4
        continue
      }
      const close = isComment ? source.indexOf('-->', at + 4) : source.indexOf('>', at + 2)
      if (close < 0 || close >= to) {
        if (!isComment) break
        noComment = true
        continue
      }
      flush(at)
      const end = close + (isComment ? 3 : 1)
      if (isComment) on.comment(at + 4, close, at, end)
      at = text = end
      continue
    }
    const closing = next === 47
    const nameStart = at + (closing ? 2 : 1)
    let nameEnd = nameStart
    if (isLetter(source.charCodeAt(nameStart))) while (nameEnd < to && isNameUnit(source.charCodeAt(nameEnd))) nameEnd++
    const close = nameEnd === nameStart ? -1 : tagEnd(source, nameEnd, Math.min(to, at + LONGEST_TAG))
    if (close < 0) {
      at++
      continue
    }
    const name = source.slice(nameStart, nameEnd).toLowerCase()
    flush(at)
    const end = close + 1
    if (closing) on.close(name, at, end)
    else {
      const closed = source.charCodeAt(close - 1) === 47
      on.open(name, close > nameEnd ? readAttributes(source.slice(nameEnd, close)) : NO_ATTRIBUTES, at, end, closed)
      if (RAW.has(name) && !closed) {
        const raw = endOfRaw(source, end, to, name)
        at = text = raw
        continue
      }
    }
    at = text = end
  }
  flush(to)
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/gu

function readAttributes(text: string): Attributes {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes[name!.toLowerCase()] ??= double ?? single ?? bare ?? ''
  }
  return attributes
}

/** Where the tag's `>` stands, quoted values passed over; -1 where it has none before `limit`. */
function tagEnd(source: string, at: number, limit: number): number {
  let quote = 0
  for (; at < limit; at++) {
    const unit = source.charCodeAt(at)
    if (quote) {
      if (unit === quote) quote = 0
    } else if (unit === 62) return at
    else if (unit === 60) return -1
    else if ((unit === 34 || unit === 39) && source.charCodeAt(at - 1) === 61) quote = unit
  }
  return -1
}

function endOfRaw(source: string, at: number, to: number, name: string): number {
  for (let i = source.indexOf('</', at); i >= 0 && i < to; i = source.indexOf('</', i + 2)) {
    if (source.slice(i + 2, i + 2 + name.length).toLowerCase() === name) return i
  }
  return to
}

function isLetter(unit: number): boolean {
  return (unit | 32) > 96 && (unit | 32) < 123
}

function isNameUnit(unit: number): boolean {
  return isLetter(unit) || (unit > 47 && unit < 58) || unit === 45 || unit === 58 || unit === 95
}
