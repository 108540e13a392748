import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { GateParts } from './app.ts'
import { formOf } from './body.ts'
import { sha256, type NewRecord, type StoredRecord } from './chain.ts'
import { deskScript, deskStyle } from './desk-look.ts'
import { articlePage, faultPage, loginPage, numbersPage, queuePage, recordPage, recordsPage, type Person } from './desk-pages.ts'
import { COOKIE, knownBy, personOf, sessionFor } from './desk-session.ts'
import { Refusal } from './refusal.ts'
import { waiverDecision, waiverRequest } from './schema.ts'
import { askWaiver, decideWaiver, emergencies, waiverCases } from './waivers.ts'

type Env = { Variables: { person: Person } }

/** Records on one page. */
const PAGE = 200

/** Nothing but what the gate itself serves: no inline script, no frame, no request elsewhere. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The review desk: pages for people, at `/desk`.
 * @param write the gate's own way to the records
 * @param wait how many seconds somebody has to wait who asks too often
 */
export function createDesk(parts: GateParts, write: (record: NewRecord) => Promise<StoredRecord>, wait: (name: string) => number): Hono<Env> {
  const { store, keys, now } = parts
  const desk = new Hono<Env>()

  desk.use('/desk/*', async (c, next) => {
    await next()
    c.header('content-security-policy', POLICY)
    c.header('cache-control', c.req.path.endsWith('.css') || c.req.path.endsWith('.js') ? 'public, max-age=300' : 'no-store')
  })
  desk.onError((error, c) => {
    if (error instanceof Refusal) return c.html(faultPage(error.message), error.status, error.headers)
    throw error
  })
  desk.get('/desk/desk.css', (c) => c.text(deskStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  desk.get('/desk/desk.js', (c) => c.text(deskScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }))

  desk.get('/desk/login', (c) => c.html(loginPage()))
  desk.post('/desk/login', async (c) => {
    sameSite(c)
    if (wait('desk log-in') > 0) return c.html(loginPage('Too many attempts: wait a minute.'), 429)
    const known = knownBy((await formOf(c.req.raw)).get('token') ?? '', keys)
    if (!known) return c.html(loginPage('This token is not known, or may not read records.'), 401)
    setCookie(c, COOKIE, sessionFor(known, now()), { httpOnly: true, sameSite: 'Strict', path: '/desk', secure: isSecure(c), maxAge: 9 * 3600 })
    return c.redirect('/desk', 303)
  })

  const person = async (c: Context<Env>, next: () => Promise<void>) => {
    const who = personOf(getCookie(c, COOKIE), keys, now())
    if (!who) return c.redirect('/desk/login', 303)
    c.set('person', who)
    await next()
  }
  for (const path of ['/desk', '/desk/article', '/desk/records', '/desk/record', '/desk/numbers', '/desk/logout', '/desk/waivers', '/desk/decisions']) desk.use(path, person)

  /** The form a person sent, proved to come from our own page. */
  const formFrom = async (c: Context<Env>, scope: 'judge' | 'review' | 'read') => {
    sameSite(c)
    const who = c.get('person')
    const form = await formOf(c.req.raw)
    if (form.get('csrf') !== who.csrf) throw new Refusal(403, 'strange-form', 'this form is not from your session: open the page again')
    if (!who.scopes.includes(scope)) throw new Refusal(403, 'not-allowed', `${who.name} may not do this: expected the scope ${scope}`)
    if (wait(who.name) > 0) throw new Refusal(429, 'too-many', 'too many requests: wait a minute', { 'retry-after': '60' })
    return form
  }

  desk.post('/desk/logout', async (c) => {
    await formFrom(c, 'read')
    setCookie(c, COOKIE, '', { httpOnly: true, sameSite: 'Strict', path: '/desk', maxAge: 0 })
    return c.redirect('/desk/login', 303)
  })

  desk.get('/desk', async (c) => {
    const { records, total } = await store.waiting(200)
    return c.html(queuePage(c.get('person'), records, await emergencies(store), total, now()))
  })

  desk.get('/desk/article', async (c) => {
    const name = c.req.query('name') ?? ''
    const held = await store.held(name)
    const [verdict] = await store.records({ kind: 'verdict', article: name, backwards: true, limit: 1 })
    if (!verdict) throw new Refusal(404, 'no-article', 'nobody asked about this article')
    return c.html(articlePage(c.get('person'), verdict, held?.submission, await waiverCases(store, name), parts.fourEyes, c.req.query('done')))
  })

  desk.post('/desk/waivers', async (c) => {
    const form = await formFrom(c, 'judge')
    const asked = waiverRequest.safeParse({
      site: form.get('site'), article: form.get('article'), textHash: form.get('textHash'), rules: form.getAll('rule'), reason: form.get('reason'),
      emergency: form.get('emergency') === 'yes', ...(form.get('until') ? { until: `${form.get('until')}T23:59:59Z` } : {}),
    })
    if (!asked.success) throw new Refusal(400, 'bad-request', asked.error.issues[0]!.message)
    const who = c.get('person').name
    const { key } = await askWaiver(write, asked.data, who, `waiver:${sha256(`${who}\n${now()}\n${crypto.randomUUID()}`)}`, now())
    if (!parts.fourEyes && form.get('decide') === 'yes' && c.get('person').scopes.includes('review')) {
      await decideWaiver(store, write, key, { decision: 'approve', reason: asked.data.reason }, who, now(), false)
    }
    return c.redirect(`/desk/article?name=${encodeURIComponent(`${asked.data.site}/${asked.data.article}`)}&done=asked`, 303)
  })

  desk.post('/desk/decisions', async (c) => {
    const form = await formFrom(c, 'review')
    const decided = waiverDecision.safeParse({ decision: form.get('decision'), reason: form.get('reason') })
    if (!decided.success) throw new Refusal(400, 'bad-request', 'expected approve or refuse, and a reason')
    const { article } = await decideWaiver(store, write, form.get('id') ?? '', decided.data, c.get('person').name, now(), parts.fourEyes)
    return c.redirect(`/desk/article?name=${encodeURIComponent(article)}&done=decided`, 303)
  })

  desk.get('/desk/records', async (c) => {
    const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))
    const known = ['article', 'author', 'verdict', 'from', 'until', 'kind', 'rule'] as const
    const before = Number(query['before'])
    const found = await store.records({
      ...Object.fromEntries(known.flatMap((k) => (query[k] ? [[k, query[k]]] : []))), ...(Number.isSafeInteger(before) ? { before } : {}), backwards: true, limit: PAGE + 1,
    })
    return c.html(recordsPage(c.get('person'), found.slice(0, PAGE), query, found.length > PAGE))
  })

  desk.get('/desk/record', async (c) => {
    const seq = Number(c.req.query('seq'))
    const [record] = Number.isSafeInteger(seq) && seq > 0 ? await store.records({ after: seq - 1, limit: 1 }) : []
    if (record?.seq !== seq) throw new Refusal(404, 'no-record', 'there is no such record')
    return c.html(recordPage(c.get('person'), record))
  })

  desk.get('/desk/numbers', async (c) => {
    const from = new Date(Date.parse(now()) - 60 * 86_400_000).toISOString()
    return c.html(numbersPage(c.get('person'), await store.summary({ kind: 'verdict', from })))
  })
  return desk
}

/** A form comes from a page of this gate, as every browser says. */
function sameSite(c: Context<Env>): void {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOurs = site ? site === 'same-origin' : origin !== undefined && URL.canParse(origin) && new URL(origin).host === c.req.header('host')
  if (!isOurs) throw new Refusal(403, 'strange-form', 'expected a form of this gate')
}

function isSecure(c: Context<Env>): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}
