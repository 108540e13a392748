import { link, type NewRecord, type RecordKind, type StoredRecord } from '../chain.ts'

/** Which records; every condition that is given must hold. */
export interface RecordQuery {
  readonly kind?: RecordKind
  readonly article?: string
  readonly author?: string
  readonly verdict?: string
  /** A rule with a finding in the record, silenced or not. */
  readonly rule?: string
  /** ISO 8601, inclusive. */
  readonly from?: string
  /** ISO 8601, exclusive. */
  readonly until?: string
  /** Only records behind this one. */
  readonly after?: number
  /** Only records before this one. */
  readonly before?: number
  /** Waivers that nobody has decided on. */
  readonly undecided?: boolean
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

/** A record on its way into the store. */
export interface Entry { readonly record: NewRecord; readonly desk?: Desk | undefined }

/** Verdicts of each day, and open findings of each rule, the most frequent first. */
export interface Summary {
  readonly days: readonly { readonly day: string; readonly [verdict: string]: string | number }[]
  readonly rules: readonly { readonly rule: string; readonly findings: number }[]
}

/**
 * Where records are kept: append-only, each linked to the one before. A promise that resolves means the record is on disk.
 * Both stores pass the same tests.
 */
export interface Store {
  /** Writes a record once: a known key with the same request gives the record that stands there. */
  append(record: NewRecord, desk?: Desk): Promise<Appended>
  find(key: string): Promise<StoredRecord | undefined>
  records(query?: RecordQuery): Promise<StoredRecord[]>
  summary(query?: RecordQuery): Promise<Summary>
  /** The last record, or undefined for an empty store. */
  last(): Promise<StoredRecord | undefined>
  /** The text of an article, as long as it waits. */
  held(article: string): Promise<HeldText | undefined>
  /** The verdicts that hold an article, the longest waiting first, and how many there are in all. */
  waiting(limit: number): Promise<{ readonly records: StoredRecord[]; readonly total: number }>
  /** Takes the bodies of records and held texts from before a time away; digests stay, so that the chain can still be checked. Gives how many. */
  redact(before: string): Promise<number>
  close(): Promise<void>
}

/** A step of the tables' history: the same for both databases, or one text for each. */
export type Migration = string | { readonly sqlite: string; readonly postgres: string }

/** The statements that make the tables, in the order of their introduction; a store remembers how many it has run. */
export const MIGRATIONS: readonly Migration[] = [
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
  // Which rules found something in which record: kept with the body, and goes with it.
  'CREATE TABLE found (rule TEXT NOT NULL, seq BIGINT NOT NULL, open INTEGER NOT NULL, PRIMARY KEY (rule, seq))',
  'CREATE INDEX found_seq ON found (seq)',
  {
    sqlite: `INSERT INTO found (rule, seq, open)
      SELECT json_extract(f.value, '$.rule'), records.seq, SUM(json_extract(f.value, '$.silenced') IS NULL)
      FROM records, json_each(records.body, '$.findings') f GROUP BY 1, 2`,
    postgres: `INSERT INTO found (rule, seq, open)
      SELECT f->>'rule', records.seq, SUM(CASE WHEN f->'silenced' IS NULL THEN 1 ELSE 0 END)
      FROM records, json_array_elements(records.body::json->'findings') f GROUP BY 1, 2`,
  },
  'CREATE INDEX records_day ON records (kind, at, verdict)',
  'CREATE INDEX records_author ON records (author, seq)',
]

/** Writes the nth placeholder of a statement, counted from 1. */
export type Mark = (n: number) => string

/** What reads and lets go held texts. */
export const HELD = {
  one: (mark: Mark) => `SELECT article, seq, at, submission FROM held WHERE article = ${mark(1)}`,
  count: 'SELECT COUNT(*) AS total FROM held',
  drop: (mark: Mark) => `DELETE FROM held WHERE article = ${mark(1)}`,
  keep: (mark: Mark) => `INSERT INTO held (article, seq, at, submission) VALUES (${[1, 2, 3, 4].map(mark).join(', ')})`,
  expire: (mark: Mark) => `DELETE FROM held WHERE at < ${mark(1)}`,
} as const

/** Takes bodies away, and what was taken from them. */
export const REDACT = {
  found: (mark: Mark) => `DELETE FROM found WHERE seq IN (SELECT seq FROM records WHERE at < ${mark(1)} AND body IS NOT NULL)`,
  bodies: (mark: Mark) => `UPDATE records SET body = NULL WHERE at < ${mark(1)} AND body IS NOT NULL`,
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

/** What a group of entries writes. */
export interface Placed {
  /** What becomes of each entry, in order. */
  readonly results: readonly Appended[]
  /** The records that are new, in the order of the chain. */
  readonly fresh: readonly StoredRecord[]
  /** Rows of `found`: rule, record, open findings. */
  readonly found: readonly (readonly [rule: string, seq: number, open: number])[]
  /** Per article the row of its held text, or that it waits no longer. */
  readonly desk: ReadonlyMap<string, readonly [article: string, seq: number, at: string, submission: string] | 'release'>
}

/**
 * Puts entries in their places behind the last record.
 * @param known the records that stand under their keys already
 */
export function place(entries: readonly Entry[], known: ReadonlyMap<string, StoredRecord>, last: Pick<StoredRecord, 'seq' | 'hash'> | undefined): Placed {
  const [fresh, found, desks, all] = [[] as StoredRecord[], [] as Placed['found'][number][], new Map<string, readonly [string, number, string, string] | 'release'>(), new Map(known)]
  const results = entries.map(({ record, desk }): Appended => {
    const standing = all.get(record.key)
    if (standing) return { status: standing.request === record.request ? 'known' : 'conflict', record: standing }
    const linked = link(record, fresh.at(-1) ?? last)
    all.set(record.key, linked)
    fresh.push(linked)
    for (const [rule, open] of openFindings(linked.body)) found.push([rule, linked.seq, open])
    if (desk) desks.set(linked.article, desk === 'release' ? desk : [linked.article, linked.seq, linked.at, JSON.stringify(desk.hold)])
    return { status: 'written', record: linked }
  })
  return { results, fresh, found, desk: desks }
}

function openFindings(body: unknown): Map<string, number> {
  const counts = new Map<string, number>()
  const { findings } = (body ?? {}) as { findings?: readonly { readonly rule: string; readonly silenced?: object }[] }
  for (const { rule, silenced } of findings ?? []) counts.set(rule, (counts.get(rule) ?? 0) + (silenced ? 0 : 1))
  return counts
}

/** The conditions of a query as SQL; `mark` writes the nth placeholder. */
function where(query: RecordQuery, mark: Mark): { readonly sql: string; readonly values: (string | number)[] } {
  const values: (string | number)[] = []
  const conditions = ([
    ['kind', '=', query.kind], ['article', '=', query.article], ['author', '=', query.author], ['verdict', '=', query.verdict],
    ['at', '>=', query.from], ['at', '<', query.until], ['seq', '>', query.after], ['seq', '<', query.before],
  ] as const).flatMap(([column, operator, value]) => {
    if (value === undefined) return []
    values.push(value)
    return [`records.${column} ${operator} ${mark(values.length)}`]
  })
  if (query.rule !== undefined) {
    values.push(query.rule)
    conditions.push(`records.seq IN (SELECT seq FROM found WHERE rule = ${mark(values.length)})`)
  }
  // The key under which a waiver is decided (see waivers.ts).
  if (query.undecided) conditions.push("NOT EXISTS (SELECT 1 FROM records decided WHERE decided.key = 'decision:' || records.key)")
  return { sql: conditions.length ? ` WHERE ${conditions.join(' AND ')}` : '', values }
}

/** A query as SQL. */
export function selectOf(query: RecordQuery, mark: Mark): { readonly sql: string; readonly values: (string | number)[] } {
  const { sql, values } = where(query, mark)
  const limit = query.limit === undefined ? '' : ` LIMIT ${Math.max(0, Math.trunc(query.limit))}`
  return { sql: `SELECT ${COLUMNS.join(', ')} FROM records${sql} ORDER BY seq${query.backwards ? ' DESC' : ''}${limit}`, values }
}

/** The numbers over a query as SQL: by day and verdict, and by rule. */
export function countsOf(query: RecordQuery, mark: Mark): { readonly days: string; readonly rules: string; readonly values: (string | number)[] } {
  const { sql, values } = where(query, mark)
  return {
    days: `SELECT substr(at, 1, 10) AS day, verdict, COUNT(*) AS count FROM records${sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    rules: `SELECT found.rule AS rule, SUM(found.open) AS count FROM found JOIN records ON records.seq = found.seq${sql} GROUP BY 1 HAVING SUM(found.open) > 0 ORDER BY 2 DESC, 1`,
    values,
  }
}

type Count = string | number | bigint

/** The numbers in the rows of `countsOf`. */
export function summaryOf(days: readonly { readonly day: string; readonly verdict: string; readonly count: Count }[], rules: readonly { readonly rule: string; readonly count: Count }[]): Summary {
  const byDay = new Map<string, Record<string, number>>()
  for (const { day, verdict, count } of days) {
    const counts = byDay.get(day) ?? { pass: 0, warn: 0, hold: 0, reject: 0 }
    counts[verdict] = Number(count)
    byDay.set(day, counts)
  }
  return { days: [...byDay].map(([day, counts]) => ({ day, ...counts })), rules: rules.map(({ rule, count }) => ({ rule, findings: Number(count) })) }
}
