import { date, doublePrecision, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core' // prettier-ignore
import type { EnquiryKind, EnquiryState } from '#shared/model/enquiry.ts'
import type { TradeUnit } from '#shared/model/product.ts'
import { organizations, users } from '../accounts/accounts.schema.ts'
import { products } from '../catalogue/catalogue.schema.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow()

/** One row an enquiry: its lock puts the messages of the thread in order. */
export const enquiries = pgTable(
  'enquiry',
  {
    /** Made by the client, so that sending again after a lost line stores once. */
    id: uuid('id').primaryKey(),
    companyId: uuid('company_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<EnquiryKind>().notNull(),
    state: text('state').$type<EnquiryState>().notNull().default('new'),
    country: text('country'),
    city: text('city').notNull(),
    wantedBy: date('wanted_by', { mode: 'string' }),
    assigneeId: uuid('assignee_id').references(() => users.id, { onDelete: 'set null' }),
    lastSeq: integer('last_seq').notNull().default(1),
    buyerReadSeq: integer('buyer_read_seq').notNull().default(1),
    companyReadSeq: integer('company_read_seq').notNull().default(0),
    sentAt: moment('sent_at'),
    changedAt: moment('changed_at'),
  },
  (table) => [
    index('enquiry_inbox').on(table.companyId, table.changedAt, table.id),
    index('enquiry_own').on(table.buyerId, table.changedAt, table.id),
  ],
)

export const enquiryLines = pgTable(
  'enquiry_line',
  {
    enquiryId: uuid('enquiry_id')
      .notNull()
      .references(() => enquiries.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    productId: uuid('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** As it was when the enquiry was sent. */
    articleNumber: text('article_number').notNull(),
    colourway: text('colourway'),
    quantity: doublePrecision('quantity'),
    unit: text('unit').$type<TradeUnit>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.enquiryId, table.position] }),
    index('enquiry_line_product').on(table.productId),
  ],
)

export const enquiryMessages = pgTable(
  'enquiry_message',
  {
    /** Made by the client; the first message has the id of its enquiry. */
    id: uuid('id').primaryKey(),
    enquiryId: uuid('enquiry_id')
      .notNull()
      .references(() => enquiries.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    authorName: text('author_name').notNull(),
    side: text('side', { enum: ['buyer', 'company'] }).notNull(),
    text: text('text').notNull(),
    sentAt: moment('sent_at'),
  },
  (table) => [unique('enquiry_message_order').on(table.enquiryId, table.seq)],
)
