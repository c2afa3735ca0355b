import { createIncomingStream, type IncomingStream } from '../forward/incoming-stream.ts'
import type { PublishedTrack, Quality } from '../forward/published-track.ts'
import { readAudioLevel, readText, walkExtensions } from '../rtp/header-extensions.ts'
import type { RtpView } from '../rtp/packet.ts'
import { writeReceiverReport, type RtcpMessage } from '../rtp/rtcp.ts'
import type { Codec, Section } from '../sdp/offer.ts'
import { createArrivals } from './arrivals.ts'

/** Streams of one client: more is an attack. Six tracks with three layers and their repairs are 36. */
const MOST_STREAMS = 128
const MOST_REPORTS = 31
const QUALITY_OF_RID: Readonly<Record<string, Quality>> = { q: 0, h: 1, f: 2 }

const EXTENSION_NAMES: Readonly<Record<string, string>> = {
  'urn:ietf:params:rtp-hdrext:sdes:mid': 'mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id': 'rid',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id': 'rrid',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level': 'level',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01': 'twcc',
}

interface Publication {
  track: PublishedTrack
  section: Section
  codec: Codec
}

interface Bound {
  publication: Publication
  stream: IncomingStream
}

export interface UplinkOptions {
  /** Our own number in feedback. */
  own: number
  send(packet: Buffer): void
  roundTripMs(): number
  /** A voice's level, 0 silent to 1 loudest. */
  onLevel(track: PublishedTrack, level: number): void
}

/** What one client publishes: finds the track of each packet, repairs, and tells the client how its packets arrive. */
export const createUplink = ({ own, send, roundTripMs, onLevel }: UplinkOptions) => {
  const publications = new Map<string, Publication>()
  const bound = new Map<number, Bound>()
  /** Streams that repair, by their own number. */
  const repairs = new Map<number, Bound>()
  const extensions = new Map<number, string>()
  const arrivals = createArrivals(own, send)
  const found = { mid: '', rid: '', rrid: '', level: -1, twcc: -1 }

  const qualityOf = ({ section }: Publication, rid: string): Quality => {
    if (rid === '') return 2
    const place = section.rids.indexOf(rid)
    return QUALITY_OF_RID[rid] ?? (Math.max(0, Math.min(2, place)) as Quality)
  }

  const readExtensions = (datagram: Buffer, view: RtpView) => {
    found.mid = found.rid = found.rrid = ''
    found.level = found.twcc = -1
    walkExtensions(datagram, view, (id, start, bytes) => {
      switch (extensions.get(id)) {
        case 'mid':
          found.mid = readText(datagram, start, bytes)
          break
        case 'rid':
          found.rid = readText(datagram, start, bytes)
          break
        case 'rrid':
          found.rrid = readText(datagram, start, bytes)
          break
        case 'level':
          found.level = readAudioLevel(datagram, start).level
          break
        case 'twcc':
          if (bytes >= 2) found.twcc = datagram.readUInt16BE(start)
          break
        default:
          break
      }
    })
  }

  const publicationOf = (ssrc: number): Publication | undefined => {
    const byMid = publications.get(found.mid)
    if (byMid) return byMid
    for (const publication of publications.values()) {
      const { ssrcs, rtxOf } = publication.section
      if (ssrcs.includes(ssrc) || [...rtxOf.values()].includes(ssrc)) return publication
    }
    return undefined
  }

  /** A repairing stream belongs to the layer that it names, to the stream that the offer pairs it with, or to the only one. */
  const bindRepair = (publication: Publication, ssrc: number): Bound | undefined => {
    const { section, track } = publication
    const main = [...section.rtxOf].find(([, rtx]) => rtx === ssrc)?.[0]
    const stream =
      found.rrid === ''
        ? main === undefined
          ? [...track.streams()][0]
          : bound.get(main)?.stream
        : track.streamOf(qualityOf(publication, found.rrid))
    if (!stream) return undefined
    const one = { publication, stream }
    repairs.set(ssrc, one)
    return one
  }

  const bind = (publication: Publication, ssrc: number): Bound => {
    const { track, codec } = publication
    const stream = createIncomingStream({
      ssrc,
      codec: track.codec,
      clockRate: codec.clockRate,
      isVideo: track.kind === 'video',
      repairs: codec.feedback.includes('nack'),
      send,
      own,
    })
    const quality = qualityOf(publication, found.rid)
    const before = track.streamOf(quality)
    if (before) bound.delete(before.ssrc)
    track.setStream(quality, stream)
    const one = { publication, stream }
    bound.set(ssrc, one)
    return one
  }

  const isRepair = ({ codec }: Publication, view: RtpView): boolean =>
    codec.rtx !== undefined && view.payloadType === codec.rtx

  /** Finds what a packet belongs to; an unknown stream is bound where it names its section. */
  const boundOf = (view: RtpView): Bound | undefined => {
    const known = bound.get(view.ssrc) ?? repairs.get(view.ssrc)
    if (known) return known
    if (bound.size + repairs.size >= MOST_STREAMS) return undefined
    const publication = publicationOf(view.ssrc)
    if (!publication) return undefined
    if (isRepair(publication, view)) return bindRepair(publication, view.ssrc)
    if (view.payloadType !== publication.codec.payloadType) return undefined
    return bind(publication, view.ssrc)
  }

  /** Turns a repair back into the packet that it repeats (RFC 4588, 4); false for mere padding. */
  const unwrapRepair = (datagram: Buffer, view: RtpView, { publication, stream }: Bound): boolean => {
    if (view.payloadEnd - view.payloadStart < 2) return false
    view.sequence = datagram.readUInt16BE(view.payloadStart)
    view.payloadStart += 2
    view.ssrc = stream.ssrc
    view.payloadType = publication.codec.payloadType
    return true
  }

  const forget = (mid: string) => {
    const publication = publications.get(mid)
    publications.delete(mid)
    for (const map of [bound, repairs])
      for (const [ssrc, one] of map) if (one.publication === publication) map.delete(ssrc)
    return publication?.track
  }

  const streams = () => [...bound.values()].map(({ stream }) => stream)

  return {
    /** Numbers of the header extensions; they are the same in all sections of a bundle. */
    setExtensions(sections: readonly Section[]): void {
      for (const { id, uri } of sections.flatMap((section) => section.extensions)) {
        const name = EXTENSION_NAMES[uri]
        if (name) extensions.set(id, name)
      }
    },
    /** From now on, what comes for this section is the track's. */
    publish(section: Section, track: PublishedTrack, codec: Codec): void {
      publications.set(section.mid, { track, section, codec })
    },
    trackOf: (mid: string): PublishedTrack | undefined => publications.get(mid)?.track,
    midOf: (track: PublishedTrack): string | undefined =>
      [...publications].find(([, one]) => one.track === track)?.[0],
    /** The section's track is over; undefined where it had none. */
    unpublish: forget,
    takeMedia(datagram: Buffer, view: RtpView, nowMs: number): void {
      readExtensions(datagram, view)
      if (found.twcc >= 0) arrivals.take(found.twcc, view.ssrc, nowMs)
      const one = boundOf(view)
      if (!one) return
      if (repairs.has(view.ssrc) && !unwrapRepair(datagram, view, one)) return
      const { track } = one.publication
      if (found.level >= 0 && track.kind === 'audio') onLevel(track, (127 - found.level) / 127)
      const packet = one.stream.take(datagram, view, nowMs)
      if (packet) track.take(packet, one.stream, nowMs)
    },
    takeReport(report: Extract<RtcpMessage, { kind: 'senderReport' }>, nowMs: number): void {
      bound.get(report.ssrc)?.stream.takeSenderReport(report, nowMs)
    },
    /** Every 20 ms or so. */
    tick(nowMs: number): void {
      if (bound.size === 0) return
      arrivals.tick(nowMs)
      const rtt = roundTripMs()
      for (const { stream } of bound.values()) stream.tick(nowMs, rtt)
    },
    /** Every second. */
    report(nowMs: number): void {
      const alive = streams().filter((stream) => stream.isAlive(nowMs))
      for (let at = 0; at < alive.length; at += MOST_REPORTS)
        send(
          writeReceiverReport(
            own,
            alive.slice(at, at + MOST_REPORTS).map((stream) => stream.report(nowMs)),
          ),
        )
    },
    get isEmpty(): boolean {
      return bound.size === 0
    },
  }
}
