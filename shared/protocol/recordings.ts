import { z } from 'zod'
import { Id } from '../model/ids.ts'
import { LivePhase, SessionPoll, SessionQuestion } from '../model/live-session.ts'
import { SessionLanguage } from '../model/programme.ts'
import { CaptionsOrigin, KeepDays, RecordedBy, Recording } from '../model/recording.ts'
import { defineRoute } from './define.ts'

/**
 * Where recordings go while they are made (tus 1.0, the length deferred); metadata: `sessionId`, `recordingId` and
 * `startedAt`.
 */
export const RECORDINGS_PATH = '/recordings'

export const CAPTIONS_BYTES = 1024 * 1024

const sessionParams = z.object({ sessionId: Id })
const recordingParams = sessionParams.extend({ recordingId: Id })
const captionsParams = recordingParams.extend({ language: SessionLanguage })

/** What there is to see of a session after its end; who asked a question is not told. */
export const Playback = z.object({
  phase: LivePhase,
  mayHost: z.boolean(),
  recordings: z.array(Recording),
  questions: z.array(SessionQuestion.omit({ by: true, at: true })),
  polls: z.array(SessionPoll),
})
export type Playback = z.infer<typeof Playback>

/** The answer is a file. */
const SENT = z.null()

const watching = { action: 'recording:watch', target: 'session' } as const
const editing = { action: 'recording:edit', target: 'session' } as const

export const recordingRoutes = {
  getPlayback: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/recordings',
    summary: 'Recordings of a session with their chapters; before it is published for its hosts alone',
    params: sessionParams,
    reply: Playback,
    errors: ['not_found', 'not_allowed', 'sign_in_needed'],
    ...watching,
  }),
  beginRecording: defineRoute({
    method: 'POST',
    path: '/api/sessions/:sessionId/recordings',
    summary:
      'Have the fair record, once the session says that it is recorded; where it can’t (`by: browser`), the host’s browser does',
    params: sessionParams,
    body: z.object({ recordingId: Id }),
    reply: z.object({ by: RecordedBy }),
    errors: ['not_found', 'not_allowed', 'conflict'],
    ...editing,
  }),
  visitStage: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/recordings/:recordingId/stage',
    summary: 'Leads the fair’s recorder, by its ticket, to the page that it records',
    params: recordingParams,
    query: z.object({ ticket: z.string().max(80) }),
    reply: SENT,
    errors: ['not_found'],
    action: 'recording:make',
    target: 'session',
  }),
  publishSession: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/publication',
    summary: 'Let everybody whom a session was meant for watch it after its end, or its hosts alone again',
    params: sessionParams,
    body: z.object({ on: z.boolean() }),
    reply: z.object({}),
    errors: ['not_found', 'conflict'],
    ...editing,
  }),
  playRecording: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/recordings/:recordingId/media',
    summary: 'The recording itself (WebM from a browser, MP4 from the fair), also in ranges',
    params: recordingParams,
    reply: SENT,
    errors: ['not_found', 'not_allowed', 'sign_in_needed'],
    ...watching,
  }),
  keepRecording: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/recordings/:recordingId',
    summary: 'Choose how long a recording is kept',
    params: recordingParams,
    body: z.object({ keepDays: KeepDays }),
    reply: z.object({}),
    errors: ['not_found'],
    ...editing,
  }),
  prepareRecording: defineRoute({
    method: 'POST',
    path: '/api/sessions/:sessionId/recordings/:recordingId/prepare',
    summary: 'Try once more to make a recording seekable',
    params: recordingParams,
    reply: z.object({}),
    errors: ['not_found', 'conflict'],
    ...editing,
  }),
  removeRecording: defineRoute({
    method: 'DELETE',
    path: '/api/sessions/:sessionId/recordings/:recordingId',
    summary: 'Delete a recording for good',
    params: recordingParams,
    reply: z.object({}),
    errors: ['not_found'],
    ...editing,
  }),
  readCaptions: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/recordings/:recordingId/captions/:language',
    summary: 'Captions of a recording (WebVTT)',
    params: captionsParams,
    reply: SENT,
    errors: ['not_found', 'not_allowed', 'sign_in_needed'],
    ...watching,
  }),
  saveCaptions: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/recordings/:recordingId/captions/:language',
    summary:
      'Give a recording captions in a language (WebVTT up to 1 MB); refused with the line that can’t be read, and where captions from a voice would take the place of a file',
    params: captionsParams,
    body: z.object({ text: z.string(), origin: CaptionsOrigin }),
    reply: z.object({}),
    errors: ['not_found', 'bad_request', 'too_large', 'conflict'],
    ...editing,
  }),
  removeCaptions: defineRoute({
    method: 'DELETE',
    path: '/api/sessions/:sessionId/recordings/:recordingId/captions/:language',
    summary: 'Take the captions in a language away',
    params: captionsParams,
    reply: z.object({}),
    errors: ['not_found'],
    ...editing,
  }),
}
