// Tries what can go wrong with a gate, and writes docs/reliability.md: npx tsx scripts/gate/faults.ts [-- --kills 50] [--only name]
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { faultIn } from '../../src/adapters/gate/chain.ts'
import { openStore } from '../../src/adapters/gate/store/open.ts'
import { postgresPrograms, startPostgres } from '../../test/adapters/gate/private-postgres.ts'
import { articleOf, ask, SECRET, startNode, TOKEN, type Node, type Receipt } from './node.ts'

const root = join(import.meta.dirname, '..', '..')
const option = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const kills = Number(option('--kills') ?? 50)
const only = option('--only')
const work = mkdtempSync(join(tmpdir(), 'fp-faults-'))
const rows: { name: string; tried: string; happened: string; sound: boolean }[] = []
let made = 0

/** One fault: gives what happened; a failed expectation makes the row, and the run, a failure. */
async function fault(name: string, tried: string, attempt: () => Promise<string>): Promise<void> {
  if (only && !name.includes(only)) return
  let happened: string
  let sound = true
  try {
    happened = await attempt()
  } catch (error) {
    happened = `FAILED: ${(error as Error).message}`
    sound = false
    process.exitCode = 1
  }
  rows.push({ name, tried, happened, sound })
  console.log(`${sound ? 'ok  ' : 'FAIL'} ${name}: ${happened}`)
}
function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const place = () => {
  const folder = join(work, String(++made))
  mkdirSync(folder)
  return folder
}

/** Every acknowledged record is there as acknowledged, and the chain is sound. */
async function nothingLost(at: string, acknowledged: ReadonlyMap<string, Receipt>): Promise<number> {
  const store = await openStore(at)
  try {
    const records = await store.records()
    const broken = faultIn(records)
    expectThat(broken === undefined, `the chain is broken: ${broken}`)
    const byKey = new Map(records.map((r) => [r.key, r]))
    for (const [key, receipt] of acknowledged) {
      expectThat(byKey.get(`verdict:${key}`)?.hash === receipt.hash && byKey.get(`verdict:${key}`)?.seq === receipt.seq, `the acknowledged record ${key} is lost`)
    }
    return records.length
  } finally {
    await store.close()
  }
}

/** Senders that ask one after the other until told to stop; an unanswered delivery is sent again, as a CMS does. */
function load(urlOf: () => string, senders: number) {
  const acknowledged = new Map<string, Receipt>()
  const took: number[] = []
  let on = true
  let again = 0
  let strange = ''
  const working = Array.from({ length: senders }, async (_, sender) => {
    for (let n = 0; on; n++) {
      const id = `s${sender}-${n}`
      for (;;) {
        const answer = await ask(urlOf(), articleOf(id), id)
        if (answer.receipt) {
          acknowledged.set(id, answer.receipt)
          took.push(answer.took)
          break
        }
        if (answer.status !== 0 && answer.status !== 503) strange = `answered ${answer.status}`
        if (!on) break
        again++
        await sleep(20)
      }
    }
  })
  return { acknowledged, took, again: () => again, async end() { on = false; await Promise.all(working); expectThat(!strange, strange) } }
}
const p99 = (took: readonly number[]) => [...took].sort((a, b) => a - b)[Math.max(0, Math.ceil(took.length * 0.99) - 1)] ?? 0
const round = (n: number) => (n < 10 ? n.toFixed(1) : String(Math.round(n)))

/** A disturbance, and what it does to healthy requests beside it. */
async function beside(node: Node, disturb: () => Promise<string>): Promise<string> {
  const measure = async (during: () => Promise<unknown>) => {
    const healthy = load(() => node.url, 1)
    await during()
    await healthy.end()
    return healthy.took
  }
  const normal = await measure(() => sleep(2500))
  let said = ''
  const disturbed = await measure(async () => {
    const began = performance.now()
    said = await disturb()
    await sleep(Math.max(0, 2500 - (performance.now() - began)))
  })
  expectThat(disturbed.length > 0, 'no healthy request was served')
  const factor = p99(disturbed) / p99(normal)
  return `${said}; ${disturbed.length} healthy requests beside it: p99 ${round(p99(normal))} → ${round(p99(disturbed))} ms (${factor.toFixed(1)}×), the slowest ${round(Math.max(...disturbed))} ms`
}
function raw(port: number, text: string): Socket {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(text)
  return socket
}
const HEAD = `POST /v1/verdicts HTTP/1.1\r\nhost: gate\r\ncontent-type: application/json\r\nauthorization: Bearer ${TOKEN}\r\n`

await fault('`kill -9` under load, SQLite', `${kills} times, at a random moment of 0 to 1,500 ms after it was ready; four senders that repeat what was not answered`, async () => {
  const cwd = place()
  let node = await startNode('records.sqlite', { cwd, args: [], env: {} })
  const { port } = node
  const senders = load(() => node.url, 4)
  for (let i = 0; i < kills; i++) {
    await sleep(Math.random() * 1500)
    await node.kill()
    node = await startNode('records.sqlite', { cwd, port })
  }
  await sleep(300)
  await senders.end()
  await node.stop()
  const records = await nothingLost(join(cwd, 'records.sqlite'), senders.acknowledged)
  expectThat(senders.acknowledged.size > kills, `only ${senders.acknowledged.size} acknowledged: no load`)
  return `${senders.acknowledged.size} acknowledged, all there, ${records} records in one sound chain; ${senders.again()} deliveries sent again`
})

const programs = postgresPrograms()
await fault('PostgreSQL restarted under load', 'two gates on one database, four senders; the server stopped at once (`immediate`) and started, three times', async () => {
  if (!programs) return 'not tried: PostgreSQL is not installed'
  const postgres = await startPostgres(programs)
  const cwd = place()
  try {
    const at = postgres.database('faults')
    const nodes = [await startNode(at, { cwd }), await startNode(at, { cwd })]
    let turn = 0
    const senders = load(() => nodes[turn++ % 2]!.url, 4)
    for (let i = 0; i < 3; i++) {
      await sleep(1500)
      postgres.restart('immediate')
    }
    await sleep(1500)
    await senders.end()
    const codes = await Promise.all(nodes.map((node) => node.stop()))
    expectThat(codes.every((code) => code === 0), `the gates ended with ${codes.join(', ')}: ${nodes[0]!.said().slice(-300)}`)
    const records = await nothingLost(at, senders.acknowledged)
    return `${senders.acknowledged.size} acknowledged by two nodes, all there, ${records} records in one sound chain; ${senders.again()} deliveries answered 503 and sent again`
  } finally {
    postgres.stop()
  }
})

await fault('Disk full', 'SQLite in a file system of 1 MB, asked until it is full, then made free', async () => {
  const folder = place()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' }).status !== 0) return 'not tried: this user may not mount a file system'
  let stop: () => Promise<unknown> = async () => undefined
  try {
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(300_000))
    const node = await startNode(join(folder, 'records.sqlite'), { cwd: place() })
    stop = () => node.kill()
    const acknowledged = new Map<string, Receipt>()
    let refused = 0
    for (let n = 0; refused < 20 && n < 3000; n++) {
      const answer = await ask(node.url, articleOf(n), `full-${n}`)
      if (answer.receipt) acknowledged.set(`full-${n}`, answer.receipt)
      else {
        expectThat(answer.status === 503, `answered ${answer.status}`)
        refused++
      }
    }
    expectThat(refused === 20, 'the disk did not fill')
    rmSync(join(folder, 'ballast'))
    const after = await ask(node.url, articleOf('after'), 'after')
    expectThat(after.receipt !== undefined, `with space again it answered ${after.status}: ${node.said()}`)
    acknowledged.set('after', after.receipt)
    await node.stop()
    stop = async () => undefined
    const records = await nothingLost(join(folder, 'records.sqlite'), acknowledged)
    return `503 while it was full, nothing half-written; with space again it went on by itself; ${records} records, chain sound`
  } finally {
    await stop()
    execFileSync('umount', ['-l', folder])
  }
})

const shared = place()
const node = await startNode('records.sqlite', { cwd: shared, env: { FINEPRINT_LOG: 'silent' } })
for (let i = 0; i < 20; i++) await ask(node.url, articleOf(`warm-${i}`))

await fault('Slow senders', '50 connections that send a byte of the body every 100 ms', () => beside(node, async () => {
  const sockets = Array.from({ length: 50 }, () => raw(node.port, `${HEAD}content-length: 5000\r\n\r\n{`))
  for (let i = 0; i < 25; i++) {
    for (const socket of sockets) socket.write(' ')
    await sleep(100)
  }
  for (const socket of sockets) socket.destroy()
  return 'they hold their sockets (30 s at the most) and nothing else'
}))
await fault('Half requests', '200 connections that end in the middle of head or body', () => beside(node, async () => {
  for (let i = 0; i < 200; i++) {
    const socket = raw(node.port, i % 2 ? `${HEAD}content-length: 500\r\n\r\n{"article"` : HEAD.slice(0, 60))
    setTimeout(() => (i % 3 ? socket.destroy() : socket.end()), 50)
    await sleep(5)
  }
  return 'dropped, nothing recorded'
}))
const FLOOD = `import { request } from 'node:http'
let refused = 0
await Promise.all(Array.from({ length: 1000 }, (_, i) => new Promise((done) => setTimeout(() => {
  const sent = request(process.argv[1] + '/v1/verdicts', { method: 'POST', agent: false, headers: { 'content-type': 'application/json' } }, (r) => { if (r.statusCode === 401) refused++; r.resume().on('end', done) })
  sent.on('error', done).end('{}')
}, i * 2))))
process.stdout.write(String(refused))`
await fault('Connection flood', '1,000 connections opened within two seconds, each with a request without credentials', () => beside(node, async () => {
  // From a process of its own: what floods must not slow what is measured.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', FLOOD, node.url])
  const refused = Number(stdout)
  expectThat(refused > 900, `only ${refused} were answered`)
  return `${refused} answered 401`
}))
const expectStatus = (status: number, make: () => Promise<{ status: number }>, times = 20) => async () => {
  for (let i = 0; i < times; i++) {
    const { status: found } = await make()
    expectThat(found === status, `expected ${status}, found ${found}`)
  }
  return `${status}, nothing recorded`
}
const big = JSON.stringify({ article: { text: 'word '.repeat(2_000_000) }, context: { site: 's', article: 'a' } })
const nested = Buffer.from(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)
await fault('Body of 10 MB', '20 times', () => beside(node, expectStatus(413, () => new Promise((resolve) => {
  // By hand: a client that goes on sending after the answer would only see a reset.
  const socket = raw(node.port, `${HEAD}content-length: ${Buffer.byteLength(big)}\r\n\r\n`)
  socket.once('data', (data) => {
    resolve({ status: Number(data.toString().slice(9, 12)) })
    socket.destroy()
  })
  socket.write(big)
}))))
await fault('Deeply nested JSON', '1,000,000 brackets, 20 times', () => beside(node, expectStatus(400, () => ask(node.url, nested))))
await fault('Invalid UTF-8', 'a body with lone and overlong bytes, 20 times', () => beside(node, expectStatus(400, () => ask(node.url, new Uint8Array([123, 34, 0xc0, 0x80, 0xff, 34, 125])))))
await fault('Zip-bomb-like .docx', 'a document of 40 KB that would unpack to 40 MB, as a body and as a format', async () => {
  const bomb = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(40_000, 1)])
  const sent = await ask(node.url, bomb, undefined, { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
  const named = await ask(node.url, { article: { text: bomb.toString('base64'), format: 'docx' }, context: { site: 's', article: 'a' } })
  expectThat(sent.status === 415 && named.status === 400, `found ${sent.status} and ${named.status}`)
  return 'the gate takes no .docx and unpacks nothing: 415 as a body, 400 as a format'
})
const hostile: [string, string, object][] = [
  ['Deeply nested HTML', '50,000 elements inside each other', { text: `${'<div><b>'.repeat(25_000)}Norland sent 4,200 inspectors.`, format: 'html' }],
  ['Deeply nested Markdown', '20,000 quotation marks and brackets', { text: `${'> '.repeat(10_000)}x ${'[('.repeat(10_000)}4,200 inspectors`, format: 'markdown' }],
  ['Pathological article', '1 MB without a full stop, a figure every second word', { text: '4,200 inspectors, according to ministry, 12% of '.repeat(20_000), format: 'plain' }],
]
for (const [name, tried, article] of hostile) {
  await fault(name, tried, () => beside(node, async () => {
    const answer = await ask(node.url, { article, context: { site: 's', article: name } })
    expectThat(answer.status === 200 || answer.status === 400 || answer.status === 503, `answered ${answer.status}`)
    expectThat(answer.verdict !== 'pass', 'it passed unread')
    return `${answer.status}${answer.verdict ? ` ${answer.verdict}` : ''} after ${round(answer.took)} ms`
  }))
}
const signed = (body: string, seconds = 0, id = 'msg_1') => {
  const time = String(Math.floor(Date.now() / 1000) + seconds)
  const key = Buffer.from(SECRET.slice(6), 'base64')
  return { authorization: '', 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}` }
}
await fault('Forged, replayed and stale signatures', 'another body, another id, six minutes old, six minutes ahead; the same delivery twice', async () => {
  const body = JSON.stringify(articleOf('signed'))
  const other = JSON.stringify(articleOf('other'))
  const statusOf = async (sent: string, headers: Record<string, string>) => (await ask(node.url, sent, undefined, headers)).status
  const statuses = [
    await statusOf(other, signed(body)), await statusOf(body, { ...signed(body), 'webhook-id': 'msg_2' }), await statusOf(body, signed(body, -360)), await statusOf(body, signed(body, 360)),
    await statusOf(body, { ...signed(body), 'webhook-signature': 'v1,AAAA' }),
  ]
  expectThat(statuses.every((status) => status === 401), `found ${statuses.join(', ')}`)
  const [first, again] = [await ask(node.url, body, undefined, signed(body)), await ask(node.url, body, undefined, signed(body))]
  expectThat(first.receipt !== undefined && first.receipt.seq === again.receipt?.seq, 'a replay made a second record')
  expectThat((await statusOf(other, signed(other))) === 409, 'an id was used for two bodies')
  return '401 each; a replay gets the first answer and makes no record; the id with another body is a 409'
})
expectThat((await node.stop()) === 0, 'the gate did not end by itself')
await fault('The chain after all of it', 'the records of the gate that met the faults above', async () => `${await nothingLost(join(shared, 'records.sqlite'), new Map())} records, sound`)

await fault('Clock jump', 'the machine’s clock a year ahead, then a year back, between starts of one store', async () => {
  const cwd = place()
  const acknowledged = new Map<string, Receipt>()
  const clock = join(cwd, 'clock.cjs')
  writeFileSync(clock, "const real = Date.now, by = Number(process.env.CLOCK_BY); const D = Date; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(real() + by) } static now() { return real() + by } }")
  for (const days of [0, 365, -365]) {
    const jumped = await startNode('records.sqlite', { cwd, env: { NODE_OPTIONS: `--require ${clock}`, CLOCK_BY: String(days * 86_400_000) } })
    for (let i = 0; i < 5; i++) {
      const { receipt } = await ask(jumped.url, articleOf(`${days}-${i}`), `${days}-${i}`)
      expectThat(receipt !== undefined, 'not answered')
      acknowledged.set(`${days}-${i}`, receipt)
    }
    await jumped.stop()
  }
  const records = await nothingLost(join(cwd, 'records.sqlite'), acknowledged)
  return `${records} records in the order they were written, whatever the clock said; signatures of the true time are then refused (401), never taken for others`
})

await fault('Stopped under load', 'SIGTERM with four senders at work', async () => {
  const cwd = place()
  const stopping = await startNode('records.sqlite', { cwd })
  const senders = load(() => stopping.url, 4)
  await sleep(1500)
  const began = performance.now()
  const code = await stopping.stop()
  const took = performance.now() - began
  await senders.end()
  expectThat(code === 0, `it ended with ${code}`)
  await nothingLost(join(cwd, 'records.sqlite'), senders.acknowledged)
  return `ends by itself after ${round(took)} ms; requests under way were answered, ${senders.acknowledged.size} acknowledged, all there`
})

if (!only) {
  writeFileSync(join(root, 'docs', 'reliability.md'), `# What was tried with the gate, and what happened

Written by \`npx tsx scripts/gate/faults.ts\`: real processes on loopback, Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.
*Acknowledged* is a verdict with a receipt that reached its sender. After every fault the chain was checked record by record, and every
acknowledged record had to stand there with the hash of its receipt. The times are of one run on a machine that had other work to do.

| Fault | Tried | What happened |
| --- | --- | --- |
${rows.map(({ name, tried, happened }) => `| ${name} | ${tried} | ${happened.replace(/\|/gu, '\\|').replace(/\n/gu, ' ')} |`).join('\n')}

What a sender does about it: send again with the same \`webhook-id\` until there is an answer. The same id makes one record, and its answer
does not change. A gate that does not answer holds in every integration of this package, unless the desk has chosen otherwise.
`)
}
rmSync(work, { recursive: true, force: true })
