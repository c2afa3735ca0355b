import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueRepository } from '#server/catalogue/index.ts'
import { completeSearchIndex } from '#server/search/index.ts'
import { tsqueryOf, typedWordsSql, type TypedWord } from '#server/search/typed-words.ts'
import { runPrepared } from '#server/platform/database/prepared.ts'
import { PRODUCT_FACETS, ProductSearch, searchRoutes, WEIGHT_BANDS_GSM } from '#shared/protocol/search.ts'
import { insertGoods, searches } from '../../benchmarks/catalogue/goods.ts'
import { productFacetsSql } from '../../support/facet-sql.ts'
import { buildCompany, buildHall, buildStand } from '../../support/people.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const STANDS = 6
const GOODS = 300
const SEARCHES = 120

interface CountRow extends Record<string, unknown> {
  facet: string
  value: string
  count: number
}

describe('counts from memory', () => {
  let app: TestApp
  let standIds: string[]

  beforeAll(async () => {
    app = await startTestApp()
    const halls = [await buildHall(app), await buildHall(app)]
    standIds = []
    for (let at = 0; at < STANDS; at++) {
      const { companyId } = await buildCompany(app)
      standIds.push(await buildStand(app, halls[at % 2]!.hallId, companyId))
    }
    await insertGoods(app.parts.database.pool, standIds, GOODS)
    await completeSearchIndex(app.parts.database.db)
  })
  afterAll(() => app.stop())

  const search = (query: Record<string, string>) =>
    app.parts.search.searchProducts(ProductSearch.parse(query))

  /** The same by the database alone. */
  const countedBySql = async (query: Record<string, string>) => {
    const { pool } = app.parts.database
    const wanted = ProductSearch.parse(query)
    const words = typedWordsSql(wanted.text)
    const tsquery = words && tsqueryOf(await runPrepared<TypedWord>(pool, words))
    const rows = await runPrepared<CountRow>(pool, productFacetsSql(wanted, tsquery))
    const named = rows.map(({ facet, value, count }) => ({
      facet,
      value: facet === 'weight' ? String(WEIGHT_BANDS_GSM[Number(value) - 1]) : value,
      count,
    }))
    const sorted = (facet: string) =>
      named
        .filter((row) => row.facet === facet)
        .map(({ value, count }) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return {
      total: named.find(({ facet }) => facet === 'total')?.count,
      facets: Object.fromEntries(PRODUCT_FACETS.map((facet) => [facet, sorted(facet)])),
    }
  }

  it('are those that the database counts, for whatever is searched and chosen', async () => {
    const hall = (await search({})).counted?.facets.hall[0]?.value ?? ''
    const all = [{ hall }, { hall, fibre: 'cotton' }, ...searches(SEARCHES)]
    for (const query of all) expect((await search(query)).counted).toEqual(await countedBySql(query))
  })

  it('follow a product that is hidden and shown again', async () => {
    const total = async () => (await search({})).counted?.total
    const [first] = (await search({})).products
    const catalogue = catalogueRepository(app.parts.database.db)
    const before = await total()
    await catalogue.setPublished(first!.id, false)
    await expect.poll(total).toBe(before! - 1)
    await catalogue.setPublished(first!.id, true)
    await expect.poll(total).toBe(before)
  })

  it('follow a stand that changes hands', async () => {
    const inHalls = async () =>
      (await search({})).counted?.facets.hall.reduce((sum, { count }) => sum + count, 0)
    const before = await inHalls()
    await app.parts.fair.assignStand(standIds[0]!, null)
    await expect.poll(inHalls).toBeLessThan(before!)
  })

  it('are right from the first search, however many ask at once', async () => {
    app.parts.search.forgetAll()
    const counted = await Promise.all(
      Array.from(
        { length: 10 },
        async () => (await app.call('')(searchRoutes.searchProducts, { query: {} })).counted,
      ),
    )
    for (const one of counted) expect(one?.total).toBe(GOODS)
  })
})
