import {
  ConnectionQuality,
  ConnectionState,
  DisconnectReason,
  type LocalTrack,
  type LocalTrackPublication,
  LocalVideoTrack,
  type Participant,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
  type TrackPublishOptions,
  VideoPresets,
} from 'livekit-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MediaGrant, MediaJoin } from '#shared/model/media.ts'
import {
  CALL_BEGINS,
  type CallEnd,
  type CallPerson,
  type CallPicture,
  type CallState,
  type LineQuality,
} from './call-state.ts'
import { createCamera } from './camera.ts'
import { goodsTrackName, productInTrack } from './goods-track.ts'
import { playersHaveVolume } from './player-volume.ts'
import { createReceiver, type Reception } from './reception.ts'

/** The way in that the fair gives for one entry. */
export type CallTicket = MediaJoin & { grant: MediaGrant; mayModerate: boolean }

export interface CallOptions {
  /** Asks the fair; called again for each entry, also after a line was away for long. */
  ticket(signal: AbortSignal): Promise<CallTicket>
  /** True where a refused ticket may be given later, such as while the line is away. */
  isPassing(error: unknown): boolean
  /** Sound through Web Audio, so that it can be placed. */
  audioContext?: AudioContext
  /** Nothing is received but what `receive` names. */
  isSelective?: boolean
  /** Pictures are drawn where the browser doesn't see how large: they come as large as they are sent. */
  isDrawn?: boolean
}

const SCREEN_SOURCES = new Set([Track.Source.ScreenShare, Track.Source.ScreenShareAudio])

/** A picture for weak devices: one size, and rather smaller than late where the presenter's own is weak. */
const GOODS_OPTIONS: TrackPublishOptions = {
  source: Track.Source.ScreenShare,
  simulcast: false,
  screenShareEncoding: { maxBitrate: 600_000, maxFramerate: 12 },
  degradationPreference: 'balanced',
}

const FIRST_PAUSE_MS = 300
const LAST_PAUSE_MS = 8000

/** The client's own tries to go on without a gap; afterwards it is joined anew, with a new ticket. */
const RESUME_AFTER_MS = [0, 300, 600, 1000, 1500] as const

const ENDS: Readonly<Partial<Record<DisconnectReason, CallEnd>>> = {
  [DisconnectReason.CLIENT_INITIATED]: 'left',
  [DisconnectReason.DUPLICATE_IDENTITY]: 'elsewhere',
  [DisconnectReason.PARTICIPANT_REMOVED]: 'removed',
  [DisconnectReason.ROOM_DELETED]: 'closed',
}

const QUALITIES: Readonly<Record<ConnectionQuality, LineQuality>> = {
  [ConnectionQuality.Excellent]: 'excellent',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
}

const CHANGES = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackStreamStateChanged,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.ParticipantPermissionsChanged,
] as const

const isPaused = (publication: TrackPublication): boolean =>
  publication.track?.streamState === Track.StreamState.Paused

const pictureOf = (publication: TrackPublication): CallPicture => ({
  sid: publication.trackSid,
  track: publication.track,
  muted: publication.isMuted,
  isPaused: isPaused(publication),
})

const personOf = (participant: Participant): CallPerson => {
  const voice = participant.getTrackPublication(Track.Source.Microphone)
  const camera = participant.getTrackPublication(Track.Source.Camera)
  const screens = participant
    .getTrackPublications()
    .filter(({ source }) => source === Track.Source.ScreenShare)
  const screen = screens.find(({ trackName }) => productInTrack(trackName) === undefined)
  return {
    id: participant.identity,
    name: participant.name ?? '',
    isMe: participant.isLocal,
    isSpeaking: participant.isSpeaking,
    quality: QUALITIES[participant.connectionQuality],
    microphone: voice ? (voice.isMuted ? 'muted' : 'open') : 'none',
    camera: camera && pictureOf(camera),
    screen: screen && pictureOf(screen),
    goods: screens.flatMap((publication) => {
      const productId = productInTrack(publication.trackName)
      return productId === undefined ? [] : [{ ...pictureOf(publication), productId }]
    }),
  }
}

/**
 * A conversation with sound and picture. It is joined at once, and again for as long as it isn't closed: whatever the
 * line or the engine does, my devices stay as I left them.
 */
export const createCall = ({
  ticket,
  isPassing,
  audioContext,
  isSelective = false,
  isDrawn = false,
}: CallOptions) => {
  const store: StoreApi<CallState> = createStore(() => CALL_BEGINS)
  const closing = new AbortController()
  /** What I publish, and how; it outlives a lost connection. */
  const kept = new Map<LocalTrack, TrackPublishOptions | undefined>()
  const room = new Room({
    adaptiveStream: !isDrawn && { pixelDensity: 'screen' },
    dynacast: true,
    // A track survives a lost connection: it is published again with the next one.
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: true,
    reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => RESUME_AFTER_MS[retryCount] ?? null },
    webAudioMix: audioContext ? { audioContext } : isSelective && !playersHaveVolume(),
    audioCaptureDefaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
    publishDefaults: {
      videoCodec: 'vp8',
      simulcast: true,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
      red: false,
      dtx: true,
    },
  })

  const receiver = isSelective ? createReceiver(room) : undefined

  const look = () => {
    const people = [room.localParticipant, ...room.remoteParticipants.values()].map(personOf)
    store.setState({ people, playsSound: room.canPlaybackAudio })
  }

  const keep = ({ track, options }: LocalTrackPublication) => {
    if (track) kept.set(track, options)
  }

  const drop = (track: LocalTrack) => {
    kept.delete(track)
    track.stop()
  }

  const takeBack = async (track: LocalTrack) => {
    await room.localParticipant.unpublishTrack(track)
    drop(track)
  }

  const camera = createCamera(room, takeBack)

  /** What is not allowed is refused: the track is let go. */
  const publish = async (track: LocalTrack, options: TrackPublishOptions | undefined) => {
    await room.localParticipant.publishTrack(track, options).catch(() => drop(track))
  }

  for (const change of CHANGES) room.on(change, look)
  room.on(RoomEvent.LocalTrackPublished, keep)
  room.on(RoomEvent.AudioPlaybackStatusChanged, look)
  room.on(RoomEvent.TrackSubscribed, (track) => {
    if (track.kind === Track.Kind.Audio) track.attach()
  })
  room.on(RoomEvent.TrackUnsubscribed, (track) => void track.detach())
  room.on(RoomEvent.ParticipantPermissionsChanged, (_, participant) => {
    const { permissions } = participant
    if (!participant.isLocal || !permissions) return
    const may = (source: Track.Source) =>
      permissions.canPublish &&
      (permissions.canPublishSources.length === 0 ||
        permissions.canPublishSources.includes(Track.sourceToProto(source)))
    // A camera that may not be shown does not stay on.
    for (const track of kept.keys()) if (!may(track.source)) drop(track)
    const before = store.getState().grant
    if (before)
      store.setState({
        grant: {
          ...before,
          camera: may(Track.Source.Camera),
          microphone: may(Track.Source.Microphone),
          screen: may(Track.Source.ScreenShare),
        },
      })
  })
  room.on(RoomEvent.Reconnecting, () =>
    store.setState({ phase: { name: 'away', sinceMs: Date.now(), attempts: 0 } }),
  )
  room.on(RoomEvent.SignalReconnecting, look)
  room.on(RoomEvent.Reconnected, () => store.setState({ phase: { name: 'live' } }))
  room.on(RoomEvent.Disconnected, (reason) => {
    const why = reason === undefined ? undefined : ENDS[reason]
    if (closing.signal.aborted) return finish('left')
    if (why) return finish(why)
    void enter()
  })

  const finish = (why: CallEnd) => {
    for (const track of kept.keys()) drop(track)
    store.setState({ phase: { name: 'over', why }, people: [] })
  }

  const publishKept = async () => {
    for (const [track, options] of kept) {
      if (track.mediaStreamTrack.readyState === 'ended' && !track.isMuted) {
        kept.delete(track)
        continue
      }
      await publish(track, options)
    }
  }

  const connect = async () => {
    const { url, token, iceServers, grant, mayModerate } = await ticket(closing.signal)
    store.setState({ grant, mayModerate })
    await room.connect(url, token, {
      autoSubscribe: !isSelective,
      rtcConfig: iceServers.length > 0 ? { iceServers } : {},
    })
    store.setState({ phase: { name: 'live' } })
    look()
    await publishKept()
  }

  const pauseBefore = (attempt: number) =>
    new Promise<void>((resolve) => {
      const ms = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 8))
      const end = () => {
        clearTimeout(timer)
        globalThis.removeEventListener('online', end)
        closing.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, ms * (0.7 + Math.random() * 0.6))
      // A line that is back is tried at once.
      globalThis.addEventListener('online', end)
      closing.signal.addEventListener('abort', end)
    })

  const enter = async () => {
    const sinceMs = Date.now()
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      try {
        return await connect()
      } catch (error) {
        if (closing.signal.aborted) return
        if (!isPassing(error)) {
          for (const track of kept.keys()) drop(track)
          return store.setState({ phase: { name: 'refused', error } })
        }
        store.setState({ phase: { name: 'away', sinceMs, attempts: attempt + 1 } })
        await pauseBefore(attempt)
      }
    }
  }

  void enter()

  return {
    store,
    /** The engine's own room, for what a test or a special view needs. */
    room,
    /** Rejects as the browser does where a device is refused, missing or busy. */
    async setMicrophone(on: boolean, deviceId?: string): Promise<void> {
      await room.localParticipant.setMicrophoneEnabled(on, deviceId ? { deviceId } : undefined)
    },
    setCamera: camera.set,
    /** How one's camera's pictures are changed before anybody sees them, such as blurred; undefined: not at all. */
    processCamera: camera.process,
    isCameraProcessed: camera.isProcessed,
    /** Shares a screen, a window or a tab, with its sound where the browser gives it. */
    async setScreen(on: boolean): Promise<void> {
      const { localParticipant } = room
      if (on) {
        const tracks = await localParticipant.createScreenTracks({ audio: true, contentHint: 'detail' })
        for (const track of tracks) await localParticipant.publishTrack(track)
        return
      }
      for (const { track, trackName } of localParticipant.trackPublications.values())
        if (track && SCREEN_SOURCES.has(track.source) && productInTrack(trackName) === undefined)
          await takeBack(track)
    },
    /** Sends goods on the stage as a picture, beside everything else, until the returned function is called. */
    showGoods(productId: string, picture: MediaStreamTrack): () => void {
      const track = new LocalVideoTrack(picture)
      const options = { ...GOODS_OPTIONS, name: goodsTrackName(productId) }
      kept.set(track, options)
      if (room.state === ConnectionState.Connected) void publish(track, options)
      return () => void takeBack(track)
    },
    /** What is received from now on, and how loud; for a selective call. */
    receive: (reception: Reception) => receiver?.set(reception),
    /** Changes a device during the call. */
    useDevice: (kind: MediaDeviceKind, deviceId: string) => room.switchActiveDevice(kind, deviceId),
    /** To be called from a touch, where the browser waits for one. */
    playSound: () => room.startAudio(),
    async leave(): Promise<void> {
      closing.abort()
      await room.disconnect()
      finish('left')
    },
  }
}

export type Call = ReturnType<typeof createCall>
