import { IceUdpMuxListener, PeerConnection, type DataChannel, type Track } from 'node-datachannel'
import { anyUdpPort } from '../../udp-port.ts'
import type { LocalTransport } from '../sdp/answer.ts'
import { readOffer, type Offer } from '../sdp/offer.ts'
import { MAX_MESSAGE_BYTES, transportOffer } from '../sdp/transport-offer.ts'
import type { RelayDoor } from './relay-door.ts'

export interface TransportAddress {
  /** The one UDP port of all transports. */
  port: number
  /** Listen on this address only; undefined for all. */
  bindAddress: string | undefined
  /** Told to browsers instead of our own addresses, for a server behind NAT. */
  announced: readonly AnnouncedAddress[]
  /** For those who come through a relay; undefined where there is none. */
  door?: RelayDoor | undefined
}

export interface AnnouncedAddress {
  host: string
  /** Where it is not the port that we listen on. */
  port: number | undefined
}

export interface TransportEvents {
  onMedia(datagram: Buffer): void
  onData(label: string, message: Buffer): void
  onOpen(): void
  /** ICE or DTLS is over for good. */
  onClosed(): void
}

const OTHER_PORTS_TRIED = 20

/**
 * Takes the one UDP port, or another where it is taken, and keeps it: without this it would be free for others whenever
 * the last room empties.
 */
export const holdPort = ({ port, bindAddress }: TransportAddress): { port: number; release(): void } => {
  let failure: unknown
  for (const one of [port, ...Array.from({ length: OTHER_PORTS_TRIED }, anyUdpPort)])
    try {
      const listener = new IceUdpMuxListener(one, bindAddress)
      return { port: one, release: () => listener.stop() }
    } catch (error) {
      failure = error
    }
  throw new Error(`no UDP port is free, neither ${port} nor any other that was tried`, { cause: failure })
}

/** More waiting bytes than this, and lossy data are dropped, reliable ones end the connection. */
const MOST_BUFFERED_BYTES = 4_000_000

const MOST_EARLY = 64

/** `foundation component protocol priority address port typ host`: the parts of a candidate that we change. */
const announce = (candidate: string, { host, port }: AnnouncedAddress): string => {
  const parts = candidate.split(' ')
  parts[4] = host
  if (port !== undefined) parts[5] = String(port)
  return parts.join(' ')
}

/** The same address with the door's port, for whoever reaches the engine itself by none of its candidates. */
const throughDoor = (candidate: string, { port }: RelayDoor, at: number): string => {
  const parts = candidate.split(' ')
  parts[0] = `door${at}`
  parts[3] = String(at + 1)
  parts[5] = String(port)
  return parts.join(' ')
}

/**
 * ICE, DTLS, SRTP and SCTP of one client, by libdatachannel. It gets one offer and is never negotiated anew: what the
 * client negotiates is answered from here.
 */
export const createTransport = (name: string, address: TransportAddress, events: TransportEvents) => {
  const peer = new PeerConnection(name, {
    iceServers: [],
    portRangeBegin: address.port,
    portRangeEnd: address.port,
    enableIceUdpMux: true,
    ...(address.bindAddress ? { bindAddress: address.bindAddress } : {}),
    maxMessageSize: MAX_MESSAGE_BYTES,
  })
  const channels = new Map<string, DataChannel>()
  /** Reliable messages for a channel that isn't open yet. */
  const early = new Map<string, Uint8Array[]>()
  let track: Track | undefined
  let isClosed = false
  let ufrag = ''
  /** Kept here: asking the track for each packet would cost a tenth of sending it. */
  let isOpen = false

  const close = () => {
    if (isClosed) return
    isClosed = true
    isOpen = false
    track = undefined
    channels.clear()
    address.door?.forget(ufrag)
    peer.close()
  }

  peer.onTrack((one) => {
    track = one
    one.onOpen(() => {
      isOpen = !isClosed
      events.onOpen()
    })
    one.onClosed(() => {
      isOpen = false
    })
    one.onMessage((datagram) => {
      if (!isClosed) events.onMedia(datagram)
    })
  })
  peer.onDataChannel((channel) => {
    const label = channel.getLabel()
    channels.set(label, channel)
    const flush = () => {
      for (const message of early.get(label) ?? []) channel.sendMessageBinary(message)
      early.delete(label)
    }
    if (channel.isOpen()) flush()
    else channel.onOpen(flush)
    channel.onMessage((message) => {
      if (!isClosed && Buffer.isBuffer(message)) events.onData(label, message)
    })
  })
  peer.onStateChange((state) => {
    if (state !== 'failed' && state !== 'closed' && state !== 'disconnected') return
    if (isClosed) return
    close()
    events.onClosed()
  })

  return {
    /** Begins with the client's first offer; answers what our end of the transport is. */
    async open(offer: Offer): Promise<LocalTransport> {
      const gathered = Promise.withResolvers<void>()
      peer.onGatheringStateChange((state) => {
        if (state === 'complete') gathered.resolve()
      })
      peer.setRemoteDescription(transportOffer(offer), 'offer')
      await gathered.promise
      const description = peer.localDescription()
      if (!description) throw new Error('the transport gave no description')
      const own = readOffer(description.sdp)
      const candidates = description.sdp
        .split('\r\n')
        .filter((line) => line.startsWith('a=candidate:'))
        .map((line) => line.slice('a=candidate:'.length))
      const told =
        address.announced.length > 0
          ? address.announced.flatMap((to) => candidates.slice(0, 1).map((one) => announce(one, to)))
          : candidates
      const { door } = address
      ufrag = own.iceUfrag
      if (!isClosed) door?.admit(own.iceUfrag, own.icePwd)
      return {
        iceUfrag: own.iceUfrag,
        icePwd: own.icePwd,
        fingerprint: `${own.fingerprint.algorithm} ${own.fingerprint.value}`,
        candidates: door ? [...told, ...told.map((one, at) => throughDoor(one, door, at))] : told,
      }
    },
    /** Sends RTP or RTCP; lost where the connection isn't open, as media may be. */
    send(packet: Buffer): void {
      if (!isOpen) return
      try {
        track?.sendMessageBinary(packet)
      } catch {
        // It ended this very moment: whoever else the packet is for must get it all the same.
      }
    },
    /** False where it could not be sent. What is `kept` waits for a channel that isn't open yet. */
    sendData(label: string, message: Uint8Array, kept: boolean): boolean {
      const channel = channels.get(label)
      if (channel?.isOpen())
        return channel.bufferedAmount() <= MOST_BUFFERED_BYTES && channel.sendMessageBinary(message)
      const waiting = early.get(label) ?? []
      if (!kept || isClosed || waiting.length >= MOST_EARLY) return false
      early.set(label, [...waiting, message])
      return true
    },
    get isOpen(): boolean {
      return isOpen
    },
    close,
  }
}
