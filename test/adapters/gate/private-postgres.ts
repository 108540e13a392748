import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL of our own on loopback. */
export interface PrivatePostgres {
  readonly url: string
  /** A fresh, empty database. */
  database(name: string): string
  restart(mode?: 'fast' | 'immediate'): void
  stop(): void
}

/** The folder of Debian's programs; undefined where PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  try {
    const base = '/usr/lib/postgresql'
    const newest = readdirSync(base).sort((a, b) => Number(b) - Number(a))[0]
    return newest && readdirSync(join(base, newest, 'bin')).includes('initdb') ? join(base, newest, 'bin') : undefined
  } catch {
    return undefined
  }
}

/** Starts one in a folder that goes away with it. PostgreSQL refuses to run as root: there it runs as `postgres`. */
export async function startPostgres(programs: string): Promise<PrivatePostgres> {
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(tmpdir(), 'fp-pg-'))
  chmodSync(folder, 0o755)
  if (isRoot) execFileSync('chown', ['postgres', folder])
  const run = (program: string, ...args: string[]) => {
    const whole = [join(programs, program), ...args]
    const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...whole] : whole
    execFileSync(first!, rest, { stdio: 'ignore', cwd: folder })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'fp', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=50 -c shared_buffers=32MB`
  const start = () => run('pg_ctl', '-D', data, '-s', '-w', '-l', join(folder, 'server.log'), '-o', options, 'start')
  start()
  const url = (name: string) => `postgres://fp@127.0.0.1:${port}/${name}`
  return {
    url: url('postgres'),
    database(name) {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'fp', name)
      return url(name)
    },
    restart(mode = 'fast') {
      run('pg_ctl', '-D', data, '-s', '-w', '-m', mode, 'stop')
      start()
    },
    stop() {
      run('pg_ctl', '-D', data, '-s', '-w', '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
