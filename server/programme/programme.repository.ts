import { and, asc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import type { SessionState } from '#shared/model/programme.ts'
import type { Queryable } from '../platform/database/database.ts'
import { programmeSessions as sessions } from './programme.schema.ts'

export type SessionRow = typeof sessions.$inferSelect
export type NewSession = Omit<SessionRow, 'revision'>
type Change = Omit<NewSession, 'state'>
type Spot = Pick<SessionRow, 'id' | 'fairId' | 'hallId' | 'standId' | 'area' | 'startsAt' | 'endsAt'>

export const programmeRepository = (db: Queryable) => ({
  list: (fairId: string): Promise<SessionRow[]> =>
    db
      .select()
      .from(sessions)
      .where(eq(sessions.fairId, fairId))
      .orderBy(asc(sessions.startsAt), asc(sessions.id)),

  async find(id: string): Promise<SessionRow | undefined> {
    const [row] = await db.select().from(sessions).where(eq(sessions.id, id))
    return row
  },

  /** Until the transaction ends nobody else changes this fair's programme: two can't take one place. */
  async lock(fairId: string) {
    await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`programme ${fairId}`}))`)
  },

  /** Another session at the same place that overlaps in time; cancelled ones don't count. */
  async findClash({ id, fairId, hallId, standId, area, startsAt, endsAt }: Spot) {
    const [row] = await db
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.fairId, fairId),
          eq(sessions.hallId, hallId),
          standId === null ? isNull(sessions.standId) : eq(sessions.standId, standId),
          area === null ? isNull(sessions.area) : eq(sessions.area, area),
          ne(sessions.id, id),
          eq(sessions.state, 'planned'),
          lt(sessions.startsAt, endsAt),
          gt(sessions.endsAt, startsAt),
        ),
      )
      .limit(1)
    return row
  },

  async insert(session: NewSession): Promise<SessionRow | undefined> {
    const [row] = await db.insert(sessions).values(session).onConflictDoNothing().returning()
    return row
  },

  /** Undefined where another change came first. */
  async update({ id, ...change }: Change, baseRevision: number): Promise<SessionRow | undefined> {
    const [row] = await db
      .update(sessions)
      .set({ ...change, revision: baseRevision + 1 })
      .where(and(eq(sessions.id, id), eq(sessions.revision, baseRevision)))
      .returning()
    return row
  },

  async setState(id: string, state: SessionState): Promise<SessionRow | undefined> {
    const [row] = await db
      .update(sessions)
      .set({ state, revision: sql`${sessions.revision} + 1` })
      .where(eq(sessions.id, id))
      .returning()
    return row
  },
})
