import type { Block, FieldRole, Meta } from '../article/block.ts'
import type { Prose } from '../text/prose.ts'
import type { Span } from '../text/span.ts'
import { isoDate } from './meta.ts'

/** One named value of front matter or of a CMS record. */
export interface FieldEntry {
  readonly key: string
  readonly value: unknown
  /** Of a text: its words, and where key and value stand. */
  readonly prose?: Prose
  readonly span?: Span
}

const ROLES: Readonly<Record<string, FieldRole>> = {
  title: 'headline', headline: 'headline', hed: 'headline', heading: 'headline',
  standfirst: 'standfirst', description: 'standfirst', subtitle: 'standfirst', subheadline: 'standfirst', subhead: 'standfirst', dek: 'standfirst',
  deck: 'standfirst', summary: 'standfirst', excerpt: 'standfirst', abstract: 'standfirst', lede: 'standfirst', intro: 'standfirst', teaser: 'standfirst',
  byline: 'byline',
  disclosure: 'disclosure', disclosures: 'disclosure', disclaimer: 'disclosure', disclaimers: 'disclosure',
  caption: 'caption', captions: 'caption', imagecaption: 'caption',
  body: 'body', content: 'body', text: 'body', article: 'body', articlebody: 'body', story: 'body', html: 'body', markdown: 'body', copy: 'body',
}

/** A key as it is compared: `Sponsored-By` and `sponsoredBy` are the same. */
function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/gu, '')
}

/** What a field of this name is to the story, if that is known. */
export function roleOfField(key: string): FieldRole | undefined {
  return Object.hasOwn(ROLES, plainKey(key)) ? ROLES[plainKey(key)] : undefined
}

/** Blocks of the front matter's fields that readers see; a body is none of them. */
export function fieldBlocks(entries: readonly FieldEntry[]): Block[] {
  const blocks: Block[] = []
  for (const { key, prose, span } of entries) {
    const role = roleOfField(key)
    if (!role || role === 'body' || !prose || !span || !/\S/u.test(prose.text)) continue
    blocks.push({ kind: 'field', field: role, prose, span, marks: [] })
  }
  return blocks
}

/** What named values say about the article. Unknown ones are kept under `fields`. */
export function metaOf(entries: readonly FieldEntry[]): Meta {
  const meta: { -readonly [Key in keyof Meta]: Meta[Key] } = {}
  const fields: Record<string, unknown> = {}
  for (const { key, value } of entries) {
    Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true })
    const text = textOf(value)
    switch (plainKey(key)) {
      case 'title': case 'headline':
        if (text) meta.title ??= text
        break
      case 'author': case 'authors': case 'byline': case 'by':
        if (text) meta.author ??= text
        break
      case 'date': case 'published': case 'publisheddate': case 'publishdate': case 'publishedat': case 'datepublished': case 'pubdate': {
        const day = text && isoDate(text)
        if (day) meta.published ??= day
        break
      }
      case 'updated': case 'lastmod': case 'modified': case 'updatedat': case 'datemodified': case 'lastupdated': {
        const day = text && isoDate(text)
        if (day) meta.updated ??= day
        break
      }
      case 'kind': case 'contenttype': case 'articletype': case 'type':
        if (text) meta.kind ??= text
        break
      case 'sponsor': case 'sponsoredby': case 'paidby': case 'partner':
        if (text) meta.sponsor ??= text
        break
      case 'interests':
        if (text) meta.interests ??= text
        break
      case 'attests':
        if (isRecord(value)) meta.attests ??= attestsOf(value)
    }
  }
  if (entries.length > 0) meta.fields = fields
  return meta
}

function attestsOf(value: Record<string, unknown>): Record<string, string | boolean> {
  const attests: Record<string, string | boolean> = {}
  for (const [key, fact] of Object.entries(value)) if (typeof fact === 'string' || typeof fact === 'boolean') attests[key] = fact
  return attests
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) return value.map(textOf).filter((v) => v !== undefined).join(', ') || undefined
  if (isRecord(value)) return textOf(value['name'] ?? value['title'])
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
