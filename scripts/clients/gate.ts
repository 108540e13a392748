import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../../test/adapters/gate/private-postgres.ts'
import { fresh, root, tarball } from './place.ts'

export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`
export const TOKEN = 'only-for-trying-clients'
export const OPEN = 'Norland sent 4,200 inspectors to the border in May.'
export const SOURCED = 'Norland sent 4,200 inspectors to the border in May, according to its interior ministry.'

/** A gate as its users start it, from the built package. */
export interface ClientGate {
  readonly url: string
  records(): Promise<{ kind: string; article: string; verdict: string }[]>
  stop(): void
}

export async function clientGate(): Promise<ClientGate> {
  if (!process.env['FINEPRINT_PROGRAM']) tarball()
  const program = process.env['FINEPRINT_PROGRAM'] ?? join(root, 'dist', 'cli', 'fineprint.cjs')
  const port = await freePort()
  const child = start(process.execPath, [program, 'gate', '--port', String(port), '--preset', 'recommended', '--store', 'records.sqlite'], fresh('gate'), {
    FINEPRINT_WEBHOOK_SECRET: SECRET, FINEPRINT_TOKENS: `desk:review:${TOKEN}`,
  })
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/readyz`, 30, child.said)
  return {
    url,
    async records() {
      const response = await fetch(`${url}/v1/records`, { headers: { authorization: `Bearer ${TOKEN}` } })
      return ((await response.json()) as { records: { kind: string; article: string; verdict: string }[] }).records
    },
    stop: child.stop,
  }
}

/** A program that runs beside the test, and all it starts itself. */
export function start(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): { readonly child: ChildProcess; said(): string; stop(): void } {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-20_000)))
  return {
    child,
    said: () => text,
    stop() {
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    },
  }
}

/** Waits until an address answers. */
export async function answers(url: string, seconds: number, said: () => string = () => ''): Promise<void> {
  for (let i = 0; i < seconds * 4; i++) {
    if (await fetch(url).then((r) => r.status < 500, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${url} does not answer: ${said().slice(-2000)}`)
}
