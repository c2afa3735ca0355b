import { createOutgoingStream } from '../forward/outgoing-stream.ts'
import type { Forwarded } from '../forward/forwarded.ts'
import type { PublishedTrack } from '../forward/published-track.ts'
import { createSubscription, type Subscription } from '../forward/subscription.ts'
import { createViewerLine } from '../forward/viewer-line.ts'
import type { RtcpMessage } from '../rtp/rtcp.ts'
import { newSsrc } from '../rtp/ssrc.ts'
import type { SectionAnswer } from '../sdp/answer.ts'
import { codecLike, type Codec, type Section } from '../sdp/offer.ts'

const SMOOTHING = 0.3
const FIRST_ROUND_TRIP_MS = 60

/** What a viewer is to get: in a section, or waiting for one. */
interface Wish {
  track: PublishedTrack
  /** Codec and parameters as its publisher sends them. */
  codec: Codec
  streamId: string
  priority: number
}

interface Slot {
  kind: 'audio' | 'video'
  wish: Wish
  subscription: Subscription
  answer: Extract<SectionAnswer, { kind: 'send' }>
}

export interface DownlinkOptions {
  forwarded: Forwarded
  send(packet: Buffer): void
  /** The viewer can't play what the publisher sends. */
  onUnsupported(track: PublishedTrack): void
  /** A picture was paused for want of bandwidth, or goes on. */
  onPaused(track: PublishedTrack, paused: boolean): void
}

/** What one client receives: which of its sections carries which track, and which layer of it. */
export const createDownlink = ({ forwarded, send, onUnsupported, onPaused }: DownlinkOptions) => {
  const waiting: Wish[] = []
  /** By mid; null once a track left: the section rests for one answer before it is used again. */
  const slots = new Map<string, Slot | null>()
  const free = { audio: 0, video: 0 }
  const bySsrc = new Map<number, Slot>()
  const line = createViewerLine()
  const paused = new Set<PublishedTrack>()
  let roundTripMs = FIRST_ROUND_TRIP_MS

  const forward = (packet: Buffer) => {
    forwarded.packets += 1
    forwarded.bytes += packet.length
    send(packet)
  }

  const active = () => [...slots.values()].filter((slot) => slot !== null)

  const fill = (section: Section, nowMs: number): SectionAnswer => {
    const at = waiting.findIndex(({ track }) => track.kind === section.kind)
    const [wish] = at < 0 ? [] : waiting.splice(at, 1)
    if (!wish) return { kind: 'idle' }
    const codec = codecLike(wish.codec, section.codecs)
    if (!codec) {
      onUnsupported(wish.track)
      return { kind: 'idle' }
    }
    const ssrc = newSsrc()
    const rtxSsrc = codec.rtx === undefined ? undefined : newSsrc()
    const outgoing = createOutgoingStream({
      ssrc,
      payloadType: codec.payloadType,
      rtx:
        codec.rtx === undefined || rtxSsrc === undefined
          ? undefined
          : { ssrc: rtxSsrc, payloadType: codec.rtx },
      cname: wish.streamId,
      send: forward,
    })
    const { track, priority, streamId } = wish
    const subscription = createSubscription({ track, outgoing, priority })
    subscription.retarget(nowMs)
    const slot: Slot = {
      kind: track.kind,
      wish,
      subscription,
      answer: { kind: 'send', codec, streamId, trackId: track.sid, ssrc, rtxSsrc },
    }
    slots.set(section.mid, slot)
    bySsrc.set(ssrc, slot)
    return slot.answer
  }

  const share = (nowMs: number) => {
    const all = active().map(({ subscription }) => subscription)
    const pictures = all.flatMap((subscription) => {
      const demand = subscription.demand(nowMs)
      return demand ? [{ subscription, demand }] : []
    })
    const soundBits = all
      .filter(({ track }) => track.kind === 'audio')
      .reduce((sum, { outgoing }) => sum + (outgoing.source()?.bitsPerSecond(nowMs) ?? 0), 0)
    const levels = line.share(
      pictures.map(({ demand }) => demand),
      soundBits,
      nowMs,
    )
    pictures.forEach(({ subscription }, index) => subscription.allow(levels[index] ?? -1))
    for (const subscription of all) {
      subscription.retarget(nowMs)
      const { track } = subscription
      const isPaused = subscription.isPaused()
      if (isPaused === paused.has(track)) continue
      if (isPaused) paused.add(track)
      else paused.delete(track)
      onPaused(track, isPaused)
    }
  }

  return {
    /** Wishes for a track; it comes with the next answer that has a section for it. */
    wish(wish: Wish): void {
      waiting.push(wish)
    },
    /** The track is not wanted any more, or is over. */
    drop(track: PublishedTrack): void {
      const at = waiting.findIndex((wish) => wish.track === track)
      if (at >= 0) waiting.splice(at, 1)
      paused.delete(track)
      for (const [mid, slot] of slots) {
        if (slot?.wish.track !== track) continue
        slot.subscription.close()
        bySsrc.delete(slot.answer.ssrc)
        slots.set(mid, null)
      }
    },
    has: (track: PublishedTrack): boolean =>
      waiting.some((wish) => wish.track === track) || active().some(({ wish }) => wish.track === track),
    subscriptionTo: (track: PublishedTrack): Subscription | undefined =>
      active().find(({ wish }) => wish.track === track)?.subscription,
    subscriptions: () => active().map(({ subscription }) => subscription),
    /** Answers the sections in which the client receives. */
    answer(sections: readonly Section[], nowMs: number): Map<string, SectionAnswer> {
      free.audio = free.video = 0
      const answers = new Map<string, SectionAnswer>()
      for (const section of sections) {
        const slot = slots.get(section.mid)
        if (slot === null) {
          slots.delete(section.mid)
          answers.set(section.mid, { kind: 'idle' })
        } else answers.set(section.mid, slot ? slot.answer : fill(section, nowMs))
        if (answers.get(section.mid)?.kind === 'idle' && section.kind !== 'application')
          free[section.kind] += 1
      }
      if (answers.size > 0) share(nowMs)
      return answers
    },
    /** Sections that the client must add before all wishes can be met; undefined where nothing waits or rests. */
    missing(): { audios: number; videos: number } | undefined {
      const rests = [...slots.values()].some((slot) => slot === null)
      if (waiting.length === 0 && !rests) return undefined
      const of = (kind: 'audio' | 'video') =>
        Math.max(0, waiting.filter(({ track }) => track.kind === kind).length - free[kind])
      return { audios: of('audio'), videos: of('video') }
    },
    /** Track ids by mid, as the client wants them beside an answer. */
    midToTrackId: (): Record<string, string> =>
      Object.fromEntries([...slots].flatMap(([mid, slot]) => (slot ? [[mid, slot.wish.track.sid]] : []))),
    takeRtcp(message: RtcpMessage, nowMs: number): void {
      switch (message.kind) {
        case 'nack':
          bySsrc.get(message.ssrc)?.subscription.outgoing.resend(message.sequences, nowMs)
          break
        case 'keyframe':
          bySsrc.get(message.ssrc)?.subscription.askForKeyframe(nowMs)
          break
        case 'bandwidth':
          line.takeEstimate(message.bitsPerSecond)
          break
        case 'receiverReport':
        case 'senderReport':
          for (const report of message.reports) {
            const slot = bySsrc.get(report.ssrc)
            if (!slot) continue
            if (slot.kind === 'video') line.takeLoss(report.lossShare)
            const measured = slot.subscription.outgoing.roundTripOf(report, nowMs)
            if (measured === undefined) continue
            roundTripMs += (measured - roundTripMs) * SMOOTHING
            line.takeRoundTrip(measured, nowMs)
          }
          break
        default:
          // We ask for no transport-wide feedback, and goodbyes come with the section's end.
          break
      }
    },
    /** Pictures that wait for bandwidth. */
    get pausedPictures(): number {
      return paused.size
    },
    get roundTripMs(): number {
      return roundTripMs
    },
    get bitsPerSecond(): number {
      return line.bitsPerSecond
    },
    /** A few times a second: shares the line anew. */
    share,
    /** Every second. */
    report(nowMs: number): void {
      for (const { subscription } of active()) {
        const report = subscription.outgoing.senderReport(nowMs)
        if (report) send(report)
      }
    },
    close(): void {
      for (const { subscription } of active()) subscription.close()
      slots.clear()
      bySsrc.clear()
      waiting.length = 0
    },
  }
}
