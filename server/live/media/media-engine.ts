import type { MediaGrant } from '#shared/model/media.ts'
import type { PageRecorder } from '../../sessions/index.ts'

export interface MediaTrack {
  sid: string
  source: 'microphone' | 'camera' | 'screen' | 'screenSound'
  muted: boolean
}

export interface MediaParticipant {
  identity: string
  name: string
  grant: MediaGrant
  tracks: MediaTrack[]
}

/** What the engine tells, in order for each room. It may be lost where this process was away: ask who is there then. */
export type MediaEvent =
  | { kind: 'roomStarted' | 'roomEnded'; room: string }
  | { kind: 'joined' | 'left'; room: string; identity: string }
  | { kind: 'published' | 'unpublished'; room: string; identity: string; track: MediaTrack }

export interface JoinWish {
  room: string
  /** Who it is, once a room: a second one sends the first away. */
  identity: string
  name: string
  grant: MediaGrant
}

export interface EngineState {
  isUp: boolean
  /** False while it would stutter for one more person. */
  hasRoomForMore: boolean
  participants: number
  /** What it says of itself; undefined while it is down, and for an engine whose operator watches it elsewhere. */
  figures: EngineFigures | undefined
}

export interface EngineFigures {
  rooms: number
  /** Share of its one thread's time that is work, 0 to 1. */
  busyShare: number
  /** How late it gets to what is due, p95 of about a second. */
  lateMs: number
  residentBytes: number
  /** Since it began. */
  forwardedPackets: number
  forwardedBytes: number
  /** Pictures that viewers wait for, for want of bandwidth. */
  pausedPictures: number
}

/**
 * What the fair needs of a media engine, whichever it is. Rooms, people and grants are the fair's own, in its database:
 * an engine that is lost loses pictures for some seconds and nothing else.
 */
export interface MediaEngine {
  /** Where browsers reach its signalling. */
  readonly url: string
  /** Records pages on a machine of its own; undefined where there is none. */
  readonly pageRecorder: PageRecorder | undefined
  /** Another one whenever the engine was lost with all its rooms. */
  readonly epoch: string
  ensureRoom(room: string, options: { capacity: number }): Promise<void>
  /** Sends everybody away; tokens that were given before are void. */
  closeRoom(room: string): Promise<void>
  mintJoin(wish: JoinWish): Promise<string>
  /** From now on; what it does not allow any more ends at once. */
  setGrant(room: string, identity: string, grant: MediaGrant): Promise<void>
  /** Mutes; nobody can be made to speak. */
  muteTrack(room: string, identity: string, trackSid: string): Promise<void>
  /** Sends somebody away; tokens that were given before are void. */
  remove(room: string, identity: string): Promise<void>
  listParticipants(room: string): Promise<MediaParticipant[]>
  /** To all in the room, or to some. */
  sendData(room: string, data: Uint8Array, options: { topic: string; to?: readonly string[] }): Promise<void>
  /** Down is also what doesn't answer in time. */
  health(options?: { withinMs: number }): Promise<EngineState>
  /** Nobody new is let in from now on. */
  drain(): Promise<void>
  /** Listens until the answered function is called. */
  onEvent(listener: (event: MediaEvent) => void): () => void
  onEpoch(listener: (epoch: string) => void): () => void
}
