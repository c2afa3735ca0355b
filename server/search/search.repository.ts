import { asc, inArray, sql, type SQL } from 'drizzle-orm'
import type { AssetVariant } from '#shared/model/asset.ts'
import type { CERTIFICATE_SCHEMES, ProductKind } from '#shared/model/product.ts'
import type { LocalText } from '#shared/model/text.ts'
import type { ExhibitorSearch, FoundProduct, ProductSearch } from '#shared/protocol/search.ts'
import { stands } from '../fair/fair.schema.ts'
import type { Database } from '../platform/database/database.ts'
import { runPrepared } from '../platform/database/prepared.ts'
import type { Cursor } from './cursor.ts'
import { exhibitorPageSql, picturesSql } from './exhibitor-sql.ts'
import { matchingIdsSql, productPageSql, productsByIdSql } from './product-sql.ts'
import { tsqueryOf, typedWordsSql, type TypedWord } from './typed-words.ts'

export interface PosterColumns extends Record<string, unknown> {
  asset_id: string | null
  sha256: string | null
  bytes: number | null
  media_type: AssetVariant['mediaType'] | null
}

export interface ProductRow extends PosterColumns {
  key: string
  id: string
  slug: string
  name: LocalText
  kind: ProductKind
  structure: FoundProduct['structure']
  weight_gsm: number | null
  company_id: string
  company_slug: string
  company_name: string
  country: string
  city: string
}

export interface ListedProductRow extends ProductRow {
  article_number: string
  composition: { fibre: string; percent: number }[]
}

export interface ExhibitorRow extends Record<string, unknown> {
  key: string
  id: string
  slug: string
  name: string
  country: string
  city: string
  kinds: ProductKind[]
  certificates: (typeof CERTIFICATE_SCHEMES)[number][]
  products: string
}

export interface PictureRow extends PosterColumns {
  company_id: string
  id: string
  name: LocalText
}

export interface StandRow {
  companyId: string | null
  slug: string
  number: string
  hallId: string
}

export const searchRepository = (db: Database) => {
  const pool = db.$client
  const idsOf = async (statement: SQL): Promise<string[]> => {
    const [row] = await runPrepared<{ ids: string }>(pool, statement)
    return row && row.ids !== '' ? row.ids.split(',') : []
  }
  return {
    /** What was typed, as a tsquery; undefined where it holds no word. */
    async tsquery(text: string): Promise<string | undefined> {
      const query = typedWordsSql(text)
      return query && tsqueryOf(await runPrepared<TypedWord>(pool, query))
    },
    productsAnswering: (tsquery: string) =>
      idsOf(matchingIdsSql(sql`product_search`, sql`product_id`, tsquery)),
    productPage: (search: ProductSearch, tsquery: string | undefined, after: Cursor | undefined) =>
      runPrepared<ProductRow>(pool, productPageSql(search, tsquery, after)),
    productsById: (productIds: readonly string[]) =>
      runPrepared<ListedProductRow>(pool, productsByIdSql(productIds)),
    exhibitorsAnswering: (tsquery: string) =>
      idsOf(matchingIdsSql(sql`company_search`, sql`company_id`, tsquery)),
    exhibitorPage: (search: ExhibitorSearch, tsquery: string | undefined, after: Cursor | undefined) =>
      runPrepared<ExhibitorRow>(pool, exhibitorPageSql(search, tsquery, after)),
    picturesOf: (companyIds: readonly string[]) => runPrepared<PictureRow>(pool, picturesSql(companyIds)),
    standsOf: (companyIds: readonly string[]): Promise<StandRow[]> =>
      companyIds.length === 0
        ? Promise.resolve([])
        : db
            .select({
              companyId: stands.companyId,
              slug: stands.slug,
              number: stands.number,
              hallId: stands.hallId,
            })
            .from(stands)
            .where(inArray(stands.companyId, [...companyIds]))
            .orderBy(asc(stands.number)),
  }
}
