import type { Track } from 'node-datachannel'
import { VIDEO_SSRC, VP8 } from './native-client.ts'

const FRAME_EVERY_MS = 20
const FRAME_TICKS = 1800
const BYTES = 200

/** Sends keyframes of one packet each (RFC 7741) until the answered function is called. */
export const sendPicture = (track: Track): (() => void) => {
  let frame = 0
  const timer = setInterval(() => {
    const packet = Buffer.alloc(BYTES)
    packet[0] = 0x80
    packet[1] = 0x80 | VP8
    packet.writeUInt16BE(frame & 0xffff, 2)
    packet.writeUInt32BE((frame * FRAME_TICKS) >>> 0, 4)
    packet.writeUInt32BE(VIDEO_SSRC, 8)
    packet[12] = 0x10
    track.sendMessageBinary(packet)
    frame += 1
  }, FRAME_EVERY_MS)
  return () => clearInterval(timer)
}
