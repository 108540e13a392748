import type { AuditCommand, AuditOptions } from '../options.ts'
import type { AuditSurroundings } from '../run.ts'
import { enqueue } from './enqueue.ts'
import { reportRun, status } from './status.ts'
import { openDatabase } from './store.ts'
import { work } from './work.ts'

/** The commands that need a database. Gives the exit code. */
export async function followQueue(command: AuditCommand, options: AuditOptions, url: string, around: AuditSurroundings): Promise<number> {
  const pool = await openDatabase(url, options.threads + 6)
  try {
    if (command === 'enqueue') return await enqueue(pool, options, around)
    if (command === 'work') return await work(pool, options, around)
    return command === 'status' ? await status(pool, options, around) : await reportRun(pool, options, around)
  } finally {
    await pool.end()
  }
}
