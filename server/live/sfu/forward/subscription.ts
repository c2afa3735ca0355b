import type { Demand } from './allocation.ts'
import type { IncomingStream } from './incoming-stream.ts'
import type { MediaPacket } from './media-packet.ts'
import type { OutgoingStream } from './outgoing-stream.ts'
import type { PublishedTrack, Quality, Receiver } from './published-track.ts'

export interface SubscriptionOptions {
  track: PublishedTrack
  outgoing: OutgoingStream
  priority: number
}

/** One track for one viewer: chooses the layer, and changes it where a keyframe allows. */
export const createSubscription = ({ track, outgoing, priority }: SubscriptionOptions) => {
  /** The best that the viewer wants to see; -1 while it isn't looked at. */
  let wanted: Quality | -1 = 2
  /** The best that the line allows, as an index into the layers; -1 pauses. */
  let allowed = track.kind === 'audio' ? 2 : 0
  let target: IncomingStream | undefined
  let asked = priority

  const wantedQualities = (): Quality[] => {
    if (wanted < 0) return []
    const qualities = track.qualities()
    const fitting = qualities.filter((quality) => quality <= wanted)
    // A camera that sends one layer only sends that.
    return fitting.length > 0 ? fitting : qualities.slice(0, 1)
  }

  const chooseTarget = (nowMs: number): IncomingStream | undefined => {
    const streams = wantedQualities()
      .slice(0, allowed + 1)
      .map(track.streamOf)
      .filter((stream) => stream !== undefined)
    // The best of them that comes: the publisher may have dropped the upper ones for want of bandwidth.
    return streams.findLast((stream) => stream.isAlive(nowMs)) ?? streams.at(-1)
  }

  const receiver: Receiver = {
    take(packet: MediaPacket, stream: IncomingStream, nowMs: number): void {
      if (stream === target && stream !== outgoing.source() && packet.startsKeyframe)
        outgoing.switchTo(stream, packet, nowMs)
      if (stream === outgoing.source()) outgoing.forward(packet, nowMs)
    },
    pause: outgoing.pause,
  }
  track.receivers.add(receiver)

  return {
    track,
    outgoing,
    isPaused: (): boolean => track.kind === 'video' && wanted >= 0 && allowed < 0,
    /** What the viewer wants to see: the best quality, or -1 for nothing. */
    want(quality: Quality | -1): void {
      wanted = quality
    },
    /** Larger goes first when the line is short. */
    prefer(more: number): void {
      asked = priority + more
    },
    /** Undefined for sound, for what isn't looked at, and for what hasn't begun: nothing of it could be paused. */
    demand(nowMs: number): Demand | undefined {
      if (track.kind === 'audio') return undefined
      const rates = wantedQualities().map((quality) => track.bitsOf(quality, nowMs))
      if (rates.length === 0) return undefined
      return { priority: asked, rates, current: allowed }
    },
    allow(layer: number): void {
      allowed = layer
    },
    /** The quality that this viewer needs from the publisher; -1 for none. */
    needs(): Quality | -1 {
      const qualities = wantedQualities()
      return qualities[Math.min(allowed, qualities.length - 1)] ?? -1
    },
    /** To be called a few times a second: follows what is wanted, allowed, and still comes. */
    retarget(nowMs: number): void {
      target = chooseTarget(nowMs)
      if (!target) {
        outgoing.pause()
        return
      }
      if (target !== outgoing.source() && track.kind === 'video') target.wantKeyframe(nowMs)
    },
    /** The viewer lost its picture. */
    askForKeyframe(nowMs: number): void {
      outgoing.source()?.wantKeyframe(nowMs)
    },
    close(): void {
      track.receivers.delete(receiver)
    },
  }
}

export type Subscription = ReturnType<typeof createSubscription>
