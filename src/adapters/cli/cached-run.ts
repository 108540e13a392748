import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readTextFile } from '../text-file.ts'
import { ResultCache } from './cache.ts'
import { hasFailed, type Outcome } from './check-files.ts'
import type { Installed, Session } from './main.ts'
import { isWord } from './open.ts'
import { SettingsReader } from './settings.ts'

/** Checks files, those alone that no earlier run has checked as they are. */
export async function checkThroughCache({ args, cwd, environment, installed }: Session, paths: readonly string[], check: (paths: readonly string[]) => Promise<Outcome[]>): Promise<Outcome[]> {
  const folder = environment['FINEPRINT_CACHE_DIR']
  const path = args.cacheLocation !== undefined ? resolve(cwd, args.cacheLocation) : join(folder ? resolve(cwd, folder) : cwd, '.fineprintcache')
  const cache = new ResultCache(path, versionOf(installed), cwd, args.cacheStrategy === 'content')
  const reader = new SettingsReader(args, cwd, environment, installed.importModule)
  const known = new Map<string, Outcome>()
  for (const file of paths) {
    // What a Word document says is not its text: it is read each time.
    const found = !isWord(file) && existsSync(resolve(cwd, file)) ? cache.find(file, await reader.for(file), () => readSafely(resolve(cwd, file))) : undefined
    if (found) known.set(file, found)
  }
  const fresh = await check(paths.filter((file) => !known.has(file)))
  for (const outcome of fresh) {
    known.set(outcome.path, outcome)
    if (!hasFailed(outcome) && !outcome.isWord) cache.keep(outcome, await reader.for(outcome.path), outcome.text || readSafely(resolve(cwd, outcome.path)))
  }
  cache.save()
  return paths.flatMap((file) => known.get(file) ?? [])
}

function readSafely(path: string): string {
  try {
    return readTextFile(path)
  } catch {
    return ''
  }
}

/** The version, and of a built program also which build it is. */
function versionOf({ root, worker }: Installed): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const bundle = worker === undefined ? undefined : statSync(join(dirname(worker), 'bundle.cjs'), { throwIfNoEntry: false })
  return bundle ? `${version}+${bundle.size}.${bundle.mtimeMs}` : version
}
