import type { ClockMark, IncomingStream } from './incoming-stream.ts'
import type { MediaPacket } from './media-packet.ts'
import { createRenumbering } from './renumbering.ts'
import { HEADER_BYTES, writeHeader } from '../rtp/packet.ts'
import { middleOf, ntpOf, writeSenderReport, type ReceptionReport } from '../rtp/rtcp.ts'
import { sequenceAfter, timestampAfter } from '../rtp/sequence.ts'
import { rewriteVp8 } from '../rtp/vp8.ts'

/** About three seconds of video at 2.5 Mbit/s: a power of two. */
const SENT_KEPT = 1024
/** Changes of layer or source within them. */
const SPLICES_KEPT = 8
/** A packet that a viewer asks for again is not sent more often than this. */
const RESEND_AGAIN_MS = 20

/** What is added to the numbers of a source so that they go on where another's ended. */
interface Splice {
  source: IncomingStream
  /** The viewer's number from which it holds. */
  from: number
  timestamp: number
  picture: number
  tl0: number
}

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
  /**
   * What was sent, by the low bits of its number: that number above, the source's below. The packets themselves are kept
   * once, by the source: references to them from each viewer would cost more than sending them.
   */
  const sent = new Uint32Array(SENT_KEPT)
  /** The newest first. */
  const splices: Splice[] = []
  let source: IncomingStream | undefined
  /** Of the newest packet sent; NaN before the first. Fields, as V8 would allocate each number that a closure holds. */
  const last = { timestamp: NaN, sentMs: NaN, pictureId: 0, tl0: 0 }
  let rtxSequence = Math.floor(Math.random() * 0x8000)
  let packets = 0
  let bytes = 0
  let reported: { middle: number; atMs: number } | undefined

  /** When a packet was sent again, by the low bits of its number; most viewers never ask. */
  let resentMs: Float64Array | undefined

  const newest = () => splices[0]

  /** What brings a source's timestamps behind what was sent, as exactly as the publisher's clock tells. */
  const timestampShiftTo = (to: IncomingStream, first: number, nowMs: number): number => {
    if (Number.isNaN(last.timestamp)) return 0
    const before = source?.mark()
    const after = to.mark()
    const joined =
      before && after && source !== to
        ? (newest()?.timestamp ?? 0) +
          before.timestamp -
          after.timestamp +
          ticksBetween(before, after, to.clockRate)
        : last.timestamp + Math.max(1, Math.round(((nowMs - last.sentMs) * to.clockRate) / 1000)) - first
    // Never backwards: a player would throw the picture away.
    const lands = (first + joined) >>> 0
    const ahead = timestampAfter(lands, last.timestamp)
    const isSound = ahead > 0 && ahead < to.clockRate * 10
    return isSound ? joined : last.timestamp + Math.round(to.clockRate / 30) - first
  }

  /** Writes a packet as this viewer gets it into its datagram, again if need be: others wrote there meanwhile. */
  const write = (packet: MediaPacket, sequence: number, by: Splice): Buffer => {
    const { view, vp8 } = packet
    if (vp8)
      rewriteVp8(
        packet.datagram,
        view.payloadStart,
        vp8,
        (vp8.pictureId + by.picture) & 0x7fff,
        (vp8.tl0PictureIndex + by.tl0) & 255,
      )
    writeHeader(
      packet.outgoing,
      view.marker,
      payloadType,
      sequence,
      (view.timestamp + by.timestamp) >>> 0,
      ssrc,
    )
    return packet.outgoing
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
      const timestamp = timestampShiftTo(to, packet.view.timestamp, nowMs)
      numbers.restart(packet.view.sequence)
      splices.unshift({
        source: to,
        from: (numbers.last() + 1) & 0xffff,
        timestamp,
        picture: packet.vp8 ? last.pictureId + 1 - packet.vp8.pictureId : 0,
        tl0: packet.vp8 ? last.tl0 + 1 - packet.vp8.tl0PictureIndex : 0,
      })
      splices.length = Math.min(splices.length, SPLICES_KEPT)
      source = to
    },
    source: (): IncomingStream | undefined => source,
    /** Nothing is passed on until the next `switchTo`. */
    pause(): void {
      source = undefined
    },
    /** Passes a packet of the source on. */
    forward(packet: MediaPacket, nowMs: number): void {
      const { view } = packet
      const by = newest()
      if (!by || (view.payloadStart === view.payloadEnd && numbers.skip(view.sequence))) return
      const sequence = numbers.number(view.sequence)
      if (sequence === undefined) return
      if (sequence === numbers.last()) {
        last.timestamp = (view.timestamp + by.timestamp) >>> 0
        last.sentMs = nowMs
        if (packet.vp8) {
          last.pictureId = (packet.vp8.pictureId + by.picture) & 0x7fff
          last.tl0 = (packet.vp8.tl0PictureIndex + by.tl0) & 255
        }
      }
      const at = sequence & (SENT_KEPT - 1)
      sent[at] = (sequence << 16) | view.sequence
      if (resentMs) resentMs[at] = -Infinity
      const out = write(packet, sequence, by)
      packets += 1
      bytes += out.length - HEADER_BYTES
      send(out)
    },
    /** Sends again what the viewer misses, where it is still there. */
    resend(sequences: readonly number[], nowMs: number): void {
      resentMs ??= new Float64Array(SENT_KEPT).fill(-Infinity)
      for (const sequence of sequences) {
        const at = sequence & (SENT_KEPT - 1)
        const entry = sent[at] ?? 0
        if (entry >>> 16 !== sequence || nowMs - (resentMs[at] ?? 0) < RESEND_AGAIN_MS) continue
        const by = splices.find((splice) => !isAhead(splice.from, sequence))
        const packet = by?.source.packet(entry & 0xffff)
        if (!by || !packet) continue
        resentMs[at] = nowMs
        const plain = write(packet, sequence, by)
        send(rtx ? repair(plain, rtx) : plain)
      }
    },
    /** Which moment the stream is at, on the publisher's clock: sound and picture of one person stay together by it. */
    senderReport(nowMs: number): Buffer | undefined {
      if (!source || Number.isNaN(last.timestamp)) return undefined
      const { clockRate } = source
      const mark = source.mark()
      const unixMs = mark ? mark.unixMs + (nowMs - mark.arrivedMs) : Date.now()
      const since = mark ? nowMs - mark.arrivedMs : nowMs - last.sentMs
      const from = mark ? mark.timestamp + (newest()?.timestamp ?? 0) : last.timestamp
      const timestamp = from + Math.round((since * clockRate) / 1000)
      reported = { middle: middleOf(ntpOf(unixMs)), atMs: nowMs }
      return writeSenderReport({ ssrc, cname, unixMs, timestamp, packets, bytes })
    },
    /** Round trip in ms by a viewer's report; undefined where it answers none of ours. */
    roundTripOf({ lastReport, sinceLastReport }: ReceptionReport, nowMs: number): number | undefined {
      if (reported?.middle !== lastReport) return undefined
      return Math.max(0, nowMs - reported.atMs - (sinceLastReport * 1000) / 65_536)
    },
  }
}

/** A number of the last ones sent lies before another; the oldest of a long stream seem to lie after. */
const isAhead = (from: number, sequence: number): boolean => {
  const ahead = sequenceAfter(from, sequence)
  return ahead > 0 && ahead <= SENT_KEPT
}

/** Ticks of the publisher's clock from one mark to another. */
const ticksBetween = (before: ClockMark, after: ClockMark, clockRate: number): number =>
  Math.round(((after.unixMs - before.unixMs) * clockRate) / 1000)

export type OutgoingStream = ReturnType<typeof createOutgoingStream>
