import { and, desc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../platform/database/database.ts'
import { members, organizations, sessions, setupCodes, users } from './accounts.schema.ts'

export type UserRow = typeof users.$inferSelect

const userAndCompanies = (db: Queryable) =>
  db
    .select({
      user: users,
      companyId: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      role: members.role,
    })
    .from(users)
    .leftJoin(members, eq(members.userId, users.id))
    .leftJoin(organizations, eq(organizations.id, members.organizationId))

export const accountsRepository = (db: Queryable) => ({
  /** The person with one row for each company they belong to. */
  findUser: (userId: string) => userAndCompanies(db).where(eq(users.id, userId)).orderBy(members.createdAt),

  async listUsers(search: string): Promise<UserRow[]> {
    const pattern = `%${search.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`
    return db
      .select()
      .from(users)
      .where(search ? or(ilike(users.name, pattern), ilike(users.email, pattern)) : undefined)
      .orderBy(desc(users.createdAt))
      .limit(200)
  },

  async emailsOf(userIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await db
      .select({ id: users.id, email: users.email })
      .from(users)
      .where(inArray(users.id, [...userIds]))
    return new Map(rows.map(({ id, email }) => [id, email]))
  },

  async setRole(userId: string, change: Pick<UserRow, 'fairRole' | 'suspended'>) {
    const [row] = await db.update(users).set(change).where(eq(users.id, userId)).returning()
    return row
  },

  async setComesAs(userId: string, comesAs: UserRow['comesAs']) {
    await db.update(users).set({ comesAs }).where(eq(users.id, userId))
  },

  async dropSessions(userId: string) {
    await db.delete(sessions).where(eq(sessions.userId, userId))
  },

  async hasOrganiser() {
    const [row] = await db
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.fairRole, ['organiser', 'platformAdmin']))
      .limit(1)
    return row !== undefined
  },

  async storeSetupCode(codeSha256: string) {
    await db.delete(setupCodes).where(isNull(setupCodes.usedAt))
    await db.insert(setupCodes).values({ codeSha256 })
  },

  /** True for exactly one caller: the code is spent by the update that finds it unused. */
  async spendSetupCode(codeSha256: string, userId: string) {
    const rows = await db
      .update(setupCodes)
      .set({ usedAt: sql`now()`, usedBy: userId })
      .where(and(eq(setupCodes.codeSha256, codeSha256), isNull(setupCodes.usedAt)))
      .returning()
    return rows.length === 1
  },

  async insertCompany(company: { id: string; slug: string; name: string }) {
    await db.insert(organizations).values(company)
  },

  async addMember(organizationId: string, userId: string, role: 'owner' | 'admin' | 'member') {
    await db.insert(members).values({ organizationId, userId, role })
  },

  async renameCompany(companyId: string, name: string) {
    await db.update(organizations).set({ name }).where(eq(organizations.id, companyId))
  },
})
