import { createRequire } from 'node:module'
import { isAbsolute, join, resolve } from 'node:path'
import { nearest } from '../../lint/config.ts'
import type { Reporter } from '../../lint/report.ts'
import { reporters as builtIn } from '../../reporters/index.ts'
import { importCode, type ImportModule } from '../load-config.ts'
import { UsageError } from './args.ts'

/**
 * The reporter that `--format` names and this package does not have: one of the config, a file, or an installed package; of both the
 * default export.
 * @param own those of the config
 * @throws UsageError, one line
 */
export async function ownReporter(name: string, own: ReadonlyMap<string, Reporter>, cwd: string, importModule: ImportModule | undefined): Promise<Reporter> {
  const listed = own.get(name)
  if (listed) return listed
  const path = pathOf(name, cwd)
  if (path === undefined) {
    const known = [...Object.keys(builtIn), ...own.keys()]
    const near = nearest(name, known)
    throw new UsageError(`--format: \`${name}\` is unknown, expected ${known.join(', ')}, a file or a package${near ? `; did you mean \`${near}\`?` : ''}`)
  }
  const loaded = await importCode(path, importModule).catch((error: unknown) => {
    throw new UsageError(`--format: \`${name}\` cannot be read: ${(error instanceof Error ? error.message : String(error)).split('\n', 1)[0]}`, { cause: error })
  })
  if (typeof loaded !== 'function') throw new UsageError(`--format: \`${name}\` has no reporter, expected a function as its default export`)
  return loaded as Reporter
}

function pathOf(name: string, cwd: string): string | undefined {
  if (/^\.{1,2}[/\\]/u.test(name) || isAbsolute(name) || /\.[cm]?[jt]s$/u.test(name)) return resolve(cwd, name)
  try {
    return createRequire(join(cwd, 'package.json')).resolve(name)
  } catch {
    return undefined
  }
}
