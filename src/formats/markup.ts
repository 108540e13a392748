import type { Block, BlockKind, Mark } from '../article/block.ts'
import type { BlockWriter, OpenMark } from './block-writer.ts'
import { readHtmlEntity } from './entities.ts'
import { readTags, type Attributes, type TagHandler } from './tags.ts'

/** An element that is open, and what it makes of the words in it. */
interface Frame {
  readonly name: string
  readonly start: number
  /** End of its start tag. */
  readonly inner: number
  readonly mark: OpenMark | undefined
  readonly place: Place
}

/** What a block takes over from the elements around it. */
export interface Place {
  readonly kind: BlockKind
  readonly depth: number | undefined
  readonly listDepth: number
  readonly group: number | undefined
  readonly quoted: boolean
  readonly hidden: boolean
  readonly skipped: boolean
  readonly hints: readonly string[]
  readonly id: string | undefined
  readonly table: Table | undefined
}

interface Table {
  readonly number: number
  row: number
  column: number
  head: boolean
}

const OUTSIDE: Place = {
  kind: 'paragraph', depth: undefined, listDepth: 0, group: undefined, quoted: false, hidden: false, skipped: false, hints: [], id: undefined,
  table: undefined,
}

const MARKS: Readonly<Record<string, Mark['kind']>> = {
  em: 'emphasis', i: 'emphasis', cite: 'emphasis', strong: 'strong', b: 'strong', code: 'code', kbd: 'code', samp: 'code', tt: 'code', s: 'struck',
  del: 'struck', strike: 'struck',
}
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
/** Elements whose words no reader sees as words of the story. */
const SKIPPED = new Set(['script', 'style', 'template', 'head', 'svg', 'math', 'object', 'canvas', 'audio', 'video', 'textarea', 'select', 'pre', 'datalist'])
/** Elements that begin and end a block. */
const BLOCKS = new Set(
  ('address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html ' +
    'iframe legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul').split(' '),
)
/** Element names that say whose words these are. */
const TELLING = new Set(['aside', 'nav', 'footer', 'header', 'figure', 'iframe', 'form', 'blockquote', 'address', 'details', 'dialog', 'cite', 'noscript'])
/** What an opening tag closes, where its end tag was left out. */
const IMPLIES: Readonly<Record<string, readonly string[]>> = {
  li: ['li'], dt: ['dt', 'dd'], dd: ['dt', 'dd'], tr: ['tr', 'td', 'th'], td: ['td', 'th'], th: ['td', 'th'], option: ['option'],
}
const MOST_HINTS = 60
/** Elements that are open deeper than this are taken for their words alone. */
const MOST_OPEN = 500

/**
 * Makes blocks of HTML elements. Fed by a syntax tree or by the tags of a fragment; elements may stay open from one
 * fragment to the next, as they do in Markdown.
 */
export class MarkupWriter implements TagHandler {
  readonly #source: string
  readonly #out: BlockWriter
  readonly #frames: Frame[] = []
  /** Blanks that were read and are written once a word follows. */
  #space: { readonly start: number; readonly end: number } | undefined
  /** A line break that is written once a word follows; a second one right after it ends the block. */
  #break: { readonly start: number; readonly end: number } | undefined
  #first: number | undefined
  #last = 0
  #labels: Set<string> | undefined
  #ids: Map<Block, string> | undefined

  constructor(source: string, out: BlockWriter) {
    this.#source = source
    this.#out = out
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#frames.length
  }

  /** What a block at this place takes over. */
  get place(): Place {
    return this.#frames.at(-1)?.place ?? OUTSIDE
  }

  /** Reads a stretch of source as tags and text. */
  fragment(from: number, to: number): void {
    readTags(this.#source, from, to, this)
  }

  /** The words of a text node, which may lie about tags the parser threw away. */
  textNode(from: number, to: number): void {
    const tag = this.#source.indexOf('<', from)
    if (tag < 0 || tag >= to) this.text(from, to)
    else readTags(this.#source, from, to, { text: (a, b) => this.text(a, b), open: ignore, close: ignore, comment: ignore })
  }

  text(from: number, to: number): void {
    if (this.place.skipped) return
    const source = this.#source
    let at = from
    while (at < to) {
      const unit = source.charCodeAt(at)
      if (isBlank(unit)) {
        const start = at
        while (at < to && isBlank(source.charCodeAt(at))) at++
        this.#space ??= { start, end: at }
        continue
      }
      this.#writeSpace(at)
      const entity = unit === 38 ? readHtmlEntity(source, at, to) : undefined
      if (entity) {
        this.#out.prose.decoded(entity.text, at, entity.end)
        at = entity.end
      } else {
        const start = at++
        while (at < to && isWritten(source, at, to)) at++
        this.#out.prose.verbatim(source.slice(start, at), start)
      }
      this.#last = at
    }
  }

  open(name: string, attributes: Attributes, start: number, end: number, closed = false): void {
    if (name === 'br') {
      if (!this.place.skipped) this.#lineBreak(start, end)
      return
    }
    for (const other of IMPLIES[name] ?? []) this.#closeImplied(other, start)
    if (BLOCKS.has(name)) {
      this.#closeParagraph(start)
      this.flush(start)
    }
    if (VOID.has(name) || (closed && !BLOCKS.has(name)) || this.#frames.length >= MOST_OPEN) return
    const place = this.#placeOf(name, attributes)
    const kind = place.skipped ? undefined : name === 'a' && attributes['href'] ? 'link' : (MARKS[name] ?? (place.hidden && !this.place.hidden ? 'hidden' : undefined))
    if (kind && (this.#space || this.#break) && this.#out.prose.length > 0) this.#writeSpace(start)
    const mark = kind ? this.#out.open(kind, kind === 'link' ? decode(attributes['href']!) : undefined) : undefined
    this.#frames.push({ name, start, inner: end, mark, place })
  }

  close(name: string, start: number, end: number): void {
    let index = this.#frames.length - 1
    const lowest = BLOCKS.has(name) ? 0 : Math.max(0, index - 20)
    while (index >= lowest && this.#frames[index]!.name !== name) index--
    if (index < lowest) return
    while (this.#frames.length > index + 1) this.#pop(start)
    this.#pop(end)
  }

  comment(from: number, to: number, start: number, end: number): void {
    this.#out.comment(this.#source.slice(from, to), start, end)
  }

  /** A piece of the source that stands for other words than its own. */
  opaque(words: string, start: number, end: number): void {
    if (this.place.skipped || !words) return
    this.#writeSpace(start)
    this.#out.prose.decoded(words, start, end)
    this.#last = end
  }

  /** A comment in a notation that is not HTML's. */
  note(text: string, start: number, end: number): void {
    this.#out.comment(text, start, end)
  }

  /** A comment in a syntax tree, which may be unclosed, or no more than a tag the parser takes for one. */
  commentNode(start: number, end: number): void {
    if (!this.#source.startsWith('<!--', start)) return
    const close = this.#source.startsWith('-->', end - 3) && end - 3 >= start + 4 ? end - 3 : end
    this.comment(start + 4, close, start, end)
  }

  /** A reference to a footnote: its words are a label, not text. */
  noteref(label: string): void {
    ;(this.#labels ??= new Set()).add(label)
    this.#out.noteref(label)
  }

  /** Ends the block at hand, if there is one; the elements stay open. */
  flush(end: number): void {
    const frames = this.#frames
    for (const frame of frames) if (frame.mark) this.#out.close(frame.mark)
    this.#space = this.#break = undefined
    const first = this.#first
    this.#first = undefined
    for (let i = 0; i < frames.length; i++) {
      const { mark } = frames[i]!
      if (mark) frames[i] = { ...frames[i]!, mark: { ...mark, from: 0 } }
    }
    if (first === undefined) return
    const frame = frames.findLast((f) => BLOCKS.has(f.name))
    const whole = frame && this.#source.slice(frame.inner, first).trim() === ''
    const place = frame?.place ?? this.place
    const block = this.#out.finish({
      ...fieldsOf(place),
      span: { start: whole ? frame.start : first, end: whole ? Math.max(end, this.#last) : this.#last },
    })
    if (block && place.id) (this.#ids ??= new Map()).set(block, place.id)
  }

  /** Closes everything that is open. */
  end(at: number): void {
    while (this.#frames.length > 0) this.#pop(at)
    this.flush(at)
    const labels = this.#labels
    if (!labels || !this.#ids) return
    const blocks = this.#out.blocks
    for (const [block, id] of this.#ids) if (labels.has(id)) blocks[blocks.indexOf(block)] = { ...block, kind: 'note', label: id }
  }

  #pop(end: number): void {
    const frame = this.#frames.at(-1)!
    if (BLOCKS.has(frame.name)) this.flush(end)
    else if (frame.mark) this.#out.close(frame.mark)
    this.#frames.pop()
  }

  #closeImplied(name: string, at: number): void {
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const open = this.#frames[i]!.name
      if (open === name) {
        while (this.#frames.length > i) this.#pop(at)
        return
      }
      if (open === 'ul' || open === 'ol' || open === 'table' || open === 'dl') return
    }
  }

  #closeParagraph(at: number): void {
    for (let i = this.#frames.length - 1; i >= 0 && i > this.#frames.length - 20; i--) {
      const { name } = this.#frames[i]!
      if (name === 'p') {
        while (this.#frames.length > i) this.#pop(at)
        return
      }
      if (BLOCKS.has(name)) return
    }
  }

  #lineBreak(start: number, end: number): void {
    if (this.#first === undefined) return
    if (this.#break) this.flush(start)
    else this.#break = { start, end }
  }

  #writeSpace(next: number): void {
    const space = this.#space
    const line = this.#break
    this.#space = this.#break = undefined
    if (this.#first === undefined) this.#first = next
    else if (line) this.#out.prose.decoded('\n', line.start, line.end)
    else if (space) {
      if (space.end - space.start === 1 && this.#source.charCodeAt(space.start) === 32) this.#out.prose.verbatim(' ', space.start)
      else this.#out.prose.decoded(' ', space.start, space.end)
    }
  }

  #placeOf(name: string, attributes: Attributes): Place {
    const around = this.place
    const own = hintsOf(name, attributes)
    const hints = own.length > 0 && around.hints.length < MOST_HINTS ? [...around.hints, ...own] : around.hints
    const hidden = around.hidden || isHidden(attributes)
    const place = { ...around, hints, hidden, skipped: around.skipped || SKIPPED.has(name), id: attributes['id'] ?? around.id }
    switch (name) {
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        return { ...place, kind: 'heading', depth: Number(name.charAt(1)) }
      case 'ul': case 'ol': case 'menu': case 'dl':
        return { ...place, listDepth: around.listDepth + 1, group: this.#out.newGroup() }
      case 'li': case 'dt': case 'dd':
        return { ...place, kind: 'item', depth: Math.max(1, around.listDepth) }
      case 'blockquote':
        return { ...place, kind: 'quote', depth: undefined, quoted: true, group: around.quoted ? around.group : this.#out.newGroup() }
      case 'figcaption': case 'caption':
        return { ...place, kind: 'caption', depth: undefined }
      case 'table':
        return { ...place, table: { number: this.#out.newGroup(), row: -1, column: -1, head: false } }
      case 'tr':
        if (place.table) {
          place.table.row++
          place.table.column = -1
        }
        return place
      case 'td': case 'th':
        if (!place.table) return place
        place.table.column++
        place.table.head = name === 'th'
        return { ...place, kind: 'cell', depth: undefined, table: { ...place.table } }
      default:
        return place
    }
  }
}

/** What a place says of the blocks in it. */
export function fieldsOf(place: Place): Omit<Block, 'prose' | 'marks' | 'span'> {
  const { kind, depth, group, quoted, hints, table } = place
  return {
    kind,
    ...(depth === undefined ? {} : { depth }),
    ...(kind === 'cell' && table ? { cell: { table: table.number, row: Math.max(0, table.row), column: Math.max(0, table.column), head: table.head } } : {}),
    ...(kind === 'cell' && table ? { group: table.number } : group === undefined ? {} : { group }),
    ...(quoted ? { quoted } : {}),
    ...(hints.length > 0 ? { hints } : {}),
  }
}

function hintsOf(name: string, attributes: Attributes): string[] {
  const hints = TELLING.has(name) || name.includes('-') ? [name] : []
  for (const key of ['class', 'id', 'role', 'itemprop', 'itemtype', 'aria-label'] as const) {
    const value = attributes[key]
    if (value) for (const word of value.toLowerCase().split(/\s+/u)) if (word && hints.length < 40) hints.push(word)
  }
  return hints
}

function isHidden(attributes: Attributes): boolean {
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true
  const style = attributes['style']
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

function decode(value: string): string {
  return value.includes('&') ? value.replace(/&[#\w]{1,32};/gu, (entity) => readHtmlEntity(entity, 0, entity.length)?.text ?? entity) : value
}

/** Whether a code unit stands in the prose as it is: no entity, and of blanks only one space between words. */
function isWritten(source: string, at: number, to: number): boolean {
  const unit = source.charCodeAt(at)
  return unit === 32 ? at + 1 < to && !isBlank(source.charCodeAt(at + 1)) : unit !== 38 && !isBlank(unit)
}

function ignore(): void {}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12
}
