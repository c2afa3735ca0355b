import { asc, eq, inArray, sql } from 'drizzle-orm'
import { organizations } from '../accounts/accounts.schema.ts'
import { companyProfiles, products } from '../catalogue/catalogue.schema.ts'
import type { Database, Queryable } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import {
  certificatesOf,
  companyDocument,
  fibresOf,
  materialOf,
  productDocument,
  SEARCH_EDITION,
  structureOf,
  vocabularyOf,
  weightOf,
  type SearchDocument,
} from './documents.ts'
import { companySearch, productSearch, searchVocabulary } from './search.schema.ts'

const REBUILD_BATCH = 500
// More names than this in a company's document would only make it longer.
const NAMES_OF_A_COMPANY = 300

// A row binds some thirty parameters, and a statement at most 65,535.
const ROWS_AT_ONCE = 400

const excluded = (column: string) => sql.raw(`excluded.${column}`)
const NEWLY_MADE = {
  kind: excluded('kind'),
  material: excluded('material'),
  structure: excluded('structure'),
  fibres: excluded('fibres'),
  weightGsm: excluded('weight_gsm'),
  country: excluded('country'),
  certificates: excluded('certificates'),
  nameEn: excluded('name_en'),
  nameRu: excluded('name_ru'),
  document: excluded('document'),
  edition: excluded('edition'),
}

type Weight = keyof SearchDocument['words']

// Russian words are stemmed by `russian`, English ones by the stemmer that this configuration has for Latin words.
const documentSql = ({ words, keys }: SearchDocument) => {
  const part = (weight: Weight) =>
    sql`setweight(to_tsvector('simple', ${keys[weight]}) || to_tsvector('russian', ${words[weight]}), ${weight})`
  return sql<string>`${part('A')} || ${part('B')} || ${part('C')} || ${part('D')}`
}

const learnWords = async (db: Queryable, documents: readonly SearchDocument[]) => {
  const words = vocabularyOf(documents)
  if (words.length > 0)
    await db.execute(
      sql`insert into ${searchVocabulary} (word) select unnest(${sql.param(words)}::text[]) on conflict do nothing`,
    )
}

const productsToIndex = (db: Queryable) =>
  db
    .select({
      product: products,
      name: organizations.name,
      city: companyProfiles.city,
      country: companyProfiles.country,
    })
    .from(products)
    .innerJoin(organizations, eq(organizations.id, products.companyId))
    .innerJoin(companyProfiles, eq(companyProfiles.companyId, products.companyId))

type ProductToIndex = Awaited<ReturnType<typeof productsToIndex>>[number]

/** The search row of a product, and its document for the vocabulary. */
const rowOf = ({ product, ...company }: ProductToIndex) => {
  const { spec, name } = product
  const document = productDocument(product, company)
  const row = {
    productId: product.id,
    companyId: product.companyId,
    kind: spec.kind,
    material: materialOf(spec),
    structure: structureOf(spec),
    fibres: fibresOf(spec),
    weightGsm: weightOf(spec),
    country: company.country,
    certificates: certificatesOf(spec),
    nameEn: name.en,
    nameRu: name.ru || name.en,
    createdAt: product.createdAt,
    document: documentSql(document),
    edition: SEARCH_EDITION,
  }
  return { row, document }
}

const indexRows = async (db: Queryable, found: readonly ProductToIndex[]) => {
  const made = found.filter(({ product }) => product.published).map(rowOf)
  for (let at = 0; at < made.length; at += ROWS_AT_ONCE)
    await db
      .insert(productSearch)
      .values(made.slice(at, at + ROWS_AT_ONCE).map(({ row }) => row))
      .onConflictDoUpdate({ target: productSearch.productId, set: NEWLY_MADE })
  const hidden = found.flatMap(({ product }) => (product.published ? [] : [product.id]))
  if (hidden.length > 0) await db.delete(productSearch).where(inArray(productSearch.productId, hidden))
  await learnWords(
    db,
    made.map(({ document }) => document),
  )
}

// Two products of one company saved at the same moment: the second must see what the first one shows.
const lockCompany = (db: Queryable, companyId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext(${`search ${companyId}`}))`)

const indexCompany = async (db: Queryable, companyId: string) => {
  const [company] = await db
    .select({ name: organizations.name, profile: companyProfiles })
    .from(organizations)
    .innerJoin(companyProfiles, eq(companyProfiles.companyId, organizations.id))
    .where(eq(organizations.id, companyId))
  if (!company) return
  const shown = await db
    .select({ row: productSearch, name: products.name })
    .from(productSearch)
    .innerJoin(products, eq(products.id, productSearch.productId))
    .where(eq(productSearch.companyId, companyId))
    .orderBy(asc(productSearch.productId))
  const distinct = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].toSorted()
  const kinds = distinct(shown.map(({ row }) => row.kind))
  const structures = distinct(shown.map(({ row }) => row.structure))
  const fibres = distinct(shown.flatMap(({ row }) => row.fibres))
  const document = companyDocument(
    { ...company.profile, name: company.name },
    {
      names: shown.slice(0, NAMES_OF_A_COMPANY).map(({ name }) => name),
      terms: [...kinds, ...structures, ...fibres],
    },
  )
  const row = {
    companyId,
    name: company.name,
    country: company.profile.country,
    kinds,
    certificates: distinct(shown.flatMap(({ row: product }) => product.certificates)),
    products: shown.length,
    document: documentSql(document),
    edition: SEARCH_EDITION,
  }
  await db.insert(companySearch).values(row).onConflictDoUpdate({ target: companySearch.companyId, set: row })
  await learnWords(db, [document])
}

/** Keeps what is searched in step with what it is about: called in the transaction that changes a product or a company. */
export const searchIndex = (db: Queryable) => ({
  async productChanged(productId: string): Promise<void> {
    const found = await productsToIndex(db).where(eq(products.id, productId))
    const companyId = found[0]?.product.companyId
    if (!companyId) return
    await lockCompany(db, companyId)
    await indexRows(db, found)
    await indexCompany(db, companyId)
    await tell(db, { kind: 'searched', companyId })
  },

  /** Also its goods: their documents hold its name and place. */
  async companyChanged(companyId: string): Promise<void> {
    await lockCompany(db, companyId)
    await indexRows(db, await productsToIndex(db).where(eq(products.companyId, companyId)))
    await indexCompany(db, companyId)
    await tell(db, { kind: 'searched', companyId })
  },
})

/** Companies whose rows, or whose goods' rows, are missing or of another edition. */
const staleCompanies = async (db: Queryable): Promise<string[]> => {
  const { rows } = await db.execute<{ company_id: string }>(sql`
    select c.company_id from company_profile c
    left join company_search s on s.company_id = c.company_id and s.edition = ${SEARCH_EDITION}
    where s.company_id is null
    union
    select p.company_id from product p
    join company_profile c on c.company_id = p.company_id
    left join product_search s on s.product_id = p.id and s.edition = ${SEARCH_EDITION}
    where p.published and s.product_id is null
    limit ${REBUILD_BATCH}`)
  return rows.map(({ company_id }) => company_id)
}

/** Makes what is missing or of an older edition, a transaction a company; after an upgrade or a restored backup. */
export const completeSearchIndex = async (db: Database): Promise<number> => {
  let made = 0
  for (;;) {
    const companyIds = await staleCompanies(db)
    if (companyIds.length === 0) return made
    for (const companyId of companyIds)
      await db.transaction((transaction) => searchIndex(transaction).companyChanged(companyId))
    made += companyIds.length
  }
}
