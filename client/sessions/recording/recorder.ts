import { type Room, Track } from 'livekit-client'
import { captionRecording } from './caption-recording.ts'
import { paintStage, PICTURES_PER_S, type StageParts } from './paint-stage.ts'
import { createPieceSender, type PieceSender } from './piece-sender.ts'
import { recordingWire } from './recording-wire.ts'
import { createSoundMix } from './sound-mix.ts'

const MIME_TYPE = 'video/webm;codecs=vp8,opus'
/** What a killed browser loses at most is this and what is on its way. */
const PIECE_MS = 1000

/** TypeScript's library does not know the newest option: where one may seek to without reading far. */
type RecorderOptions = MediaRecorderOptions & { videoKeyFrameIntervalDuration: number }

const OPTIONS: RecorderOptions = {
  mimeType: MIME_TYPE,
  videoBitsPerSecond: 2_500_000,
  audioBitsPerSecond: 96_000,
  videoKeyFrameIntervalDuration: 2000,
}

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(MIME_TYPE)

const SOUNDS = [Track.Source.Microphone, Track.Source.ScreenShareAudio] as const

/** What is said on the floor; interpreters speak over it to those who chose them. */
const soundsOf = (
  { localParticipant, remoteParticipants }: Room,
  interpreters: ReadonlySet<string>,
): Set<MediaStreamTrack> => {
  const tracks = [localParticipant, ...remoteParticipants.values()].flatMap((person) =>
    SOUNDS.flatMap((source) => {
      if (interpreters.has(person.identity)) return []
      const publication = person.getTrackPublication(source)
      return publication?.track && !publication.isMuted ? [publication.track.mediaStreamTrack] : []
    }),
  )
  return new Set(tracks)
}

export interface RecorderParts extends StageParts {
  sessionId: string
  recordingId: string
}

/** Records the stage with all that is heard, and sends it while it is made. Everybody has been told before. */
export const startRecorder = ({ sessionId, recordingId, ...stage }: RecorderParts) => {
  const { call, link } = stage
  const sound = createSoundMix()
  const canvas = document.createElement('canvas')

  const listen = () => {
    const { view } = link.store.getState()
    const interpreters = (view?.people ?? []).filter(({ role }) => role === 'interpreter')
    sound.hear(soundsOf(call.room, new Set(interpreters.map(({ id }) => id))))
  }
  listen()
  const stops = [call.store.subscribe(listen), link.store.subscribe(listen), paintStage(canvas, stage)]

  const stream = canvas.captureStream(PICTURES_PER_S)
  if (sound.track) stream.addTrack(sound.track)
  const recorder = new MediaRecorder(stream, OPTIONS)
  const startedAt = new Date(Date.now() + link.store.getState().clockAheadMs).toISOString()
  const sender: PieceSender = createPieceSender(recordingWire({ recordingId, sessionId, startedAt }))
  const captions = captionRecording({ sessionId, recordingId, startedMs: performance.now() })
  const arrived = Promise.withResolvers<void>()

  const finish = () => {
    for (const stop of stops) stop()
    for (const track of stream.getTracks()) track.stop()
    sound.close()
    Promise.all([sender.end(), captions?.end()]).then(() => arrived.resolve(), arrived.reject)
  }

  recorder.ondataavailable = ({ data }) => sender.add(data)
  recorder.onstop = finish
  recorder.start(PIECE_MS)

  return {
    sending: sender.store,
    /** From one's own voice, for which one is asked; undefined where the browser can't. */
    captions,
    /** Resolves when all of it has arrived. */
    stop(): Promise<void> {
      if (recorder.state !== 'inactive') recorder.stop()
      return arrived.promise
    },
  }
}

export type Recorder = ReturnType<typeof startRecorder>
