import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Hall, StandLayout } from '#shared/model/fair.ts'
import { users } from '../accounts/accounts.schema.ts'
import type { Queryable } from '../platform/database/database.ts'
import { fairs, halls, standInvitations, standLayouts, stands } from './fair.schema.ts'

export type FairRow = typeof fairs.$inferSelect
export type StandRow = typeof stands.$inferSelect
export type StandWithLayout = StandRow & { layout: StandLayout }

const EMPTY: StandLayout = { slots: [] }
const currentLayout = and(eq(standLayouts.standId, stands.id), eq(standLayouts.version, stands.layoutVersion))
const toHall = ({ id, slug, plan }: typeof halls.$inferSelect): Hall => ({ id, slug, ...plan })

export const fairRepository = (db: Queryable) => {
  const withLayouts = () =>
    db
      .select({ stand: stands, layout: standLayouts.layout })
      .from(stands)
      .leftJoin(standLayouts, currentLayout)
  const joined = (row: { stand: StandRow; layout: StandLayout | null }): StandWithLayout => ({
    ...row.stand,
    layout: row.layout ?? EMPTY,
  })

  return {
    /** The fair of this installation: the newest one. */
    async findFair(): Promise<FairRow | undefined> {
      const [row] = await db.select().from(fairs).orderBy(desc(fairs.opensAt)).limit(1)
      return row
    },
    async insertFair(fair: typeof fairs.$inferInsert) {
      await db.insert(fairs).values(fair)
    },

    async updateFair({ id, ...change }: FairRow) {
      await db.update(fairs).set(change).where(eq(fairs.id, id))
    },

    async listHalls(fairId: string): Promise<Hall[]> {
      const rows = await db.select().from(halls).where(eq(halls.fairId, fairId)).orderBy(asc(halls.slug))
      return rows.map(toHall)
    },
    async findHall(hallId: string): Promise<Hall | undefined> {
      const [row] = await db.select().from(halls).where(eq(halls.id, hallId))
      return row && toHall(row)
    },
    async hallIdBySlug(slug: string): Promise<string | undefined> {
      const [row] = await db.select({ id: halls.id }).from(halls).where(eq(halls.slug, slug))
      return row?.id
    },
    async insertHall(fairId: string, { id, slug, ...plan }: Hall) {
      await db.insert(halls).values({ id, fairId, slug, plan })
    },

    listStands: (fairId: string): Promise<StandRow[]> =>
      db
        .select({ stand: stands })
        .from(stands)
        .innerJoin(halls, eq(halls.id, stands.hallId))
        .where(eq(halls.fairId, fairId))
        .orderBy(asc(stands.number))
        .then((rows) => rows.map(({ stand }) => stand)),
    standsOfHall: async (hallId: string): Promise<StandWithLayout[]> =>
      (await withLayouts().where(eq(stands.hallId, hallId)).orderBy(asc(stands.number))).map(joined),
    async findStand(standId: string): Promise<StandWithLayout | undefined> {
      const [row] = await withLayouts().where(eq(stands.id, standId))
      return row && joined(row)
    },
    /** Stands whose current layout has this product on it. */
    async standsShowing(productId: string): Promise<StandRow[]> {
      const holds = JSON.stringify([{ productIds: [productId] }])
      const rows = await db
        .select({ stand: stands })
        .from(stands)
        .innerJoin(standLayouts, currentLayout)
        .where(sql`${standLayouts.layout}->'slots' @> ${holds}::jsonb`)
      return rows.map(({ stand }) => stand)
    },
    async insertStand(stand: typeof stands.$inferInsert): Promise<StandRow | undefined> {
      const [row] = await db.insert(stands).values(stand).returning()
      return row
    },
    async updateStand(standId: string, change: Partial<Pick<StandRow, 'door' | 'capacity' | 'companyId'>>) {
      const [row] = await db.update(stands).set(change).where(eq(stands.id, standId)).returning()
      return row
    },

    /** Stores the layout as the version after `baseVersion`; false where another save came first. */
    async saveLayout(
      standId: string,
      baseVersion: number,
      layout: StandLayout,
      savedBy: string | null,
    ): Promise<boolean> {
      const version = baseVersion + 1
      const moved = await db
        .update(stands)
        .set({ layoutVersion: version })
        .where(and(eq(stands.id, standId), eq(stands.layoutVersion, baseVersion)))
        .returning({ id: stands.id })
      if (moved.length === 0) return false
      await db.insert(standLayouts).values({ standId, version, layout, savedBy })
      return true
    },
    listLayouts: (standId: string) =>
      db
        .select({
          version: standLayouts.version,
          layout: standLayouts.layout,
          savedAt: standLayouts.savedAt,
          savedBy: users.name,
        })
        .from(standLayouts)
        .leftJoin(users, eq(users.id, standLayouts.savedBy))
        .where(eq(standLayouts.standId, standId))
        .orderBy(desc(standLayouts.version))
        .limit(100),
    async findLayout(standId: string, version: number): Promise<StandLayout | undefined> {
      const [row] = await db
        .select({ layout: standLayouts.layout })
        .from(standLayouts)
        .where(and(eq(standLayouts.standId, standId), eq(standLayouts.version, version)))
      return row?.layout
    },

    async invite(standId: string, email: string) {
      await db.insert(standInvitations).values({ standId, email: email.toLowerCase() }).onConflictDoNothing()
    },
    async isInvited(standId: string, userId: string): Promise<boolean> {
      const [row] = await db
        .select({ email: standInvitations.email })
        .from(standInvitations)
        .innerJoin(users, sql`lower(${users.email}) = ${standInvitations.email}`)
        .where(and(eq(standInvitations.standId, standId), eq(users.id, userId)))
      return row !== undefined
    },
  }
}
