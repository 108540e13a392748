import type pg from 'pg'

/**
 * Does work in one transaction of PostgreSQL: all of it stands, or none. A connection that cannot even be rolled back is
 * given up instead of returned to the pool.
 * @throws what the work throws
 */
export async function inTransaction<T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect()
  let broken: Error | undefined
  try {
    await db.query('BEGIN')
    const result = await work(db)
    await db.query('COMMIT')
    return result
  } catch (error) {
    await db.query('ROLLBACK').catch((failed: Error) => (broken = failed))
    throw error
  } finally {
    db.release(broken)
  }
}
