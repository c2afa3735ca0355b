import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { products } from '../catalogue/catalogue.schema.ts'

/** Goods that somebody keeps. The owner is a principal's id: an account's, or a guest's from the signed cookie. */
export const favourites = pgTable(
  'favourite',
  {
    ownerId: text('owner_id').notNull(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.productId] }),
    index('favourite_product').on(table.productId),
  ],
)
