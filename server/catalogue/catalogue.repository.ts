import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ProductSpec } from '#shared/model/product.ts'
import type { LocalText } from '#shared/model/text.ts'
import { organizations } from '../accounts/accounts.schema.ts'
import type { Queryable } from '../platform/database/database.ts'
import { searchIndex } from '../search/index.ts'
import { companyProfiles, products } from './catalogue.schema.ts'

export type ProductRow = typeof products.$inferSelect
export type ProfileRow = typeof companyProfiles.$inferSelect
export interface CompanyRow {
  id: string
  slug: string
  name: string
  profile: ProfileRow
}

export interface NewProduct {
  id: string
  companyId: string
  slug: string
  name: LocalText
  summary: LocalText
  spec: ProductSpec
}

const companyColumns = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  profile: companyProfiles,
}

export const catalogueRepository = (db: Queryable) => ({
  listCompanies: (): Promise<CompanyRow[]> =>
    db
      .select(companyColumns)
      .from(organizations)
      .innerJoin(companyProfiles, eq(companyProfiles.companyId, organizations.id))
      // C.UTF-8 puts "ё" after "я": sort names as readers expect.
      .orderBy(sql`${organizations.name} collate "und-x-icu"`),

  async findCompany(companyId: string): Promise<CompanyRow | undefined> {
    const [row] = await db
      .select(companyColumns)
      .from(organizations)
      .innerJoin(companyProfiles, eq(companyProfiles.companyId, organizations.id))
      .where(eq(organizations.id, companyId))
    return row
  },

  findCompanies: (companyIds: readonly string[]): Promise<CompanyRow[]> =>
    companyIds.length === 0
      ? Promise.resolve([])
      : db
          .select(companyColumns)
          .from(organizations)
          .innerJoin(companyProfiles, eq(companyProfiles.companyId, organizations.id))
          .where(inArray(organizations.id, [...companyIds])),

  async saveProfile(profile: ProfileRow) {
    await db
      .insert(companyProfiles)
      .values(profile)
      .onConflictDoUpdate({ target: companyProfiles.companyId, set: profile })
    await searchIndex(db).companyChanged(profile.companyId)
  },

  async findProduct(productId: string): Promise<ProductRow | undefined> {
    const [row] = await db.select().from(products).where(eq(products.id, productId))
    return row
  },

  findProducts: (productIds: readonly string[]): Promise<ProductRow[]> =>
    productIds.length === 0
      ? Promise.resolve([])
      : db
          .select()
          .from(products)
          .where(inArray(products.id, [...productIds])),

  listProducts: (companyId: string, publishedOnly: boolean): Promise<ProductRow[]> =>
    db
      .select()
      .from(products)
      .where(and(eq(products.companyId, companyId), publishedOnly ? eq(products.published, true) : undefined))
      .orderBy(desc(products.createdAt), asc(products.id)),

  async insertProduct(product: NewProduct): Promise<ProductRow | undefined> {
    const [row] = await db
      .insert(products)
      .values({ ...product, kind: product.spec.kind })
      .returning()
    return row
  },

  /** Undefined where another save came first. */
  async updateProduct(
    productId: string,
    baseRevision: number,
    change: Pick<NewProduct, 'name' | 'summary' | 'spec'>,
  ): Promise<ProductRow | undefined> {
    const [row] = await db
      .update(products)
      .set({ ...change, kind: change.spec.kind, revision: baseRevision + 1, updatedAt: sql`now()` })
      .where(and(eq(products.id, productId), eq(products.revision, baseRevision)))
      .returning()
    if (row?.published) await searchIndex(db).productChanged(productId)
    return row
  },

  async setPublished(productId: string, published: boolean): Promise<ProductRow | undefined> {
    const [row] = await db
      .update(products)
      .set({ published, updatedAt: sql`now()` })
      .where(eq(products.id, productId))
      .returning()
    await searchIndex(db).productChanged(productId)
    return row
  },

  /** Points a product at the model that visitors see from now on. */
  async setAsset(productId: string, assetId: string) {
    await db
      .update(products)
      .set({ assetId, updatedAt: sql`now()` })
      .where(eq(products.id, productId))
  },
})
