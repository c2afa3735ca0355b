import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

export type LiveRestriction = 'silenced' | 'removed'

/** Whom the staff of a room silenced or sent out: kept here, as the media engine forgets. */
export const liveRestrictions = pgTable(
  'live_restriction',
  {
    room: text('room').notNull(),
    personId: text('person_id').notNull(),
    personName: text('person_name').notNull(),
    restriction: text('restriction').$type<LiveRestriction>().notNull(),
    restrictedBy: text('restricted_by').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.room, table.personId] })],
)
