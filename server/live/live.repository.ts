import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { liveRestrictions, type LiveRestriction } from './live.schema.ts'

export type RestrictionRow = typeof liveRestrictions.$inferSelect

export const liveRepository = (db: Database) => ({
  restrictions: (room: string): Promise<RestrictionRow[]> =>
    db.select().from(liveRestrictions).where(eq(liveRestrictions.room, room)),

  async restrictionOf(room: string, personId: string): Promise<LiveRestriction | undefined> {
    const [row] = await db
      .select({ restriction: liveRestrictions.restriction })
      .from(liveRestrictions)
      .where(and(eq(liveRestrictions.room, room), eq(liveRestrictions.personId, personId)))
    return row?.restriction
  },

  async restrict(row: Omit<RestrictionRow, 'at'>): Promise<void> {
    const { restriction, restrictedBy } = row
    await db
      .insert(liveRestrictions)
      .values(row)
      .onConflictDoUpdate({
        target: [liveRestrictions.room, liveRestrictions.personId],
        set: { restriction, restrictedBy, at: sql`now()` },
      })
  },

  async lift(room: string, personId: string): Promise<void> {
    await db
      .delete(liveRestrictions)
      .where(and(eq(liveRestrictions.room, room), eq(liveRestrictions.personId, personId)))
  },
})
