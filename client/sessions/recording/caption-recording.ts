import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { call } from '../../net/api.ts'
import { findRecogniser } from './speech-source.ts'
import { createVoiceCaptions, type VoiceCaptions } from './voice-captions.ts'

/**
 * Captions of a recording from one's own voice, kept at the fair; undefined where the browser can't. `startedMs` is when
 * it began, on the page's own clock.
 */
export const captionRecording = ({
  sessionId,
  recordingId,
  startedMs,
}: {
  sessionId: string
  recordingId: string
  startedMs: number
}): VoiceCaptions | undefined => {
  const Recogniser = findRecogniser()
  return (
    Recogniser &&
    createVoiceCaptions({
      Recogniser,
      startedMs,
      save: (language, text) =>
        call(recordingRoutes.saveCaptions, {
          params: { sessionId, recordingId, language },
          body: { text, origin: 'voice' },
        }),
    })
  )
}
