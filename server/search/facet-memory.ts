import { sql, type SQL } from 'drizzle-orm'
import {
  EXHIBITOR_FACETS,
  PRODUCT_FACETS,
  type ExhibitorFacet,
  type ExhibitorSearch,
  type ProductFacet,
  type ProductSearch,
} from '#shared/protocol/search.ts'
import type { Database } from '../platform/database/database.ts'
import { runPrepared } from '../platform/database/prepared.ts'
import { exhibitorChoices, productChoices, weightValues } from './facet-choices.ts'
import { createFacetTable, type FacetValues } from './facet-table.ts'

interface ProductRow extends Record<string, unknown> {
  id: string
  company_id: string
  kind: string
  material: string | null
  structure: string | null
  fibres: string[]
  weight_gsm: number | null
  country: string
  certificates: string[]
}

interface CompanyRow extends Record<string, unknown> {
  id: string
  company_id: string
  country: string
  kinds: string[]
  certificates: string[]
}

interface HallsRow extends Record<string, unknown> {
  company_id: string
  halls: string
}

const one = (value: string | null): FacetValues => ({ values: value === null ? [] : [value] })
const many = (values: readonly string[]): FacetValues => ({ values })

const productValues = (row: ProductRow, hall: FacetValues): Record<ProductFacet, FacetValues> => ({
  kind: one(row.kind),
  material: one(row.material),
  structure: one(row.structure),
  fibre: many(row.fibres),
  weight: weightValues(row.weight_gsm),
  country: one(row.country),
  certificate: many(row.certificates),
  hall,
})

const companyValues = (row: CompanyRow, hall: FacetValues): Record<ExhibitorFacet, FacetValues> => ({
  kind: many(row.kinds),
  country: one(row.country),
  certificate: many(row.certificates),
  hall,
})

const membersOf = <Row extends { id: string }, Values>(
  rows: readonly Row[] | undefined,
  valuesOf: (row: Row) => Values,
) => new Map((rows ?? []).map((row) => [row.id, valuesOf(row)]))

const ofCompanies = (column: SQL, companyIds: readonly string[] | undefined): SQL =>
  companyIds ? sql`where ${column} = any(${sql.param(companyIds)}::uuid[])` : sql``

const byCompany = <Row extends { company_id: string }>(rows: readonly Row[]) => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.company_id)
    if (group) group.push(row)
    else groups.set(row.company_id, [row])
  }
  return groups
}

/**
 * What is counted of goods and companies, in the memory of this process: read at the first search, and again for a
 * company once somebody told that it changed. A count may be some milliseconds behind; what a list shows never is.
 */
export const createFacetMemory = (db: Database) => {
  const pool = db.$client
  const products = createFacetTable<ProductFacet>(PRODUCT_FACETS)
  const companies = createFacetTable<ExhibitorFacet>(EXHIBITOR_FACETS)
  let hallsOf = new Map<string, string>()
  const stale = { everything: true, stands: true, companies: new Set<string>() }
  let reading: Promise<void> | undefined

  const readStands = async (): Promise<string[]> => {
    const rows = await runPrepared<HallsRow>(
      pool,
      sql`select company_id, string_agg(distinct hall_id::text, ',') as halls
        from stand where company_id is not null group by company_id`,
    )
    const before = hallsOf
    hallsOf = new Map(rows.map((row) => [row.company_id, row.halls]))
    return [...new Set([...before.keys(), ...hallsOf.keys()])].filter(
      (companyId) => before.get(companyId) !== hallsOf.get(companyId),
    )
  }

  /** Of these companies, or of all. */
  const readCompanies = async (companyIds: readonly string[] | undefined): Promise<void> => {
    const [goods, profiles] = await Promise.all([
      runPrepared<ProductRow>(
        pool,
        sql`select product_id as id, company_id, kind, material, structure, fibres, weight_gsm, country, certificates
          from product_search ${ofCompanies(sql`company_id`, companyIds)}`,
      ),
      runPrepared<CompanyRow>(
        pool,
        sql`select company_id as id, company_id, country, kinds, certificates
          from company_search ${ofCompanies(sql`company_id`, companyIds)}`,
      ),
    ])
    const goodsOf = byCompany(goods)
    const profileOf = byCompany(profiles)
    const changed = companyIds ?? [
      ...new Set([...products.groups(), ...companies.groups(), ...goodsOf.keys(), ...profileOf.keys()]),
    ]
    for (const companyId of changed) {
      const hall = many(hallsOf.get(companyId)?.split(',') ?? [])
      products.setGroup(
        companyId,
        membersOf(goodsOf.get(companyId), (row) => productValues(row, hall)),
      )
      companies.setGroup(
        companyId,
        membersOf(profileOf.get(companyId), (row) => companyValues(row, hall)),
      )
    }
  }

  const isFresh = () => !stale.everything && !stale.stands && stale.companies.size === 0

  const read = async (): Promise<void> => {
    const { everything, stands } = stale
    const told = [...stale.companies]
    stale.everything = stale.stands = false
    stale.companies.clear()
    try {
      const moved = stands ? await readStands() : []
      const changed = [...new Set([...told, ...moved])]
      if (everything) await readCompanies(undefined)
      else if (changed.length > 0) await readCompanies(changed)
    } catch (error) {
      stale.everything = stale.stands = true
      throw error
    }
  }

  const beFresh = async (): Promise<void> => {
    while (reading || !isFresh()) {
      reading ??= read().finally(() => {
        reading = undefined
      })
      await reading
    }
  }

  return {
    companyChanged(companyId: string): void {
      stale.companies.add(companyId)
    },
    standsChanged(): void {
      stale.stands = true
    },
    /** What was told meanwhile is not known. */
    forgetAll(): void {
      stale.everything = stale.stands = true
    },
    async countProducts(search: ProductSearch, ids: readonly string[] | undefined) {
      await beFresh()
      return products.count(productChoices(search), ids)
    },
    async countExhibitors(search: ExhibitorSearch, ids: readonly string[] | undefined) {
      await beFresh()
      return companies.count(exhibitorChoices(search), ids)
    },
  }
}
