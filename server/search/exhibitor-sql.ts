import { and, sql, type SQL } from 'drizzle-orm'
import type { ExhibitorSearch } from '#shared/protocol/search.ts'
import type { Cursor } from './cursor.ts'
import { LIMIT, matches, oneOf, posterColumns, scoreOf, someOf, standsIn } from './product-sql.ts'

const PICTURES = 4

const chosen = (search: ExhibitorSearch): SQL | undefined =>
  and(
    someOf(sql`kinds`, search.kind),
    oneOf(sql`country`, search.country),
    someOf(sql`certificates`, search.certificate),
    standsIn(sql`company_id`, search.hall),
  )

/** One page and one row more: the nearest to the words first, or by name where there are none. */
export const exhibitorPageSql = (
  search: ExhibitorSearch,
  tsquery: string | undefined,
  after: Cursor | undefined,
): SQL => {
  const key = tsquery ? scoreOf(tsquery) : sql`name collate "und-x-icu"`
  const type = sql.raw(tsquery ? 'int' : 'text')
  const direction = sql.raw(tsquery ? 'desc' : 'asc')
  const beyond = after
    ? sql`(${key}, company_id) ${sql.raw(tsquery ? '<' : '>')} (${after.key}::${type}, ${after.id}::uuid)`
    : undefined
  const where = and(matches(tsquery), chosen(search), beyond)
  return sql`
    select f.key::text as key, s.company_id as id, o.slug, s.name, s.country, c.city, s.kinds, s.certificates, s.products
    from (
      select company_id, ${key} as key from company_search ${where ? sql`where ${where}` : sql``}
      order by key ${direction}, company_id ${direction} limit ${LIMIT}
    ) f
    join company_search s using (company_id)
    join organization o on o.id = f.company_id
    join company_profile c on c.company_id = f.company_id
    order by f.key ${direction}, f.company_id ${direction}`
}

/** The newest goods with a picture of each company. */
export const picturesSql = (companyIds: readonly string[]): SQL => sql`
  select p.company_id, p.id, p.name, ${posterColumns}
  from unnest(${sql.param(companyIds)}::uuid[]) as wanted(company_id)
  cross join lateral (
    select * from product where company_id = wanted.company_id and published and asset_id is not null
    order by created_at desc, id limit ${PICTURES}
  ) p
  join asset_variant v on v.asset_id = p.asset_id and v.name = 'poster'`
