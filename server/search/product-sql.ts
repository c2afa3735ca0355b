import { and, sql, type SQL } from 'drizzle-orm'
import type { ProductSearch } from '#shared/protocol/search.ts'
import type { Cursor } from './cursor.ts'

export const PAGE_SIZE = 24
/** One row more tells whether another page follows. */
export const LIMIT = sql.raw(String(PAGE_SIZE + 1))

// Choices are always in the statement, empty ones as null: it has few shapes, and each is planned once.
const orNull = (values: readonly string[]) => sql.param(values.length > 0 ? values : null)

export const oneOf = (column: SQL, values: readonly string[]): SQL =>
  sql`(${orNull(values)}::text[] is null or ${column} = any(${orNull(values)}::text[]))`
export const someOf = (column: SQL, values: readonly string[]): SQL =>
  sql`(${orNull(values)}::text[] is null or ${column} && ${orNull(values)}::text[])`
/** Companies with a stand in one of these halls. */
export const standsIn = (column: SQL, hallIds: readonly string[]): SQL =>
  sql`(${orNull(hallIds)}::uuid[] is null
    or ${column} in (select company_id from stand where hall_id = any(${orNull(hallIds)}::uuid[])))`
export const matches = (tsquery: string | undefined): SQL | undefined =>
  tsquery ? sql`document @@ ${tsquery}::tsquery` : undefined

/** The ids of all that answers the words, in one text: rows of their own would cost more than finding them. */
export const matchingIdsSql = (table: SQL, id: SQL, tsquery: string): SQL =>
  sql`select coalesce(string_agg(${id}::text, ','), '') as ids from ${table} where ${matches(tsquery)}`

/** How well a row answers the words, as a whole number so that pages can begin after it. */
export const scoreOf = (tsquery: string): SQL =>
  sql`(ts_rank('{0.1, 0.25, 0.5, 1}', document, ${tsquery}::tsquery) * 1e6)::int`

/** The poster of the model that visitors see; all null where there is none yet. */
export const posterColumns = sql`v.asset_id, v.sha256, v.bytes, v.media_type`

export const between = ({ weightFrom, weightTo }: ProductSearch): SQL => {
  const [from, to] = [weightFrom ?? null, weightTo ?? null]
  return sql`((${from}::real is null and ${to}::real is null)
    or weight_gsm between coalesce(${from}::real, 0) and coalesce(${to}::real, 'Infinity'))`
}

/** Everything that the reader chose. */
const chosen = (search: ProductSearch): SQL | undefined =>
  and(
    oneOf(sql`kind`, search.kind),
    oneOf(sql`material`, search.material),
    oneOf(sql`structure`, search.structure),
    someOf(sql`fibres`, search.fibre),
    between(search),
    oneOf(sql`country`, search.country),
    someOf(sql`certificates`, search.certificate),
    standsIn(sql`company_id`, search.hall),
  )

interface Order {
  key: SQL
  type: SQL
  descending?: boolean
}

const orderOf = ({ sort, locale }: ProductSearch, tsquery: string | undefined): Order => {
  switch (sort) {
    case 'name': {
      const name = sql.raw(locale === 'ru' ? 'name_ru' : 'name_en')
      return { key: sql`${name} collate "und-x-icu"`, type: sql`text` }
    }
    case 'lightest':
      return { key: sql`coalesce(weight_gsm, 'Infinity'::real)`, type: sql`real` }
    case 'heaviest':
      return { key: sql`coalesce(weight_gsm, 0::real)`, type: sql`real`, descending: true }
    case 'relevance':
      // Without words nothing is nearer than the rest: what is new comes first.
      return tsquery
        ? { key: scoreOf(tsquery), type: sql`int`, descending: true }
        : { key: sql`created_at`, type: sql`timestamptz`, descending: true }
  }
}

const FOUND_PRODUCT = sql`p.id, p.slug, p.name, s.kind, s.structure, s.weight_gsm, s.company_id,
  o.slug as company_slug, o.name as company_name, c.country, c.city, ${posterColumns}`
const PRODUCT_JOINS = sql`
    join product p on p.id = s.product_id
    join organization o on o.id = s.company_id
    join company_profile c on c.company_id = s.company_id
    left join asset_variant v on v.asset_id = p.asset_id and v.name = 'poster'`

/** These goods as lists show them, with what a list for the office needs; unpublished ones are left out. */
export const productsByIdSql = (productIds: readonly string[]): SQL => sql`
  select '' as key, ${FOUND_PRODUCT}, p.spec->>'articleNumber' as article_number,
    coalesce(p.spec->'composition', '[]') as composition
  from product_search s
  ${PRODUCT_JOINS}
  where s.product_id = any(${sql.param(productIds)}::uuid[])`

/** One page and one row more, which tells whether another page follows. */
export const productPageSql = (
  search: ProductSearch,
  tsquery: string | undefined,
  after: Cursor | undefined,
): SQL => {
  const { key, type, descending } = orderOf(search, tsquery)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const beyond = after
    ? sql`(${key}, product_id) ${sql.raw(descending ? '<' : '>')} (${after.key}::${type}, ${after.id}::uuid)`
    : undefined
  const where = and(matches(tsquery), chosen(search), beyond)
  return sql`
    select f.key::text as key, ${FOUND_PRODUCT}
    from (
      select product_id, ${key} as key from product_search ${where ? sql`where ${where}` : sql``}
      order by key ${direction}, product_id ${direction} limit ${LIMIT}
    ) f
    join product_search s using (product_id)
    ${PRODUCT_JOINS}
    order by f.key ${direction}, f.product_id ${direction}`
}
