import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { anyUdpPort } from '../../udp-port.ts'
import {
  isSigned,
  readBinding,
  receiverOf,
  withMappedAddress,
  withTieBreaker,
  type StunMessage,
} from './stun.ts'

/** A browser asks every few seconds whether it is still heard, and gives up long before this. */
const SILENT_MS = 60_000
const LOOK_EVERY_MS = 10_000
/** A client has one for each of its addresses at its relays. */
const MOST_WAYS = 16
const OTHER_PORTS_TRIED = 20

export interface RelayDoorOptions {
  /** The next one where it is taken. */
  port: number
  /** Listen on this address only; undefined for all. */
  bindAddress: string | undefined
  enginePort: number
}

/** From one address of a client to the engine and back. */
interface Way {
  back: Socket
  ufrag: string
  seenMs: number
}

const listen = async (port: number, bindAddress: string | undefined): Promise<Socket> => {
  const tries = [port, ...Array.from({ length: OTHER_PORTS_TRIED }, anyUdpPort)].flatMap((one) => {
    if (bindAddress !== undefined)
      return [{ port: one, address: bindAddress, type: bindAddress.includes(':') ? 'udp6' : 'udp4' } as const]
    // IPv6 sockets take both families; a machine without IPv6 has the other kind only.
    return [
      { port: one, address: '::', type: 'udp6' } as const,
      { port: one, address: '0.0.0.0', type: 'udp4' } as const,
    ]
  })
  let failure: unknown
  for (const { type, ...at } of tries) {
    const socket = createSocket(type)
    try {
      socket.bind(at)
      await once(socket, 'listening')
      return socket
    } catch (error) {
      socket.close()
      failure = error
    }
  }
  throw new Error(`no UDP port is free for those who come through a relay, neither ${port} nor another`, {
    cause: failure,
  })
}

/** An IPv4 address that came in by an IPv6 socket is written as both. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

/**
 * A second UDP port before the engine's, for those who come through a TURN relay by TCP or TLS. Chromium's checks from
 * there have a tie-breaker of zero, as ICE allows, and libjuice answers error 400 to them, after which the browser never
 * tries again (libjuice's issue 355). Here they get another tie-breaker; all else passes as it is. Only who knows a
 * transport's password is let through. When libjuice takes zero, this can go.
 */
export const openRelayDoor = async ({ port, bindAddress, enginePort }: RelayDoorOptions) => {
  const front = await listen(port, bindAddress)
  const passwords = new Map<string, string>()
  const ways = new Map<string, Way>()

  /** Where we reach the engine ourselves. */
  const engineFor = (address: string) => bindAddress ?? (address.includes(':') ? '::1' : '127.0.0.1')

  const end = (key: string, way: Way) => {
    ways.delete(key)
    way.back.close()
  }

  const open = (key: string, ufrag: string, from: RemoteInfo): Way | undefined => {
    if ([...ways.values()].filter((one) => one.ufrag === ufrag).length >= MOST_WAYS) return undefined
    const address = plain(from.address)
    // The same family: what the engine says of addresses then has the length that the client's own has.
    const back = createSocket(address.includes(':') ? 'udp6' : 'udp4')
    const way = { back, ufrag, seenMs: performance.now() }
    back.on('message', (datagram, { port: sender }) => {
      if (sender !== enginePort) return
      const message = readBinding(datagram)
      const password = passwords.get(ufrag)
      const told =
        message?.kind === 'success' && password !== undefined && isSigned(message, password)
          ? withMappedAddress(message, { address, port: from.port }, password)
          : datagram
      front.send(told, from.port, from.address, () => undefined)
    })
    back.on('error', () => end(key, way))
    back.bind(0, engineFor(address))
    ways.set(key, way)
    return way
  }

  /** A request may open a way; undefined where it is nobody's whom we know. */
  const admit = (message: StunMessage, key: string, from: RemoteInfo) => {
    const ufrag = receiverOf(message)
    const password = ufrag === undefined ? undefined : passwords.get(ufrag)
    if (ufrag === undefined || password === undefined || !isSigned(message, password)) return undefined
    const before = ways.get(key)
    // The relay gave the address of somebody who left to somebody else.
    if (before && before.ufrag !== ufrag) end(key, before)
    const way = before?.ufrag === ufrag ? before : open(key, ufrag, from)
    return way && { way, datagram: withTieBreaker(message, password) }
  }

  front.on('message', (datagram, from) => {
    const key = `${from.address}:${from.port}`
    const message = readBinding(datagram)
    const known = ways.get(key)
    const passing =
      message?.kind === 'request' ? admit(message, key, from) : known && { way: known, datagram }
    if (!passing) return
    passing.way.seenMs = performance.now()
    // Lost where the engine doesn't take it, as datagrams may be.
    passing.way.back.send(passing.datagram, enginePort, engineFor(plain(from.address)), () => undefined)
  })

  // What fails concerns one datagram; those who wait for it send again.
  front.on('error', () => undefined)

  const timer = setInterval(() => {
    const silentSinceMs = performance.now() - SILENT_MS
    for (const [key, way] of ways) if (way.seenMs < silentSinceMs) end(key, way)
  }, LOOK_EVERY_MS)

  return {
    port: front.address().port,
    /** A transport can be reached through here. */
    admit(ufrag: string, password: string): void {
      passwords.set(ufrag, password)
    },
    forget(ufrag: string): void {
      passwords.delete(ufrag)
      for (const [key, way] of ways) if (way.ufrag === ufrag) end(key, way)
    },
    close(): void {
      clearInterval(timer)
      for (const [key, way] of ways) end(key, way)
      front.close()
    },
  }
}

export type RelayDoor = Awaited<ReturnType<typeof openRelayDoor>>
