import { createPacketStore } from './packet-store.ts'
import { createLossWatch } from './loss-watch.ts'
import { toMediaPacket, type MediaPacket } from './media-packet.ts'
import {
  middleOf,
  writeKeyframeRequest,
  writeNack,
  type OwnReceptionReport,
  type RtcpMessage,
} from '../rtp/rtcp.ts'
import type { RtpView } from '../rtp/packet.ts'

/** While a viewer waits for a keyframe, it is asked for again this often. */
const KEYFRAME_AGAIN_MS = 350
const RATE_WINDOW_MS = 1000
const STORED_VIDEO = 1024
const STORED_AUDIO = 128
const NTP_EPOCH_S = 2_208_988_800

export interface IncomingStreamOptions {
  ssrc: number
  /** Lower case, such as `vp8`. */
  codec: string
  clockRate: number
  isVideo: boolean
  /** The publisher sends again what is asked for. */
  repairs: boolean
  /** Sends feedback to the publisher. */
  send(rtcp: Buffer): void
  own: number
}

/** What a sender report says: which moment of the publisher's clock a timestamp is. */
export interface ClockMark {
  unixMs: number
  timestamp: number
  arrivedMs: number
}

/** One stream that a publisher sends: a microphone, or a layer of a camera. */
export const createIncomingStream = (options: IncomingStreamOptions) => {
  const { ssrc, codec, clockRate, isVideo, repairs, own } = options
  const watch = createLossWatch(clockRate)
  const store = createPacketStore<MediaPacket>(isVideo ? STORED_VIDEO : STORED_AUDIO)
  let mark: ClockMark | undefined
  let markMiddle = 0
  let keyframeWanted = false
  let keyframeAskedMs = -Infinity
  let windowStart = 0
  let windowBytes = 0
  let bitsPerSecond = 0
  let lastPacketMs = -Infinity

  const askForKeyframe = (nowMs: number) => {
    keyframeAskedMs = nowMs
    options.send(writeKeyframeRequest(own, ssrc))
  }

  const measure = (bytes: number, nowMs: number) => {
    lastPacketMs = nowMs
    windowBytes += bytes
    const lasted = nowMs - windowStart
    if (lasted < RATE_WINDOW_MS) return
    const rate = (windowBytes * 8000) / lasted
    // A window that began before a pause says little.
    bitsPerSecond =
      lasted > RATE_WINDOW_MS * 3 || bitsPerSecond === 0 ? rate : bitsPerSecond * 0.5 + rate * 0.5
    windowStart = nowMs
    windowBytes = 0
  }

  return {
    ssrc,
    clockRate,
    isVideo,
    /** Takes a packet; undefined where it came already or can't be read. */
    take(datagram: Buffer, view: RtpView, nowMs: number): MediaPacket | undefined {
      const isNewest = watch.take(view.sequence, view.timestamp, nowMs)
      if (!isNewest && store.get(view.sequence)) return undefined
      measure(datagram.length, nowMs)
      const packet = toMediaPacket(datagram, view, codec)
      if (!packet) return undefined
      store.put(view.sequence, packet)
      if (packet.startsKeyframe && isVideo) keyframeWanted = false
      return packet
    },
    /** One of the last packets; undefined where it never came or is too old. */
    packet: (sequence: number): MediaPacket | undefined => store.get(sequence),
    takeSenderReport(report: Extract<RtcpMessage, { kind: 'senderReport' }>, nowMs: number): void {
      markMiddle = middleOf({ seconds: report.ntpSeconds, fraction: report.ntpFraction })
      mark = {
        unixMs: (report.ntpSeconds - NTP_EPOCH_S) * 1000 + (report.ntpFraction / 2 ** 32) * 1000,
        timestamp: report.timestamp,
        arrivedMs: nowMs,
      }
    },
    /** Undefined until the publisher's first report. */
    mark: (): ClockMark | undefined => mark,
    /** Asks for a keyframe, and again until one comes. */
    wantKeyframe(nowMs: number): void {
      keyframeWanted = true
      if (nowMs - keyframeAskedMs >= KEYFRAME_AGAIN_MS) askForKeyframe(nowMs)
    },
    /** To be called every 20 ms or so: asks again for what is missing. */
    tick(nowMs: number, roundTripMs: number): void {
      if (repairs) {
        const asks = watch.toAsk(nowMs, roundTripMs)
        if (asks.length > 0) options.send(writeNack(own, ssrc, asks))
      }
      if (keyframeWanted && nowMs - keyframeAskedMs >= KEYFRAME_AGAIN_MS) askForKeyframe(nowMs)
    },
    report: (nowMs: number): OwnReceptionReport => ({
      ssrc,
      ...watch.report(),
      lastReport: mark ? markMiddle : 0,
      sinceLastReport: mark ? Math.round(((nowMs - mark.arrivedMs) * 65_536) / 1000) : 0,
    }),
    /** Of the last second or so; 0 while nothing comes. */
    bitsPerSecond: (nowMs: number): number => (nowMs - lastPacketMs > RATE_WINDOW_MS * 2 ? 0 : bitsPerSecond),
    /** Something came within the last second. */
    isAlive: (nowMs: number): boolean => nowMs - lastPacketMs < RATE_WINDOW_MS,
  }
}

export type IncomingStream = ReturnType<typeof createIncomingStream>
