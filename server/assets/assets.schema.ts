import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AssetState, AssetVariant } from '#shared/model/asset.ts'
import { organizations, users } from '../accounts/accounts.schema.ts'
import { products } from '../catalogue/catalogue.schema.ts'

export const assetVersions = pgTable(
  'asset_version',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    companyId: uuid('company_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    fileName: text('file_name').notNull(),
    /** The original as it came: kept for its owner, never served to visitors. */
    originalSha256: text('original_sha256').notNull(),
    originalBytes: bigint('original_bytes', { mode: 'number' }).notNull(),
    status: jsonb('status').$type<StoredState>().notNull(),
    uploadedBy: uuid('uploaded_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('asset_version_number').on(table.productId, table.version)],
)

/** The state without its variants, which have rows of their own. */
export type StoredState =
  | Extract<AssetState, { state: 'processing' }>
  | Extract<AssetState, { state: 'failed' }>
  | Omit<Extract<AssetState, { state: 'ready' }>, 'variants'>

export const assetVariants = pgTable(
  'asset_variant',
  {
    assetId: uuid('asset_id')
      .notNull()
      .references(() => assetVersions.id, { onDelete: 'cascade' }),
    name: text('name').$type<AssetVariant['name']>().notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    mediaType: text('media_type').$type<AssetVariant['mediaType']>().notNull(),
    triangles: integer('triangles').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assetId, table.name] }),
    index('asset_variant_blob').on(table.sha256),
  ],
)
