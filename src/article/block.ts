import type { Edit } from '../text/edit.ts'
import type { Prose } from '../text/prose.ts'
import type { Span } from '../text/span.ts'

/** What a format says a block is; what it is *to the story* is its role. */
export type BlockKind = 'heading' | 'paragraph' | 'quote' | 'item' | 'cell' | 'caption' | 'note' | 'field'

/** Inline markup over a stretch of a block's prose. */
export interface Mark {
  readonly kind: 'link' | 'emphasis' | 'strong' | 'code' | 'struck' | 'hidden' | 'noteref'
  readonly from: number
  readonly to: number
  /** Of a link. */
  readonly url?: string
  /** Of a reference to a footnote: the label its note carries. */
  readonly label?: string
}

/** Where a cell stands; rows and columns count from 0. */
export interface CellPlace {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly head: boolean
}

/** One block of readable text, as a format hands it over, in reading order. */
export interface Block {
  readonly kind: BlockKind
  /** Of a heading: 1 to 6. Of a list item: how deep, from 1. */
  readonly depth?: number
  /**
   * Of a CMS field or front-matter key: what it is to the story, whatever its name there:
   * `headline`, `standfirst`, `byline`, `disclosure`, `caption` or `body`.
   */
  readonly field?: string
  /** Of a cell. */
  readonly cell?: CellPlace
  /** Of a footnote: its label. */
  readonly label?: string
  /** Markup names that say whose words these are: HTML classes, ids and element names, in lower case. */
  readonly hints?: readonly string[]
  /** Whether it stands in a block quotation, whatever its kind. */
  readonly quoted?: boolean
  /** Number of the group (list, table, block quotation) it belongs to; blocks of one group share it. */
  readonly group?: number
  readonly prose: Prose
  /** The whole block in the source, markup included. */
  readonly span: Span
  readonly marks: readonly Mark[]
}

/** A comment that readers of the page do not see; waivers live in these. */
export interface Comment {
  /** What stands between the comment's markers, trimmed. */
  readonly text: string
  readonly span: Span
}

/** A calendar day, `2026-11-22`. */
export type IsoDate = string

/** What front matter or CMS fields say about the article. */
export interface Meta {
  readonly title?: string
  readonly author?: string
  readonly published?: IsoDate
  readonly updated?: IsoDate
  readonly kind?: string
  readonly sponsor?: string
  readonly interests?: string
  /** Facts the author attests, by disclosure element: `{ holdings: 'none' }`. */
  readonly attests?: Readonly<Record<string, string | boolean>>
  /** Everything else, as it was read. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** How new text is written in this article's format. Every member gives source text. */
export interface Layout {
  /** A new paragraph after a block that ends at `end`. */
  paragraphAfter(end: number, text: string): Edit
  /** A comment that is not shown to readers, on its own line before `start`; undefined where the format has none. */
  commentBefore?(start: number, text: string): Edit
}

/** What a format reads out of a text. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
  readonly meta: Meta
  readonly layout: Layout
  /** What the reader had to do otherwise than asked, such as judging a hostile text as plain: said in a finding. */
  readonly notices: readonly { readonly message: string; readonly span: Span }[]
}

/** What a field is to the story, whatever a CMS calls it. */
export type FieldRole = 'headline' | 'standfirst' | 'byline' | 'disclosure' | 'caption' | 'body'

/** What fields are to the story where a newsroom has names of its own: `{ kicker: 'standfirst' }`. */
export type FieldMap = Readonly<Record<string, FieldRole>>

/** A format of one's own: what its files are called, and how their text becomes blocks. */
export interface OwnFormat {
  /** With the dot: `['.wire']`. One that is built in is taken over. */
  readonly extensions: readonly string[]
  /** One article, or each of several a file holds. Where it throws, the text is judged as plain and a finding says so. */
  read(text: string): Reading | readonly Reading[]
}
