// Kills audits at random moments and holds what they come to against an undisturbed run: npx tsx scripts/audit/faults.ts [-- --kills 30] [--articles 2000]
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src/adapters/audit/queue/store.ts'
import { archive, auditProgram, type Running } from '../../test/adapters/audit/program.ts'
import { postgresPrograms, startPostgres } from '../../test/adapters/gate/private-postgres.ts'

const option = (name: string, otherwise: number) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise)
const kills = option('--kills', 30)
const articles = option('--articles', 2000)
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const program = await auditProgram()
const expectSame = (folder: string) => {
  const [found, expected] = [program.results(folder), program.results('undisturbed')]
  const same = found.length === expected.length && found.every((line, i) => line === expected[i]) && JSON.stringify(program.report(folder)) === JSON.stringify(program.report('undisturbed'))
  if (!same) process.exitCode = 1
  return same ? `${found.length} results and the report are those of an undisturbed run` : `FAILED: ${found.length} results, expected ${expected.length}`
}

/** Kills a program at a random moment of its work, so often, and starts it again each time. Gives how often it was at work. */
async function killAgain(times: number, start: () => Running, isAtWork: () => Promise<boolean>, most: number): Promise<number> {
  let hit = 0
  for (let i = 0; i < times; i++) {
    const { child, ended } = start()
    while (child.exitCode === null && !(await isAtWork())) await sleep(20)
    await sleep(Math.random() * most)
    if (child.exitCode === null) hit++
    child.kill('SIGKILL')
    await ended
  }
  return hit
}

program.write('a.jsonl', `${archive(articles)}no json\n`)
const began = Date.now()
await program.run(['--concurrency', '2', '--out', 'undisturbed', 'a.jsonl'])
const whole = Date.now() - began

const results = join(program.cwd, 'killed', 'results.jsonl')
const size = () => (existsSync(results) ? statSync(results).size : 0)
let last = 0
const local = await killAgain(kills, () => {
  last = size()
  return program.start(['--concurrency', '2', '--out', 'killed', 'a.jsonl'])
}, async () => size() > last, whole / kills)
await program.run(['--concurrency', '2', '--out', 'killed', 'a.jsonl'])
console.log(`one machine: kill -9, ${local} times while it wrote results; ${expectSame('killed')}`)

const programs = postgresPrograms()
if (!programs) console.log('many machines: not tried, PostgreSQL is not installed')
else {
  const postgres = await startPostgres(programs)
  const url = postgres.database('audit')
  const work = () => program.start(['work', '--database', url, '--concurrency', '1', '--lease', '1'])
  const enqueue = ['enqueue', '--database', url, '--batch', '20', 'a.jsonl']
  let last = 0
  const jobs = async () => (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM fineprint_audit.batches')).rows[0]!.n
  const pool = await openDatabase(url, 2)
  const enqueued = await killAgain(3, () => program.start(enqueue), async () => {
    const now = await jobs()
    const more = now > last || now * 20 >= articles
    last = now
    return more
  }, 50)
  await program.run(enqueue)
  const steady = work()
  const held = async () => (await pool.query('SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL')).rowCount! > 0
  const killed = await killAgain(Math.ceil(kills / 2), work, held, 2000)
  await pool.end()
  postgres.restart('immediate')
  await program.run(['work', '--database', url, '--concurrency', '1', '--lease', '1', '--until-done'])
  steady.child.kill('SIGTERM')
  const { code, err } = await steady.ended
  if (code !== 0) process.exitCode = 1
  await program.run(['report', '--database', url, '--out', 'many'])
  console.log(`many machines: kill -9 of enqueue ${enqueued} times, of one of two workers ${killed} times, the database stopped at once and started beside; ` +
    `${expectSame('many')}; the other worker ended with ${code}${err ? `, having said: ${err.trim()}` : ''}`)
  postgres.stop()
}
program.remove()
