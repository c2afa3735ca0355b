import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ProductSpec } from '#shared/model/product.ts'
import type { LocalText } from '#shared/model/text.ts'
import { organizations } from '../accounts/accounts.schema.ts'

/** What a company says of itself; its name, people and roles are those of its organisation. */
export const companyProfiles = pgTable('company_profile', {
  companyId: uuid('company_id')
    .primaryKey()
    .references(() => organizations.id, { onDelete: 'cascade' }),
  country: text('country').notNull(),
  city: text('city').notNull(),
  address: text('address').notNull(),
  website: text('website').notNull(),
  languages: text('languages').array().notNull(),
  founded: integer('founded'),
  story: jsonb('story').$type<LocalText>().notNull(),
})

export const products = pgTable(
  'product',
  {
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    kind: text('kind').notNull(),
    name: jsonb('name').$type<LocalText>().notNull(),
    summary: jsonb('summary').$type<LocalText>().notNull(),
    spec: jsonb('spec').$type<ProductSpec>().notNull(),
    published: boolean('published').notNull().default(false),
    revision: integer('revision').notNull().default(1),
    /** The version of the model that visitors see; set in the same transaction that stores its variants. */
    assetId: uuid('asset_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('product_slug').on(table.companyId, table.slug),
    index('product_company').on(table.companyId, table.createdAt),
  ],
)
