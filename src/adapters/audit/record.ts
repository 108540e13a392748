import { isoDate } from '../../formats/meta.ts'
import { guessFormat, type Submission, type TextFormat } from '../submission.ts'
import type { About } from './result.ts'

/** What a value of a record is to the audit. */
export const PARTS = ['id', 'text', 'title', 'standfirst', 'author', 'date', 'section', 'url', 'format', 'kind'] as const
export type Part = (typeof PARTS)[number]

/** Where records hold each part: a path such as `body.html`. Parts left out are found by their usual names. */
export type FieldMap = Readonly<Partial<Record<Part, string>>>

const USUAL: Readonly<Record<Part, readonly string[]>> = {
  id: ['id', '_id', 'uid', 'uuid', 'guid', 'slug'],
  text: ['text', 'body', 'content', 'html', 'markdown', 'article', 'story'],
  title: ['title', 'headline'],
  standfirst: ['standfirst', 'subtitle', 'subheadline', 'dek', 'summary'],
  author: ['author', 'authors', 'byline'],
  date: ['date', 'published', 'publishedAt', 'published_at', 'datePublished', 'pubDate', 'pub_date'],
  section: ['section', 'category', 'desk', 'channel'],
  url: ['url', 'link', 'permalink', 'canonical'],
  format: ['format', 'contentFormat'],
  kind: ['kind', 'contentType', 'articleType'],
}

/** A record, taken apart. */
export interface Entry {
  readonly id: string | undefined
  readonly submission: Submission | undefined
  readonly kind: string | undefined
  readonly about: About
}

/**
 * Takes a record apart.
 * @param value a line of JSON Lines, parsed
 * @param format how texts are written where the record does not say; told by the text where nobody does
 */
export function entryOf(value: Readonly<Record<string, unknown>>, map: FieldMap, format: TextFormat | undefined): Entry {
  const at = (part: Part) => (map[part] !== undefined ? [map[part]] : USUAL[part]).map((path) => [path, textOf(valueAt(value, path))] as const).find(([, text]) => text)
  const part = (name: Part) => at(name)?.[1]
  const text = at('text')
  const title = at('title')
  const standfirst = at('standfirst')
  const date = part('date')
  const day = date && isoDate(date)
  const [author, section, url, kind] = [part('author'), part('section'), part('url'), part('kind')]
  const about = { ...(title ? { title: title[1]! } : {}), ...(author ? { author } : {}), ...(day ? { date: day } : {}), ...(section ? { section } : {}), ...(url ? { url } : {}) }
  return { id: part('id'), kind, about, submission: text && submissionOf(text, title, standfirst, formatNamed(part('format')) ?? format) }
}

type Found = readonly [path: string, text: string | undefined]

function submissionOf([path, text = '']: Found, title: Found | undefined, standfirst: Found | undefined, format: TextFormat | undefined): Submission {
  const written = format ?? guessFormat(text)
  if (!title && !standfirst) return { text, format: written }
  const fields: Record<string, string> = {}
  const map: Record<string, { role: 'headline' | 'standfirst' | 'body'; format: TextFormat }> = {}
  for (const [found, role] of [[title, 'headline'], [standfirst, 'standfirst']] as const) {
    if (!found || found[0] === path) continue
    fields[found[0]] = found[1]!
    map[found[0]] = { role, format: 'plain' }
  }
  fields[path] = text
  map[path] = { role: 'body', format: written }
  return { fields, map }
}

function formatNamed(name: string | undefined): TextFormat | undefined {
  const plain = name?.toLowerCase().replace(/^text\//u, '')
  if (plain === 'md' || plain === 'markdown') return 'markdown'
  if (plain === 'html' || plain === 'mdx' || plain === 'plain') return plain
  return plain === 'txt' || plain === 'text' ? 'plain' : undefined
}

function valueAt(value: unknown, path: string): unknown {
  if (isRecord(value) && Object.hasOwn(value, path)) return value[path]
  let at = value
  for (const step of path.split('.')) {
    if (!(isRecord(at) || Array.isArray(at)) || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** A value as words: of a list its members, of a person or a section its name. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /\S/u.test(value) ? value : undefined
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((item) => (Array.isArray(item) ? undefined : textOf(item))).filter((text) => text !== undefined).join(', ') || undefined
  if (!isRecord(value)) return undefined
  // WordPress wraps its texts, ActivityPub and JSON feeds their people.
  const inner = value['rendered'] ?? value['name'] ?? value['title']
  return typeof inner === 'string' ? textOf(inner) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
