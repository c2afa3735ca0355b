import { and, desc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../platform/database/database.ts'
import { favourites } from './favourites.schema.ts'

export const favouritesRepository = (db: Queryable) => ({
  list: (ownerId: string) =>
    db
      .select({ productId: favourites.productId, createdAt: favourites.createdAt })
      .from(favourites)
      .where(eq(favourites.ownerId, ownerId))
      .orderBy(desc(favourites.createdAt), desc(favourites.productId)),

  async keep(ownerId: string, productId: string) {
    await db.insert(favourites).values({ ownerId, productId }).onConflictDoNothing()
  },

  async drop(ownerId: string, productId: string) {
    await db
      .delete(favourites)
      .where(and(eq(favourites.ownerId, ownerId), eq(favourites.productId, productId)))
  },

  /** What one owner keeps becomes the other's; what both keep stays once. One statement, so nothing is lost between. */
  async move(fromOwnerId: string, toOwnerId: string) {
    await db.execute(sql`
      with moved as (delete from ${favourites} where owner_id = ${fromOwnerId} returning product_id, created_at)
      insert into ${favourites} (owner_id, product_id, created_at)
      select ${toOwnerId}, product_id, created_at from moved on conflict do nothing`)
  },
})
