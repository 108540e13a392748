import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileError } from '../text-file.ts'
import type { Installed } from './main.ts'

/**
 * A command that stays, works in threads of its own and brings packages that a run on one article has no use for: it is
 * started from the library beside the program, not from the program's one file.
 * @param host its folder among the adapters
 */
export async function fromLibrary(host: 'audit' | 'gate', { worker, importModule }: Installed): Promise<unknown> {
  const source = `../${host}/command.ts`
  const built = worker && pathToFileURL(join(dirname(worker), '..', 'src', 'adapters', host, 'command.js')).href
  try {
    return await (built && importModule ? importModule(built) : import(source))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new FileError(`the ${host} cannot be started: ${(error as Error).message.split('\n', 1)[0]}`)
  }
}
