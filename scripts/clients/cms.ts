import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort, postgresPrograms, startPostgres } from '../../test/adapters/gate/private-postgres.ts'
import { answers, clientGate, OPEN, SECRET, SOURCED, start } from './gate.ts'
import { expectThat, need, needPackages, root, Skipped } from './place.ts'

const FIRST = 'Talks on the border went on.'
const BAD = `${FIRST}\n\n${OPEN}`
const GOOD = `${FIRST}\n\n${SOURCED}`
const MAP = "{ title: { role: 'headline', format: 'plain' }, body: { role: 'body', format: 'markdown' } }"

function lay(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of ['node', 'payload', 'strapi']) cpSync(join(root, 'integrations', name), join(folder, 'fineprint', name), { recursive: true })
}

type Ask = (method: string, path: string, body?: object) => Promise<{ status: number; body: any }>
const asker = (base: string, headers: Record<string, string> = {}): Ask => async (method, path, body) => {
  const response = await fetch(base + path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: response.status, body: await response.json().catch(() => undefined) }
}

/** Payload 3 without Next.js: its REST handler behind node:http, SQLite beside it. */
export async function payload(): Promise<string> {
  const folder = needPackages('payload', ['payload@3.90.2', '@payloadcms/db-sqlite@3.90.2'])
  const gate = await clientGate()
  const port = await freePort()
  for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, `payload.db${ending}`), { force: true })
  lay(folder, {
    'server.mjs': `import { createServer } from 'node:http'
import { buildConfig, getPayload, handleEndpoints } from 'payload'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { fineprint } from './fineprint/payload/hook.mjs'
const gate = fineprint({ site: 'daily', map: ${MAP} })
const config = buildConfig({
  secret: 'only-for-a-loopback-test', serverURL: 'http://127.0.0.1:${port}', telemetry: false, admin: { user: 'users' },
  db: sqliteAdapter({ client: { url: 'file:payload.db' }, push: true }),
  collections: [
    { slug: 'users', auth: true, fields: [] },
    { slug: 'posts', versions: { drafts: true }, fields: [{ name: 'title', type: 'text' }, { name: 'body', type: 'textarea' }], hooks: { beforeChange: [gate.beforeChange], afterChange: [gate.afterChange] } },
  ],
})
await getPayload({ config })
createServer(async (req, res) => {
  const chunks = []
  for await (const c of req) chunks.push(c)
  const r = await handleEndpoints({ config, request: new Request('http://127.0.0.1:${port}' + req.url, { method: req.method, headers: req.headers, body: chunks.length ? Buffer.concat(chunks) : undefined }) })
  res.writeHead(r.status, Object.fromEntries(r.headers)).end(Buffer.from(await r.arrayBuffer()))
}).listen(${port}, '127.0.0.1')
`,
  })
  const server = start(process.execPath, ['server.mjs'], folder, { PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true', NODE_ENV: 'development', FINEPRINT_GATE_URL: gate.url, FINEPRINT_GATE_SECRET: SECRET })
  try {
    const base = `http://127.0.0.1:${port}/api`
    await answers(`${base}/access`, 60, server.said)
    const user = await asker(base)('POST', '/users/first-register', { email: 'a@example.org', password: 'long-enough-1' })
    const ask = asker(base, { authorization: `JWT ${user.body.token}` })
    const draft = await ask('POST', '/posts?draft=true', { title: 'Border talks', body: BAD, _status: 'draft' })
    expectThat(draft.status === 201, `a draft was refused: ${draft.status} ${JSON.stringify(draft.body)}`)
    const at = `/posts/${draft.body.doc.id}`
    const refused = await ask('PATCH', at, { _status: 'published' })
    const finding = refused.body.errors?.[0]?.data?.findings?.[0]
    expectThat(refused.status === 422 && finding?.rule === 'statistic-attribution', `publishing was not refused: ${refused.status} ${JSON.stringify(refused.body)}`)
    expectThat(finding.place.field === 'body' && BAD.slice(finding.place.start, finding.place.end).includes('4,200'), 'the place is wrong')
    expectThat((await ask('GET', at)).body._status !== 'published', 'a refused post is public')
    const out = await ask('PATCH', at, { body: GOOD, _status: 'published' })
    expectThat(out.status === 200 && out.body.doc._status === 'published', `the corrected post was not published: ${out.status} ${JSON.stringify(out.body)}`)
    expectThat((await ask('PATCH', at, { body: BAD })).status === 422, 'a published post could be edited into a bad one')
    gate.stop()
    const silent = await ask('PATCH', at, { title: 'Another title' })
    expectThat(silent.status === 503, `without a gate a change went out: ${silent.status}`)
    return 'Payload 3.90: refuses to publish, publishes the corrected post, refuses a bad edit, and anything while the gate is down'
  } finally {
    server.stop()
    gate.stop()
  }
}

/** Strapi 5 on a private PostgreSQL, without its admin panel. */
export async function strapi(): Promise<string> {
  need(['psql'], ['postgresql'])
  const programs = postgresPrograms()
  if (!programs) throw new Skipped('PostgreSQL is not installed (apt-get install postgresql)')
  const folder = needPackages('strapi', ['@strapi/strapi@5.54.0', '@strapi/plugin-users-permissions@5.54.0', 'pg@8.23.1', 'react@18', 'react-dom@18', 'react-router-dom@6', 'styled-components@6'])
  const postgres = await startPostgres(programs)
  const gate = await clientGate()
  const port = await freePort()
  const type = 'src/api/post'
  lay(folder, {
    'config/server.js': `module.exports = () => ({ host: '127.0.0.1', port: ${port}, app: { keys: ['only-for-a-loopback-test'] }, logger: { updates: { enabled: false } } })\n`,
    'config/admin.js': "module.exports = () => ({ serveAdminPanel: false, auth: { secret: 'test-admin-secret' }, apiToken: { salt: 'test-salt' }, transfer: { token: { salt: 'test-salt-2' } }, secrets: { encryptionKey: '0123456789abcdef0123456789abcdef' }, flags: { nps: false, promoteEE: false } })\n",
    'config/api.js': 'module.exports = { rest: { defaultLimit: 25 } }\n',
    'config/plugins.js': "module.exports = () => ({ 'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } } })\n",
    'config/middlewares.js': "module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public']\n",
    'config/database.js': "module.exports = () => ({ connection: { client: 'postgres', connection: { connectionString: process.env.DATABASE_URL, schema: 'public' } } })\n",
    'public/robots.txt': '', 'public/uploads/.gitkeep': '', 'favicon.png': '',
    [`${type}/content-types/post/schema.json`]: JSON.stringify({ kind: 'collectionType', collectionName: 'posts', info: { singularName: 'post', pluralName: 'posts', displayName: 'Post' }, options: { draftAndPublish: true }, attributes: { title: { type: 'string' }, body: { type: 'richtext' } } }),
    ...Object.fromEntries([['controllers', 'createCoreController'], ['services', 'createCoreService'], ['routes', 'createCoreRouter']].map(([where, make]) => [`${type}/${where}/post.js`, `module.exports = require('@strapi/strapi').factories.${make}('api::post.post')\n`])),
    'src/index.js': `const { fineprint } = require('../fineprint/strapi/middleware')
module.exports = {
  register({ strapi }) { strapi.documents.use(fineprint({ site: 'daily', types: { 'api::post.post': ${MAP} } })) },
  async bootstrap({ strapi }) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } })
    for (const a of ['find', 'findOne', 'create', 'update']) await strapi.db.query('plugin::users-permissions.permission').create({ data: { action: 'api::post.post.' + a, role: role.id } })
  },
}
`,
    'start.js': `const { createStrapi } = require('@strapi/strapi')
createStrapi({ appDir: process.cwd(), distDir: process.cwd(), autoReload: false, serveAdminPanel: false }).start().then(async (app) => {
  // What the admin panel's button calls.
  const posts = app.documents('api::post.post')
  const { documentId } = await posts.create({ data: { title: 'By the panel', body: ${JSON.stringify(OPEN)} }, status: 'draft' })
  await posts.publish({ documentId }).then(() => console.log('panel: published'), (error) => console.log('panel: refused ' + error.message))
})
`,
  })
  const server = start(process.execPath, ['start.js'], folder, {
    DATABASE_URL: postgres.database('strapi'), STRAPI_TELEMETRY_DISABLED: 'true', NODE_ENV: 'production', FINEPRINT_GATE_URL: gate.url, FINEPRINT_GATE_SECRET: SECRET,
  })
  try {
    const base = `http://127.0.0.1:${port}/api/posts`
    await answers(base, 150, server.said)
    for (let i = 0; i < 40 && !server.said().includes('panel: '); i++) await new Promise((resolve) => setTimeout(resolve, 250))
    expectThat(server.said().includes('panel: refused Fineprint holds'), `the panel's publish was not refused: ${server.said().slice(-800)}`)
    const ask = asker(base)
    const data = { title: 'Border talks', body: BAD }
    const refused = await ask('POST', '', { data })
    const finding = refused.body.error?.details?.findings?.[0]
    expectThat(refused.status === 400 && finding?.rule === 'statistic-attribution' && finding.place.field === 'body', `creating was not refused: ${refused.status} ${JSON.stringify(refused.body)}`)
    const draft = await ask('POST', '?status=draft', { data })
    expectThat(draft.status === 201, `a draft was refused: ${draft.status} ${JSON.stringify(draft.body)}`)
    const at = `/${draft.body.data.documentId}?status=published`
    expectThat((await ask('PUT', at, { data: {} })).status === 400, 'publishing was not refused')
    const out = await ask('PUT', at, { data: { body: GOOD } })
    expectThat(out.status === 200 && out.body.data.publishedAt, `the corrected post was not published: ${out.status} ${JSON.stringify(out.body)}`)
    return 'Strapi 5.54: refuses to create or publish over REST and by the panel’s call, keeps drafts, publishes the corrected post'
  } finally {
    server.stop()
    gate.stop()
    postgres.stop()
  }
}
