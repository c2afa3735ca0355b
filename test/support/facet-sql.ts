// The counts of a search by the database alone: what the fair's own counting must agree with, and is measured against.
import { sql, type SQL } from 'drizzle-orm'
import { WEIGHT_BANDS_GSM, type ProductFacet, type ProductSearch } from '#shared/protocol/search.ts'
import { between, matches, oneOf, someOf, standsIn } from '#server/search/product-sql.ts'

/** A facet of a search: where its values are, and what the reader chose in it. */
interface FacetSource<Name extends string> {
  name: Name
  /** Grouped by: a value, an array of values, or the company, whose stands name the halls. */
  column: SQL
  holds: 'one' | 'many' | 'halls'
  /** Facets of one group are counted together: worth it where their values make few combinations. */
  group: string
  /** What a row must fulfil; true for every row where nothing is chosen. */
  chosen: SQL
}

export interface FacetRow extends Record<string, unknown> {
  facet: string
  value: string
  count: number
}

const valuesOf = ({ name, holds }: FacetSource<string>, of: SQL): SQL => {
  const label = sql.raw(`'${name}'::text`)
  const column = sql.raw(`"${name}"`)
  if (holds === 'many')
    return sql`select ${label}, value, sum(n)::int from grouped, unnest(${column}) as value where ${of} group by value`
  if (holds === 'halls')
    return sql`select ${label}, hall_id::text, sum(n)::int from grouped
      join (select distinct company_id, hall_id from stand) s on s.company_id = ${column} where ${of} group by hall_id`
  return sql`select ${label}, ${column}::text, sum(n)::int from grouped where ${of} and ${column} is not null group by ${column}`
}

/**
 * One pass over the rows for all facets: each row knows by a bit a facet which choices it misses. What misses none
 * counts everywhere; what misses exactly one counts in that facet alone, as its counts must not answer to itself.
 * Rows are `{ facet, value, count }`; the total is the facet `total`.
 */
const facetCounts = (table: SQL, facets: readonly FacetSource<string>[], where: SQL | undefined): SQL => {
  const misses = facets.map(
    ({ chosen }, at) => sql`case when ${chosen} then 0 else ${sql.raw(String(1 << at))} end`,
  )
  const missed = sql.join(misses, sql` | `)
  const names = facets.map(({ name }) => sql.raw(`"${name}"`))
  const columns = facets.map(({ name, column }) => sql`${column} as ${sql.raw(`"${name}"`)}`)
  const groups = [...new Set(facets.map(({ group }) => group))]
  const inGroup = (group: string) => names.filter((_, at) => facets[at]?.group === group)
  const sets = groups.map((group) => sql`(misses, ${sql.join(inGroup(group), sql`, `)})`)
  // PostgreSQL's grouping() has a bit for each column, the first one highest, set where a row isn't grouped by it.
  const grouping = (group: string) =>
    sql.raw(
      String(
        facets.reduce((bits, one, at) => bits | (one.group === group ? 0 : 1 << (facets.length - 1 - at)), 0),
      ),
    )
  const parts = facets.map((facet, at) =>
    valuesOf(facet, sql`g = ${grouping(facet.group)} and misses in (0, ${sql.raw(String(1 << at))})`),
  )
  return sql`
    with rows as (
      select ${missed} as misses, ${sql.join(columns, sql`, `)} from ${table} ${where ? sql`where ${where}` : sql``}
    ), grouped as (
      select misses, ${sql.join(names, sql`, `)}, grouping(${sql.join(names, sql`, `)}) as g, count(*) as n
      from rows where misses & (misses - 1) = 0
      group by grouping sets (${sql.join(sets, sql`, `)})
    )
    select 'total'::text as facet, ''::text as value, coalesce(sum(n), 0)::int as count
    from grouped where g = ${grouping(groups[0] ?? '')} and misses = 0
    union all ${sql.join(parts, sql` union all `)}
    order by facet, count desc, value`
}

const BANDS = sql.raw(`array[${WEIGHT_BANDS_GSM.join(',')}]::real[]`)

const facetsOf = (search: ProductSearch): FacetSource<ProductFacet>[] => [
  { name: 'kind', column: sql`kind`, holds: 'one', group: 'make', chosen: oneOf(sql`kind`, search.kind) },
  {
    name: 'material',
    column: sql`material`,
    holds: 'one',
    group: 'make',
    chosen: oneOf(sql`material`, search.material),
  },
  {
    name: 'structure',
    column: sql`structure`,
    holds: 'one',
    group: 'make',
    chosen: oneOf(sql`structure`, search.structure),
  },
  {
    name: 'fibre',
    column: sql`fibres`,
    holds: 'many',
    group: 'fibre',
    chosen: someOf(sql`fibres`, search.fibre),
  },
  {
    name: 'weight',
    column: sql`width_bucket(weight_gsm, ${BANDS})`,
    holds: 'one',
    group: 'proof',
    chosen: between(search),
  },
  {
    name: 'country',
    column: sql`country`,
    holds: 'one',
    group: 'company',
    chosen: oneOf(sql`country`, search.country),
  },
  {
    name: 'certificate',
    column: sql`certificates`,
    holds: 'many',
    group: 'proof',
    chosen: someOf(sql`certificates`, search.certificate),
  },
  {
    name: 'hall',
    column: sql`company_id`,
    holds: 'halls',
    group: 'company',
    chosen: standsIn(sql`company_id`, search.hall),
  },
]

/** Counts of every facet and in all, for the words and the choices. */
export const productFacetsSql = (search: ProductSearch, tsquery: string | undefined): SQL =>
  facetCounts(sql`product_search`, facetsOf(search), matches(tsquery))
