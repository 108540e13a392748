import { canonical, sha256 } from '../digest.ts'

export { canonical, sha256 }

/** What a record is about. */
export type RecordKind = 'verdict' | 'published' | 'waiver-request' | 'waiver-decision'

/** What is to be kept: found again by `key`, and by article, author and verdict. */
export interface NewRecord {
  readonly kind: RecordKind
  /** The same key is recorded once: a delivery's id, or a person's decision. */
  readonly key: string
  /** Digest of the request this answers; the same key with another digest is a conflict. */
  readonly request: string
  /** The article's name in its CMS: `site/id`. */
  readonly article: string
  readonly author: string
  readonly verdict: string
  /** When, ISO 8601 in UTC. */
  readonly at: string
  /** The record itself. */
  readonly body: unknown
}

/** A record in its place in the chain. */
export interface StoredRecord extends NewRecord {
  /** Counts from 1 without gaps. */
  readonly seq: number
  /** Hash of the record before; 64 zeros before the first. */
  readonly previous: string
  /** SHA-256 over `previous` and the record's digest, hex. */
  readonly hash: string
  /** SHA-256 over everything in the record but its place. It stays when retention takes the body away. */
  readonly digest: string
  /** Whether retention has taken the body away. */
  readonly redacted: boolean
}

/** What stands before the first record. */
export const GENESIS = '0'.repeat(64)

/** The digest of a record: over all of it, wherever it will stand. */
export function digestOf({ kind, key, request, article, author, verdict, at, body }: NewRecord): string {
  return sha256(canonical({ kind, key, request, article, author, verdict, at, body }))
}

/** Puts a record behind the last one. */
export function link(record: NewRecord, last: Pick<StoredRecord, 'seq' | 'hash'> | undefined): StoredRecord {
  const previous = last?.hash ?? GENESIS
  const digest = digestOf(record)
  return { ...record, seq: (last?.seq ?? 0) + 1, previous, digest, hash: sha256(`${previous}\n${digest}`), redacted: false }
}

/** What is wrong with a chain, the first fault; undefined for a sound one. */
export function faultIn(records: Iterable<StoredRecord>, first: { readonly seq: number; readonly previous: string } = { seq: 1, previous: GENESIS }): string | undefined {
  const check = chainChecker(first)
  for (const record of records) {
    const fault = check(record)
    if (fault) return fault
  }
  return undefined
}

/** The same, record by record, for chains too long to hold. */
export function chainChecker({ seq, previous } = { seq: 1, previous: GENESIS }): (record: StoredRecord) => string | undefined {
  return (record) => {
    if (record.seq !== seq) return `record ${seq} is missing: the next one is ${record.seq}`
    if (record.previous !== previous) return `record ${seq} does not follow the one before it`
    if (!record.redacted && digestOf(record) !== record.digest) return `record ${seq} was changed after it was written`
    if (sha256(`${record.previous}\n${record.digest}`) !== record.hash) return `record ${seq} has a hash that is not its own`
    seq++
    previous = record.hash
    return undefined
  }
}
