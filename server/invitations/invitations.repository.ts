import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../platform/database/database.ts'
import { programmeSessions } from '../programme/programme.schema.ts'
import { sessionInvitations as invitations } from './invitations.schema.ts'

export type InvitationRow = typeof invitations.$inferSelect
export type NewInvitation = Omit<InvitationRow, 'usedBy' | 'withdrawnAt' | 'remindedAt'>

const isOf = (sessionId: string, email: string) =>
  and(eq(invitations.sessionId, sessionId), eq(invitations.email, email))

export const invitationsRepository = (db: Queryable) => ({
  list: (sessionId: string): Promise<InvitationRow[]> =>
    db
      .select()
      .from(invitations)
      .where(eq(invitations.sessionId, sessionId))
      .orderBy(desc(invitations.invitedAt), invitations.email),

  /** Those who are written to. */
  standing: (sessionId: string): Promise<InvitationRow[]> =>
    db
      .select()
      .from(invitations)
      .where(and(eq(invitations.sessionId, sessionId), isNull(invitations.withdrawnAt))),

  async find(id: string): Promise<InvitationRow | undefined> {
    const [row] = await db.select().from(invitations).where(eq(invitations.id, id))
    return row
  },

  async findByEmail(sessionId: string, email: string): Promise<InvitationRow | undefined> {
    const [row] = await db.select().from(invitations).where(isOf(sessionId, email))
    return row
  },

  /** Adds an invitation, or makes the one that is there stand again as this one. */
  async put(row: NewInvitation): Promise<InvitationRow> {
    const { role, channel, language, invitedBy, invitedAt, remindedFor } = row
    const [stored] = await db
      .insert(invitations)
      .values(row)
      .onConflictDoUpdate({
        target: [invitations.sessionId, invitations.email],
        set: { role, channel, language, invitedBy, invitedAt, remindedFor, withdrawnAt: null },
      })
      .returning()
    if (!stored) throw new Error('an upsert returned nothing')
    return stored
  },

  /** Undefined where it is withdrawn already. */
  async withdraw(id: string, at: Date): Promise<InvitationRow | undefined> {
    const [row] = await db
      .update(invitations)
      .set({ withdrawnAt: at })
      .where(and(eq(invitations.id, id), isNull(invitations.withdrawnAt)))
      .returning()
    return row
  },

  /** Makes the link somebody's where nobody came by it yet, and answers whose it is. */
  async use(id: string, personId: string): Promise<string | null> {
    const [row] = await db
      .update(invitations)
      .set({ usedBy: sql`coalesce(${invitations.usedBy}, ${personId})` })
      .where(eq(invitations.id, id))
      .returning({ usedBy: invitations.usedBy })
    return row?.usedBy ?? null
  },

  /** Sessions for which this address is written to; `ownOnly` leaves out what others invited it to. */
  async sessionsOf(email: string, ownOnly: boolean): Promise<string[]> {
    const rows = await db
      .select({ id: invitations.sessionId })
      .from(invitations)
      .where(
        and(
          eq(invitations.email, email),
          isNull(invitations.withdrawnAt),
          ownOnly ? isNull(invitations.invitedBy) : undefined,
        ),
      )
    return rows.map(({ id }) => id)
  },

  /** Marks those as reminded whose session begins between the two, and answers them: each once a beginning. */
  async takeDue(from: Date, to: Date): Promise<string[]> {
    const sessions = programmeSessions
    const rows = await db
      .update(invitations)
      .set({ remindedFor: sql`${sessions.startsAt}`, remindedAt: from })
      .from(sessions)
      .where(
        and(
          eq(sessions.id, invitations.sessionId),
          eq(sessions.state, 'planned'),
          sql`${sessions.startsAt} > ${from.toISOString()}::timestamptz`,
          sql`${sessions.startsAt} <= ${to.toISOString()}::timestamptz`,
          isNull(invitations.withdrawnAt),
          sql`${invitations.remindedFor} is distinct from ${sessions.startsAt}`,
        ),
      )
      .returning({ id: invitations.id })
    return rows.map(({ id }) => id)
  },
})
