import { Worker } from 'node:worker_threads'
import type { Store } from './store.ts'

/** The records at a path (SQLite) or at an address (PostgreSQL); their tables are made or brought up to date. */
export async function openStore(at: string): Promise<Store> {
  if (/^postgres(?:ql)?:\/\//u.test(at)) return (await import('./postgres.ts')).openPostgres(at)
  const { openSqlite } = await import('./sqlite.ts')
  // Not every Node can start a thread from TypeScript, and what is in memory belongs to one thread.
  if (import.meta.url.endsWith('.ts') || at === ':memory:') return openSqlite(at)
  return openSqlite(at, () => new Worker(new URL('./sqlite-writer.js', import.meta.url), { workerData: { path: at } }))
}
