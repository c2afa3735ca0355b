import { and, asc, eq, sql } from 'drizzle-orm'
import type { LivePhase } from '#shared/model/live-session.ts'
import type { Database } from '../platform/database/database.ts'
import { liveSessionEntries, liveSessions } from './sessions.schema.ts'
import type { LoggedEntry } from './state/entries.ts'

/** What is kept of a session beside its log, so that it is found. */
export interface SessionMark {
  phase: LivePhase
  staffIds: string[]
}

export const sessionsRepository = (db: Database) => ({
  async find(sessionId: string) {
    const [row] = await db.select().from(liveSessions).where(eq(liveSessions.sessionId, sessionId))
    return row
  },

  /** Ids of those that are being held now. */
  async live(): Promise<string[]> {
    const rows = await db
      .select({ id: liveSessions.sessionId })
      .from(liveSessions)
      .where(eq(liveSessions.phase, 'live'))
    return rows.map(({ id }) => id)
  },

  async begin(sessionId: string): Promise<void> {
    await db.insert(liveSessions).values({ sessionId }).onConflictDoNothing()
  },

  async log(sessionId: string): Promise<LoggedEntry[]> {
    const rows = await db
      .select()
      .from(liveSessionEntries)
      .where(eq(liveSessionEntries.sessionId, sessionId))
      .orderBy(asc(liveSessionEntries.seq))
    return rows.map(({ seq, id, byId, byName, byLanyard, at, entry }) => ({
      seq,
      id,
      by: { id: byId, name: byName, lanyard: byLanyard },
      at,
      entry,
    }))
  },

  /** Stores entries that follow number `after`; false where somebody else wrote meanwhile, and nothing is stored. */
  append: (
    sessionId: string,
    after: number,
    entries: readonly LoggedEntry[],
    { phase, staffIds }: SessionMark,
  ): Promise<boolean> =>
    db.transaction(async (transaction) => {
      const [row] = await transaction
        .update(liveSessions)
        .set({ lastSeq: after + entries.length, phase, staffIds })
        .where(and(eq(liveSessions.sessionId, sessionId), eq(liveSessions.lastSeq, after)))
        .returning({ seq: liveSessions.lastSeq })
      if (!row) return false
      const rows = entries.map(({ seq, id, by, at, entry }) => ({
        seq,
        id,
        by_id: by.id,
        by_name: by.name,
        by_lanyard: by.lanyard,
        at,
        entry,
      }))
      // One parameter for all rows, however many there are.
      await transaction.execute(sql`
        insert into live_session_entry (session_id, seq, id, by_id, by_name, by_lanyard, at, entry)
        select ${sessionId}::uuid, seq, id, by_id, by_name, by_lanyard, at, entry
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one(seq int, id uuid, by_id text, by_name text, by_lanyard text, at timestamptz, entry jsonb)`)
      return true
    }),
})

export type SessionsRepository = ReturnType<typeof sessionsRepository>
