import {
  TrackSource,
  type UpdateSubscription,
  type UpdateTrackSettings,
  VideoQuality,
} from '@livekit/protocol'
import type { PublishedTrack, Quality } from '../forward/published-track.ts'
import type { MediaPeer } from '../peer/media-peer.ts'
import type { Publication } from './publications.ts'

const SCREEN_PRIORITY = 100
const CAMERA_PRIORITY = 1

/** A track of the room, and of whom it is. */
interface Owned {
  participant: { sid: string }
  publication: Publication
}

export interface ReceptionParts {
  sid: string
  peer: Pick<MediaPeer, 'downlink' | 'share'>
  /** Everything is received by itself; otherwise the client chooses each. */
  isAutomatic: boolean
  /** It tells tracks by their sections, so that those of one stream can be played in step. */
  syncsStreams: boolean
  mayReceive(): boolean
  /** Whose track has this id. */
  ownerOf(trackSid: string): Owned | undefined
  /** Everything that may be received. */
  all(): Owned[]
  /** Other tracks are to be received than before. */
  onChanged(): void
}

const isScreen = ({ info }: Publication): boolean =>
  info.source === TrackSource.SCREEN_SHARE || info.source === TrackSource.SCREEN_SHARE_AUDIO

/** The quality that covers a size in pixels, by the layers that the publisher named. */
const qualityFor = ({ info }: Publication, settings: UpdateTrackSettings): Quality | -1 => {
  if (settings.disabled || settings.quality === VideoQuality.OFF) return -1
  if (settings.width === 0 || settings.height === 0) return (settings.quality as Quality | undefined) ?? 2
  const pixels = settings.width * settings.height
  const layers = [...info.layers].sort((a, b) => a.quality - b.quality)
  // Slightly too small a layer is not seen to be.
  const fitting = layers.find(({ width, height }) => width * height >= pixels * 0.8)
  return Math.min(2, fitting?.quality ?? 2) as Quality
}

/** What belongs together: a face and its voice, a screen and its sound. */
const syncGroup = (publication: Publication): string => (isScreen(publication) ? 'screen_share' : 'camera')

/** What a participant receives of the others, and how large. */
export const createReception = (parts: ReceptionParts) => {
  const { sid, peer, isAutomatic, syncsStreams, mayReceive, ownerOf, onChanged } = parts

  const subscribe = (trackSid: string) => {
    const owner = ownerOf(trackSid)
    if (!owner || owner.participant.sid === sid || !mayReceive()) return
    const { publication, participant } = owner
    if (!publication.codec || peer.downlink.has(publication.track)) return
    peer.downlink.wish({
      track: publication.track,
      codec: publication.codec,
      streamId: `${participant.sid}|${syncsStreams ? syncGroup(publication) : trackSid}`,
      priority: isScreen(publication) ? SCREEN_PRIORITY : CAMERA_PRIORITY,
    })
    onChanged()
  }

  const unsubscribe = (track: PublishedTrack) => {
    peer.downlink.drop(track)
    onChanged()
  }

  const subscribeAll = () => {
    for (const { publication } of parts.all()) subscribe(publication.info.sid)
  }

  return {
    subscribeAll,
    unsubscribe,
    /** The client chooses. */
    choose({ trackSids, subscribe: isWanted }: UpdateSubscription): void {
      for (const trackSid of trackSids) {
        const owner = ownerOf(trackSid)
        if (isWanted) subscribe(trackSid)
        else if (owner) unsubscribe(owner.publication.track)
      }
    },
    /** A track came. */
    offer(publication: Publication): void {
      if (isAutomatic) subscribe(publication.info.sid)
    },
    /** What may be received has changed. */
    permit(): void {
      if (!mayReceive()) for (const { track } of peer.downlink.subscriptions()) unsubscribe(track)
      else if (isAutomatic) subscribeAll()
    },
    /** The client shows tracks in another size, or not at all. */
    adjust(settings: UpdateTrackSettings): void {
      for (const trackSid of settings.trackSids) {
        const owner = ownerOf(trackSid)
        const subscription = owner && peer.downlink.subscriptionTo(owner.publication.track)
        if (!subscription) continue
        subscription.want(qualityFor(owner.publication, settings))
        subscription.prefer(settings.priority)
      }
      peer.share(performance.now())
    },
    needsOf: (track: PublishedTrack): Quality | -1 => peer.downlink.subscriptionTo(track)?.needs() ?? -1,
  }
}
