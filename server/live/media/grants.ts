import { TrackSource, type ParticipantPermission } from '@livekit/protocol'
import type { VideoGrant } from 'livekit-server-sdk'
import type { MediaGrant } from '#shared/model/media.ts'

const SOURCES = {
  microphone: [TrackSource.MICROPHONE],
  camera: [TrackSource.CAMERA],
  screen: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
} as const

const sourcesOf = (grant: MediaGrant): TrackSource[] =>
  (['microphone', 'camera', 'screen'] as const).flatMap((one) => (grant[one] ? SOURCES[one] : []))

/** The same in LiveKit's words, each named: LiveKit allows whatever a token does not name. */
export const videoGrantOf = (room: string, grant: MediaGrant): VideoGrant => {
  const sources = sourcesOf(grant)
  return {
    room,
    roomJoin: true,
    roomCreate: false,
    roomList: false,
    roomAdmin: false,
    roomRecord: false,
    ingressAdmin: false,
    canSubscribe: grant.receive,
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: grant.data,
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
    hidden: grant.hidden,
    recorder: false,
    agent: false,
  }
}

export const permissionOf = (grant: MediaGrant): Partial<ParticipantPermission> => {
  const sources = sourcesOf(grant)
  return {
    canSubscribe: grant.receive,
    canPublish: sources.length > 0,
    canPublishSources: sources,
    canPublishData: grant.data,
    canUpdateMetadata: false,
    canSubscribeMetrics: false,
    hidden: grant.hidden,
  }
}

export const grantOf = (permission: ParticipantPermission | undefined): MediaGrant => {
  const sources = new Set(permission?.canPublish ? permission.canPublishSources : [])
  const publishes = (source: TrackSource) =>
    permission?.canPublish === true && (sources.size === 0 || sources.has(source))
  return {
    receive: permission?.canSubscribe ?? false,
    microphone: publishes(TrackSource.MICROPHONE),
    camera: publishes(TrackSource.CAMERA),
    screen: publishes(TrackSource.SCREEN_SHARE),
    data: permission?.canPublishData ?? false,
    hidden: permission?.hidden ?? false,
  }
}
