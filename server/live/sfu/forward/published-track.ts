import type { IncomingStream } from './incoming-stream.ts'
import type { MediaPacket } from './media-packet.ts'

/** Qualities as LiveKit numbers them: 0 low, 1 medium, 2 high. */
export type Quality = 0 | 1 | 2

/** Who gets the packets of a track. */
export interface Receiver {
  take(packet: MediaPacket, stream: IncomingStream, nowMs: number): void
  /** Nothing comes for a while; afterwards it begins anew, so that nobody asks for what was left out. */
  pause(): void
}

/** What a layer costs before it was measured, in bits per second. */
const ASSUMED_BITS = [160_000, 500_000, 1_700_000] as const

/** A microphone, camera or screen of a publisher, with its layers, and those who receive it. */
export const createPublishedTrack = (track: { sid: string; kind: 'audio' | 'video'; codec: string }) => {
  const streams = new Map<Quality, IncomingStream>()
  const expected = new Map<Quality, number>()
  const receivers = new Set<Receiver>()
  let silenced = false

  const qualities = (): Quality[] =>
    [...new Set([...streams.keys(), ...expected.keys()])].sort((a, b) => a - b)

  return {
    ...track,
    receivers,
    /** A layer's stream: it replaces what was there. */
    setStream(quality: Quality, stream: IncomingStream): void {
      streams.set(quality, stream)
    },
    /** What the publisher says that a layer will cost, in bits per second. */
    expect(quality: Quality, bitsPerSecond: number): void {
      if (bitsPerSecond > 0) expected.set(quality, bitsPerSecond)
    },
    /** Lowest first; also those that don't come now, for want of viewers or of bandwidth. */
    qualities,
    streamOf: (quality: Quality): IncomingStream | undefined => streams.get(quality),
    streams: () => streams.values(),
    /** Something of it has come. */
    isFlowing: (): boolean => streams.size > 0,
    /** What a layer costs: measured while it comes, else as told or assumed. */
    bitsOf: (quality: Quality, nowMs: number): number =>
      streams.get(quality)?.bitsPerSecond(nowMs) || (expected.get(quality) ?? ASSUMED_BITS[quality]),
    /** Muted by the server: what still comes is dropped. */
    silence(on: boolean): void {
      silenced = on
      if (on) for (const receiver of receivers) receiver.pause()
    },
    take(packet: MediaPacket, stream: IncomingStream, nowMs: number): void {
      if (silenced) return
      for (const receiver of receivers) receiver.take(packet, stream, nowMs)
    },
  }
}

export type PublishedTrack = ReturnType<typeof createPublishedTrack>
