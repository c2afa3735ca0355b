import { createHash } from 'node:crypto'
import {
  EXHIBITOR_FACETS,
  PRODUCT_FACETS,
  type ExhibitorSearch,
  type ProductSearch,
} from '#shared/protocol/search.ts'
import type { Database } from '../platform/database/database.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { PAGE_SIZE } from './product-sql.ts'
import { presentCounts, searchPresenter, type PresentPoster } from './search.presenter.ts'
import { searchRepository } from './search.repository.ts'

/** A short name for an order: a page belongs to it and to its words, with others it would begin somewhere else. */
const orderName = (...parts: string[]) => createHash('md5').update(parts.join(' ')).digest('base64url')

/** The rows of a page, and where the next one begins if there is one. */
const pageOf = <Row extends { key: string; id: string }>(rows: readonly Row[], sort: string) => {
  const page = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined
  return { page, next: last ? sealCursor({ sort, key: last.key, id: last.id }) : null }
}

export interface SearchParts {
  db: Database
  presentPoster: PresentPoster
}

export const createSearchService = ({ db, presentPoster }: SearchParts) => {
  const { foundProduct, foundExhibitor } = searchPresenter(presentPoster)
  const search = searchRepository(db)
  return {
    async searchProducts(wanted: ProductSearch) {
      const tsquery = await search.tsquery(wanted.text)
      const sort = orderName(wanted.sort, wanted.locale, wanted.text)
      const after = wanted.after === undefined ? undefined : openCursor(wanted.after, sort)
      const [rows, counts] = await Promise.all([
        search.productPage(wanted, tsquery, after),
        after ? undefined : search.productFacets(wanted, tsquery),
      ])
      const { page, next } = pageOf(rows, sort)
      return {
        products: page.map(foundProduct),
        next,
        counted: counts ? presentCounts(PRODUCT_FACETS, counts) : null,
      }
    },

    /** Published goods by id, for lists of somebody's own; what isn't shown any more is left out. */
    async listProducts(productIds: readonly string[]) {
      const rows = await search.productsById(productIds)
      return rows.map((row) => ({
        ...foundProduct(row),
        articleNumber: row.article_number,
        composition: row.composition,
      }))
    },

    async searchExhibitors(wanted: ExhibitorSearch) {
      const tsquery = await search.tsquery(wanted.text)
      const sort = orderName(wanted.text)
      const after = wanted.after === undefined ? undefined : openCursor(wanted.after, sort)
      const [rows, counts] = await Promise.all([
        search.exhibitorPage(wanted, tsquery, after),
        after ? undefined : search.exhibitorFacets(wanted, tsquery),
      ])
      const { page, next } = pageOf(rows, sort)
      const ids = page.map(({ id }) => id)
      const [stands, pictures] = await Promise.all([search.standsOf(ids), search.picturesOf(ids)])
      return {
        exhibitors: page.map((row) => foundExhibitor(row, stands, pictures)),
        next,
        counted: counts ? presentCounts(EXHIBITOR_FACETS, counts) : null,
      }
    },
  }
}

export type SearchService = ReturnType<typeof createSearchService>
