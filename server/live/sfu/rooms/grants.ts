import { ParticipantPermission, TrackSource } from '@livekit/protocol'
import type { VideoGrant } from 'livekit-server-sdk'

/** Sources by the names that tokens use. */
const SOURCES: Readonly<Record<string, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
}

const sourcesOf = ({ canPublishSources = [] }: VideoGrant): TrackSource[] =>
  canPublishSources.map((source) => SOURCES[String(source)] ?? source)

/**
 * What a token or an order allows. Whatever is not named is refused: LiveKit's own rule, by which silence allows
 * everything, is not followed.
 */
export const permissionOf = (grant: VideoGrant): ParticipantPermission =>
  new ParticipantPermission({
    canSubscribe: grant.canSubscribe === true,
    canPublish: grant.canPublish === true,
    canPublishData: grant.canPublishData === true,
    canPublishSources: sourcesOf(grant),
    canUpdateMetadata: grant.canUpdateOwnMetadata === true,
    hidden: grant.hidden === true,
    recorder: grant.recorder === true,
  })

/** Whether a source may be published: a list of sources, where there is one, narrows the permission. */
export const mayPublish = (permission: ParticipantPermission, source: TrackSource): boolean =>
  permission.canPublish &&
  (permission.canPublishSources.length === 0 || permission.canPublishSources.includes(source))
