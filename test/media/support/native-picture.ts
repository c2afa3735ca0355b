import type { Track } from 'node-datachannel'
import { MID_EXTENSION, RID_EXTENSION, VIDEO_SSRC, VP8 } from './native-client.ts'

const FRAME_EVERY_MS = 20
const FRAME_TICKS = 1800
const BYTES = 200
/** Layers as the client names them, with the size of their frames: 100, 240 and 400 kbit/s. */
export const LAYERS = [
  { rid: 'q', bytes: 250 },
  { rid: 'h', bytes: 600 },
  { rid: 'f', bytes: 1000 },
] as const

/** `mid` and `rid` in one-byte header extensions (RFC 8285): by them the engine knows the layer. */
const extensionsFor = (rid: string): Buffer => {
  const named = Buffer.from([MID_EXTENSION << 4, 'v'.charCodeAt(0), RID_EXTENSION << 4, rid.charCodeAt(0)])
  return Buffer.concat([Buffer.from([0xbe, 0xde, 0, named.length / 4]), named])
}

/** A keyframe of one packet (RFC 7741) that ends with what `tag` says, and its number. */
const keyframe = (frame: number, ssrc: number, bytes: number, tag: number, extensions?: Buffer): Buffer => {
  const head = Buffer.alloc(12)
  head[0] = extensions ? 0x90 : 0x80
  head[1] = 0x80 | VP8
  head.writeUInt16BE(frame & 0xffff, 2)
  head.writeUInt32BE((frame * FRAME_TICKS) >>> 0, 4)
  head.writeUInt32BE(ssrc, 8)
  const payload = Buffer.alloc(bytes)
  payload[0] = 0x10
  payload[bytes - 5] = tag
  payload.writeUInt32BE(frame, bytes - 4)
  return Buffer.concat([head, ...(extensions ? [extensions] : []), payload])
}

/** What a viewer can read of a packet that was sent from here. */
export const readPicture = (datagram: Buffer) => ({
  isPicture: ((datagram[1] ?? 0) & 127) === VP8,
  tag: datagram[datagram.length - 5] ?? 0,
  frame: datagram.length > 16 ? datagram.readUInt32BE(datagram.length - 4) : 0,
  ssrc: datagram.readUInt32BE(8),
})

/** Sends frames until the answered `stop` is called, or the engine ends it; `next` is the number of the one that comes. */
const play = (track: Track, packetsOf: (frame: number) => Buffer[]) => {
  let frame = 0
  const timer = setInterval(() => {
    for (const packet of packetsOf(frame++)) if (track.isOpen()) track.sendMessageBinary(packet)
  }, FRAME_EVERY_MS)
  return { next: () => frame, stop: () => clearInterval(timer) }
}

export const sendPicture = (track: Track, tag = 0) =>
  play(track, (frame) => [keyframe(frame, VIDEO_SSRC, BYTES, tag)])

/** The same in three layers, each tagged with its place. */
export const sendLayers = (track: Track) =>
  play(track, (frame) =>
    LAYERS.map(({ rid, bytes }, place) =>
      keyframe(frame, VIDEO_SSRC + place, bytes, place, extensionsFor(rid)),
    ),
  )
