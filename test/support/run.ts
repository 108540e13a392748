import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs Node with these arguments, without colours. */
export function node(cwd: string, ...args: string[]): Ended {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:FORCE_COLOR|VITEST|NODE_OPTIONS|NODE_ENV)/u.test(name)))
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...environment, NO_COLOR: '1' } })
  return { code: status, out: stdout, err: stderr }
}

/** Runs a program of a package that is installed in the folder or above it. */
export function bin(cwd: string, name: string, ...args: string[]): Ended {
  return node(cwd, program(cwd, name), ...args)
}

function program(from: string, name: string): string {
  for (let at = from; ; at = dirname(at)) {
    const manifest = join(at, 'node_modules', name, 'package.json')
    if (existsSync(manifest)) {
      const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> }
      return join(dirname(manifest), typeof bins === 'string' ? bins : (bins[name] ?? Object.values(bins)[0]!))
    }
    if (dirname(at) === at) throw new Error(`${name} is not installed above ${from}`)
  }
}
