import type { gateCommand as GateCommand } from '../gate/command.ts'
import { fromLibrary } from './from-library.ts'
import type { Installed } from './main.ts'

/** `fineprint gate …` */
export async function gateCommand(argv: readonly string[], installed: Installed): Promise<number> {
  const command = (await fromLibrary('gate', installed)) as { readonly gateCommand: typeof GateCommand }
  return command.gateCommand(argv, { cwd: process.cwd(), environment: process.env, root: installed.root })
}
