export { createSessionsService, type SessionsService } from './sessions.service.ts'
export { attachSessions, sessionCommandHandlers, sessionTeller } from './sessions.events.ts'
export { sessionsPolicy } from './sessions.policy.ts'
export { sessionHandlers } from './sessions.routes.ts'
export { isWatcher } from './state/watching.ts'
export { recordingsPolicy } from './recordings/recordings.policy.ts'
export { recordingHandlers } from './recordings/recordings.routes.ts'
export {
  createRecordingsService,
  RECORDING_QUEUE,
  type RecordingsService,
} from './recordings/recordings.service.ts'
export { createFairRecorder, type FairRecorder } from './recordings/fair-recorder.ts'
export type { PageRecorder, PageRecording } from './recordings/page-recorder.ts'
export { createRecordingUploads, type RecordingUploads } from './recordings/recording-uploads.ts'
export { workOnRecordings } from './recordings/recording-jobs.ts'
