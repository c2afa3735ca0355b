import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { InvitedRole } from '#shared/model/invitation.ts'
import type { SessionLanguage } from '#shared/model/programme.ts'
import type { Locale } from '#shared/model/text.ts'
import { programmeSessions } from '../programme/programme.schema.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Who is written to about a session: those who were invited, and those who asked to be reminded. */
export const sessionInvitations = pgTable(
  'session_invitation',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => programmeSessions.id, { onDelete: 'cascade' }),
    /** In small letters. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<InvitedRole>().notNull(),
    channel: text('channel').$type<SessionLanguage>(),
    language: text('language').$type<Locale>().notNull(),
    /** Whose invitation it is; null where they asked for it themselves. */
    invitedBy: text('invited_by'),
    /** The first who came by the link: the only one whom it gives a role. */
    usedBy: text('used_by'),
    invitedAt: moment('invited_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
    remindedAt: moment('reminded_at'),
    /** For which beginning: a session that is put off is reminded of again. */
    remindedFor: moment('reminded_for'),
  },
  (table) => [
    unique('session_invitation_once').on(table.sessionId, table.email),
    index('session_invitation_email')
      .on(table.email)
      .where(sql`withdrawn_at is null`),
  ],
)
