import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { AssetNote, AssetVariant, VariantName } from '#shared/model/asset.ts'
import type { Queryable } from '../platform/database/database.ts'
import { assetVariants, assetVersions, type StoredState } from './assets.schema.ts'

export type AssetRow = typeof assetVersions.$inferSelect
export type VariantRow = typeof assetVariants.$inferSelect

export interface NewAsset {
  id: string
  productId: string
  companyId: string
  fileName: string
  originalSha256: string
  originalBytes: number
  uploadedBy: string | null
}

const QUEUED: StoredState = { state: 'processing', step: 'queued', share: 0 }

export const assetsRepository = (db: Queryable) => ({
  async find(assetId: string): Promise<AssetRow | undefined> {
    const [row] = await db.select().from(assetVersions).where(eq(assetVersions.id, assetId))
    return row
  },

  list: (productId: string): Promise<AssetRow[]> =>
    db
      .select()
      .from(assetVersions)
      .where(eq(assetVersions.productId, productId))
      .orderBy(desc(assetVersions.version)),

  findMany: (assetIds: readonly string[]): Promise<AssetRow[]> =>
    assetIds.length === 0
      ? Promise.resolve([])
      : db
          .select()
          .from(assetVersions)
          .where(inArray(assetVersions.id, [...assetIds])),

  variants: (assetIds: readonly string[]): Promise<VariantRow[]> =>
    assetIds.length === 0
      ? Promise.resolve([])
      : db
          .select()
          .from(assetVariants)
          .where(inArray(assetVariants.assetId, [...assetIds])),

  /** Stores an upload as the product's next version; nothing happens where this id is stored already. */
  async insert(asset: NewAsset): Promise<AssetRow | undefined> {
    // Two uploads of one product at the same moment: the lock gives each a number of its own.
    await db.execute(sql`select pg_advisory_xact_lock(hashtext(${asset.productId}))`)
    const next = sql<number>`(select coalesce(max(version), 0) + 1 from ${assetVersions} where product_id = ${asset.productId})`
    const [row] = await db
      .insert(assetVersions)
      .values({ ...asset, version: next, status: QUEUED })
      .onConflictDoNothing({ target: assetVersions.id })
      .returning()
    return row
  },

  async setStatus(assetId: string, status: StoredState) {
    await db.update(assetVersions).set({ status }).where(eq(assetVersions.id, assetId))
  },

  /** Marks a version failed unless it is done already; answers with it if it wasn't. */
  async failUnfinished(assetId: string, failure: AssetNote): Promise<AssetRow | undefined> {
    const [row] = await db
      .update(assetVersions)
      .set({ status: { state: 'failed', failure } })
      .where(and(eq(assetVersions.id, assetId), sql`${assetVersions.status}->>'state' = 'processing'`))
      .returning()
    return row
  },

  async replaceVariants(assetId: string, variants: readonly VariantRow[]) {
    await db.delete(assetVariants).where(eq(assetVariants.assetId, assetId))
    if (variants.length > 0) await db.insert(assetVariants).values([...variants])
  },

  /** The media type of a blob that belongs to some variant; undefined for originals and unknown names. */
  async servedAs(sha256: string): Promise<AssetVariant['mediaType'] | undefined> {
    const [row] = await db
      .select({ mediaType: assetVariants.mediaType })
      .from(assetVariants)
      .where(eq(assetVariants.sha256, sha256))
      .limit(1)
    return row?.mediaType
  },
})

export const variantRow = (
  assetId: string,
  variant: { name: VariantName; mediaType: AssetVariant['mediaType']; triangles: number },
  blob: { sha256: string; bytes: number },
): VariantRow => ({ assetId, ...variant, ...blob })
