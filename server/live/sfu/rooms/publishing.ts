import {
  type AddTrackRequest,
  MuteTrackRequest,
  type ParticipantPermission,
  RequestResponse,
  RequestResponse_Reason,
  type SignalResponse,
  SubscribedCodec,
  SubscribedQuality,
  SubscribedQualityUpdate,
  TrackPublishedResponse,
  VideoQuality,
} from '@livekit/protocol'
import type { PublishedTrack, Quality } from '../forward/published-track.ts'
import type { MediaPeerOptions } from '../peer/media-peer.ts'
import { mayPublish } from './grants.ts'
import { createPublications, type Publication } from './publications.ts'

const QUALITIES = [VideoQuality.LOW, VideoQuality.MEDIUM, VideoQuality.HIGH] as const

export interface PublishingParts {
  permission(): ParticipantPermission
  send(message: SignalResponse['message']): void
  /** Takes nothing of it any more. */
  stopTaking(track: PublishedTrack): void
  onPublished(publication: Publication): void
  onUnpublished(publication: Publication): void
  onMuted(): void
}

/** What a participant publishes: announced, negotiated, muted, and ended where it is no longer allowed. */
export const createPublishing = (parts: PublishingParts) => {
  const { permission, send } = parts
  const publications = createPublications()
  /** What was told of each track last. */
  const told = new Map<string, Quality | -1>()

  const unpublish = (track: PublishedTrack) => {
    const publication = publications.byTrack(track)
    if (!publication) return
    publications.remove(publication.info.sid)
    told.delete(publication.info.sid)
    parts.onUnpublished(publication)
  }

  const mute = (trackSid: string, muted: boolean) => {
    const publication = publications.get(trackSid)
    if (!publication || publication.info.muted === muted) return
    publication.info.muted = muted
    publication.track.silence(muted)
    parts.onMuted()
  }

  const publicationFor: MediaPeerOptions['publicationFor'] = (section) => {
    const before = publications.all().find(({ info }) => info.mid === section.mid)?.codec
    const publication = publications.negotiate(section)
    if (!publication?.codec || !mayPublish(permission(), publication.info.source)) return undefined
    if (!before) parts.onPublished(publication)
    return { track: publication.track, codec: publication.codec }
  }

  return {
    publications,
    publicationFor,
    unpublish,
    mute,
    announce(wanted: AddTrackRequest): void {
      const publication = publications.announce(wanted, permission())
      if (typeof publication === 'string')
        return send({
          case: 'requestResponse',
          value: new RequestResponse({
            reason: RequestResponse_Reason.NOT_ALLOWED,
            message: publication,
            request: { case: 'addTrack', value: wanted },
          }),
        })
      send({
        case: 'trackPublished',
        value: new TrackPublishedResponse({ cid: wanted.cid, track: publication.info }),
      })
    },
    /** Muted by those who may: it can be asked to speak again, but not made to. */
    muteByOthers(trackSid: string): boolean {
      const publication = publications.get(trackSid)
      if (!publication) return false
      mute(trackSid, true)
      send({ case: 'mute', value: new MuteTrackRequest({ sid: trackSid, muted: true }) })
      return true
    },
    /** What may be published has changed: what is not allowed any more ends at once. */
    permit(): void {
      for (const { info, track } of publications.all()) {
        if (mayPublish(permission(), info.source)) continue
        parts.stopTaking(track)
        unpublish(track)
        send({ case: 'trackUnpublished', value: { trackSid: info.sid } as never })
      }
    },
    /** Tells the client which of its layers somebody looks at. */
    tellNeeds(track: PublishedTrack, best: Quality | -1): void {
      if (told.get(track.sid) === best) return
      told.set(track.sid, best)
      const qualities = QUALITIES.map(
        (quality) => new SubscribedQuality({ quality, enabled: quality <= best }),
      )
      send({
        case: 'subscribedQualityUpdate',
        value: new SubscribedQualityUpdate({
          trackSid: track.sid,
          subscribedQualities: qualities,
          subscribedCodecs: [new SubscribedCodec({ codec: track.codec, qualities })],
        }),
      })
    },
  }
}
