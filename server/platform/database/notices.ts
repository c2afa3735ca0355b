import { sql } from 'drizzle-orm'
import pg from 'pg'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Queryable } from './database.ts'

const CHANNEL = 'fairloom'

/** Something that happened in one process and that the others should know. It carries ids, never content. */
export const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asset'), assetId: z.string(), productId: z.string(), companyId: z.string() }),
  z.object({ kind: z.literal('stand'), standId: z.string(), hallId: z.string() }),
  z.object({ kind: z.literal('searched'), companyId: z.string() }),
  z.object({ kind: z.literal('session'), userId: z.string() }),
  z.object({ kind: z.literal('enquiry'), enquiryId: z.string() }),
])
export type Notice = z.infer<typeof Notice>

/** Tells all processes when the transaction commits, and only then. */
export const tell = async (db: Queryable, notice: Notice): Promise<void> => {
  await db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`)
}

/** Listens to every notice; after a lost connection it listens again and calls `onGap`, as some may be missed. */
export const listenToNotices = async (
  url: string,
  log: Log,
  onNotice: (notice: Notice) => void,
  onGap: () => void,
): Promise<{ close(): Promise<void> }> => {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('error', () => undefined)
    next.on('notification', ({ payload }) => {
      const parsed = Notice.safeParse(JSON.parse(payload ?? 'null'))
      if (parsed.success) onNotice(parsed.data)
    })
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    client = next
    next.on('end', () => {
      if (!closed) again()
    })
  }
  const again = (): void => {
    retry = setTimeout(() => {
      connect().then(onGap, (error: unknown) => {
        log.warn({ error: String(error) }, 'waiting for the database to listen again')
        again()
      })
    }, 1000)
  }
  await connect()
  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
