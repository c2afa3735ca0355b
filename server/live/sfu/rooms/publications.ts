import {
  type AddTrackRequest,
  type ParticipantPermission,
  TrackInfo,
  TrackType,
  VideoQuality,
} from '@livekit/protocol'
import { createPublishedTrack, type PublishedTrack, type Quality } from '../forward/published-track.ts'
import type { Codec, Section } from '../sdp/offer.ts'
import { newSid } from './sids.ts'
import { mayPublish } from './grants.ts'

/** Pictures that we can forward with layers first. */
const DEFAULT_VIDEO = 'vp8'
const AUDIO = 'opus'
const MOST_TRACKS = 12

export interface Publication {
  cid: string
  info: TrackInfo
  track: PublishedTrack
  /** As the publisher sends it; undefined until it was negotiated. */
  codec: Codec | undefined
}

const QUALITIES: Readonly<Partial<Record<VideoQuality, Quality>>> = {
  [VideoQuality.LOW]: 0,
  [VideoQuality.MEDIUM]: 1,
  [VideoQuality.HIGH]: 2,
}

const infoOf = (request: AddTrackRequest, codec: string): TrackInfo =>
  new TrackInfo({
    sid: newSid('TR'),
    type: request.type,
    name: request.name,
    muted: request.muted,
    width: request.width,
    height: request.height,
    simulcast: request.layers.length > 1,
    source: request.source,
    layers: request.layers,
    mimeType: request.type === TrackType.AUDIO ? `audio/${codec}` : `video/${codec.toUpperCase()}`,
    codecs: [],
    stereo: request.stereo,
    disableDtx: request.disableDtx,
    disableRed: true,
    encryption: request.encryption,
    stream: request.stream,
    audioFeatures: request.audioFeatures,
  })

/** What one client announced and publishes. */
export const createPublications = () => {
  const all = new Map<string, Publication>()

  const remove = (sid: string): Publication | undefined => {
    const publication = all.get(sid)
    all.delete(sid)
    return publication
  }

  return {
    /** Takes an announcement; a string says why it can't be. The same one again answers what was made of it. */
    announce(request: AddTrackRequest, permission: ParticipantPermission): Publication | string {
      const known = [...all.values()].find(({ cid }) => cid === request.cid)
      if (known) return known
      if (!mayPublish(permission, request.source)) return 'no permission to publish this'
      if (all.size >= MOST_TRACKS) return 'too many tracks'
      const isAudio = request.type === TrackType.AUDIO
      const wanted = request.simulcastCodecs[0]?.codec.toLowerCase().replace(/^(video|audio)\//, '')
      const codec = isAudio ? AUDIO : wanted || DEFAULT_VIDEO
      const info = infoOf(request, codec)
      const track = createPublishedTrack({ sid: info.sid, kind: isAudio ? 'audio' : 'video', codec })
      if (request.layers.length > 1)
        for (const { quality, bitrate } of request.layers) {
          const known = QUALITIES[quality]
          if (known !== undefined) track.expect(known, bitrate)
        }
      const publication: Publication = { cid: request.cid, info, track, codec: undefined }
      all.set(info.sid, publication)
      return publication
    },
    /** The announced track that a section carries: by its id, or, where a browser names others, the first of its kind. */
    negotiate(section: Section): Publication | undefined {
      const publication =
        [...all.values()].find(({ info }) => info.mid === section.mid) ??
        [...all.values()].find(({ cid, codec }) => codec === undefined && cid === section.trackId) ??
        [...all.values()].find(({ codec, track }) => codec === undefined && track.kind === section.kind)
      if (!publication || publication.track.kind !== section.kind) return undefined
      const codec = section.codecs.find(({ name }) => name.toLowerCase() === publication.track.codec)
      if (!codec) return undefined
      publication.codec = codec
      publication.info.mid = section.mid
      return publication
    },
    get: (sid: string) => all.get(sid),
    byTrack: (track: PublishedTrack) => [...all.values()].find((one) => one.track === track),
    /** Those that others may receive. */
    live: () => [...all.values()].filter(({ codec }) => codec !== undefined),
    all: () => [...all.values()],
    remove,
  }
}
