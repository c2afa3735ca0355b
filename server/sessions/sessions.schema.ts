import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { LivePhase } from '#shared/model/live-session.ts'
import type { Lanyard } from '#shared/model/principal.ts'
import { programmeSessions } from '../programme/programme.schema.ts'
import type { Entry } from './state/entries.ts'

/** Sessions of the programme that are held here; its lock puts the log of a session in order. */
export const liveSessions = pgTable(
  'live_session',
  {
    sessionId: uuid('session_id')
      .primaryKey()
      .references(() => programmeSessions.id, { onDelete: 'cascade' }),
    lastSeq: integer('last_seq').notNull().default(0),
    /** As the log says, for those who look for sessions. */
    phase: text('phase').$type<LivePhase>().notNull().default('scheduled'),
    staffIds: text('staff_ids').array().notNull().default([]),
  },
  (table) => [index('live_session_phase').on(table.phase)],
)

/** Everything that happened in a session, numbered 1, 2, 3, … without gaps. */
export const liveSessionEntries = pgTable(
  'live_session_entry',
  {
    sessionId: uuid('session_id')
      .notNull()
      .references(() => liveSessions.sessionId, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    /** Made by the client, so that sending again after a lost line stores once. */
    id: uuid('id').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    byLanyard: text('by_lanyard').$type<Lanyard>().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    entry: jsonb('entry').$type<Entry>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.seq] }),
    unique('live_session_entry_once').on(table.sessionId, table.id),
  ],
)
