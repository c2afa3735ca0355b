import { type ParticipantInfo, type TrackInfo, TrackSource, type WebhookEvent } from '@livekit/protocol'
import {
  AccessToken,
  DataPacket_Kind,
  RoomServiceClient,
  TwirpError,
  WebhookReceiver,
} from 'livekit-server-sdk'
import { grantOf, permissionOf, videoGrantOf } from './grants.ts'
import type { EngineState, MediaEngine, MediaEvent, MediaParticipant, MediaTrack } from './media-engine.ts'

/** A token opens the door once; who is in stays in. A page that comes back later asks the fair for a new one. */
const TOKEN_LASTS_S = 120
/** A room that nobody is in ends after this. */
const EMPTY_S = 300
const DEPARTED_S = 20
const ANSWER_WITHIN_MS = 2000
/** An order is done at once or not at all: people wait for it. */
const OBEY_WITHIN_S = 5

export interface LivekitOptions {
  /** Where browsers reach its signalling, `ws:` or `wss:`. */
  url: string
  /** Where orders go, `http:` or `https:`. */
  apiUrl: string
  key: string
  secret: string
  /** How it is, where the room service doesn't tell. */
  watch(withinMs: number): Promise<EngineState & { epoch: string }>
  drain(): Promise<void>
  pageRecorder: MediaEngine['pageRecorder']
}

const SOURCES: Readonly<Partial<Record<TrackSource, MediaTrack['source']>>> = {
  [TrackSource.MICROPHONE]: 'microphone',
  [TrackSource.CAMERA]: 'camera',
  [TrackSource.SCREEN_SHARE]: 'screen',
  [TrackSource.SCREEN_SHARE_AUDIO]: 'screenSound',
}

const trackOf = ({ sid, source, muted }: TrackInfo): MediaTrack | undefined => {
  const known = SOURCES[source]
  return known && { sid, source: known, muted }
}

const participantOf = ({ identity, name, permission, tracks }: ParticipantInfo): MediaParticipant => ({
  identity,
  name,
  grant: grantOf(permission),
  tracks: tracks.map(trackOf).filter((track) => track !== undefined),
})

const eventOf = ({ event, room, participant, track }: WebhookEvent): MediaEvent | undefined => {
  if (!room) return undefined
  if (event === 'room_started') return { kind: 'roomStarted', room: room.name }
  if (event === 'room_finished') return { kind: 'roomEnded', room: room.name }
  if (!participant) return undefined
  const who = { room: room.name, identity: participant.identity }
  if (event === 'participant_joined') return { kind: 'joined', ...who }
  if (event === 'participant_left') return { kind: 'left', ...who }
  const published = track && trackOf(track)
  if (!published) return undefined
  if (event === 'track_published') return { kind: 'published', ...who, track: published }
  if (event === 'track_unpublished') return { kind: 'unpublished', ...who, track: published }
  return undefined
}

const isMissing = (error: unknown) => error instanceof TwirpError && error.code === 'not_found'

/** What isn't there needs no closing, muting or removing. */
const unlessMissing = async (order: Promise<unknown>): Promise<void> => {
  try {
    await order
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** An engine that speaks LiveKit's protocol: the embedded one, and a LiveKit server or cluster. */
export const createLivekitEngine = (options: LivekitOptions) => {
  const { url, apiUrl, key, secret, pageRecorder, watch } = options
  const service = new RoomServiceClient(apiUrl, key, secret, { requestTimeout: OBEY_WITHIN_S })
  const receiver = new WebhookReceiver(key, secret)
  const eventListeners = new Set<(event: MediaEvent) => void>()
  const epochListeners = new Set<(epoch: string) => void>()
  let epoch = ''

  const health = async ({ withinMs } = { withinMs: ANSWER_WITHIN_MS }): Promise<EngineState> => {
    const { epoch: now, ...state } = await watch(withinMs)
    if (state.isUp && now !== epoch) {
      const wasKnown = epoch !== ''
      epoch = now
      if (wasKnown) for (const listener of epochListeners) listener(epoch)
    }
    return state
  }

  const engine: MediaEngine = {
    url,
    pageRecorder,
    get epoch(): string {
      return epoch
    },
    async ensureRoom(room, { capacity }) {
      await service.createRoom({
        name: room,
        maxParticipants: capacity,
        emptyTimeout: EMPTY_S,
        departureTimeout: DEPARTED_S,
      })
    },
    closeRoom: (room) => unlessMissing(service.deleteRoom(room)),
    async mintJoin({ room, identity, name, grant }) {
      const token = new AccessToken(key, secret, { identity, name, ttl: TOKEN_LASTS_S })
      token.addGrant(videoGrantOf(room, grant))
      return token.toJwt()
    },
    setGrant: (room, identity, grant) =>
      unlessMissing(service.updateParticipant(room, identity, { permission: permissionOf(grant) })),
    muteTrack: (room, identity, trackSid) =>
      unlessMissing(service.mutePublishedTrack(room, identity, trackSid, true)),
    remove: (room, identity) => unlessMissing(service.removeParticipant(room, identity)),
    async listParticipants(room) {
      try {
        return (await service.listParticipants(room)).map(participantOf)
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    },
    sendData: (room, data, { topic, to }) =>
      unlessMissing(
        service.sendData(room, data, DataPacket_Kind.RELIABLE, {
          topic,
          ...(to ? { destinationIdentities: [...to] } : {}),
        }),
      ),
    health,
    drain: options.drain,
    onEvent(listener) {
      eventListeners.add(listener)
      return () => void eventListeners.delete(listener)
    },
    onEpoch(listener) {
      epochListeners.add(listener)
      return () => void epochListeners.delete(listener)
    },
  }

  return {
    engine,
    /** Takes what the engine posted; throws where its signature is not right. */
    async takeWebhook(body: string, authorization: string | undefined): Promise<void> {
      const event = eventOf(await receiver.receive(body, authorization))
      if (event) for (const listener of eventListeners) listener(event)
    },
  }
}

export type LivekitEngine = ReturnType<typeof createLivekitEngine>
