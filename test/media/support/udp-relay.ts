import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { seededRandom } from '../../benchmarks/presence/walkers.ts'

export interface Line {
  /** Shares of datagrams, in each direction. */
  loss: number
  /** Held back until the next one has passed. */
  reorder: number
  /** Nothing passes. */
  isCut: boolean
  /** What is more is dropped, towards the client. */
  bitsPerSecond: number
}

const GOOD: Line = { loss: 0, reorder: 0, isCut: false, bitsPerSecond: Infinity }
/** What a line of limited speed takes at once. */
const BURST_S = 0.25

/** One direction of a line. */
const createWay = (
  line: () => Line,
  next: () => number,
  isLimited: boolean,
  pass: (datagram: Buffer) => void,
) => {
  let held: Buffer | undefined
  let credit = 0
  let countedMs = performance.now()

  const fits = (datagram: Buffer): boolean => {
    const { bitsPerSecond } = line()
    if (!isLimited || bitsPerSecond === Infinity) return true
    const nowMs = performance.now()
    const most = (bitsPerSecond / 8) * BURST_S
    credit = Math.min(most, credit + ((nowMs - countedMs) / 1000) * (bitsPerSecond / 8))
    countedMs = nowMs
    if (credit < datagram.length) return false
    credit -= datagram.length
    return true
  }

  return (datagram: Buffer) => {
    const { loss, reorder, isCut } = line()
    if (isCut || next() < loss || !fits(datagram)) return
    if (!held && next() < reorder) {
      held = datagram
      return
    }
    pass(datagram)
    if (held) pass(held)
    held = undefined
  }
}

/**
 * A line between clients and an engine's UDP port that loses, reorders, limits and cuts as its seed says. Clients are told
 * of its port instead of the engine's.
 */
export const startUdpRelay = async (enginePort: number, seed: number) => {
  const next = seededRandom(seed)
  const front = createSocket('udp4')
  const clients = new Map<string, { back: Socket; line: Line; up: (datagram: Buffer) => void }>()
  let forNewcomers = GOOD

  const open = ({ address, port }: RemoteInfo) => {
    const back = createSocket('udp4')
    const client = { back, line: forNewcomers, up: (_: Buffer) => {} }
    const line = () => client.line
    client.up = createWay(line, next, false, (datagram) => back.send(datagram, enginePort, '127.0.0.1'))
    const down = createWay(line, next, true, (datagram) => front.send(datagram, port, address))
    back.on('message', down)
    clients.set(`${address}:${port}`, client)
    return client
  }

  front.on('message', (datagram, from) => {
    const client = clients.get(`${from.address}:${from.port}`) ?? open(from)
    client.up(datagram)
  })
  front.bind(0, '127.0.0.1')
  await once(front, 'listening')

  return {
    port: front.address().port,
    /** How the line of those is who come from now on. */
    forNewcomers(line: Partial<Line>): void {
      forNewcomers = { ...GOOD, ...line }
    },
    /** Changes the line of all who are there. */
    change(line: Partial<Line>): void {
      for (const client of clients.values()) client.line = { ...client.line, ...line }
    },
    close(): void {
      front.close()
      for (const { back } of clients.values()) back.close()
    },
  }
}
