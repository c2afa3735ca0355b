import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Log } from '../log.ts'

export type Database = NodePgDatabase & { $client: pg.Pool }
/** What a repository runs on: the pool, or one transaction of it. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Queryable = Database | Transaction

export interface DatabaseHandle {
  db: Database
  pool: pg.Pool
  close(): Promise<void>
}

/** Opens a pool on `url`. Connections that break are logged and replaced; the process lives on. */
export const openDatabase = (url: string, log: Log, maxConnections = 20): DatabaseHandle => {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, connectionTimeoutMillis: 5000 })
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection broke'))
  // One that is in use is not the pool's: its query fails, and unheard its end would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { db: drizzle(pool), pool, close: () => pool.end() }
}
