import { Article } from '../article/article.ts'
import type { Block, Meta } from '../article/block.ts'
import { roleOfField } from '../formats/fields.ts'
import { read } from '../formats/read.ts'
import { Prose } from '../text/prose.ts'
import { Source } from '../text/source.ts'
import { shift, type Span } from '../text/span.ts'

/** How the text of an article or of one of its fields is written. */
export type TextFormat = 'markdown' | 'mdx' | 'html' | 'plain'

/** What a CMS hands in: one text, or the fields of its record. */
export type Submission =
  | { readonly text: string; readonly format: TextFormat }
  | {
      readonly fields: Readonly<Record<string, string>>
      /** Path of a field to what it is and how it is written; fields left out are told by their names. */
      readonly map?: Readonly<Record<string, { readonly role?: 'headline' | 'standfirst' | 'byline' | 'body' | undefined; readonly format?: TextFormat | undefined }>> | undefined
    }

/** Where a finding stands for a CMS: which of its fields, and where in it. */
export interface FieldPlace extends Span {
  /** `text`, or the path of a field. */
  readonly field: string
}

/** An article made of a submission, and the way back from its places to those of the fields. */
export interface Submitted {
  readonly article: Article
  /** The field a place lies in, with offsets that count in that field; undefined for a place across fields. */
  placeOf(span: Span): FieldPlace | undefined
}

const ENDING: Readonly<Record<TextFormat, string>> = { markdown: 'article.md', mdx: 'article.mdx', html: 'article.html', plain: 'article.txt' }

/**
 * Reads a submission. Fields are set one behind the other in a text of their own, so that every place is one number, and
 * `placeOf` takes it apart again.
 */
export function readSubmission(submission: Submission, meta: Partial<Meta> = {}): Submitted {
  if ('text' in submission) {
    const article = withMeta(read(submission.text, ENDING[submission.format]), meta)
    return { article, placeOf: (span) => ({ field: 'text', ...span }) }
  }
  const parts: { readonly field: string; readonly start: number; readonly text: string; readonly article: Article }[] = []
  const blocks: Block[] = []
  let whole = ''
  for (const [field, text] of Object.entries(submission.fields)) {
    const told = submission.map?.[field]
    const role = told?.role ?? roleOfField(field.slice(field.lastIndexOf('.') + 1))
    if (!role || !text.trim()) continue
    const start = whole.length
    const article = read(text, ENDING[told?.format ?? guessFormat(text)])
    const outer = Prose.verbatim(text, start)
    for (const block of article.blocks) {
      const moved = { ...block, prose: block.prose.through(outer), span: shift(block.span, start) }
      blocks.push(role === 'body' ? moved : { ...moved, kind: 'field', field: role })
    }
    parts.push({ field, start, text, article })
    whole += `${text}\n\n`
  }
  const partAt = (span: Span) => parts.find((part) => part.start <= span.start && span.end <= part.start + part.text.length)
  const moved = <T extends { readonly span: Span }>(pick: (article: Article) => readonly T[]) =>
    parts.flatMap((part) => pick(part.article).map((item) => ({ ...item, span: shift(item.span, part.start) })))
  const body = parts.at(-1)
  const article = new Article(new Source(whole), {
    blocks,
    comments: moved((a) => a.comments),
    notices: moved((a) => a.notices),
    meta: { ...Object.assign({}, ...parts.map((part) => part.article.meta)), ...meta },
    layout: {
      paragraphAfter(end, words) {
        const part = parts.find((p) => p.start <= end && end <= p.start + p.text.length) ?? body!
        const edit = part.article.layout.paragraphAfter(end - part.start, words)
        return { ...edit, span: shift(edit.span, part.start) }
      },
    },
  })
  return {
    article,
    placeOf(span) {
      const part = partAt(span)
      return part && { field: part.field, ...shift(span, -part.start) }
    },
  }
}

function withMeta(article: Article, meta: Partial<Meta>): Article {
  if (Object.keys(meta).length === 0) return article
  const { source, blocks, comments, layout, notices } = article
  return new Article(source, { blocks, comments, layout, notices, meta: { ...article.meta, ...meta } })
}

/** What a field is written in, where nobody says: markup that opens and closes is HTML, the rest Markdown. */
export function guessFormat(text: string): TextFormat {
  return /<(?:p|div|h[1-6]|ul|ol|blockquote|figure|table|!-- wp:)[\s>]/iu.test(text) ? 'html' : 'markdown'
}
