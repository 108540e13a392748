import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../test/adapters/gate/private-postgres.ts'

const root = join(import.meta.dirname, '..', '..')
export const program = process.env['FINEPRINT_PROGRAM'] ?? join(root, 'dist', 'cli', 'fineprint.cjs')
export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`
export const TOKEN = 'only-for-trying-faults'

/** A gate in a process of its own. */
export interface Node {
  readonly url: string
  readonly port: number
  readonly child: ChildProcess
  readonly startedIn: number
  said(): string
  kill(): Promise<void>
  stop(): Promise<number | null>
}

/** Starts a gate, of the built package, and waits until it is ready. */
export async function startNode(store: string, { cwd, port, env = {}, gate = {} }: { cwd: string; port?: number; env?: Record<string, string>; gate?: object }): Promise<Node> {
  writeFileSync(join(cwd, 'fineprint.config.json'), JSON.stringify({ preset: 'recommended', gate: { mostPerMinute: 1_000_000, ...gate } }))
  const at = port ?? (await freePort())
  const began = performance.now()
  const child = spawn(process.execPath, [program, 'gate', '--port', String(at), '--store', store], {
    cwd, env: { ...process.env, FINEPRINT_LOG: 'warn', FINEPRINT_WEBHOOK_SECRET: SECRET, FINEPRINT_TOKENS: `load:review:${TOKEN}`, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-8000)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const url = `http://127.0.0.1:${at}`
  for (;;) {
    if (await fetch(`${url}/readyz`).then((r) => r.ok, () => false)) break
    if (child.exitCode !== null || performance.now() - began > 60_000) {
      const isRunning = child.exitCode === null
      child.kill('SIGKILL')
      throw new Error(`the gate did not start${isRunning ? ', and was still running' : ''}: ${text}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return {
    url, port: at, child, startedIn: performance.now() - began, said: () => text,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** What a sender asks about: every one another text, so that records differ. */
export const articleOf = (n: string | number) => ({
  article: { text: `# Story ${n}\n\nNorland sent 4,${String(n).slice(-3).padStart(3, '0')} inspectors to the border in May, according to its interior ministry.\n\nSome 310 ships left port.\n`, format: 'markdown' },
  context: { site: 'daily', article: String(n), author: 'Ines Ruiz' },
})

export interface Receipt { readonly id: string; readonly seq: number; readonly hash: string }

/** Asks as the service. Gives the status, and the receipt where there is one; 0 where nobody answered. */
export async function ask(url: string, body: unknown, id?: string, headers: Record<string, string> = {}): Promise<{ status: number; receipt?: Receipt; verdict?: string; took: number }> {
  const began = performance.now()
  try {
    const response = await fetch(`${url}/v1/verdicts`, {
      method: 'POST', signal: AbortSignal.timeout(30_000),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, ...(id ? { 'webhook-id': id } : {}), ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
    })
    const answer = (await response.json()) as { receipt?: Receipt; verdict?: string }
    return { status: response.status, ...(answer.receipt ? { receipt: answer.receipt } : {}), ...(answer.verdict ? { verdict: answer.verdict } : {}), took: performance.now() - began }
  } catch {
    return { status: 0, took: performance.now() - began }
  }
}
