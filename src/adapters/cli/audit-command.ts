import type { auditCommand as AuditCommand } from '../audit/command.ts'
import { fromLibrary } from './from-library.ts'
import type { Installed } from './main.ts'

/** `fineprint audit …` */
export async function auditCommand(argv: readonly string[], installed: Installed): Promise<number> {
  const command = (await fromLibrary('audit', installed)) as { readonly auditCommand: typeof AuditCommand }
  return command.auditCommand(argv, { cwd: process.cwd(), environment: process.env, root: installed.root })
}
