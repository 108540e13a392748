import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deskGate, OPEN, TOKENS } from './desk-gate.ts'

let desk: ReturnType<typeof deskGate>
beforeEach(() => {
  desk = deskGate()
})
afterEach(() => desk.store.close())

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  desk.gate.request(path, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams(fields).toString() })
async function logIn(token: string): Promise<{ cookie: string }> {
  const response = await send('/desk/login', { token })
  return { cookie: /^[^;]+/u.exec(response.headers.get('set-cookie') ?? '')![0] }
}
const page = async (path: string, headers: Record<string, string>) => (await desk.gate.request(path, { headers })).text()
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? ''

describe('logging in', () => {
  test('takes a token, and answers with a cookie scripts and other sites cannot use', async () => {
    const response = await send('/desk/login', { token: TOKENS.ines })
    expect(response.status).toBe(303)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/u)
    expect(response.headers.get('set-cookie')).not.toContain(TOKENS.ines)
  })

  test.each([['wrong', 'nobody-has-this-token'], ['of a service that may not read', 'a-token-of-a-service'], ['empty', '']])('refuses a token that is %s', async (_, token) => {
    const response = await send('/desk/login', { token })
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('is needed for every page', async () => {
    for (const path of ['/desk', '/desk/article?name=x', '/desk/records', '/desk/record?seq=1', '/desk/numbers']) {
      const response = await desk.gate.request(path)
      expect([path, response.status, response.headers.get('location')]).toEqual([path, 303, '/desk/login'])
    }
  })

  test('ends after a working day, and a forged end does not help', async () => {
    const { cookie } = await logIn(TOKENS.ines)
    const [name, end, seal] = cookie.split('=')[1]!.split('.')
    const forged = `fineprint_desk=${name}.${Number(end) + 86_400_000}.${seal}`
    const other = `fineprint_desk=${Buffer.from('Omar Haddad').toString('base64url')}.${end}.${seal}`
    for (const strange of [forged, other, 'fineprint_desk=', 'fineprint_desk=a.b.c']) expect((await desk.gate.request('/desk', { headers: { cookie: strange } })).status).toBe(303)
    expect((await desk.gate.request('/desk', { headers: { cookie } })).status).toBe(200)
    desk.clock.now = '2026-05-04T20:00:00.000Z'
    expect((await desk.gate.request('/desk', { headers: { cookie } })).status).toBe(303)
  })
})

describe('forms', () => {
  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }], ['of nowhere', { 'sec-fetch-site': 'none' }],
    ['from an old browser on another site', { 'sec-fetch-site': '', origin: 'https://evil.example', host: 'gate.example' }], ['of an opaque origin', { 'sec-fetch-site': '', origin: 'null' }],
  ])('%s are refused', async (_, headers) => {
    const { cookie } = await logIn(TOKENS.ines)
    const csrf = field(await page('/desk', { cookie }), 'csrf')
    expect(csrf).not.toBe('')
    expect((await send('/desk/logout', { csrf }, { cookie, ...headers })).status).toBe(403)
  })

  test('without the session’s own mark are refused', async () => {
    const [ines, omar] = [await logIn(TOKENS.ines), await logIn(TOKENS.omar)]
    const csrf = field(await page('/desk', omar), 'csrf')
    expect((await send('/desk/logout', { csrf }, ines)).status).toBe(403)
    expect((await send('/desk/logout', {}, ines)).status).toBe(403)
    expect((await send('/desk/logout', { csrf: field(await page('/desk', ines), 'csrf') }, ines)).status).toBe(303)
  })
})

test('a held article stands in the queue with its text, until it passes; then the text is gone', async () => {
  await desk.judge(OPEN)
  const omar = await logIn(TOKENS.omar)
  expect(await page('/desk', omar)).toContain('1 article waits')
  const shown = await page('/desk/article?name=daily%2Fa1', omar)
  expect(shown).toContain('Exports rose')
  expect(shown).toMatch(/class="fig st-unattributed[^"]*"[^>]*>4,200/u)
  await desk.judge({ format: 'markdown', text: 'Norland has a border.' })
  expect(await page('/desk', omar)).toContain('Nothing waits')
  expect(await page('/desk/article?name=daily%2Fa1', omar)).not.toContain('Exports rose')
  expect(JSON.stringify(await desk.store.records())).not.toContain('Exports rose')
})

test('one person asks for a waiver, another approves it, and the article passes', async () => {
  const { receipt } = await desk.judge(OPEN)
  const [ines, omar] = [await logIn(TOKENS.ines), await logIn(TOKENS.omar)]
  const article = '/desk/article?name=daily%2Fa1'
  const html = await page(article, ines)
  const asked = await send('/desk/waivers', {
    csrf: field(html, 'csrf'), site: field(html, 'site'), article: field(html, 'article'), textHash: field(html, 'textHash'), rule: 'statistic-attribution', reason: 'the minister said it to us',
  }, ines)
  expect(asked.status).toBe(303)
  expect(field(html, 'textHash')).toBe(receipt.textHash)
  expect(await page(article, ines)).toContain('Waits for somebody else to decide')
  const toDecide = await page(article, omar)
  const decide = (who: { cookie: string }, from: string) => send('/desk/decisions', { csrf: field(from, 'csrf'), id: field(toDecide, 'id'), decision: 'approve', reason: 'seen the notes' }, who)
  expect((await decide(ines, html)).status).toBe(403)
  expect((await decide(omar, toDecide)).status).toBe(303)
  expect((await desk.judge(OPEN)).verdict).toBe('pass')
})

test('who may only read can look and cannot ask or decide', async () => {
  await desk.judge(OPEN)
  const reader = await logIn(TOKENS.reader)
  const html = await page('/desk/article?name=daily%2Fa1', reader)
  expect(html).not.toContain('action="/desk/waivers"')
  expect((await send('/desk/waivers', { csrf: field(html, 'csrf'), site: 'daily', article: 'a1', textHash: '0'.repeat(64), rule: 'x', reason: 'because I want it' }, reader)).status).toBe(403)
})

describe('no text of an article becomes markup', () => {
  /** What has opened doors elsewhere: tags, attributes, closings of what it may stand in, addresses, entities that are read twice, odd characters. */
  const ATTACKS = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>"\'><svg onload=alert(1)><a href="javascript:alert(1)">x</a></style></textarea>',
    '</title></pre></code></q></textarea></style></script></article><script>alert(1)</script>', '" autofocus onfocus="alert(1)', "' onmouseover='alert(1)", '`onclick=alert(1)`', '--><script>alert(1)</script><!--', ']]><script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;', '&amp;lt;img src=x onerror=alert(1)&amp;gt;', '&#60;script&#62;alert(1)&#60;/script&#62;', '&#x3c;svg/onload=alert(1)&#x3e;', '&quot; onclick=&quot;alert(1)',
    '[x](javascript:alert(1)) ![x](x"onerror="alert(1)) <javascript:alert(1)> [y]: data:text/html,<script>alert(1)</script>', '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= alert(1) %>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', '<scr\u0000ipt>alert(1)</scr\u0000ipt>\u0008\u2028\u202e<\u017fcript>', '\u00bcscript\u00be +ADw-script+AD4- \ufeff<\uff53cript>',
    '<base href="//evil.example"><meta http-equiv="refresh" content="0;url=//evil.example"><link rel="stylesheet" href="//evil.example"><iframe srcdoc="<script>alert(1)</script>"></iframe><form action="//evil.example"><button formaction="javascript:alert(1)">',
  ]
  // What the pages themselves consist of; anything else came from the text.
  const OWN = /^(?:!doctype|html|head|meta|title|link|script|body|a|header|nav|form|input|span|button|main|h1|h2|p|div|table|thead|tbody|tr|th|td|article|svg|aside|ol|ul|li|strong|br|q|small|code|fieldset|legend|label|textarea|dl|dt|dd|section|b|blockquote|pre|time|details|summary|rect|line|text)$/u
  function expectOnlyOurs(html: string): void {
    for (const [tag, element = ''] of html.matchAll(/<\/?([a-z!][^\s/>]*)[^>]*>/giu)) {
      expect(element.toLowerCase()).toMatch(OWN)
      // Quoted values cannot hold a quotation mark: what stands outside them is attributes.
      expect(tag.replace(/="[^"]*"/gu, '')).not.toMatch(/\son[a-z]+\b|\s(?:style|srcdoc|http-equiv)\b|=/iu)
      expect(tag).not.toMatch(/\s(?:href|src|action|formaction)="(?!\/desk|#|https:\/\/)/iu)
    }
    for (const element of ['<script', '<meta name="viewport"', '<link ', '</head>', '</main>']) expect([element, html.split(element).length]).toEqual([element, 2])
  }

  const SENTENCE = 'Norland sent 4,200 inspectors to the border in May.'
  const PLACES: [string, (attack: string) => [article: object, context: object]][] = [
    ['Markdown', (attack) => [{ format: 'markdown', text: `---\ntitle: ${JSON.stringify(attack)}\n---\n\n# ${attack}\n\nNorland sent 4,200 ${attack} inspectors. ${SENTENCE}\n\n- ${attack} 3,100 boats sank\n\n| a |\n| --- |\n| 310 ${attack} |\n` }, {}]],
    ['MDX', (attack) => [{ format: 'mdx', text: `${SENTENCE}\n\n${attack.replace(/[<{]/gu, '\\$&')} 3,100 boats sank.\n` }, {}]],
    ['HTML', (attack) => [{ format: 'html', text: `<h1>${attack}</h1><p>Norland sent 4,200 ${attack} inspectors.</p><p title="${attack}">${SENTENCE}</p><table><tr><td>${attack} 5,000 inspectors</td></tr></table>` }, {}]],
    ['plain text', (attack) => [{ format: 'plain', text: `Norland sent 4,200 ${attack} inspectors. ${attack}\n\n${SENTENCE}` }, {}]],
    ['names of fields', (attack) => [{ fields: { [`${attack}.body`]: SENTENCE, title: attack } }, {}]],
    ['the context', (attack) => [{ format: 'markdown', text: SENTENCE }, { author: attack.slice(0, 400), site: attack.slice(0, 400), article: attack.slice(0, 400), contentType: attack, revision: attack }]],
  ]
  test.each(PLACES)('%s', async (_, make) => {
    const ines = await logIn(TOKENS.ines)
    const omar = { authorization: `Bearer ${TOKENS.omar}`, 'content-type': 'application/json' }
    const post = (path: string, body: object) => desk.gate.request(path, { method: 'POST', headers: omar, body: JSON.stringify(body) })
    for (const attack of ATTACKS) {
      const [article, context] = make(attack)
      const named = { article: 'a1', site: 'daily', ...context } as { article: string; site: string }
      const { receipt } = await desk.judge(article, named.article, context)
      // What people write is shown as well.
      const asked = await (await post('/v1/waivers', { site: named.site, article: named.article, textHash: receipt.textHash, rules: ['statistic-attribution', attack.slice(0, 400)], reason: `because ${attack}`, emergency: true })).json() as { id: string }
      const name = encodeURIComponent(`${named.site}/${named.article}`)
      const undecided = await page(`/desk/article?name=${name}`, ines)
      expect(undecided).toContain('because ')
      expectOnlyOurs(undecided)
      await post(`/v1/waivers/${encodeURIComponent(asked.id)}/decision`, { decision: 'refuse', reason: attack })
      const query = encodeURIComponent(attack)
      const pages = [`/desk/article?name=${name}`, `/desk/article?name=${query}`, `/desk/records?author=${query}&rule=${query}&from=${query}`, `/desk/record?seq=${receipt.seq}`, `/desk/record?seq=${receipt.seq + 1}`]
      for (const path of pages) {
        const response = await desk.gate.request(path, { headers: ines })
        expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/u)
        // The gate's own policy for data would keep the desk's style and script from loading.
        expect(response.headers.get('content-security-policy')).toContain("style-src 'self'; script-src 'self'")
        expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
        expect(response.headers.get('content-type')).toMatch(/^text\/html/u)
        expectOnlyOurs(await response.text())
      }
      await post('/v1/waivers', { site: named.site, article: named.article, textHash: receipt.textHash, rules: ['statistic-attribution'], reason: `and ${attack}`, emergency: true })
    }
    const queue = await page('/desk', ines)
    expect(queue).toContain('Published in an emergency')
    for (const html of [queue, await page('/desk/records', ines), await page('/desk/numbers', ines)]) expectOnlyOurs(html)
  })

  test('and what is no page is no page for a browser either', async () => {
    const attack = ATTACKS[0]!
    await desk.judge({ format: 'plain', text: attack + SENTENCE }, 'a1', { author: attack })
    const headers = { authorization: `Bearer ${TOKENS.ines}` }
    for (const [path, type] of [['/v1/records', /^application\/json/u], ['/v1/records?format=csv', /^text\/csv/u], ['/v1/summary', /^application\/json/u], ['/v1/nothing', /^application\/json/u], ['/healthz', /^application\/json/u]] as const) {
      const response = await desk.gate.request(path, { headers })
      expect([path, response.headers.get('content-type')]).toEqual([path, expect.stringMatching(type)])
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'same-origin', 'strict-transport-security': expect.stringContaining('max-age='),
        'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
      if (path.startsWith('/v1/')) expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('x-powered-by')).toBeNull()
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})
