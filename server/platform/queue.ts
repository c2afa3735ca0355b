import { PgBoss } from 'pg-boss'
import type { Transaction } from './database/database.ts'
import type { Log } from './log.ts'
import { sql } from 'drizzle-orm'

export type JobHandler = (data: unknown, signal: AbortSignal) => Promise<void>

/** Jobs live in PostgreSQL: they survive any crash, and any number of workers share them. */
export interface Queue {
  /**
   * Adds a job in the caller's transaction: it exists exactly if the rows beside it do. Jobs of higher `priority` come
   * first, those of the same in the order in which they were added.
   */
  add(transaction: Transaction, name: string, data: Record<string, unknown>, priority?: number): Promise<void>
  /** Works on `lanes` jobs at a time until `close`, by default one. A job that throws is tried again, `retryLimit` times. */
  work(name: string, handler: JobHandler, lanes?: number): Promise<void>
  /**
   * The same for jobs of this name that failed for good: each try threw, or its worker was killed. They are
   * kept until somebody works on them.
   */
  workDead(name: string, handler: JobHandler): Promise<void>
  close(): Promise<void>
}

// A killed worker's job is taken up again when its heartbeat has been silent for this long.
const HEARTBEAT_S = 15
const EXPIRE_S = 900
const LIMITS = { retryLimit: 2, retryDelay: 1, expireInSeconds: EXPIRE_S, heartbeatSeconds: HEARTBEAT_S }

const deadLetterOf = (name: string) => `${name}-dead`

/** drizzle's `sql` from a statement with $1, $2, … so that pg-boss can run inside a drizzle transaction. */
const statement = (text: string, values: readonly unknown[]) => {
  const parts = text.split(/\$(\d+)/)
  return sql.join(
    parts.map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`)),
  )
}

/** Opens the queues of these names. */
export const openQueue = async (url: string, names: readonly string[], log: Log): Promise<Queue> => {
  const boss = new PgBoss({ connectionString: url, schema: 'queue', max: 4 })
  boss.on('error', (error) => log.warn({ error: error.message }, 'queue'))
  await boss.start()
  for (const name of names) {
    const deadLetter = deadLetterOf(name)
    await boss.createQueue(deadLetter, LIMITS)
    await boss.createQueue(name, { ...LIMITS, deadLetter })
    // A queue that is there already is left as it is by `createQueue`.
    await boss.updateQueue(name, { ...LIMITS, deadLetter })
  }
  const work = async (name: string, handler: JobHandler, lanes = 1) => {
    await boss.work<unknown>(
      name,
      {
        batchSize: 1,
        localConcurrency: lanes,
        pollingIntervalSeconds: 0.5,
        heartbeatRefreshSeconds: HEARTBEAT_S / 3,
      },
      async ([job]) => {
        if (job) await handler(job.data, job.signal)
      },
    )
  }
  return {
    async add(transaction, name, data, priority = 0) {
      const executeSql = async (text: string, values: unknown[] = []) => {
        const { rows } = await transaction.execute(statement(text, values))
        return { rows }
      }
      await boss.send(name, data, { db: { executeSql }, priority })
    },
    work,
    workDead: (name, handler) => work(deadLetterOf(name), handler),
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
