import type { NewRecord, RecordKind, StoredRecord } from '../chain.ts'

/** Which records; every condition that is given must hold. */
export interface RecordQuery {
  readonly kind?: RecordKind
  readonly article?: string
  readonly author?: string
  readonly verdict?: string
  /** ISO 8601, inclusive. */
  readonly from?: string
  /** ISO 8601, exclusive. */
  readonly until?: string
  /** Only records behind this one. */
  readonly after?: number
  readonly limit?: number
  /** Last first. */
  readonly backwards?: boolean
}

/** What became of a record that was to be written. */
export type Appended =
  | { readonly status: 'written' | 'known'; readonly record: StoredRecord }
  /** The key is taken by another request. */
  | { readonly status: 'conflict'; readonly record: StoredRecord }

/** The text of an article that waits for a person: kept only as long as it waits, beside the chain and not in it. */
export interface HeldText {
  /** The article's name, `site/id`. */
  readonly article: string
  /** The record of the verdict that holds it. */
  readonly seq: number
  readonly at: string
  /** What was handed in. */
  readonly submission: unknown
}

/** What becomes of a held text with a record: it is kept, or let go because the article waits no longer. */
export type Desk = { readonly hold: unknown } | 'release'

/**
 * Where records are kept: append-only, each linked to the one before. A promise that resolves means the record is on disk.
 * Both stores pass the same tests.
 */
export interface Store {
  /** Writes a record once: a known key with the same request gives the record that stands there. */
  append(record: NewRecord, desk?: Desk): Promise<Appended>
  find(key: string): Promise<StoredRecord | undefined>
  records(query?: RecordQuery): Promise<StoredRecord[]>
  /** The last record, or undefined for an empty store. */
  last(): Promise<StoredRecord | undefined>
  /** The articles that wait, the longest waiting first; their texts with them. */
  held(): Promise<HeldText[]>
  /** Takes the bodies of records and held texts from before a time away; digests stay, so that the chain can still be checked. Gives how many. */
  redact(before: string): Promise<number>
  close(): Promise<void>
}

/** The statements that make the tables, in the order of their introduction; a store remembers how many it has run. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE records (
    seq BIGINT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    request TEXT NOT NULL,
    article TEXT NOT NULL,
    author TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT
  )`,
  'CREATE INDEX records_article ON records (article, seq)',
  'CREATE INDEX records_kind ON records (kind, seq)',
  'CREATE INDEX records_at ON records (at)',
  'CREATE TABLE held (article TEXT PRIMARY KEY, seq BIGINT NOT NULL, at TEXT NOT NULL, submission TEXT NOT NULL)',
]

/** What keeps and lets go held texts, `mark` as in `selectOf`. */
export const HELD = {
  list: 'SELECT article, seq, at, submission FROM held ORDER BY seq',
  drop: (mark: (n: number) => string) => `DELETE FROM held WHERE article = ${mark(1)}`,
  keep: (mark: (n: number) => string) => `INSERT INTO held (article, seq, at, submission) VALUES (${[1, 2, 3, 4].map(mark).join(', ')})`,
  expire: (mark: (n: number) => string) => `DELETE FROM held WHERE at < ${mark(1)}`,
} as const

export interface HeldRow { readonly article: string; readonly seq: string | number | bigint; readonly at: string; readonly submission: string }

export function heldOf({ article, seq, at, submission }: HeldRow): HeldText {
  return { article, seq: Number(seq), at, submission: JSON.parse(submission) }
}

export const COLUMNS = ['seq', 'key', 'kind', 'request', 'article', 'author', 'verdict', 'at', 'previous', 'digest', 'hash', 'body'] as const

/** A row as both databases give it. */
export type Row = { readonly [Column in (typeof COLUMNS)[number]]: string | number | bigint | null }

/** The record in a row. */
export function recordOf(row: Row): StoredRecord {
  const text = (column: keyof Row) => String(row[column])
  return {
    seq: Number(row.seq), key: text('key'), kind: text('kind') as RecordKind, request: text('request'), article: text('article'), author: text('author'),
    verdict: text('verdict'), at: text('at'), previous: text('previous'), digest: text('digest'), hash: text('hash'),
    body: row.body === null ? null : JSON.parse(text('body')), redacted: row.body === null,
  }
}

/** The values of a record's row, in the order of `COLUMNS`. */
export function rowOf(record: StoredRecord): (string | number)[] {
  const { seq, key, kind, request, article, author, verdict, at, previous, digest, hash, body } = record
  return [seq, key, kind, request, article, author, verdict, at, previous, digest, hash, JSON.stringify(body)]
}

/** A query as SQL; `mark` writes the nth placeholder, counted from 1. */
export function selectOf(query: RecordQuery, mark: (n: number) => string): { readonly sql: string; readonly values: (string | number)[] } {
  const values: (string | number)[] = []
  const conditions = ([
    ['kind', '=', query.kind], ['article', '=', query.article], ['author', '=', query.author], ['verdict', '=', query.verdict],
    ['at', '>=', query.from], ['at', '<', query.until], ['seq', '>', query.after],
  ] as const).flatMap(([column, operator, value]) => {
    if (value === undefined) return []
    values.push(value)
    return [`${column} ${operator} ${mark(values.length)}`]
  })
  const where = conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''
  const limit = query.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.trunc(query.limit))}`
  return { sql: `SELECT ${COLUMNS.join(', ')} FROM records${where} ORDER BY seq${query.backwards ? ' DESC' : ''}${limit}`, values }
}
