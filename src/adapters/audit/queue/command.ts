import type { AuditOptions } from '../options.ts'
import type { AuditSurroundings } from '../run.ts'

export async function followQueue(command: string, _options: AuditOptions, _database: string, _around: AuditSurroundings): Promise<number> {
  throw new Error(`not built: ${command}`)
}
