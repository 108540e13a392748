import type { Store } from './store.ts'

/** The records at a path (SQLite) or at an address (PostgreSQL); their tables are made or brought up to date. */
export async function openStore(at: string): Promise<Store> {
  if (!/^postgres(?:ql)?:\/\//u.test(at)) return (await import('./sqlite.ts')).openSqlite(at)
  return (await import('./postgres.ts')).openPostgres(at)
}
