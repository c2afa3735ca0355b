import { sequenceAfter } from './sequence.ts'

/** Transport-wide congestion control, both ways (draft-holmer-rmcat-transport-wide-cc-extensions-01). */

const TRANSPORT_FEEDBACK = 205
const FMT_TWCC = 15
const DELTA_US = 250
const REFERENCE_US = 64_000
const NOT_RECEIVED = 0
const SMALL_DELTA = 1
const LARGE_DELTA = 2
const RUN_MOST = 0x1fff
const VECTOR_SYMBOLS = 7
/** Packets of one feedback: beyond them something is wrong with the numbers, not with the line. */
const MOST_PACKETS = 2000

export interface Arrival {
  /** Transport-wide sequence number, 16 bits. */
  sequence: number
  /** Microseconds on any clock that runs on. */
  atUs: number
}

const writeChunks = (symbols: readonly number[]): number[] => {
  const chunks: number[] = []
  for (let at = 0; at < symbols.length;) {
    const symbol = symbols[at] ?? 0
    let run = 1
    while (run < RUN_MOST && symbols[at + run] === symbol) run += 1
    if (run >= VECTOR_SYMBOLS || at + run === symbols.length) {
      chunks.push((symbol << 13) | run)
      at += run
      continue
    }
    let chunk = 0xc000
    for (let k = 0; k < VECTOR_SYMBOLS; k++) chunk |= (symbols[at + k] ?? NOT_RECEIVED) << (12 - k * 2)
    chunks.push(chunk)
    at += VECTOR_SYMBOLS
  }
  return chunks
}

/**
 * Tells a sender when its packets arrived. `arrivals` by growing sequence, without repeats; gaps are told as lost.
 * Undefined where there is nothing to tell.
 */
export const writeTwcc = (feedback: {
  own: number
  ssrc: number
  count: number
  arrivals: readonly Arrival[]
}): Buffer | undefined => {
  const { arrivals } = feedback
  const [first] = arrivals
  const last = arrivals.at(-1)
  if (!first || !last) return undefined
  const packets = sequenceAfter(last.sequence, first.sequence) + 1
  if (packets < 1 || packets > MOST_PACKETS) return undefined
  const reference = Math.floor(first.atUs / REFERENCE_US)
  const symbols = new Array<number>(packets).fill(NOT_RECEIVED)
  const deltas: number[] = []
  let before = Math.round((reference * REFERENCE_US) / DELTA_US)
  for (const { sequence, atUs } of arrivals) {
    const now = Math.round(atUs / DELTA_US)
    const delta = Math.max(-0x8000, Math.min(0x7fff, now - before))
    before += delta
    symbols[sequenceAfter(sequence, first.sequence)] = delta >= 0 && delta <= 255 ? SMALL_DELTA : LARGE_DELTA
    deltas.push(delta)
  }
  const chunks = writeChunks(symbols)
  const deltaBytes = deltas.reduce((sum, delta) => sum + (delta >= 0 && delta <= 255 ? 1 : 2), 0)
  const used = 20 + chunks.length * 2 + deltaBytes
  const packet = Buffer.alloc(Math.ceil(used / 4) * 4)
  const padding = packet.length - used
  packet[0] = 0x80 | (padding > 0 ? 0x20 : 0) | FMT_TWCC
  packet[1] = TRANSPORT_FEEDBACK
  packet.writeUInt16BE(packet.length / 4 - 1, 2)
  packet.writeUInt32BE(feedback.own, 4)
  packet.writeUInt32BE(feedback.ssrc, 8)
  packet.writeUInt16BE(first.sequence, 12)
  packet.writeUInt16BE(packets, 14)
  packet.writeUIntBE(reference & 0xffffff, 16, 3)
  packet[19] = feedback.count & 255
  let at = 20
  for (const chunk of chunks) at = packet.writeUInt16BE(chunk, at)
  for (const delta of deltas)
    at = delta >= 0 && delta <= 255 ? packet.writeUInt8(delta, at) : packet.writeInt16BE(delta, at)
  if (padding > 0) packet[packet.length - 1] = padding
  return packet
}

export interface TwccFeedback {
  count: number
  /** Of each packet by growing sequence; undefined where it did not arrive. On the receiver's clock. */
  packets: { sequence: number; atUs: number | undefined }[]
}

const readSymbols = (packet: Buffer, count: number): { symbols: number[]; end: number } | undefined => {
  const symbols: number[] = []
  let at = 20
  while (symbols.length < count) {
    if (at + 2 > packet.length) return undefined
    const chunk = packet.readUInt16BE(at)
    at += 2
    if (chunk < 0x8000) {
      const run = chunk & RUN_MOST
      for (let k = 0; k < run && symbols.length < count; k++) symbols.push((chunk >> 13) & 3)
      if (run === 0) return undefined
    } else if ((chunk & 0x4000) === 0) {
      for (let k = 0; k < 14 && symbols.length < count; k++) symbols.push((chunk >> (13 - k)) & 1)
    } else {
      for (let k = 0; k < VECTOR_SYMBOLS && symbols.length < count; k++)
        symbols.push((chunk >> (12 - k * 2)) & 3)
    }
  }
  return { symbols, end: at }
}

/** Reads a feedback; undefined where it is cut off. */
export const readTwcc = (packet: Buffer): TwccFeedback | undefined => {
  if (packet.length < 20) return undefined
  const first = packet.readUInt16BE(12)
  const read = readSymbols(packet, packet.readUInt16BE(14))
  if (!read) return undefined
  let atUs = packet.readIntBE(16, 3) * REFERENCE_US
  let at = read.end
  const packets: TwccFeedback['packets'] = []
  for (const [index, symbol] of read.symbols.entries()) {
    const sequence = (first + index) & 0xffff
    if (symbol !== SMALL_DELTA && symbol !== LARGE_DELTA) {
      packets.push({ sequence, atUs: undefined })
      continue
    }
    const bytes = symbol === SMALL_DELTA ? 1 : 2
    if (at + bytes > packet.length) return undefined
    atUs += (symbol === SMALL_DELTA ? packet.readUInt8(at) : packet.readInt16BE(at)) * DELTA_US
    at += bytes
    packets.push({ sequence, atUs })
  }
  return { count: packet[19] ?? 0, packets }
}
