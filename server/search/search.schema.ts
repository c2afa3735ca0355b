import {
  bigint,
  customType,
  index,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organizations } from '../accounts/accounts.schema.ts'
import { products } from '../catalogue/catalogue.schema.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What is searched of a published product, in one narrow row: written in the transaction that changes the product or
 * its company, and made anew at start where it is missing or of an older `SEARCH_EDITION`.
 */
export const productSearch = pgTable(
  'product_search',
  {
    productId: uuid('product_id')
      .primaryKey()
      .references(() => products.id, { onDelete: 'cascade' }),
    companyId: uuid('company_id').notNull(),
    kind: text('kind').notNull(),
    material: text('material'),
    structure: text('structure'),
    fibres: text('fibres').array().notNull(),
    weightGsm: real('weight_gsm'),
    country: text('country').notNull(),
    certificates: text('certificates').array().notNull(),
    nameEn: text('name_en').notNull(),
    nameRu: text('name_ru').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    document: tsvector('document').notNull(),
    edition: smallint('edition').notNull(),
  },
  (table) => [
    index('product_search_document').using('gin', table.document),
    index('product_search_company').on(table.companyId),
    index('product_search_newest').on(table.createdAt, table.productId),
  ],
)

/** The same of a company with a profile. What it shows is gathered from its published goods. */
export const companySearch = pgTable(
  'company_search',
  {
    companyId: uuid('company_id')
      .primaryKey()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    country: text('country').notNull(),
    kinds: text('kinds').array().notNull(),
    certificates: text('certificates').array().notNull(),
    products: bigint('products', { mode: 'number' }).notNull(),
    document: tsvector('document').notNull(),
    edition: smallint('edition').notNull(),
  },
  (table) => [index('company_search_document').using('gin', table.document)],
)

/** Every key that occurs in a document, so that a mistyped word finds its neighbours. Words that went stay: they find nothing. */
export const searchVocabulary = pgTable('search_vocabulary', { word: text('word').primaryKey() })
