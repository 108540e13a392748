import { Hono, type Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { parseBody, readBody } from './body.ts'
import { chainChecker, sha256, type NewRecord, type StoredRecord } from './chain.ts'
import { csvOf } from './export.ts'
import { textHashOf, type Judge } from './judge.ts'
import { openApi } from './openapi.ts'
import { createDesk } from './desk.ts'
import { Refusal } from './refusal.ts'
import { publishedRequest, verdictRequest, waiverDecision, waiverRequest, type VerdictAnswer, type VerdictRequest } from './schema.ts'
import { principalOf, type Keys, type Principal, type Scope } from './signature.ts'
import type { Desk, RecordQuery, Store } from './store/store.ts'
import { askWaiver, decideWaiver, grantedNow, waiverCases } from './waivers.ts'

/** Everything a gate needs from outside; nothing of it is looked up by the gate itself. */
export interface GateParts {
  readonly judge: Judge
  readonly store: Store
  readonly keys: Keys
  /** ISO 8601 in UTC. */
  readonly now: () => string
  readonly log: (event: { readonly level: 'info' | 'warn' | 'error'; readonly event: string } & Readonly<Record<string, unknown>>) => void
  readonly measure: (route: string, outcome: string, milliseconds: number) => void
  /** The metrics in Prometheus' text form. */
  readonly metrics: () => Promise<string>
  /** Largest body, in bytes. */
  readonly mostBytes: number
  /** Requests a sender may make in a minute. */
  readonly mostPerMinute: number
  /** Whether the person who asks for a waiver may not approve it. */
  readonly fourEyes: boolean
}

type Env = { Variables: { principal: Principal; body: string; id: string } }

/** The gate as a web standard application: requests in, responses out, no port of its own. */
export function createGate(parts: GateParts): Hono<Env> {
  const { judge, store, now } = parts
  const app = new Hono<Env>()
  const allow = limiter(parts.mostPerMinute)

  // The desk sets a policy of its own; everything else is data that no browser should show.
  app.use(secureHeaders({ referrerPolicy: 'same-origin' }))
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  })
  app.use('/v1/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.use(async (c, next) => {
    const id = /^[\w-]{1,100}$/u.exec(c.req.header('x-request-id') ?? '')?.[0] ?? crypto.randomUUID()
    c.set('id', id)
    c.header('x-request-id', id)
    const began = performance.now()
    await next()
    const took = performance.now() - began
    const route = c.req.routePath
    parts.measure(route, String(c.res.status), took)
    parts.log({ level: c.res.status >= 500 ? 'error' : 'info', event: 'request', id, method: c.req.method, route, status: c.res.status, took: Math.round(took) })
  })
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: { code: error.code, message: error.message } }, error.status, error.headers)
    parts.log({ level: 'error', event: 'failure', id: c.get('id'), message: error.message })
    return c.json({ error: { code: 'unavailable', message: 'the gate could not answer; nothing was recorded, try again' } }, 503, { 'retry-after': '5' })
  })
  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'there is nothing here; see /openapi.json' } }, 404))

  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    await store.last()
    return c.json({ status: 'ready', ruleSet: judge.ruleSet })
  })
  app.get('/metrics', async (c) => c.text(await parts.metrics()))
  app.get('/openapi.json', (c) => c.json(openApi(judge.ruleSet.version)))

  /** Reads the body and lets in who may do this. */
  const letIn = (scope: Scope) => async (c: Context<Env>, next: () => Promise<void>) => {
    // Nobody's body is not worth reading.
    if (!c.req.header('authorization') && !c.req.header('webhook-signature') && !c.req.header('x-hub-signature-256')) throw unknownSender()
    const body = c.req.method === 'GET' ? '' : await readBody(c.req.raw, parts.mostBytes)
    const principal = principalOf(c.req.raw.headers, body, parts.keys)
    if (!principal) throw unknownSender()
    if (!principal.scopes.includes(scope)) throw new Refusal(403, 'not-allowed', `${principal.name} may not do this: expected the scope ${scope}`)
    const wait = allow(principal.name, Date.parse(now()))
    if (wait > 0) throw new Refusal(429, 'too-many', `expected at most ${parts.mostPerMinute} requests a minute`, { 'retry-after': String(wait) })
    c.set('body', body)
    c.set('principal', principal)
    await next()
  }

  /** Writes a record once; the same key with another request is a conflict. */
  const record = async (entry: NewRecord, desk?: Desk): Promise<StoredRecord> => {
    const { status, record } = await store.append(entry, desk)
    if (status === 'conflict') throw new Refusal(409, 'id-reused', 'this id was used for another request: send a new one')
    return record
  }
  const keyOf = (c: Context<Env>, prefix: string) => {
    const given = c.req.header('webhook-id') ?? c.req.header('idempotency-key')
    return `${prefix}:${given ?? sha256(`${c.get('principal').name}\n${now()}\n${crypto.randomUUID()}`)}`
  }
  const known = async (key: string, request: string) => {
    const found = await store.find(key)
    if (found && found.request !== request) throw new Refusal(409, 'id-reused', 'this id was used for another request: send a new one')
    return found
  }

  app.post('/v1/verdicts', letIn('judge'), async (c) => {
    // What cannot be followed is turned away before anything else is done for it.
    const asked = parseBody(c.get('body'), verdictRequest)
    const key = keyOf(c, 'verdict')
    const request = sha256(c.get('body'))
    const before = await known(key, request)
    if (before) return c.json(answerOf(before, judge))
    const article = nameOf(asked)
    const at = now()
    const granted = grantedNow(await waiverCases(store, article), textHashOf(asked.article), at)
    const judged = await judge.judge(asked, at.slice(0, 10), granted)
    const stored = await record({
      kind: 'verdict', key, request, article, author: asked.context.author ?? '', verdict: judged.verdict, at,
      body: { ...judged, ruleSet: judge.ruleSet, context: asked.context, sender: c.get('principal').name },
    }, judged.verdict === 'hold' || judged.verdict === 'reject' ? { hold: asked.article } : 'release')
    return c.json(answerOf(stored, judge))
  })

  app.post('/v1/published', letIn('judge'), async (c) => {
    const key = keyOf(c, 'published')
    const request = sha256(c.get('body'))
    const asked = parseBody(c.get('body'), publishedRequest)
    const article = nameOf(asked)
    const textHash = textHashOf(asked.article)
    const [judged] = await store.records({ kind: 'verdict', article, backwards: true, limit: 1 })
    const body = judged?.body as { textHash?: string } | null | undefined
    const drift = judged ? (body?.textHash === textHash ? 'none' : 'text-changed') : 'never-judged'
    const stored = await record({
      kind: 'published', key, request, article, author: asked.context.author ?? '', verdict: drift, at: now(), body: { textHash, judgedAs: judged?.seq ?? null, drift },
    })
    return c.json({ drift: stored.verdict, judgedVerdict: judged?.verdict ?? null, receipt: receiptOf(stored) })
  })

  app.post('/v1/waivers', letIn('judge'), async (c) => {
    const stored = await askWaiver(record, parseBody(c.get('body'), waiverRequest), c.get('principal').name, keyOf(c, 'waiver'), now())
    return c.json({ id: stored.key, receipt: receiptOf(stored) })
  })

  app.post('/v1/waivers/:id/decision', letIn('review'), async (c) => {
    const decided = parseBody(c.get('body'), waiverDecision)
    const stored = await decideWaiver(store, record, c.req.param('id') ?? '', decided, c.get('principal').name, now(), parts.fourEyes)
    return c.json({ receipt: receiptOf(stored) })
  })

  app.get('/v1/waivers/:site/:article', letIn('read'), async (c) => c.json({ waivers: await waiverCases(store, `${c.req.param('site')}/${c.req.param('article')}`) }))

  app.get('/v1/records', letIn('read'), async (c) => {
    const query = queryOf(c.req.query())
    const limit = Math.min(Number(c.req.query('limit') ?? 1000) || 1000, MOST_RECORDS)
    const found = await store.records({ ...query, limit: limit + 1 })
    const shown = found.slice(0, limit)
    // The way to the next page is the last record of this one: pages stay whole while records are added.
    const next = found.length > limit ? shown.at(-1)!.seq : undefined
    if (next !== undefined) {
      const url = new URL(c.req.url)
      url.searchParams.set(query.backwards ? 'before' : 'after', String(next))
      c.header('link', `<${url.pathname}${url.search}>; rel="next"`)
    }
    if (c.req.query('format') === 'csv') return c.text(csvOf(shown), 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="records.csv"' })
    return c.json({ schemaVersion: 1, records: shown, ...(next === undefined ? {} : { next }) })
  })

  app.get('/v1/summary', letIn('read'), async (c) => c.json(await store.summary({ ...queryOf(c.req.query()), kind: 'verdict' })))

  app.get('/v1/chain', letIn('read'), async (c) => {
    const check = chainChecker()
    let after = 0
    for (;;) {
      const batch = await store.records({ after, limit: 200 })
      for (const item of batch) {
        const fault = check(item)
        if (fault) return c.json({ sound: false, fault })
      }
      if (batch.length === 0) return c.json({ sound: true, records: after })
      after = batch.at(-1)!.seq
      // A long chain takes its time; others are served between.
      await new Promise((resolve) => setImmediate(resolve))
    }
  })

  app.route('/', createDesk(parts, record, (name) => allow(name, Date.parse(now()))))
  return app
}

function unknownSender(): Refusal {
  return new Refusal(401, 'unknown-sender', 'expected a Standard Webhooks signature, an x-hub-signature-256, or a bearer token')
}

function nameOf({ context }: VerdictRequest): string {
  return `${context.site}/${context.article}`
}

function receiptOf({ key, seq, at, digest, previous, hash }: StoredRecord) {
  return { id: key, seq, at, digest, previous, hash }
}

/** The answer to a verdict request, from its record: a repeated delivery gets the same. */
function answerOf(stored: StoredRecord, judge: Judge): VerdictAnswer {
  if (stored.redacted) throw new Refusal(409, 'record-expired', 'this id was answered before, and the record has run out: send a new one')
  const { verdict, findings, owed, textHash, ruleSet = judge.ruleSet } = stored.body as Omit<VerdictAnswer, 'receipt'> & { textHash: string; ruleSet?: Judge['ruleSet'] }
  return { verdict, findings, owed, receipt: { ...receiptOf(stored), textHash, ruleSet: { ...ruleSet, presets: [...ruleSet.presets] }, verdict } }
}

/** Records in one answer, at the most. */
const MOST_RECORDS = 10_000

/** @throws Refusal 400 for a condition that cannot be followed: a typing error must not export too much */
function queryOf(given: Readonly<Record<string, string>>): RecordQuery {
  const pick = (name: string) => (given[name] ? { [name]: given[name] } : {})
  const place = (name: string) => {
    const value = given[name]
    if (!value) return {}
    if (!/^\d{1,15}$/u.test(value)) throw new Refusal(400, 'bad-request', `expected the number of a record for \`${name}\``)
    return { [name]: Number(value) }
  }
  return {
    ...pick('article'), ...pick('author'), ...pick('verdict'), ...pick('from'), ...pick('until'), ...pick('kind'), ...pick('rule'), ...place('after'), ...place('before'),
    ...(given['order'] === 'newest' ? { backwards: true } : {}),
  }
}

/** How many seconds a sender has to wait; 0 lets in. Counts whole minutes. */
function limiter(most: number): (name: string, now: number) => number {
  let minute = 0
  let counts = new Map<string, number>()
  return (name, now) => {
    const current = Math.floor(now / 60_000)
    if (current !== minute) [minute, counts] = [current, new Map()]
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count > most ? Math.ceil(((current + 1) * 60_000 - now) / 1000) : 0
  }
}
