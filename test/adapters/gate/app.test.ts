import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createGate, type GateParts } from '../../../src/adapters/gate/app.ts'
import { faultIn, type StoredRecord } from '../../../src/adapters/gate/chain.ts'
import { createJudge } from '../../../src/adapters/gate/judge.ts'
import { openSqlite } from '../../../src/adapters/gate/store/sqlite.ts'
import type { Store } from '../../../src/adapters/gate/store/store.ts'
import { DEFAULT_POLICY } from '../../../src/adapters/gate/verdict.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`
const OLD_SECRET = `whsec_${Buffer.from('the secret before that, as long!').toString('base64')}`
const TOKEN = 'a-token-of-a-service'
const REVIEWER = 'a-token-of-a-reviewer'
const OPEN = 'Norland sent 4,200 inspectors to the border in May.'
const SOURCED = 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.'

let store: Store
let time: string
let log: object[]
let gate: ReturnType<typeof createGate>

function parts(extra: Partial<GateParts> = {}): GateParts {
  return {
    store, judge: createJudge({ preset: 'recommended' }, DEFAULT_POLICY, '1.2.3'), now: () => time, log: (event) => log.push(event), measure: () => undefined,
    metrics: async () => '', mostBytes: 100_000, mostPerMinute: 1000, fourEyes: true,
    keys: {
      webhookSecrets: [SECRET, OLD_SECRET], hubSecrets: ['hub secret'],
      tokens: [
        { name: 'cms', token: TOKEN, scopes: ['judge', 'read'] }, { name: 'desk', token: REVIEWER, scopes: ['read', 'review', 'judge'] },
        { name: 'auditor', token: 'a-token-to-read-with', scopes: ['read'] },
      ],
    },
    ...extra,
  }
}

beforeEach(() => {
  store = openSqlite(':memory:')
  time = '2026-05-04T10:00:00.000Z'
  log = []
  gate = createGate(parts())
})
afterEach(() => store.close())

const about = (text: string, article = 'a1') => ({ article: { text, format: 'markdown' }, context: { site: 'daily', article, author: 'Ines Ruiz' } })
const bearer = (token = TOKEN) => ({ authorization: `Bearer ${token}` })
async function post(path: string, body: unknown, headers: Record<string, string> = bearer()) {
  const response = await gate.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: await response.json() as any }
}
async function get(path: string, headers: Record<string, string> = bearer()) {
  const response = await gate.request(path, { headers })
  return { status: response.status, text: await response.clone().text(), body: await response.json().catch(() => undefined) as any }
}

describe('a verdict', () => {
  test('holds a story with a figure nobody stands behind, and says where', async () => {
    const { status, body } = await post('/v1/verdicts', about(OPEN))
    expect(status).toBe(200)
    expect(body.verdict).toBe('hold')
    const { place } = body.findings[0]
    expect(OPEN.slice(place.start, place.end)).toContain('4,200')
    expect(place).toMatchObject({ field: 'text', line: 1, column: place.start + 1, excerpt: OPEN.slice(place.start, place.end) })
    expect(body.receipt).toMatchObject({ seq: 1, verdict: 'hold', at: time, ruleSet: { version: '1.2.3', presets: ['recommended'] } })
  })

  test('lets a sourced story pass', async () => {
    expect((await post('/v1/verdicts', about(SOURCED))).body).toMatchObject({ verdict: 'pass', findings: [] })
  })

  test('places findings in the fields of a CMS record', async () => {
    const body = `<p>A first paragraph.</p>\n<p>Caf&eacute; owners met. ${OPEN}</p>`
    const fields = { title: 'Border talks', 'content.body': body }
    const { body: answer } = await post('/v1/verdicts', { article: { fields }, context: { site: 'daily', article: 'a2' } })
    const found = answer.findings.find((f: any) => f.rule === 'statistic-attribution')
    expect(found.place.field).toBe('content.body')
    expect(body.slice(found.place.start, found.place.end)).toContain('4,200')
    expect(found.place.line).toBe(2)
  })

  test.each([
    ['no text', { article: { text: '', format: 'plain' }, context: { site: 's', article: 'a' } }],
    ['only space', { article: { text: ' \n\t', format: 'plain' }, context: { site: 's', article: 'a' } }],
    ['no fields with words', { article: { fields: { title: ' ', body: '' } }, context: { site: 's', article: 'a' } }],
    ['no article', { context: { site: 's', article: 'a' } }],
    ['an unknown key', { ...about(OPEN), extra: 1 }],
    ['a JSON string made of the record', JSON.stringify(JSON.stringify(about(OPEN)))],
    ['half a body', '{"article": {"text": "No'],
    ['a list', '[]'],
    ['JSON nested past reason', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ])('is refused for %s: 400, and nothing is recorded', async (_, body) => {
    const { status, body: answer } = await post('/v1/verdicts', body)
    expect(status).toBe(400)
    expect(answer.error.message).not.toMatch(/\n/u)
    expect(await store.last()).toBeUndefined()
  })

  test.each([
    ['text/plain', 415], ['', 415], ['application/json; charset=utf-8', 200], ['application/cloudevents+json', 200],
  ])('with content-type %j answers %i', async (type, status) => {
    expect((await post('/v1/verdicts', about(OPEN), { ...bearer(), 'content-type': type })).status).toBe(status)
  })

  test('is refused for a body that is too large, or no UTF-8', async () => {
    expect((await post('/v1/verdicts', about('word '.repeat(50_000)))).status).toBe(413)
    const response = await gate.request('/v1/verdicts', { method: 'POST', headers: { 'content-type': 'application/json', ...bearer() }, body: new Uint8Array([123, 34, 255, 254, 34, 125]) })
    expect(response.status).toBe(400)
  })
})

describe('who may ask', () => {
  const signed = (body: string, { secret = SECRET, at = new Date(), id = 'msg_1' } = {}) => ({
    'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': new Webhook(secret).sign(id, at, body),
  })
  const body = JSON.stringify(about(SOURCED))

  test.each([
    ['signed', signed(body), 200],
    ['signed with the secret that is being replaced', signed(body, { secret: OLD_SECRET }), 200],
    ['signed twice, once right', { ...signed(body), 'webhook-signature': `v1,AAAA ${signed(body)['webhook-signature']}` }, 200],
    ['signed with a strange secret', signed(body, { secret: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}` }), 401],
    ['signed for another body', signed(`${body} `), 401],
    ['signed an hour ago', signed(body, { at: new Date(Date.now() - 3_600_000) }), 401],
    ['signed for tomorrow', signed(body, { at: new Date(Date.now() + 86_400_000) }), 401],
    ['signed wrongly beside a good token', { ...signed(`${body} `), ...bearer() }, 401],
    ['signed under another id', { ...signed(body), 'webhook-id': 'msg_2' }, 401],
    ['signed as GitHub does', { 'x-hub-signature-256': `sha256=${createHmac('sha256', 'hub secret').update(body).digest('hex')}` }, 200],
    ['signed as GitHub does, wrongly', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401],
    ['nobody', {}, 401],
    ['a token nobody gave out', bearer('a-token-nobody-gave'), 401],
    ['a token that may only read', bearer('a-token-to-read-with'), 403],
  ])('%s', async (_, headers, status) => {
    expect((await post('/v1/verdicts', body, headers as unknown as Record<string, string>)).status).toBe(status)
  })

  test('a sender that asks too often waits until the next minute', async () => {
    gate = createGate(parts({ mostPerMinute: 2 }))
    const answers = [await post('/v1/verdicts', body), await post('/v1/verdicts', body), await post('/v1/verdicts', body)]
    expect(answers.map((a) => a.status)).toEqual([200, 200, 429])
    expect(answers[2]!.headers.get('retry-after')).toBe('60')
    expect((await post('/v1/verdicts', body, bearer(REVIEWER))).status).toBe(200)
    time = '2026-05-04T10:01:00.000Z'
    expect((await post('/v1/verdicts', body)).status).toBe(200)
  })
})

describe('records', () => {
  const withId = (id: string) => ({ ...bearer(), 'webhook-id': id })

  test('a repeated delivery gets the same answer and makes no second record', async () => {
    const first = await post('/v1/verdicts', about(OPEN), withId('m1'))
    time = '2026-05-05T10:00:00.000Z'
    const again = await post('/v1/verdicts', about(OPEN), withId('m1'))
    expect(again.body).toEqual(first.body)
    expect(await store.records()).toHaveLength(1)
  })

  test('an id that is used for another body is a conflict', async () => {
    await post('/v1/verdicts', about(OPEN), withId('m1'))
    expect((await post('/v1/verdicts', about(SOURCED), withId('m1'))).status).toBe(409)
  })

  test('are chained, and a change to one of them shows', async () => {
    for (const text of [OPEN, SOURCED, OPEN]) await post('/v1/verdicts', about(text))
    const records = await store.records()
    expect(faultIn(records)).toBeUndefined()
    expect((await get('/v1/chain')).body).toEqual({ sound: true, records: 3 })
    const changed = (at: number, change: Partial<StoredRecord>) => records.map((r, i) => (i === at ? { ...r, ...change } : r))
    expect(faultIn(changed(1, { verdict: 'pass ' }))).toMatch(/record 2 was changed/u)
    expect(faultIn(changed(0, { hash: '0'.repeat(64) }))).toMatch(/record 1 has a hash/u)
    expect(faultIn(records.filter((_, i) => i !== 1))).toMatch(/record 2 is missing/u)
    expect(faultIn([records[0]!, { ...records[2]!, seq: 2 }])).toMatch(/does not follow/u)
  })

  test('lose their bodies to retention, and the chain still holds', async () => {
    await post('/v1/verdicts', about(OPEN), withId('m1'))
    time = '2026-06-04T10:00:00.000Z'
    await post('/v1/verdicts', about(SOURCED))
    expect(await store.redact('2026-06-01')).toBe(1)
    const records = await store.records()
    expect(records.map((r) => r.redacted)).toEqual([true, false])
    expect(faultIn(records)).toBeUndefined()
    expect((await post('/v1/verdicts', about(OPEN), withId('m1'))).status).toBe(409)
  })

  test('are exported by time, author and rule, as JSON and as CSV no spreadsheet runs', async () => {
    await post('/v1/verdicts', { ...about(OPEN), context: { site: 'daily', article: 'a1', author: '=cmd()' } })
    time = '2026-05-05T10:00:00.000Z'
    await post('/v1/verdicts', about(SOURCED))
    const seqs = async (query: string) => (await get(`/v1/records?${query}`)).body.records.map((r: any) => r.seq)
    expect(await seqs('')).toEqual([1, 2])
    expect(await seqs('until=2026-05-05')).toEqual([1])
    expect(await seqs('author=Ines%20Ruiz')).toEqual([2])
    expect(await seqs('rule=statistic-attribution')).toEqual([1])
    expect((await get('/v1/records?format=csv')).text).toContain(",'=cmd(),hold,statistic-attribution×1,")
  })

  test('come page by page, and a condition that cannot be followed is refused', async () => {
    for (const text of [OPEN, SOURCED, OPEN, SOURCED, OPEN]) await post('/v1/verdicts', about(text))
    const pages = async (first: string) => {
      const seqs: number[][] = []
      for (let path: string | undefined = first; path;) {
        const response: Response = await gate.request(path, { headers: bearer() })
        const { records, next } = await response.json() as { records: { seq: number }[]; next?: number }
        seqs.push(records.map((r) => r.seq))
        const link = /^<(.*)>; rel="next"$/u.exec(response.headers.get('link') ?? '')?.[1]
        expect(link === undefined).toBe(next === undefined)
        path = link
      }
      return seqs
    }
    expect(await pages('/v1/records?limit=2')).toEqual([[1, 2], [3, 4], [5]])
    expect(await pages('/v1/records?limit=2&rule=statistic-attribution')).toEqual([[1, 3], [5]])
    expect(await pages('/v1/records?limit=2&rule=statistic-attribution&order=newest')).toEqual([[5, 3], [1]])
    for (const query of ['after=x', 'before=-1', 'after=1e9']) expect((await get(`/v1/records?${query}`)).status).toBe(400)
  })

  test('say when what was published is not what was judged', async () => {
    expect((await post('/v1/published', about(SOURCED))).body.drift).toBe('never-judged')
    await post('/v1/verdicts', about(SOURCED))
    expect((await post('/v1/published', about(SOURCED))).body).toMatchObject({ drift: 'none', judgedVerdict: 'pass' })
    expect((await post('/v1/published', about(OPEN))).body.drift).toBe('text-changed')
  })
})

describe('a waiver by people', () => {
  const ask = async (textHash: string, extra: object = {}, headers = bearer()) =>
    post('/v1/waivers', { site: 'daily', article: 'a1', textHash, rules: ['statistic-attribution'], reason: 'the minister gave it to us in person', ...extra }, headers)
  const verdict = async (text = OPEN) => (await post('/v1/verdicts', about(text))).body

  test('lets a finding stand once somebody else approves, for this text and until it runs out', async () => {
    const { receipt } = await verdict()
    const { body: asked } = await ask(receipt.textHash, { until: '2026-05-06T00:00:00Z' })
    expect((await verdict()).verdict).toBe('hold')
    expect((await post(`/v1/waivers/${asked.id}/decision`, { decision: 'approve', reason: 'seen the notes' }, bearer())).status).toBe(403)
    expect((await post(`/v1/waivers/${asked.id}/decision`, { decision: 'approve', reason: 'seen the notes' }, bearer(REVIEWER))).status).toBe(200)
    const after = await verdict()
    expect(after.verdict).toBe('pass')
    expect(after.findings[0].silenced).toMatchObject({ by: 'waiver', who: 'desk', reason: 'the minister gave it to us in person' })
    expect((await verdict(`${OPEN} And 12 boats.`)).verdict).toBe('hold')
    time = '2026-05-07T10:00:00.000Z'
    expect((await verdict()).verdict).toBe('hold')
  })

  test('is decided once', async () => {
    const { receipt } = await verdict()
    const { body: asked } = await ask(receipt.textHash)
    const decide = (decision: string) => post(`/v1/waivers/${asked.id}/decision`, { decision, reason: 'no' }, bearer(REVIEWER))
    expect((await decide('refuse')).status).toBe(200)
    expect((await decide('refuse')).status).toBe(200)
    expect((await decide('approve')).status).toBe(409)
    expect((await verdict()).verdict).toBe('hold')
  })

  test('may not be decided by who asked for it, unless the desk says so', async () => {
    const { receipt } = await verdict()
    const { body: asked } = await ask(receipt.textHash, {}, bearer(REVIEWER))
    const decide = () => post(`/v1/waivers/${asked.id}/decision`, { decision: 'approve', reason: 'it is mine' }, bearer(REVIEWER))
    expect((await decide()).status).toBe(403)
    gate = createGate(parts({ fourEyes: false }))
    expect((await decide()).status).toBe(200)
  })

  test('of an emergency holds at once, with a reason and a name, until it is refused', async () => {
    const { receipt } = await verdict()
    expect((await ask(receipt.textHash, { emergency: true, reason: 'short' })).status).toBe(400)
    const { body: asked } = await ask(receipt.textHash, { emergency: true })
    expect((await verdict()).verdict).toBe('pass')
    await post(`/v1/waivers/${asked.id}/decision`, { decision: 'refuse', reason: 'the notes say 420' }, bearer(REVIEWER))
    expect((await verdict()).verdict).toBe('hold')
  })
})

test('the log holds no word of the article and no secret', async () => {
  await post('/v1/verdicts', about(OPEN))
  await post('/v1/verdicts', '{"article"', { authorization: 'Bearer wrong-token-of-nobody' })
  const written = JSON.stringify(log)
  for (const secret of ['inspectors', TOKEN, 'wrong-token', 'Ines']) expect(written).not.toContain(secret)
  expect(log).toHaveLength(2)
})

test('a store that fails is a 503 that says nothing was recorded', async () => {
  gate = createGate(parts({ store: { ...store, append: async () => { throw new Error('disk full') } } }))
  const { status, body, headers } = await post('/v1/verdicts', about(OPEN))
  expect([status, body.error.code, headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
})

test('the description for programs names every route', async () => {
  const { body } = await get('/openapi.json')
  const routes = gate.routes.filter((r) => r.path.startsWith('/v1/') && (r.method === 'GET' || r.method === 'POST') && !r.path.includes('*'))
  const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
  for (const { method, path } of routes) expect(described).toContain(`${method} ${path.replace(/:(\w+)/gu, '{$1}')}`)
})
