import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FileError } from '../text-file.ts'
import type { gateCommand as GateCommand } from '../gate/command.ts'
import type { Installed } from './main.ts'

/**
 * `fineprint gate …`: started from the library beside the program, not from the program's one file, for the gate stays, works
 * in threads of its own and brings packages that a run on one article has no use for.
 */
export async function gateCommand(argv: readonly string[], { root, worker, importModule }: Installed): Promise<number> {
  const source = '../gate/command.ts'
  const built = worker && pathToFileURL(join(dirname(worker), '..', 'src', 'adapters', 'gate', 'command.js')).href
  let command: { readonly gateCommand: typeof GateCommand }
  try {
    command = (await (built && importModule ? importModule(built) : import(source))) as typeof command
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new FileError(`the gate cannot be started: ${(error as Error).message.split('\n', 1)[0]}`)
  }
  return command.gateCommand(argv, { cwd: process.cwd(), environment: process.env, root })
}
