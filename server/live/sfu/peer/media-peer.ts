import type { Forwarded } from '../forward/forwarded.ts'
import type { PublishedTrack } from '../forward/published-track.ts'
import { createRtpView, isRtcp, readRtp } from '../rtp/packet.ts'
import { readRtcp } from '../rtp/rtcp.ts'
import { newSsrc } from '../rtp/ssrc.ts'
import { writeAnswer, type LocalTransport, type SectionAnswer } from '../sdp/answer.ts'
import { readOffer, type Codec, type Section } from '../sdp/offer.ts'
import { createTransport, type TransportAddress } from '../transport/transport.ts'
import { createDownlink } from './downlink.ts'
import { createUplink } from './uplink.ts'

export interface MediaPeerOptions {
  name: string
  address: TransportAddress
  forwarded: Forwarded
  /** The track that a section is about to publish, and how; undefined where none was announced or allowed. */
  publicationFor(section: Section): { track: PublishedTrack; codec: Codec } | undefined
  onUnpublished(track: PublishedTrack): void
  onLevel(track: PublishedTrack, level: number): void
  onUnsupported(track: PublishedTrack): void
  onPaused(track: PublishedTrack, paused: boolean): void
  onData(label: string, message: Buffer): void
  onOpen(): void
  onClosed(): void
}

const sends = ({ direction }: Section): boolean => direction === 'sendonly' || direction === 'sendrecv'

/** One client's media: a transport, what it publishes and what it receives, and the answers to its offers. */
export const createMediaPeer = (options: MediaPeerOptions) => {
  const own = newSsrc()
  const view = createRtpView()
  const transport = createTransport(options.name, options.address, {
    onMedia: (datagram) => takeDatagram(datagram),
    onData: options.onData,
    onOpen: options.onOpen,
    onClosed: options.onClosed,
  })
  const send = (packet: Buffer) => transport.send(packet)
  const { forwarded, onUnsupported, onPaused } = options
  const downlink = createDownlink({ forwarded, send, onUnsupported, onPaused })
  const uplink = createUplink({
    own,
    send,
    roundTripMs: () => downlink.roundTripMs,
    onLevel: options.onLevel,
  })
  let local: Promise<LocalTransport> | undefined
  let keepsTransport = true

  const takeDatagram = (datagram: Buffer) => {
    const nowMs = performance.now()
    if (!isRtcp(datagram)) {
      if (readRtp(datagram, view)) uplink.takeMedia(datagram, { ...view }, nowMs)
      return
    }
    for (const message of readRtcp(datagram)) {
      if (message.kind === 'senderReport') uplink.takeReport(message, nowMs)
      downlink.takeRtcp(message, nowMs)
    }
  }

  const publish = (section: Section): SectionAnswer => {
    const known = uplink.trackOf(section.mid)
    const publication = options.publicationFor(section)
    if (known && known !== publication?.track) unpublish(section.mid)
    if (!publication) return { kind: 'idle' }
    uplink.publish(section, publication.track, publication.codec)
    return { kind: 'receive', codecs: [publication.codec], rids: section.rids }
  }

  const unpublish = (mid: string): boolean => {
    const track = uplink.unpublish(mid)
    if (track) options.onUnpublished(track)
    return track !== undefined
  }

  const answerTo = (section: Section, received: ReadonlyMap<string, SectionAnswer>): SectionAnswer => {
    if (section.kind === 'application') return { kind: 'data' }
    if (section.isClosed) {
      unpublish(section.mid)
      return { kind: 'closed' }
    }
    if (sends(section)) return publish(section)
    // Closing the section of a track that is over lets the browser use it again.
    if (unpublish(section.mid) && section.direction === 'inactive') return { kind: 'closed' }
    return received.get(section.mid) ?? { kind: 'idle' }
  }

  return {
    uplink,
    downlink,
    /** Answers an offer. Throws SdpError where it can't be answered. */
    async negotiate(sdp: string): Promise<string> {
      const offer = readOffer(sdp)
      if (!local) {
        keepsTransport = !offer.author.startsWith('mozilla')
        local = transport.open(offer)
      }
      const ours = await local
      uplink.setExtensions(offer.sections)
      const receiving = offer.sections.filter(
        (section) => section.direction === 'recvonly' && !section.isClosed && section.kind !== 'application',
      )
      const received = downlink.answer(receiving, performance.now())
      return writeAnswer(offer, ours, (section) => answerTo(section, received))
    },
    sendData: transport.sendData,
    /**
     * Whether media go on while signalling resumes. A client then restarts ICE, which ours can't follow: answered with
     * what was, Chromium stays with the old path, but Firefox gives it up ten seconds later.
     */
    get isResumable(): boolean {
      return transport.isOpen && keepsTransport
    },
    /** Every 20 ms or so. */
    tick: uplink.tick,
    /** A few times a second. */
    share: downlink.share,
    /** Every second. */
    report(nowMs: number): void {
      uplink.report(nowMs)
      downlink.report(nowMs)
    },
    close(): void {
      downlink.close()
      transport.close()
    },
  }
}

export type MediaPeer = ReturnType<typeof createMediaPeer>
