import { and, asc, desc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Lanyard } from '#shared/model/principal.ts'
import type { Queryable } from '../platform/database/database.ts'
import { chatMessages, chatMutes, chatRooms } from './chat.schema.ts'

export type MessageRow = typeof chatMessages.$inferSelect

export interface NewMessage {
  id: string
  standId: string
  authorId: string
  authorName: string
  authorLanyard: Lanyard
  text: string
}

export const chatRepository = (db: Queryable) => ({
  async find(id: string): Promise<MessageRow | undefined> {
    const [row] = await db.select().from(chatMessages).where(eq(chatMessages.id, id))
    return row
  },

  /**
   * Stores a message with the room's next number, in one statement. The room's row lock holds until its commit, so
   * numbers become visible in their order and without gaps; a duplicate id takes no number.
   */
  async append(message: NewMessage): Promise<MessageRow | undefined> {
    const { id, standId, authorId, authorName, authorLanyard, text } = message
    const room = db.$with('room').as(
      db
        .insert(chatRooms)
        .values({ standId, lastSeq: 1 })
        .onConflictDoUpdate({ target: chatRooms.standId, set: { lastSeq: sql`${chatRooms.lastSeq} + 1` } })
        .returning({ lastSeq: chatRooms.lastSeq }),
    )
    const [row] = await db
      .with(room)
      .insert(chatMessages)
      .select(
        sql`select ${id}::uuid, ${standId}::uuid, ${room.lastSeq}, ${authorId}::text, ${authorName}::text,
          ${authorLanyard}::text, ${text}::text, now(), null::timestamptz, null::text from ${room}`,
      )
      .returning()
    return row
  },

  async lastSeq(standId: string): Promise<number> {
    const [room] = await db.select().from(chatRooms).where(eq(chatRooms.standId, standId))
    return room?.lastSeq ?? 0
  },

  following: (standId: string, afterSeq: number, limit: number): Promise<MessageRow[]> =>
    db
      .select()
      .from(chatMessages)
      .where(and(eq(chatMessages.standId, standId), gt(chatMessages.seq, afterSeq)))
      .orderBy(asc(chatMessages.seq))
      .limit(limit),

  async latest(standId: string, limit: number): Promise<MessageRow[]> {
    const rows = await db
      .select()
      .from(chatMessages)
      .where(eq(chatMessages.standId, standId))
      .orderBy(desc(chatMessages.seq))
      .limit(limit)
    return rows.reverse()
  },

  /** Numbers of removed messages up to `seq`, the newest `limit` of them. */
  async removedUpTo(standId: string, seq: number, limit: number): Promise<number[]> {
    const rows = await db
      .select({ seq: chatMessages.seq })
      .from(chatMessages)
      .where(
        and(eq(chatMessages.standId, standId), lte(chatMessages.seq, seq), isNotNull(chatMessages.removedAt)),
      )
      .orderBy(desc(chatMessages.seq))
      .limit(limit)
    return rows.map((row) => row.seq)
  },

  async remove(standId: string, id: string, removedBy: string): Promise<MessageRow | undefined> {
    const [row] = await db
      .update(chatMessages)
      .set({ removedAt: sql`now()`, removedBy })
      .where(and(eq(chatMessages.id, id), eq(chatMessages.standId, standId), isNull(chatMessages.removedAt)))
      .returning()
    return row
  },

  async isMuted(standId: string, visitorId: string): Promise<boolean> {
    const [row] = await db
      .select({ until: chatMutes.until })
      .from(chatMutes)
      .where(
        and(
          eq(chatMutes.standId, standId),
          eq(chatMutes.visitorId, visitorId),
          gt(chatMutes.until, sql`now()`),
        ),
      )
    return row !== undefined
  },

  async mute(standId: string, visitorId: string, minutes: number, mutedBy: string) {
    const until = sql`now() + make_interval(mins => ${minutes})`
    await db
      .insert(chatMutes)
      .values({ standId, visitorId, until, mutedBy })
      .onConflictDoUpdate({ target: [chatMutes.standId, chatMutes.visitorId], set: { until, mutedBy } })
  },
})
