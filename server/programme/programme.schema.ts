import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { SessionHost, SessionKind, SessionLanguage, SessionState } from '#shared/model/programme.ts'
import type { LocalText } from '#shared/model/text.ts'
import { fairs, halls, stands } from '../fair/fair.schema.ts'

/** Talks, presentations and tours; `session` alone is the name of a sign-in. */
export const programmeSessions = pgTable(
  'programme_session',
  {
    id: uuid('id').primaryKey(),
    fairId: uuid('fair_id')
      .notNull()
      .references(() => fairs.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<SessionKind>().notNull(),
    title: jsonb('title').$type<LocalText>().notNull(),
    abstract: jsonb('abstract').$type<LocalText>().notNull(),
    hosts: jsonb('hosts').$type<SessionHost[]>().notNull(),
    language: text('language').$type<SessionLanguage>().notNull(),
    hallId: uuid('hall_id')
      .notNull()
      .references(() => halls.id, { onDelete: 'cascade' }),
    /** Either a stand of the hall or one of its areas by name. */
    standId: uuid('stand_id').references(() => stands.id, { onDelete: 'cascade' }),
    area: text('area'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    state: text('state').$type<SessionState>().notNull().default('planned'),
    revision: integer('revision').notNull().default(1),
  },
  (table) => [index('programme_session_time').on(table.fairId, table.startsAt)],
)
