import { integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { Lanyard } from '#shared/model/principal.ts'
import { stands } from '../fair/fair.schema.ts'

/** One row a room: its lock puts the messages of a room in order. */
export const chatRooms = pgTable('chat_room', {
  standId: uuid('stand_id')
    .primaryKey()
    .references(() => stands.id, { onDelete: 'cascade' }),
  lastSeq: integer('last_seq').notNull().default(0),
})

export const chatMessages = pgTable(
  'chat_message',
  {
    /** Made by the client, so that sending again after a lost line stores once. */
    id: uuid('id').primaryKey(),
    standId: uuid('stand_id')
      .notNull()
      .references(() => chatRooms.standId, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    authorLanyard: text('author_lanyard').$type<Lanyard>().notNull(),
    text: text('text').notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
    removedBy: text('removed_by'),
  },
  (table) => [unique('chat_message_order').on(table.standId, table.seq)],
)

export const chatMutes = pgTable(
  'chat_mute',
  {
    standId: uuid('stand_id')
      .notNull()
      .references(() => stands.id, { onDelete: 'cascade' }),
    visitorId: text('visitor_id').notNull(),
    until: timestamp('until', { withTimezone: true }).notNull(),
    mutedBy: text('muted_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.standId, table.visitorId] })],
)
