// One publisher and many viewers in this process; the order comes as a message.
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { AUDIO_SSRC, OPUS, VIDEO_SSRC, VP8 } from '../../media/support/native-client.ts'
import { openPeers, type Peers } from './peers.ts'

export interface LoadOrder {
  peers: Peers
  seconds: number
}

export interface LoadResult {
  sentPackets: number
  expected: number
  received: number
  p50Ms: number
  p99Ms: number
}

const VIDEO_BITS_PER_S = 500_000
const FRAMES_PER_S = 30
const PACKETS_A_FRAME = 2
const AUDIO_EVERY_MS = 20
const AUDIO_BYTES = 80
const KEYFRAME_EVERY = 90
const HEADER = 12
/** Viewers that come in together: each handshake waits for a second in which its first packet is lost. */
const AT_ONCE = 20

const [order] = (await once(process, 'message')) as [LoadOrder]
const delays: number[] = []
let received = 0
/** Packets stamped within this are measured. */
const span = { from: Infinity, to: Infinity }
const isWithin = (atMs: number) => atMs >= span.from && atMs < span.to

const stampAt = (datagram: Buffer): number => datagram.readDoubleBE(datagram.length - 8)

const onPacket = (datagram: Buffer) => {
  const type = datagram[1] ?? 0
  if ((type >= 192 && type <= 223) || datagram.length < HEADER + 20) return
  const sentAt = stampAt(datagram)
  if (!isWithin(sentAt)) return
  received += 1
  // Every tenth is enough for a percentile, and keeps this process light.
  if (received % 10 === 0) delays.push(performance.now() - sentAt)
}

const peers = await openPeers(order.peers, onPacket)
const sequences = { audio: 0, video: 0 }
let frame = 0

const packetOf = (
  type: number,
  marker: boolean,
  sequence: number,
  timestamp: number,
  ssrc: number,
  bytes: number,
) => {
  const packet = Buffer.alloc(HEADER + bytes)
  packet[0] = 0x80
  packet[1] = (marker ? 0x80 : 0) | type
  packet.writeUInt16BE(sequence & 0xffff, 2)
  packet.writeUInt32BE(timestamp >>> 0, 4)
  packet.writeUInt32BE(ssrc, 8)
  return packet
}

let sent = 0
const send = (packet: Buffer, through: (packet: Buffer) => void) => {
  const now = performance.now()
  packet.writeDoubleBE(now, packet.length - 8)
  through(packet)
  if (isWithin(now)) sent += 1
}

const sendFrame = () => {
  const bytes = Math.round(VIDEO_BITS_PER_S / 8 / FRAMES_PER_S / PACKETS_A_FRAME) - HEADER
  const isKey = frame % KEYFRAME_EVERY === 0
  for (let part = 0; part < PACKETS_A_FRAME; part++) {
    const packet = packetOf(
      VP8,
      part === PACKETS_A_FRAME - 1,
      sequences.video++,
      frame * 3000,
      VIDEO_SSRC,
      bytes,
    )
    packet[HEADER] = 0x80 | (part === 0 ? 0x10 : 0)
    packet[HEADER + 1] = 0x80
    packet.writeUInt16BE(0x8000 | (frame & 0x7fff), HEADER + 2)
    packet[HEADER + 4] = part === 0 && isKey ? 0x10 : 0x11
    send(packet, peers.sendVideo)
  }
  frame += 1
}
const sendSound = () => {
  const packet = packetOf(OPUS, false, sequences.audio++, sequences.audio * 960, AUDIO_SSRC, AUDIO_BYTES)
  send(packet, peers.sendAudio)
}

/** Keeps the pace however late the timer is. */
const began = performance.now()
let frames = 0
let sounds = 0
const timer = setInterval(() => {
  const now = performance.now() - began
  while (frames < (now * FRAMES_PER_S) / 1000) {
    frames += 1
    sendFrame()
  }
  while (sounds < now / AUDIO_EVERY_MS) {
    sounds += 1
    sendSound()
  }
}, 5)

const viewers = []
for (let at = 0; at < peers.viewers.length; at += AT_ONCE)
  viewers.push(...(await Promise.all(peers.viewers.slice(at, at + AT_ONCE).map((open) => open()))))
// Layers, keyframes and compilers settle.
await pause(4000)
process.send?.('measuring')
span.from = performance.now()
span.to = span.from + order.seconds * 1000
await pause(order.seconds * 1000)
process.send?.('measured')
// What is still under way counts.
await pause(500)
clearInterval(timer)
delays.sort((a, b) => a - b)
const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? NaN
const result: LoadResult = {
  sentPackets: sent,
  expected: sent * viewers.length,
  received,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
}
process.send?.(result)
for (const viewer of viewers) viewer.close()
peers.close()
setTimeout(() => process.exit(0), 300)
