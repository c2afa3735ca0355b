import { createHash } from 'node:crypto'
import type { ExhibitorSearch, ProductSearch } from '#shared/protocol/search.ts'
import type { Database } from '../platform/database/database.ts'
import type { Notice } from '../platform/database/notices.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { createFacetMemory } from './facet-memory.ts'
import { PAGE_SIZE } from './product-sql.ts'
import { searchPresenter, type PresentPoster } from './search.presenter.ts'
import { searchRepository } from './search.repository.ts'

const MOST_TYPED = 1000

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
  const facets = createFacetMemory(db)
  /** What texts were read as: many readers type the same. */
  const typed = new Map<string, Promise<string | undefined>>()

  const tsqueryOf = (text: string): Promise<string | undefined> => {
    const known = typed.get(text)
    if (known) return known
    if (typed.size >= MOST_TYPED) typed.clear()
    const read = search.tsquery(text)
    typed.set(text, read)
    read.catch(() => typed.delete(text))
    return read
  }

  return {
    /** What other processes changed. */
    take(notice: Notice): void {
      if (notice.kind === 'stand') facets.standsChanged()
      if (notice.kind !== 'searched') return
      facets.companyChanged(notice.companyId)
      // A new word may be what somebody meant.
      typed.clear()
    },
    forgetAll(): void {
      facets.forgetAll()
      typed.clear()
    },

    async searchProducts(wanted: ProductSearch) {
      const tsquery = await tsqueryOf(wanted.text)
      const sort = orderName(wanted.sort, wanted.locale, wanted.text)
      const after = wanted.after === undefined ? undefined : openCursor(wanted.after, sort)
      const countAll = async () =>
        facets.countProducts(
          wanted,
          tsquery === undefined ? undefined : await search.productsAnswering(tsquery),
        )
      const [rows, counted] = await Promise.all([
        search.productPage(wanted, tsquery, after),
        after ? null : countAll(),
      ])
      const { page, next } = pageOf(rows, sort)
      return {
        products: page.map(foundProduct),
        next,
        counted,
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
      const tsquery = await tsqueryOf(wanted.text)
      const sort = orderName(wanted.text)
      const after = wanted.after === undefined ? undefined : openCursor(wanted.after, sort)
      const countAll = async () =>
        facets.countExhibitors(
          wanted,
          tsquery === undefined ? undefined : await search.exhibitorsAnswering(tsquery),
        )
      const [rows, counted] = await Promise.all([
        search.exhibitorPage(wanted, tsquery, after),
        after ? null : countAll(),
      ])
      const { page, next } = pageOf(rows, sort)
      const ids = page.map(({ id }) => id)
      const [stands, pictures] = await Promise.all([search.standsOf(ids), search.picturesOf(ids)])
      return {
        exhibitors: page.map((row) => foundExhibitor(row, stands, pictures)),
        next,
        counted,
      }
    },
  }
}

export type SearchService = ReturnType<typeof createSearchService>
