import type { ClockMark, IncomingStream } from './incoming-stream.ts'
import type { MediaPacket } from './media-packet.ts'
import { createRenumbering } from './renumbering.ts'
import { HEADER_BYTES, rewriteHeader } from '../rtp/packet.ts'
import { middleOf, ntpOf, writeSenderReport, type ReceptionReport } from '../rtp/rtcp.ts'
import { timestampAfter } from '../rtp/sequence.ts'
import { rewriteVp8 } from '../rtp/vp8.ts'

/** About three seconds of video at 2.5 Mbit/s: a power of two. */
const SENT_KEPT = 1024
/** A packet that a viewer asks for again is not sent more often than this. */
const RESEND_AGAIN_MS = 20

/** What was sent, by the low bits of its number: columns, as an object a packet a viewer would be most of the work. */
const createSentLog = () => ({
  packets: new Array<MediaPacket | undefined>(SENT_KEPT).fill(undefined),
  sequences: new Uint16Array(SENT_KEPT),
  timestamps: new Uint32Array(SENT_KEPT),
  pictureIds: new Uint16Array(SENT_KEPT),
  tl0PictureIndexes: new Uint8Array(SENT_KEPT),
  resentMs: new Float64Array(SENT_KEPT),
})

export interface OutgoingStreamOptions {
  ssrc: number
  payloadType: number
  /** Where the viewer takes repairs as a stream of their own. */
  rtx: { ssrc: number; payloadType: number } | undefined
  cname: string
  send(packet: Buffer): void
}

/**
 * A stream as one viewer gets it: one flow of numbers, timestamps and pictures, whatever layers it is made of. What the
 * viewer asks for again is answered from what was sent.
 */
export const createOutgoingStream = ({ ssrc, payloadType, rtx, cname, send }: OutgoingStreamOptions) => {
  const numbers = createRenumbering()
  const sent = createSentLog()
  let source: IncomingStream | undefined
  /** Added to a source's timestamps. */
  let timestampShift = 0
  let lastTimestamp: number | undefined
  let lastSentMs = 0
  let pictureShift = 0
  let tl0Shift = 0
  let lastPictureId = 0
  let lastTl0 = 0
  let rtxSequence = Math.floor(Math.random() * 0x8000)
  let packets = 0
  let bytes = 0
  let reported: { middle: number; atMs: number } | undefined

  /** Where a source's timestamps come to lie behind what was sent, as exactly as the publisher's clock tells. */
  const joinTimestamps = (to: IncomingStream, first: number, nowMs: number) => {
    if (lastTimestamp === undefined) return
    const before = source?.mark
    const after = to.mark
    const shift =
      before && after && source !== to
        ? timestampShift + before.timestamp - after.timestamp + ticksBetween(before, after, to.clockRate)
        : lastTimestamp + Math.max(1, Math.round(((nowMs - lastSentMs) * to.clockRate) / 1000)) - first
    // Never backwards: a player would throw the picture away.
    const lands = (first + shift) >>> 0
    const ahead = timestampAfter(lands, lastTimestamp)
    const isSound = ahead > 0 && ahead < to.clockRate * 10
    timestampShift = isSound ? shift : lastTimestamp + Math.round(to.clockRate / 30) - first
  }

  /** Writes what was sent at a place of the log into its datagram, again if need be: others wrote there meanwhile. */
  const write = (at: number): Buffer | undefined => {
    const packet = sent.packets[at]
    if (!packet) return undefined
    const { datagram, view, vp8 } = packet
    if (vp8)
      rewriteVp8(datagram, view.payloadStart, vp8, sent.pictureIds[at] ?? 0, sent.tl0PictureIndexes[at] ?? 0)
    return rewriteHeader(datagram, view, payloadType, sent.sequences[at] ?? 0, sent.timestamps[at] ?? 0, ssrc)
  }

  const repair = (plain: Buffer, by: { ssrc: number; payloadType: number }): Buffer => {
    const packet = Buffer.allocUnsafe(plain.length + 2)
    plain.copy(packet, 0, 0, HEADER_BYTES)
    packet[1] = ((plain[1] ?? 0) & 0x80) | by.payloadType
    rtxSequence = (rtxSequence + 1) & 0xffff
    packet.writeUInt16BE(rtxSequence, 2)
    packet.writeUInt32BE(by.ssrc, 8)
    // The number that it repeats stands before the payload.
    plain.copy(packet, HEADER_BYTES, 2, 4)
    plain.copy(packet, HEADER_BYTES + 2, HEADER_BYTES)
    return packet
  }

  return {
    ssrc,
    rtxSsrc: rtx?.ssrc,
    /** From this packet on, which must start a keyframe if it is video, packets of `to` are passed on. */
    switchTo(to: IncomingStream, packet: MediaPacket, nowMs: number): void {
      joinTimestamps(to, packet.view.timestamp, nowMs)
      numbers.restart(packet.view.sequence)
      if (packet.vp8) {
        pictureShift = lastPictureId + 1 - packet.vp8.pictureId
        tl0Shift = lastTl0 + 1 - packet.vp8.tl0PictureIndex
      }
      source = to
    },
    get source(): IncomingStream | undefined {
      return source
    },
    /** Nothing is passed on until the next `switchTo`. */
    pause(): void {
      source = undefined
    },
    /** Passes a packet of the source on. */
    forward(packet: MediaPacket, nowMs: number): void {
      const { view } = packet
      if (view.payloadStart === view.payloadEnd && numbers.skip(view.sequence)) return
      const sequence = numbers.number(view.sequence)
      if (sequence === undefined) return
      const timestamp = (view.timestamp + timestampShift) >>> 0
      const pictureId = packet.vp8 ? (packet.vp8.pictureId + pictureShift) & 0x7fff : 0
      const tl0PictureIndex = packet.vp8 ? (packet.vp8.tl0PictureIndex + tl0Shift) & 255 : 0
      if (sequence === numbers.last) {
        lastTimestamp = timestamp
        lastSentMs = nowMs
        lastPictureId = pictureId
        lastTl0 = tl0PictureIndex
      }
      const at = sequence & (SENT_KEPT - 1)
      sent.packets[at] = packet
      sent.sequences[at] = sequence
      sent.timestamps[at] = timestamp
      sent.pictureIds[at] = pictureId
      sent.tl0PictureIndexes[at] = tl0PictureIndex
      sent.resentMs[at] = -Infinity
      const out = write(at)
      if (!out) return
      packets += 1
      bytes += out.length - HEADER_BYTES
      send(out)
    },
    /** Sends again what the viewer misses, where it is still there. */
    resend(sequences: readonly number[], nowMs: number): void {
      for (const sequence of sequences) {
        const at = sequence & (SENT_KEPT - 1)
        if (sent.sequences[at] !== sequence || nowMs - (sent.resentMs[at] ?? 0) < RESEND_AGAIN_MS) continue
        const plain = write(at)
        if (!plain) continue
        sent.resentMs[at] = nowMs
        send(rtx ? repair(plain, rtx) : plain)
      }
    },
    /** Which moment the stream is at, on the publisher's clock: sound and picture of one person stay together by it. */
    senderReport(nowMs: number): Buffer | undefined {
      if (!source || lastTimestamp === undefined) return undefined
      const { mark, clockRate } = source
      const unixMs = mark ? mark.unixMs + (nowMs - mark.arrivedMs) : Date.now()
      const since = mark ? nowMs - mark.arrivedMs : nowMs - lastSentMs
      const from = mark ? mark.timestamp + timestampShift : lastTimestamp
      const timestamp = from + Math.round((since * clockRate) / 1000)
      reported = { middle: middleOf(ntpOf(unixMs)), atMs: nowMs }
      return writeSenderReport({ ssrc, cname, unixMs, timestamp, packets, bytes })
    },
    /** Round trip in ms by a viewer's report; undefined where it answers none of ours. */
    roundTripOf({ lastReport, sinceLastReport }: ReceptionReport, nowMs: number): number | undefined {
      if (reported?.middle !== lastReport) return undefined
      return Math.max(0, nowMs - reported.atMs - (sinceLastReport * 1000) / 65_536)
    },
    get packets(): number {
      return packets
    },
    get bytes(): number {
      return bytes
    },
  }
}

/** Ticks of the publisher's clock from one mark to another. */
const ticksBetween = (before: ClockMark, after: ClockMark, clockRate: number): number =>
  Math.round(((after.unixMs - before.unixMs) * clockRate) / 1000)

export type OutgoingStream = ReturnType<typeof createOutgoingStream>
