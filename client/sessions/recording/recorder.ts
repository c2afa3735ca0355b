import { type Room, Track } from 'livekit-client'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { Call } from '../../live/call.ts'
import { call as callFair } from '../../net/api.ts'
import { newId } from '../../net/new-id.ts'
import type { SessionLink } from '../session-link.ts'
import { planStage } from '../stage-plan.ts'
import { createPieceSender, type PieceSender } from './piece-sender.ts'
import { recordingWire } from './recording-wire.ts'
import { createSoundMix } from './sound-mix.ts'
import { findRecogniser } from './speech-source.ts'
import { createStagePainter } from './stage-painter.ts'
import { createStagePictures } from './stage-pictures.ts'
import { startTicks } from './ticks.ts'
import { createVoiceCaptions } from './voice-captions.ts'

const MIME_TYPE = 'video/webm;codecs=vp8,opus'
const PICTURES_PER_S = 25
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

export interface RecorderParts {
  call: Call
  link: SessionLink
  sessionId: string
  title: string
  nameOf(productId: string): string
}

/** Records the stage with all that is heard, and sends it while it is made. Everybody has been told before. */
export const startRecorder = ({ call, link, sessionId, title, nameOf }: RecorderParts) => {
  const pictures = createStagePictures()
  const sound = createSoundMix()
  const canvas = document.createElement('canvas')
  const painter = createStagePainter(canvas, pictures)

  const lookAtStage = () => {
    const { view } = link.store.getState()
    const { people } = call.store.getState()
    const interpreters = (view?.people ?? []).filter(({ role }) => role === 'interpreter')
    sound.hear(soundsOf(call.room, new Set(interpreters.map(({ id }) => id))))
    pictures.keep(
      new Set(people.flatMap(({ camera, screen }) => [camera?.track ?? [], screen?.track ?? []].flat())),
    )
    return view
      ? {
          title,
          plan: planStage(view.stage, people, view.people),
          goods: view.stage.goods.map((productId) => ({ productId, name: nameOf(productId) })),
        }
      : undefined
  }

  let scene = lookAtStage()
  const look = () => {
    scene = lookAtStage()
  }
  const stops = [
    call.store.subscribe(look),
    link.store.subscribe(look),
    startTicks(1000 / PICTURES_PER_S, () => scene && painter.paint(scene)),
  ]

  const stream = canvas.captureStream(PICTURES_PER_S)
  if (sound.track) stream.addTrack(sound.track)
  const recorder = new MediaRecorder(stream, OPTIONS)
  const startedAt = new Date(Date.now() + link.store.getState().clockAheadMs).toISOString()
  const recordingId = newId()
  const sender: PieceSender = createPieceSender(recordingWire({ recordingId, sessionId, startedAt }))
  /** By the page's own clock. */
  const startedMs = performance.now()
  const Recogniser = findRecogniser()
  const captions =
    Recogniser &&
    createVoiceCaptions({
      Recogniser,
      startedMs,
      save: (language, text) =>
        callFair(recordingRoutes.saveCaptions, {
          params: { sessionId, recordingId, language },
          body: { text, origin: 'voice' },
        }),
    })
  const arrived = Promise.withResolvers<void>()

  const finish = () => {
    for (const stop of stops) stop()
    for (const track of stream.getTracks()) track.stop()
    pictures.keep(new Set())
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
