import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { SessionLanguage } from '#shared/model/programme.ts'
import {
  USUAL_KEEP_DAYS,
  type CaptionsOrigin,
  type KeepDays,
  type RecordedBy,
  type RecordingState,
} from '#shared/model/recording.ts'
import { liveSessions } from '../sessions.schema.ts'

/** Recordings of sessions; a session that was recorded, stopped and recorded again has several. */
export const sessionRecordings = pgTable(
  'session_recording',
  {
    /** Also the name of the file that its pieces are written to. */
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => liveSessions.sessionId, { onDelete: 'cascade' }),
    startedBy: text('started_by').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    by: text('recorded_by').$type<RecordedBy>().notNull().default('browser'),
    /** What the fair's recorder calls it; unknown until it has answered. */
    recorderId: text('recorder_id'),
    state: text('state').$type<RecordingState>().notNull().default('recording'),
    durationMs: integer('duration_ms'),
    /** What is played. */
    sha256: text('sha256'),
    bytes: bigint('bytes', { mode: 'number' }),
    keepDays: integer('keep_days').$type<KeepDays>().notNull().default(USUAL_KEEP_DAYS),
  },
  (table) => [
    index('session_recording_session').on(table.sessionId),
    index('session_recording_state').on(table.state),
  ],
)

/** Captions as WebVTT; small enough to lie beside what they belong to. */
export const recordingCaptions = pgTable(
  'recording_captions',
  {
    recordingId: uuid('recording_id')
      .notNull()
      .references(() => sessionRecordings.id, { onDelete: 'cascade' }),
    language: text('language').$type<SessionLanguage>().notNull(),
    origin: text('origin').$type<CaptionsOrigin>().notNull().default('file'),
    vtt: text('vtt').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordingId, table.language] })],
)
