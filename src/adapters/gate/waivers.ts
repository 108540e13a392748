import { canonical, sha256, type NewRecord, type StoredRecord } from './chain.ts'
import type { Granted } from './judge.ts'
import { Refusal } from './refusal.ts'
import type { WaiverDecision, WaiverRequest } from './schema.ts'
import type { Store } from './store/store.ts'

/** A waiver somebody asked for, and what became of it. */
export interface WaiverCase {
  readonly id: string
  readonly request: WaiverRequest & { readonly who: string }
  readonly at: string
  readonly decision?: WaiverDecision & { readonly who: string; readonly at: string }
}

/** The waivers asked for one article, in order, each with its decision. */
export async function waiverCases(store: Store, article: string): Promise<WaiverCase[]> {
  const requests = await store.records({ kind: 'waiver-request', article })
  if (requests.length === 0) return []
  const decisions = new Map((await store.records({ kind: 'waiver-decision', article })).map((record) => [record.key, record]))
  return requests.filter(({ redacted }) => !redacted).map((record) => caseOf(record, decisions.get(decisionKey(record.key))))
}

/** The key under which a waiver is decided: once. */
export function decisionKey(waiver: string): string {
  return `decision:${waiver}`
}

function caseOf(record: StoredRecord, decided: StoredRecord | undefined): WaiverCase {
  const decision = decided && !decided.redacted ? { ...(decided.body as WaiverDecision & { who: string }), at: decided.at } : undefined
  return { id: record.key, request: record.body as WaiverCase['request'], at: record.at, ...(decision ? { decision } : {}) }
}

/**
 * What holds now for one text: approved, or asked for as an emergency and not refused; not run out; and for exactly this
 * text, so that an edit after the approval makes it stale.
 * @param now ISO 8601
 */
export function grantedNow(cases: readonly WaiverCase[], textHash: string, now: string): Granted[] {
  return cases.filter(({ request, decision }) => {
    const holds = decision ? decision.decision === 'approve' : request.emergency
    return holds && request.textHash === textHash && (request.until === undefined || Date.parse(request.until) > Date.parse(now))
  }).map(({ request, decision }) => ({
    rules: request.rules,
    who: decision?.who ?? request.who,
    reason: request.reason,
    ...(request.until ? { until: request.until } : {}),
  }))
}

/** Writes a record once, or refuses. */
export type Write = (record: NewRecord) => Promise<StoredRecord>

/** Records that somebody asks for a waiver; the record's key is the waiver's id. */
export function askWaiver(write: Write, asked: WaiverRequest, who: string, key: string, at: string): Promise<StoredRecord> {
  const body = { ...asked, who }
  const request = sha256(canonical(body))
  return write({ kind: 'waiver-request', key, request, article: `${asked.site}/${asked.article}`, author: who, verdict: asked.emergency ? 'emergency' : 'asked', at, body })
}

/**
 * Records what somebody decides on a waiver.
 * @throws Refusal where nobody asked for it, or where who asked may not decide
 */
export async function decideWaiver(store: Store, write: Write, id: string, decided: WaiverDecision, who: string, at: string, fourEyes: boolean): Promise<StoredRecord> {
  const asked = await store.find(id)
  if (asked?.kind !== 'waiver-request') throw new Refusal(404, 'no-waiver', 'nobody asked for this waiver')
  if (fourEyes && asked.author === who) throw new Refusal(403, 'four-eyes', 'who asks for a waiver may not decide on it')
  const body = { ...decided, who }
  return write({
    kind: 'waiver-decision', key: decisionKey(asked.key), request: sha256(canonical(body)), article: asked.article, author: who, verdict: decided.decision, at, body,
  })
}

/** Articles that went out as emergencies and that nobody has looked at yet, the newest two hundred. */
export async function emergencies(store: Store): Promise<WaiverCase[]> {
  const asked = await store.records({ kind: 'waiver-request', verdict: 'emergency', undecided: true, backwards: true, limit: 200 })
  return asked.filter(({ redacted }) => !redacted).map((record) => caseOf(record, undefined))
}
