import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { SessionLanguage } from '#shared/model/programme.ts'
import { BEING_MADE, type KeepDays, type RecordedBy, type RecordingState } from '#shared/model/recording.ts'
import type { Queryable } from '../../platform/database/database.ts'
import { recordingCaptions, sessionRecordings } from './recordings.schema.ts'

export type RecordingRow = typeof sessionRecordings.$inferSelect
type NewRecording = Pick<RecordingRow, 'id' | 'sessionId' | 'startedBy' | 'startedAt'> &
  Partial<Pick<RecordingRow, 'by' | 'state'>>
/** What is known of one once it is made. */
type Made = Pick<RecordingRow, 'startedAt' | 'durationMs' | 'sha256' | 'bytes'>

export const recordingsRepository = (db: Queryable) => {
  const captionsAt = (recordingId: string, language: SessionLanguage) =>
    and(eq(recordingCaptions.recordingId, recordingId), eq(recordingCaptions.language, language))

  return {
    async find(id: string): Promise<RecordingRow | undefined> {
      const [row] = await db.select().from(sessionRecordings).where(eq(sessionRecordings.id, id))
      return row
    },

    list: (sessionId: string): Promise<RecordingRow[]> =>
      db
        .select()
        .from(sessionRecordings)
        .where(eq(sessionRecordings.sessionId, sessionId))
        .orderBy(asc(sessionRecordings.startedAt)),

    /** Those that are being made. */
    underWay: (by: RecordedBy): Promise<RecordingRow[]> =>
      db
        .select()
        .from(sessionRecordings)
        .where(and(eq(sessionRecordings.by, by), inArray(sessionRecordings.state, BEING_MADE))),

    past: (now: Date): Promise<RecordingRow[]> =>
      db
        .select()
        .from(sessionRecordings)
        .where(
          sql`${sessionRecordings.startedAt} + ${sessionRecordings.keepDays} * interval '1 day' < ${now.toISOString()}`,
        ),

    async insert(recording: NewRecording): Promise<void> {
      await db.insert(sessionRecordings).values(recording).onConflictDoNothing()
    },

    /** False where it was in none of these states. */
    async move(id: string, from: readonly RecordingState[], to: RecordingState, made: Partial<Made> = {}) {
      const rows = await db
        .update(sessionRecordings)
        .set({ state: to, ...made })
        .where(and(eq(sessionRecordings.id, id), inArray(sessionRecordings.state, from)))
        .returning({ id: sessionRecordings.id })
      return rows.length > 0
    },

    async nameAtRecorder(id: string, recorderId: string): Promise<void> {
      await db.update(sessionRecordings).set({ recorderId }).where(eq(sessionRecordings.id, id))
    },

    async keep(id: string, keepDays: KeepDays): Promise<void> {
      await db.update(sessionRecordings).set({ keepDays }).where(eq(sessionRecordings.id, id))
    },

    async remove(id: string): Promise<void> {
      await db.delete(sessionRecordings).where(eq(sessionRecordings.id, id))
    },

    captionLanguages: (recordingIds: readonly string[]) =>
      db
        .select({ recordingId: recordingCaptions.recordingId, language: recordingCaptions.language })
        .from(recordingCaptions)
        .where(inArray(recordingCaptions.recordingId, recordingIds))
        .orderBy(asc(recordingCaptions.language)),

    async captions(recordingId: string, language: SessionLanguage): Promise<string | undefined> {
      const [row] = await db.select().from(recordingCaptions).where(captionsAt(recordingId, language))
      return row?.vtt
    },

    /** False where captions from a voice would take the place of a file. */
    async saveCaptions(captions: typeof recordingCaptions.$inferInsert): Promise<boolean> {
      const { vtt, origin } = captions
      const saved = await db
        .insert(recordingCaptions)
        .values(captions)
        .onConflictDoUpdate({
          target: [recordingCaptions.recordingId, recordingCaptions.language],
          set: { vtt, origin },
          ...(origin === 'voice' && { setWhere: eq(recordingCaptions.origin, 'voice') }),
        })
        .returning({ language: recordingCaptions.language })
      return saved.length > 0
    },

    async removeCaptions(recordingId: string, language: SessionLanguage): Promise<void> {
      await db.delete(recordingCaptions).where(captionsAt(recordingId, language))
    },
  }
}
