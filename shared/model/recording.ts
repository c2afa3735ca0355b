import { z } from 'zod'
import { Id, Instant } from './ids.ts'
import { SessionLanguage } from './programme.ts'

/** Where a chapter of a recording begins, in milliseconds from its start, and what it is about. */
export const Chapter = z.discriminatedUnion('kind', [
  /** Goods came on the stage. */
  z.object({ kind: z.literal('goods'), atMs: z.int().nonnegative(), productIds: z.array(Id).max(2) }),
  /** A question was answered. */
  z.object({ kind: z.literal('question'), atMs: z.int().nonnegative(), questionId: Id }),
  /** A poll was opened. */
  z.object({ kind: z.literal('poll'), atMs: z.int().nonnegative(), pollId: Id }),
])
export type Chapter = z.infer<typeof Chapter>

/**
 * Its recorder gets ready, it is made, it is made seekable, and it is there; or nothing in it could be played. A browser
 * is ready at once.
 */
export const RecordingState = z.enum(['starting', 'recording', 'preparing', 'ready', 'failed'])
export type RecordingState = z.infer<typeof RecordingState>

export const BEING_MADE = ['starting', 'recording'] as const satisfies readonly RecordingState[]
export const isBeingMade = ({ state }: { state: RecordingState }): boolean =>
  state === 'starting' || state === 'recording'

/** Who makes it: a host's browser, which sends it while it is made, or the fair on a machine of its own. */
export const RecordedBy = z.enum(['browser', 'fair'])
export type RecordedBy = z.infer<typeof RecordedBy>

const RECORDER = 'guest:recorder-'

/** As whom the fair's recorder comes, for one recording. */
export const recorderOf = (recordingId: string): string => RECORDER + recordingId
export const isRecorder = (personId: string): boolean => personId.startsWith(RECORDER)

/** What is played and downloaded. */
export const RECORDING_FILES = {
  browser: { type: 'video/webm', extension: 'webm' },
  fair: { type: 'video/mp4', extension: 'mp4' },
} as const satisfies Record<RecordedBy, object>

/** Days for which a recording is kept after it began. */
export const KEEP_DAYS = [30, 90, 365] as const
export const KeepDays = z.literal(KEEP_DAYS)
export type KeepDays = z.infer<typeof KeepDays>
export const USUAL_KEEP_DAYS: KeepDays = 90

/** Somebody gave a file, or a browser wrote them from a voice. */
export const CaptionsOrigin = z.enum(['file', 'voice'])
export type CaptionsOrigin = z.infer<typeof CaptionsOrigin>

export const Recording = z.object({
  id: Id,
  state: RecordingState,
  by: RecordedBy,
  startedAt: Instant,
  durationMs: z.int().nullable(),
  bytes: z.int().nullable(),
  keepDays: KeepDays,
  /** When it is deleted. */
  keptUntil: Instant,
  captions: z.array(SessionLanguage),
  chapters: z.array(Chapter),
})
export type Recording = z.infer<typeof Recording>
