// Ghost has no way to refuse a publish. This listens to its webhooks `post.published` and `post.published.edited`, asks the gate, and
// puts a held post back to draft: it was public for the time between. node after-check.mjs
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { createClient, Held } from '../node/fineprint-gate.mjs'

const { GHOST_URL, GHOST_ADMIN_KEY = '', GHOST_WEBHOOK_SECRET = '', PORT = '8088', HOST = '127.0.0.1' } = process.env
if (!GHOST_URL || !GHOST_ADMIN_KEY.includes(':') || !GHOST_WEBHOOK_SECRET) {
  console.error('set GHOST_URL, GHOST_ADMIN_KEY (id:secret of a custom integration) and GHOST_WEBHOOK_SECRET')
  process.exit(2)
}
const gate = createClient()
const MOST = 8 * 1024 * 1024

/** `X-Ghost-Signature: sha256=<hex>, t=<ms>` over the raw body and t, not older than five minutes. */
function isSigned(header = '', body) {
  const [, hex, time] = /^sha256=([0-9a-f]{64}), t=(\d+)$/u.exec(header) ?? []
  if (!hex || Math.abs(Date.now() - Number(time)) > 300_000) return false
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac('sha256', GHOST_WEBHOOK_SECRET).update(`${body}${time}`).digest())
}

/** The token Ghost's Admin API takes. */
function token() {
  const [id, secret] = GHOST_ADMIN_KEY.split(':')
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const head = `${part({ alg: 'HS256', typ: 'JWT', kid: id })}.${part({ iat: now, exp: now + 300, aud: '/admin/' })}`
  return `${head}.${createHmac('sha256', Buffer.from(secret, 'hex')).update(head).digest('base64url')}`
}

async function check(post) {
  const fields = Object.fromEntries(Object.entries({ title: post.title, html: post.html, custom_excerpt: post.custom_excerpt }).filter(([, text]) => text?.trim()))
  const map = { title: { role: 'headline', format: 'plain' }, html: { role: 'body', format: 'html' }, custom_excerpt: { role: 'standfirst', format: 'plain' } }
  const article = { fields, map: Object.fromEntries(Object.keys(fields).map((name) => [name, map[name]])) }
  const author = post.primary_author?.name
  const context = { site: new URL(GHOST_URL).host, article: post.id, ...(author ? { author } : {}) }
  try {
    await gate.require(article, context)
    await gate.published(article, context)
    console.log(`${post.id}: may stay`)
  } catch (error) {
    const response = await fetch(new URL(`/ghost/api/admin/posts/${post.id}/`, GHOST_URL), {
      method: 'PUT', headers: { 'content-type': 'application/json', authorization: `Ghost ${token()}`, 'accept-version': 'v5.0' },
      body: JSON.stringify({ posts: [{ status: 'draft', updated_at: post.updated_at }] }),
    })
    console.log(`${post.id}: ${error instanceof Held ? 'held' : 'not judged'}, back to draft: ${response.status}; ${error.message}`)
  }
}

createServer(async (request, response) => {
  const chunks = []
  let length = 0
  for await (const chunk of request) if ((length += chunk.length) <= MOST) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  if (length > MOST || !isSigned(request.headers['x-ghost-signature'], body)) return response.writeHead(401).end()
  response.writeHead(202).end()
  const post = JSON.parse(body)?.post?.current
  if (post?.status === 'published') await check(post).catch((error) => console.error(`${post.id}: ${error.message}`))
}).listen(Number(PORT), HOST, () => console.log(`listening on ${HOST}:${PORT}`))
