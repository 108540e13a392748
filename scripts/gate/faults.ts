// Tries what can go wrong with a gate, and writes docs/reliability.md: npx tsx scripts/gate/faults.ts [-- --kills 60] [--only part of a name] [--write]
// Build first. Some six minutes on a quiet machine. Ends with 1 where a row fails, and then leaves the page as it was unless --write is given.
import { execFile, execFileSync, fork, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateRawSync } from 'node:zlib'
import { DatabaseSync } from '@photostructure/sqlite'
import { faultIn } from '../../src/adapters/gate/chain.ts'
import { openStore } from '../../src/adapters/gate/store/open.ts'
import { postgresPrograms, startPostgres } from '../../test/adapters/gate/private-postgres.ts'
import { articleOf, ask, SECRET, startNode, TOKEN, type Node, type Receipt } from './node.ts'
import type { HealthyOrder, HealthyReport } from './healthy.ts'

const root = join(import.meta.dirname, '..', '..')
const option = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const kills = Number(option('--kills') ?? 60)
const only = option('--only')
const work = mkdtempSync(join(tmpdir(), 'fp-faults-'))
const rows: { name: string; tried: string; happened: string; sound: boolean }[] = []
let made = 0
const began = performance.now()

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
/** Waits for something, a minute at the most. */
async function until(holds: () => boolean | Promise<boolean>, what: string, milliseconds = 60_000): Promise<void> {
  for (const end = performance.now() + milliseconds; !(await holds()); await sleep(10)) expectThat(performance.now() < end, `never came: ${what}`)
}

/** Every acknowledged record is there as acknowledged, the chain is sound, and so is the file. */
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
    // Half a record would be one without what it must have.
    for (const record of records) expectThat(record.redacted || Boolean(record.body && record.key && record.at), `record ${record.seq} is half written`)
    return records.length
  } finally {
    await store.close()
    if (!at.startsWith('postgres')) {
      const db = new DatabaseSync(at)
      const { integrity_check: found } = db.prepare('PRAGMA integrity_check').get() as { integrity_check: string }
      db.close()
      expectThat(found === 'ok', `the file is damaged: ${found}`)
    }
  }
}

/** Senders that ask one after the other until told to stop; an unanswered delivery is sent again, as a CMS does. */
function load(urlOf: () => string, senders: number) {
  const acknowledged = new Map<string, Receipt>()
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
          break
        }
        if (answer.status !== 0 && answer.status !== 503) strange = `answered ${answer.status}`
        if (!on) break
        again++
        await sleep(60)
      }
    }
  })
  return { acknowledged, again: () => again, async end() { on = false; await Promise.all(working); expectThat(!strange, strange) } }
}
const p99 = (took: readonly number[]) => [...took].sort((a, b) => a - b)[Math.max(0, Math.ceil(took.length * 0.99) - 1)] ?? 0
const round = (n: number) => (n < 10 ? n.toFixed(1) : String(Math.round(n)))

const beside = healthySenders()
/** How much slower healthy requests may be beside a disturbance. */
const MOST_SLOWER = 5
/** Answers to measure on each side. */
const ENOUGH = 300

/** Honest senders in a process of their own, which measure what a disturbance does to them. */
function healthySenders() {
  const child = fork(join(import.meta.dirname, 'healthy.ts'), { execArgv: ['--import', import.meta.resolve('tsx')] })
  child.unref()
  child.channel!.unref()
  const acknowledged = new Map<string, Receipt>()
  const ordered = (order: HealthyOrder) => {
    child.channel!.ref()
    return new Promise<HealthyReport>((resolve) => {
      child.once('message', (report: HealthyReport) => {
        child.channel!.unref()
        for (const [key, receipt] of report.acknowledged) acknowledged.set(key, receipt)
        resolve(report)
      })
      child.send(order)
    })
  }
  /** A disturbance, done over and over until there is enough to measure, and what it does to healthy requests beside it. */
  const measured = async (node: Node, disturb: () => Promise<string>, fresh: boolean) => {
    const normalTimes = async () => (await ordered({ url: node.url, senders: 1, answers: ENOUGH, fresh })).took
    const before = await normalTimes()
    let enough = false
    const disturbed = ordered({ url: node.url, senders: 1, fresh })
    setTimeout(() => (enough = true), 3000)
    const disturbing = async (): Promise<string> => {
      const said = await disturb()
      return enough ? said : disturbing()
    }
    const said = await disturbing().finally(() => child.send('stop'))
    const { took, unanswered } = await disturbed
    expectThat(unanswered === 0, `${unanswered} healthy requests were not answered`)
    expectThat(took.length > 0, 'no healthy request was served')
    // What is normal is measured before and after: a machine may have other work to do.
    const normal = p99([...before, ...(await normalTimes())])
    const factor = p99(took) / normal
    return { factor, text: `${said}; ${took.length} healthy requests beside it, all answered: p99 ${round(normal)} → ${round(p99(took))} ms (${factor.toFixed(1)}×), the slowest ${round(Math.max(...took))} ms` }
  }
  const run = async (node: Node, disturb: () => Promise<string>, fresh = false): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      const { factor, text } = await measured(node, disturb, fresh)
      if (factor <= MOST_SLOWER) return attempt === 1 ? text : `${text} (measured again: the first time it was more than ${MOST_SLOWER}×)`
      expectThat(attempt < 2, `more than ${MOST_SLOWER}× slower twice: ${text}`)
    }
  }
  return Object.assign(run, { acknowledged, end: () => child.kill() })
}
function raw(port: number, text: string, from?: string): Socket {
  const socket = connect({ port, host: '127.0.0.1', ...(from ? { localAddress: from } : {}) })
  socket.on('error', () => undefined)
  if (text) socket.write(text)
  return socket
}
const HEAD = `POST /v1/verdicts HTTP/1.1\r\nhost: gate\r\ncontent-type: application/json\r\nauthorization: Bearer ${TOKEN}\r\n`

await fault('`kill -9` under load, SQLite', `${kills} times at a random moment: right after it was ready, or up to 60 verdicts later; eight senders that repeat what was not answered`, async () => {
  const cwd = place()
  let node = await startNode('records.sqlite', { cwd })
  const { port } = node
  const senders = load(() => node.url, 8)
  for (let i = 0; i < kills; i++) {
    const at = senders.acknowledged.size + Math.floor(Math.random() * 60)
    const patience = performance.now() + 5000
    while (senders.acknowledged.size < at && performance.now() < patience) await sleep(1)
    await sleep(Math.random() * 10)
    await node.kill()
    node = await startNode('records.sqlite', { cwd, port })
  }
  await sleep(300)
  await senders.end()
  expectThat((await node.stop()) === 0, 'the last one did not end by itself')
  const records = await nothingLost(join(cwd, 'records.sqlite'), senders.acknowledged)
  expectThat(senders.acknowledged.size > kills * 10, `only ${senders.acknowledged.size} acknowledged: no load`)
  return `${senders.acknowledged.size} acknowledged, all there, ${records} records in one sound chain, the file whole; ${senders.again()} deliveries sent again`
})

const programs = postgresPrograms()
await fault('`kill -9` of one of two nodes, PostgreSQL', '20 times at a random moment, one node after the other, while the other goes on; six senders', async () => {
  if (!programs) return 'not tried: PostgreSQL is not installed'
  const postgres = await startPostgres(programs)
  const cwd = place()
  try {
    const at = postgres.database('kills')
    const nodes = [await startNode(at, { cwd }), await startNode(at, { cwd })]
    const both = [0, 0]
    let turn = 0
    const senders = load(() => nodes[turn++ % 2]!.url, 6)
    for (let i = 0; i < 20; i++) {
      const goal = senders.acknowledged.size + Math.floor(Math.random() * 40)
      const patience = performance.now() + 5000
      while (senders.acknowledged.size < goal && performance.now() < patience) await sleep(1)
      const { port } = nodes[i % 2]!
      await nodes[i % 2]!.kill()
      nodes[i % 2] = await startNode(at, { cwd, port })
      both[i % 2]!++
    }
    await sleep(300)
    await senders.end()
    for (const node of nodes) expectThat((await node.stop()) === 0, 'one did not end by itself')
    const records = await nothingLost(at, senders.acknowledged)
    expectThat(senders.acknowledged.size > 200, `only ${senders.acknowledged.size} acknowledged: no load`)
    return `${senders.acknowledged.size} acknowledged by two nodes, all there, ${records} records in one sound chain; ${senders.again()} deliveries sent again`
  } finally {
    postgres.stop()
  }
})
await fault('PostgreSQL restarted under load', 'two gates on one database, six senders; the server stopped at once (`immediate`) and started, five times', async () => {
  if (!programs) return 'not tried: PostgreSQL is not installed'
  const postgres = await startPostgres(programs)
  const cwd = place()
  try {
    const at = postgres.database('faults')
    const nodes = [await startNode(at, { cwd }), await startNode(at, { cwd })]
    let turn = 0
    const senders = load(() => nodes[turn++ % 2]!.url, 6)
    for (let i = 0; i < 5; i++) {
      const goal = senders.acknowledged.size + 60
      await until(() => senders.acknowledged.size >= goal, 'verdicts after a restart')
      postgres.restart('immediate')
    }
    const goal = senders.acknowledged.size + 60
    await until(() => senders.acknowledged.size >= goal, 'verdicts after the last restart')
    await senders.end()
    const codes = await Promise.all(nodes.map((node) => node.stop()))
    expectThat(codes.every((code) => code === 0), `the gates ended with ${codes.join(', ')}: ${nodes[0]!.said().slice(-300)}`)
    const records = await nothingLost(at, senders.acknowledged)
    return `${senders.acknowledged.size} acknowledged by two nodes, all there, ${records} records in one sound chain; ${senders.again()} deliveries not answered, or with 503, and sent again`
  } finally {
    postgres.stop()
  }
})

/** Asks until nothing more can be written, looks what else works, makes room, asks on; then all must be there. */
async function fullDisk(node: Node, file: string, freed: () => void): Promise<string> {
  const acknowledged = new Map<string, Receipt>()
  let refused = 0
  for (let n = 0; refused < 20 && n < 5000; n++) {
    const answer = await ask(node.url, articleOf(n), `full-${n}`)
    if (answer.receipt) acknowledged.set(`full-${n}`, answer.receipt)
    else {
      expectThat(answer.status === 503, `answered ${answer.status}: ${node.said().slice(-300)}`)
      refused++
    }
  }
  expectThat(refused === 20, 'the disk did not fill')
  const read = await fetch(`${node.url}/v1/records?limit=5`, { headers: { authorization: `Bearer ${TOKEN}` } })
  expectThat(read.status === 200, `records could not be read: ${read.status}`)
  const known = [...acknowledged.keys()][0]
  if (known !== undefined) expectThat((await ask(node.url, articleOf(known.slice(5)), known)).receipt?.seq === acknowledged.get(known)!.seq, 'an answer that was given could not be given again')
  freed()
  const after = await ask(node.url, articleOf('after'), 'after')
  expectThat(after.receipt !== undefined, `with space again it answered ${after.status}: ${node.said()}`)
  acknowledged.set('after', after.receipt)
  expectThat((await node.stop()) === 0, 'it did not end by itself')
  const records = await nothingLost(file, acknowledged)
  expectThat(records === acknowledged.size, `${records} records for ${acknowledged.size} acknowledged: what was refused was written`)
  return `503 while there was no space, records readable, answers given before given again, nothing written that was refused; with space again it went on by itself; ${records} records, chain sound`
}
await fault('Disk full', 'SQLite in a file system of 1 MB, asked until it is full, then made free', async () => {
  const folder = place()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' }).status !== 0) return 'not tried: this user may not mount a file system'
  let node: Node | undefined
  try {
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(300_000))
    node = await startNode(join(folder, 'records.sqlite'), { cwd: place() })
    return await fullDisk(node, join(folder, 'records.sqlite'), () => rmSync(join(folder, 'ballast')))
  } finally {
    if (node?.child.exitCode === null) await node.kill()
    execFileSync('umount', ['-l', folder])
  }
})
await fault('Disk full while it starts', 'a gate on a full file system, with records and without', async () => {
  const folder = place()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' }).status !== 0) return 'not tried: this user may not mount a file system'
  const running: Node[] = []
  try {
    const file = join(folder, 'records.sqlite')
    const first = await startNode(file, { cwd: place() })
    running.push(first)
    const { receipt } = await ask(first.url, articleOf(1), 'one')
    expectThat(receipt !== undefined, 'not answered')
    await first.stop()
    try {
      for (;;) appendFileSync(join(folder, 'ballast'), Buffer.alloc(4096))
    } catch {
      // Now it is full.
    }
    const said = await startNode(join(folder, 'new.sqlite'), { cwd: place() }).then((node) => node.kill().then(() => 'started'), (error: Error) => error.message)
    expectThat(said.includes('fineprint gate: ') && !said.includes('still running'), `a gate that can make no records said: ${said}`)
    const second = await startNode(file, { cwd: place() }).catch((error: Error) => error)
    if (second instanceof Error) {
      expectThat(/fineprint gate: .*(?:full|I\/O)/u.test(second.message) && !second.message.includes('still running'), `with records: ${second.message}`)
    } else {
      running.push(second)
      expectThat((await ask(second.url, articleOf(2), 'two')).status === 503, 'a verdict was given that cannot be recorded')
      await second.stop()
    }
    rmSync(join(folder, 'ballast'))
    const records = await nothingLost(file, new Map([['one', receipt]]))
    return `without records it ends with one line; with records it ${second instanceof Error ? 'ends with one line' : 'starts, and answers 503'}; ${records} record, as it was`
  } finally {
    for (const node of running) if (node.child.exitCode === null) await node.kill()
    execFileSync('umount', ['-l', folder])
  }
})
await fault('A limit on the size of files', 'set below the size of the records while the gate runs, then lifted', async () => {
  if (spawnSync('sh', ['-c', 'command -v prlimit'], { stdio: 'ignore' }).status !== 0) return 'not tried: there is no prlimit here'
  const cwd = place()
  const node = await startNode('records.sqlite', { cwd })
  try {
    for (let i = 0; i < 5; i++) await ask(node.url, articleOf(`before-${i}`))
    const records = (await (await fetch(`${node.url}/v1/records`, { headers: { authorization: `Bearer ${TOKEN}` } })).json() as { records: unknown[] }).records.length
    expectThat(records === 5, 'not answered')
    const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(node.child.pid), `--fsize=${bytes}`])
    limit(`${Math.max(...readdirSync(cwd).map((name) => statSync(join(cwd, name)).size)) + 20_000}:unlimited`)
    const refused: number[] = []
    for (let n = 0; refused.length < 20 && n < 2000; n++) {
      const { status } = await ask(node.url, articleOf(`limited-${n}`))
      if (status !== 200) refused.push(status)
    }
    expectThat(refused.length === 20 && refused.every((status) => status === 503), `answered ${refused.join(', ')}`)
    limit('unlimited')
    const after = await ask(node.url, articleOf('lifted'), 'lifted')
    expectThat(after.receipt !== undefined, `afterwards it answered ${after.status}: ${node.said().slice(-300)}`)
    expectThat((await node.stop()) === 0, 'it did not end by itself')
    return `503, then on by itself; ${await nothingLost(join(cwd, 'records.sqlite'), new Map([['lifted', after.receipt]]))} records, chain sound`
  } finally {
    if (node.child.exitCode === null) await node.kill()
  }
})

const shared = place()
const node = await startNode('records.sqlite', { cwd: shared, env: { FINEPRINT_LOG: 'silent' }, gate: { mostPerAddress: 300 } })
// Where it is not asked for, there is nothing to be warm for.
if (!only) for (let i = 0; i < 600; i++) await ask(node.url, articleOf(`warm-${i}`))

await fault('Slow senders', '50 connections that send a byte of the body every 100 ms', () => beside(node, async () => {
  const sockets = Array.from({ length: 50 }, () => raw(node.port, `${HEAD}content-length: 5000\r\n\r\n{`))
  for (let i = 0; i < 25; i++) {
    for (const socket of sockets) socket.write(' ')
    await sleep(100)
  }
  for (const socket of sockets) socket.destroy()
  return 'they hold their sockets (30 s at the most) and nothing else'
}))
await fault('Slow senders are closed', 'one that says nothing, one in the middle of the head, one in the middle of the body', async () => {
  const cwd = place()
  const short = await startNode('records.sqlite', { cwd, gate: { headSeconds: 1, requestSeconds: 2 } })
  const sockets = ['', HEAD.slice(0, 60), `${HEAD}content-length: 500\r\n\r\n{"article"`].map((text) => raw(short.port, text).resume())
  const from = performance.now()
  await until(() => sockets.every((socket) => socket.closed), 'the end of slow connections', 20_000)
  const took = performance.now() - from
  await short.stop()
  expectThat((await nothingLost(join(cwd, 'records.sqlite'), new Map())) === 0, 'something was recorded')
  return `with limits of 1 and 2 s all were closed after ${(took / 1000).toFixed(1)} s (the gate looks every 2 s); nothing recorded`
})
await fault('Half requests', '200 connections that end in the middle of head or body', () => beside(node, async () => {
  for (let i = 0; i < 200; i++) {
    const socket = raw(node.port, i % 2 ? `${HEAD}content-length: 500\r\n\r\n{"article"` : HEAD.slice(0, 60))
    setTimeout(() => (i % 3 ? socket.destroy() : socket.end()), 50)
    await sleep(5)
  }
  return 'dropped, nothing recorded'
}))
const FLOOD = `import { connect } from 'node:net'
const counts = { answered: 0, closed: 0 }
await Promise.all(Array.from({ length: 2000 }, (_, i) => new Promise((done) => setTimeout(() => {
  let said = ''
  const socket = connect({ port: Number(process.argv[1]), host: '127.0.0.1', localAddress: '127.0.0.2' })
  socket.on('data', (data) => { said += data.toString('latin1'); socket.end() }).on('error', () => {}).on('close', () => { said.includes(' 401 ') ? counts.answered++ : counts.closed++; done() })
  socket.write('POST /v1/verdicts HTTP/1.1\\r\\nhost: gate\\r\\nconnection: close\\r\\ncontent-type: application/json\\r\\ncontent-length: 2\\r\\n\\r\\n{}')
}, i * 2))))
process.stdout.write(JSON.stringify(counts))`
await fault('Connection flood', '2,000 connections within four seconds, each with a request without credentials; healthy senders open a connection for every request', () => beside(node, async () => {
  // From a process of its own: what floods must not slow what is measured.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', FLOOD, String(node.port)])
  const { answered, closed } = JSON.parse(stdout) as { answered: number; closed: number }
  expectThat(answered + closed === 2000, `${answered} were answered, ${closed} closed`)
  return `${answered} answered 401, ${closed} closed unread`
}, true))
await fault('Connections that say nothing', '1,500 at once from one address, 300 allowed each (`mostPerAddress`); healthy senders come from another', () => beside(node, async () => {
  const sockets = Array.from({ length: 1500 }, () => raw(node.port, '', '127.0.0.2').resume())
  await until(() => sockets.filter((socket) => socket.closed).length >= 1200, 'connections closed unread')
  await sleep(2000)
  const open = sockets.filter((socket) => !socket.closed).length
  for (const socket of sockets) socket.destroy()
  expectThat(open <= 300, `${open} were kept`)
  return `${1500 - open} closed unread, ${open} kept (10 s at the most)`
}, true))
const expectStatus = (status: number, make: () => Promise<{ status: number }>, times = 20) => async () => {
  for (let i = 0; i < times; i++) {
    const { status: found } = await make()
    expectThat(found === status, `expected ${status}, found ${found}`)
  }
  return `${status}, nothing recorded`
}
const big = JSON.stringify({ article: { text: 'word '.repeat(2_000_000) }, context: { site: 's', article: 'a' } })
const nested = Buffer.from(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)
const bigBy = (head: string) => () => new Promise<{ status: number }>((resolve) => {
  // By hand: a client that goes on sending after the answer would only see a reset.
  const socket = raw(node.port, HEAD + head)
  let status = 0
  socket.once('data', (data) => {
    status = Number(data.toString().slice(9, 12))
    socket.destroy()
  })
  socket.once('close', () => resolve({ status }))
  socket.write(head.includes('chunked') ? `${big.length.toString(16)}\r\n${big}\r\n0\r\n\r\n` : big)
})
await fault('Body of 10 MB', 'over and over for three seconds, with its length and in chunks', () => beside(node, async () => {
  await expectStatus(413, bigBy(`content-length: ${Buffer.byteLength(big)}\r\n\r\n`), 5)()
  return expectStatus(413, bigBy('transfer-encoding: chunked\r\n\r\n'), 5)()
}))
await fault('Deeply nested JSON', '1,000,000 brackets, over and over for three seconds', () => beside(node, expectStatus(400, () => ask(node.url, nested), 10)))
await fault('Invalid UTF-8', 'a body with lone and overlong bytes, over and over for three seconds', () => beside(node, expectStatus(400, () => ask(node.url, new Uint8Array([123, 34, 0xc0, 0x80, 0xff, 34, 125])))))
/** A Word document that would unpack to a thousand times its size. */
function bomb(): Buffer {
  const name = Buffer.from('word/document.xml')
  const whole = Buffer.alloc(40_000_000, 'a')
  const packed = deflateRawSync(whole, { level: 9 })
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(whole), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(whole.length, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end])
}
await fault('Zip-bomb-like .docx', 'a document of some 40 KB that would unpack to 40 MB: as a body, as a format, as a text', async () => {
  const document = bomb()
  const sent = await ask(node.url, document, undefined, { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' })
  const named = await ask(node.url, { article: { text: document.toString('base64'), format: 'docx' }, context: { site: 's', article: 'a' } })
  const text = await ask(node.url, { article: { text: document.toString('latin1'), format: 'plain' }, context: { site: 's', article: 'a' } })
  expectThat(sent.status === 415 && named.status === 400 && text.status === 200, `found ${sent.status}, ${named.status} and ${text.status}`)
  return `the gate takes no .docx and unpacks nothing: 415 as a body, 400 as a format; as a text its ${document.length} bytes are read as they are`
})
const hostile: [string, string, object][] = [
  ['Deeply nested HTML', '50,000 elements inside each other', { text: `${'<div><b>'.repeat(25_000)}Norland sent 4,200 inspectors.`, format: 'html' }],
  ['Deeply nested Markdown', '20,000 quotation marks and brackets', { text: `${'> '.repeat(10_000)}x ${'[('.repeat(10_000)}4,200 inspectors`, format: 'markdown' }],
  ['Pathological article', '1 MB without a full stop, a figure every second word', { text: '4,200 inspectors, according to ministry, 12% of '.repeat(20_000), format: 'plain' }],
  ['Pathological article, in Markdown', '1 MB of emphasis, links and tables that never end', { text: `${'*a **b _c [d](e '.repeat(30_000)}\n\n|${'a|'.repeat(200_000)}`, format: 'markdown' }],
]
for (const [name, tried, article] of hostile) {
  await fault(name, tried, () => beside(node, async () => {
    const answer = await ask(node.url, { article, context: { site: 's', article: name } })
    expectThat(answer.status === 200 || answer.status === 400 || answer.status === 503, `answered ${answer.status}`)
    expectThat(answer.verdict !== 'pass', 'it passed unread')
    return `${answer.status}${answer.verdict ? ` ${answer.verdict}` : ''} after ${round(answer.took)} ms`
  }))
}

/** A delivery signed as Standard Webhooks wants it, at a time in seconds. */
const signed = (body: string, { at = Math.floor(Date.now() / 1000), id = 'msg_1' } = {}) => {
  const key = Buffer.from(SECRET.slice(6), 'base64')
  return { authorization: '', 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}` }
}
await fault('Forged, replayed and stale signatures', 'another body, another id, another secret’s, cut off, of another scheme, six minutes old, six minutes ahead, a time that is none; the same delivery twice; an id for two bodies', async () => {
  const body = JSON.stringify(articleOf('signed'))
  const other = JSON.stringify(articleOf('other'))
  const now = Math.floor(Date.now() / 1000)
  const statusOf = async (sent: string, headers: Record<string, string>) => (await ask(node.url, sent, undefined, headers)).status
  const good = signed(body)
  const forged: Record<string, string>[] = [
    signed(other), { ...good, 'webhook-id': 'msg_2' }, signed(body, { at: now - 360 }), signed(body, { at: now + 360 }), { ...good, 'webhook-timestamp': 'now' }, { ...good, 'webhook-timestamp': '' },
    { ...good, 'webhook-signature': 'v1,AAAA' }, { ...good, 'webhook-signature': good['webhook-signature'].slice(0, -4) }, { ...good, 'webhook-signature': good['webhook-signature'].replace('v1,', 'v1a,') },
    { ...good, 'webhook-signature': `v1,${createHmac('sha256', 'another secret').update(`msg_1.${now}.${body}`).digest('base64')}` },
    { authorization: '', 'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}` }, { ...good, 'webhook-signature': 'v1,AAAA', authorization: `Bearer ${TOKEN}` },
    { authorization: 'Bearer nobody-gave-this-out' }, { authorization: '' },
  ]
  const statuses = await Promise.all(forged.map((headers) => statusOf(body, headers)))
  expectThat(statuses.every((status) => status === 401), `found ${statuses.join(', ')}`)
  const [first, again] = [await ask(node.url, body, undefined, good), await ask(node.url, body, undefined, good)]
  expectThat(first.receipt !== undefined && first.receipt.seq === again.receipt?.seq, 'a replay made a second record')
  expectThat((await statusOf(other, signed(other))) === 409, 'an id was used for two bodies')
  return `401 for all ${forged.length}; a replay gets the first answer and makes no record; the id with another body is a 409`
})
if (!only) expectThat((await node.stop()) === 0, 'the gate did not end by itself')
else await node.kill()
await fault('The chain after all of it', 'the records of the gate that met the faults above', async () => {
  const records = await nothingLost(join(shared, 'records.sqlite'), beside.acknowledged)
  return `${records} records, sound; all ${beside.acknowledged.size} that were acknowledged to healthy senders are there`
})
beside.end()

const FAKETIME = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1'].find(existsSync)
await fault('Clock jump', 'the clock of a running gate set a year ahead and a year back (`faketime`) under load, three times each, and once between two starts', async () => {
  if (!FAKETIME) return 'not tried: faketime is not installed (apt-get install faketime)'
  const cwd = place()
  const clock = join(cwd, 'clock')
  const DAY = 86_400
  const env = { LD_PRELOAD: FAKETIME, FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' }
  const jump = (days: number) => writeFileSync(clock, `${days < 0 ? '-' : '+'}${Math.abs(days * DAY)}`)
  jump(0)
  let jumped = await startNode('records.sqlite', { cwd, env: { ...env, FINEPRINT_TOKENS: `load:review:${TOKEN} second:review:a-second-token-to-approve` }, gate: { holdOn: 'info', warnOn: 'info' } })
  const { url, port } = jumped
  const acknowledged = new Map<string, Receipt>()
  const body = (name: string) => JSON.stringify(articleOf(name))
  const deliver = async (id: string, at: number, name = id) => {
    const answer = await ask(url, body(name), undefined, signed(body(name), { at, id }))
    if (answer.receipt) acknowledged.set(id, answer.receipt)
    return answer
  }
  const post = async (path: string, asked: object, token = TOKEN) => {
    const response = await fetch(url + path, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(asked) })
    return { status: response.status, body: (await response.json()) as { id: string; verdict: string; receipt: Receipt & { textHash: string } } }
  }
  const now = () => Math.floor(Date.now() / 1000)
  try {
    // A waiver until tomorrow, approved by somebody else.
    const article = { article: { text: 'Norland sent 4,200 inspectors to the border in May.', format: 'markdown' }, context: { site: 'daily', article: 'waived' } }
    const held = await post('/v1/verdicts', article)
    expectThat(held.body.verdict === 'hold', `expected hold, found ${held.body.verdict}`)
    const waiver = await post('/v1/waivers', {
      site: 'daily', article: 'waived', textHash: held.body.receipt.textHash, rules: ['statistic-attribution'], reason: 'the minister said it to us', until: new Date(Date.now() + DAY * 1000).toISOString(),
    })
    expectThat((await post(`/v1/waivers/${waiver.body.id}/decision`, { decision: 'approve', reason: 'seen the notes' }, 'a-second-token-to-approve')).status === 200, 'the waiver was not approved')
    const waived = async () => (await post('/v1/verdicts', article)).body.verdict !== 'hold'
    expectThat(await waived(), 'an approved waiver does not hold')

    const senders = load(() => url, 3)
    let replays = 0
    for (let turn = 0; turn < 3; turn++) {
      for (const days of [365, -365]) {
        const goal = senders.acknowledged.size + 10
        jump(days)
        await until(() => senders.acknowledged.size >= goal, 'verdicts after a jump')
        const [ahead, truly] = [now() + days * DAY, now()]
        expectThat((await deliver(`true-${turn}-${days}`, truly)).status === 401, 'a delivery of the true time was taken by a gate whose clock is a year off')
        const recorded = `off-${turn}-${days}`
        expectThat((await deliver(recorded, ahead)).status === 200, 'a delivery of the gate’s own time was refused')
        expectThat((await waived()) === days < 0, `the waiver ${days < 0 ? 'ran out in the past' : 'outlived its end'}`)
        jump(0)
        await until(() => senders.acknowledged.size >= goal + 10, 'verdicts after a jump back')
        // The recorded delivery again, by the true clock: its time is a year off. Signed afresh it gets the first answer.
        expectThat((await deliver(recorded, ahead)).status === 401, 'a delivery of another year was taken')
        const again = await ask(url, body(recorded), undefined, signed(body(recorded), { id: recorded }))
        expectThat(again.receipt?.seq === acknowledged.get(recorded)!.seq, 'a repeated delivery made another record')
        expectThat(await waived(), 'the waiver did not come back')
        replays++
      }
    }
    await senders.end()
    for (const [key, receipt] of senders.acknowledged) acknowledged.set(key, receipt)
    expectThat((await jumped.stop()) === 0, 'it did not end by itself')
    jump(-365)
    jumped = await startNode('records.sqlite', { cwd, port, env })
    expectThat((await deliver('after-a-start', now() - 365 * DAY)).status === 200, 'a gate that starts in the past did not answer')
    expectThat((await jumped.stop()) === 0, 'it did not end by itself')
    const records = await nothingLost(join(cwd, 'records.sqlite'), acknowledged)
    return `${records} records in the order they were written, whatever the clock said; deliveries of another time are 401 in both directions, ${replays} replayed ones too; a repeated id makes no second record; a waiver runs out by the gate’s clock, and holds again when that is set right`
  } finally {
    if (jumped.child.exitCode === null) await jumped.kill()
  }
})

await fault('Stopped under load', 'SIGTERM with four senders at work', async () => {
  const cwd = place()
  const stopping = await startNode('records.sqlite', { cwd })
  const senders = load(() => stopping.url, 4)
  await until(() => senders.acknowledged.size >= 100, 'load')
  const from = performance.now()
  const code = await stopping.stop()
  const took = performance.now() - from
  await senders.end()
  expectThat(code === 0, `it ended with ${code}`)
  await nothingLost(join(cwd, 'records.sqlite'), senders.acknowledged)
  return `ends by itself after ${round(took)} ms; requests under way were answered, ${senders.acknowledged.size} acknowledged, all there`
})

rmSync(work, { recursive: true, force: true })
const failed = rows.filter(({ sound }) => !sound).length
console.log(`${rows.length} faults tried in ${Math.round((performance.now() - began) / 1000)} s, ${failed === 0 ? 'all as they should be' : `${failed} FAILED`}`)
if (!only && (failed === 0 || process.argv.includes('--write'))) {
  writeFileSync(join(root, 'docs', 'reliability.md'), `# What was tried with the gate, and what happened

Written by \`npx tsx scripts/gate/faults.ts\`: real processes on loopback, Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.
*Acknowledged* is a verdict with a receipt that reached its sender. After every fault the chain was checked record by record, the file by SQLite itself, and
every acknowledged record had to stand there with the hash of its receipt. Healthy requests come one after the other from a process of their own; *normal*
is measured before and after the fault. A row fails, and the run with it, where their p99 is more than ${MOST_SLOWER}× normal in two measurements.

| Fault | Tried | What happened |
| --- | --- | --- |
${rows.map(({ name, tried, happened }) => `| ${name} | ${tried} | ${happened.replace(/\|/gu, '\\|').replace(/\n/gu, ' ')} |`).join('\n')}

What a sender does about it: send again with the same \`webhook-id\` until there is an answer. The same id makes one record, and its answer
does not change. A gate that does not answer holds in every integration of this package, unless the desk has chosen otherwise.
`)
}
process.exit()
