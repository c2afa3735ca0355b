import { createIncomingStream, type IncomingStream } from '#server/live/sfu/forward/incoming-stream.ts'
import type { MediaPacket } from '#server/live/sfu/forward/media-packet.ts'
import { createPublishedTrack, type Quality } from '#server/live/sfu/forward/published-track.ts'
import { createRtpView, readRtp } from '#server/live/sfu/rtp/packet.ts'
import { readRtcp, type RtcpMessage } from '#server/live/sfu/rtp/rtcp.ts'
import { createVp8View, readVp8 } from '#server/live/sfu/rtp/vp8.ts'
import type { Codec, Section } from '#server/live/sfu/sdp/offer.ts'

export const FRAME_MS = 33
const PAYLOAD_TYPE = 96
const FRAME_TICKS = 2970
const VIDEO_CLOCK = 90_000
const AUDIO_CLOCK = 48_000

/** One VP8 packet a frame: sequence, timestamp and picture all follow from its number. */
export const framePacket = (ssrc: number, frame: number, isKeyframe: boolean): Buffer => {
  const packet = Buffer.alloc(12 + 6)
  packet[0] = 0x80
  packet[1] = 0x80 | PAYLOAD_TYPE
  packet.writeUInt16BE(frame & 0xffff, 2)
  packet.writeUInt32BE((frame * FRAME_TICKS) >>> 0, 4)
  packet.writeUInt32BE(ssrc, 8)
  packet[12] = 0x90
  packet[13] = 0xc0
  packet.writeUInt16BE(0x8000 | (frame & 0x7fff), 14)
  packet[16] = frame & 255
  packet[17] = isKeyframe ? 0 : 1
  return packet
}

export const readSent = (packet: Buffer) => {
  const view = createRtpView()
  readRtp(packet, view)
  const vp8 = createVp8View()
  readVp8(packet, view.payloadStart, view.payloadEnd, vp8)
  return { ...view, pictureId: vp8.pictureId, tl0: vp8.tl0PictureIndex }
}

/** A stream of a publisher; what the publisher is asked for is collected. */
export const madeStream = (ssrc: number, kind: 'audio' | 'video' = 'video') => {
  const asked: RtcpMessage[] = []
  const stream = createIncomingStream({
    ssrc,
    codec: kind === 'video' ? 'vp8' : 'opus',
    clockRate: kind === 'video' ? VIDEO_CLOCK : AUDIO_CLOCK,
    isVideo: kind === 'video',
    repairs: true,
    own: 1,
    send: (packet) => asked.push(...readRtcp(packet)),
  })
  return { stream, asked }
}

/** What a stream makes of a packet that comes. */
export const arrive = (stream: IncomingStream, datagram: Buffer, nowMs: number): MediaPacket => {
  const view = createRtpView()
  readRtp(datagram, view)
  const packet = stream.take(datagram, view, nowMs)
  if (!packet) throw new Error('no packet')
  return packet
}

/** A track with streams by quality; sound has one, of the best. */
export const madeTrack = (kind: 'audio' | 'video', qualities: readonly Quality[]) => {
  const track = createPublishedTrack({ sid: `TR_${kind}`, kind, codec: kind === 'video' ? 'vp8' : 'opus' })
  const layers = new Map(qualities.map((quality) => [quality, madeStream(100 + quality, kind)]))
  for (const [quality, { stream }] of layers) track.setStream(quality, stream)
  const layer = (quality: Quality) => {
    const one = layers.get(quality)
    if (!one) throw new Error('no such layer')
    return one
  }
  return {
    track,
    layer,
    /** A frame of a layer comes, at the time that its number says. */
    play(quality: Quality, frame: number, isKeyframe = false): void {
      const { stream } = layer(quality)
      track.take(
        arrive(stream, framePacket(stream.ssrc, frame, isKeyframe), frame * FRAME_MS),
        stream,
        frame * FRAME_MS,
      )
    },
    /** How often the publisher was asked for a keyframe of a layer. */
    keyframesAsked: (quality: Quality): number =>
      layer(quality).asked.filter((message) => message.kind === 'keyframe').length,
  }
}

export const madeCodec = (kind: 'audio' | 'video', changes: Partial<Codec> = {}): Codec => ({
  payloadType: kind === 'video' ? PAYLOAD_TYPE : 111,
  name: kind === 'video' ? 'VP8' : 'opus',
  clockRate: kind === 'video' ? VIDEO_CLOCK : AUDIO_CLOCK,
  channels: kind === 'video' ? undefined : 2,
  parameters: '',
  feedback: [],
  rtx: undefined,
  ...changes,
})

export const madeSection = (
  mid: string,
  kind: 'audio' | 'video',
  changes: Partial<Section> = {},
): Section => ({
  mid,
  kind,
  direction: 'sendonly',
  isClosed: false,
  protocol: 'UDP/TLS/RTP/SAVPF',
  codecs: [madeCodec(kind)],
  extensions: [],
  rids: [],
  ssrcs: [],
  rtxOf: new Map(),
  trackId: undefined,
  ...changes,
})
