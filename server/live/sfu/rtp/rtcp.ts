/** Packet types (RFC 3550, 12.1; RFC 4585, 6.1; RFC 8888 is not used). */
const SENDER_REPORT = 200
const RECEIVER_REPORT = 201
const SOURCE_DESCRIPTION = 202
const GOODBYE = 203
const TRANSPORT_FEEDBACK = 205
const PAYLOAD_FEEDBACK = 206

const FMT_NACK = 1
const FMT_TWCC = 15
const FMT_PLI = 1
const FMT_FIR = 4
const FMT_APPLICATION = 15
const REMB = 0x52454d42
const CNAME = 1
/** Seconds from 1900 to 1970: NTP counts from the former (RFC 5905). */
const NTP_EPOCH_S = 2_208_988_800

export interface ReceptionReport {
  ssrc: number
  /** Share of packets lost since the last report, 0 to 1. */
  lossShare: number
  /** Middle 32 bits of the NTP time in the sender report that it answers; 0 where none came yet. */
  lastReport: number
  /** Time from that report to this one, in 1/65536 s. */
  sinceLastReport: number
  jitterTicks: number
}

/** What one RTCP packet says, as far as forwarding needs it. Ssrcs are of the stream that it is about. */
export type RtcpMessage =
  | {
      kind: 'senderReport'
      ssrc: number
      ntpSeconds: number
      ntpFraction: number
      timestamp: number
      reports: ReceptionReport[]
    }
  | { kind: 'receiverReport'; ssrc: number; reports: ReceptionReport[] }
  | { kind: 'goodbye'; ssrcs: number[] }
  | { kind: 'nack'; ssrc: number; sequences: number[] }
  | { kind: 'keyframe'; ssrc: number }
  | { kind: 'bandwidth'; bitsPerSecond: number; ssrcs: number[] }
  | { kind: 'twcc'; feedback: Buffer }

const readReports = (packet: Buffer, from: number, count: number): ReceptionReport[] => {
  const reports: ReceptionReport[] = []
  for (let at = from; reports.length < count && at + 24 <= packet.length; at += 24)
    reports.push({
      ssrc: packet.readUInt32BE(at),
      lossShare: (packet[at + 4] ?? 0) / 256,
      jitterTicks: packet.readUInt32BE(at + 12),
      lastReport: packet.readUInt32BE(at + 16),
      sinceLastReport: packet.readUInt32BE(at + 20),
    })
  return reports
}

/** Sequence numbers of generic NACKs: each field names one and, by bits, the sixteen after it (RFC 4585, 6.2.1). */
const readNacks = (packet: Buffer): number[] => {
  const sequences: number[] = []
  for (let at = 12; at + 4 <= packet.length; at += 4) {
    const first = packet.readUInt16BE(at)
    sequences.push(first)
    let following = packet.readUInt16BE(at + 2)
    for (let ahead = 1; following !== 0; ahead++, following >>= 1)
      if ((following & 1) !== 0) sequences.push((first + ahead) & 0xffff)
  }
  return sequences
}

/** The estimate of a receiver (draft-alvestrand-rmcat-remb): 6 bits of exponent, 18 of mantissa. */
const readRemb = (packet: Buffer): RtcpMessage | undefined => {
  if (packet.length < 20 || packet.readUInt32BE(12) !== REMB) return undefined
  const count = packet[16] ?? 0
  const second = packet[17] ?? 0
  const mantissa = ((second & 3) << 16) | packet.readUInt16BE(18)
  const ssrcs: number[] = []
  for (let at = 20; ssrcs.length < count && at + 4 <= packet.length; at += 4)
    ssrcs.push(packet.readUInt32BE(at))
  return { kind: 'bandwidth', bitsPerSecond: mantissa * 2 ** (second >> 2), ssrcs }
}

const readOne = (packet: Buffer): RtcpMessage | undefined => {
  const count = (packet[0] ?? 0) & 31
  const about = packet.length >= 12 ? packet.readUInt32BE(8) : 0
  switch (packet[1]) {
    case SENDER_REPORT:
      if (packet.length < 28) return undefined
      return {
        kind: 'senderReport',
        ssrc: packet.readUInt32BE(4),
        ntpSeconds: packet.readUInt32BE(8),
        ntpFraction: packet.readUInt32BE(12),
        timestamp: packet.readUInt32BE(16),
        reports: readReports(packet, 28, count),
      }
    case RECEIVER_REPORT:
      if (packet.length < 8) return undefined
      return { kind: 'receiverReport', ssrc: packet.readUInt32BE(4), reports: readReports(packet, 8, count) }
    case GOODBYE: {
      const ssrcs: number[] = []
      for (let at = 4; ssrcs.length < count && at + 4 <= packet.length; at += 4)
        ssrcs.push(packet.readUInt32BE(at))
      return { kind: 'goodbye', ssrcs }
    }
    case TRANSPORT_FEEDBACK:
      if (packet.length < 12) return undefined
      if (count === FMT_NACK) return { kind: 'nack', ssrc: about, sequences: readNacks(packet) }
      return count === FMT_TWCC ? { kind: 'twcc', feedback: packet } : undefined
    case PAYLOAD_FEEDBACK:
      if (packet.length < 12) return undefined
      if (count === FMT_PLI) return { kind: 'keyframe', ssrc: about }
      if (count === FMT_FIR && packet.length >= 20) return { kind: 'keyframe', ssrc: packet.readUInt32BE(12) }
      return count === FMT_APPLICATION ? readRemb(packet) : undefined
    default:
      return undefined
  }
}

/** All that a compound packet says. What is cut off or unknown is passed over; nothing throws. */
export const readRtcp = (datagram: Buffer): RtcpMessage[] => {
  const messages: RtcpMessage[] = []
  for (let at = 0; at + 4 <= datagram.length;) {
    if ((datagram[at] ?? 0) >> 6 !== 2) return messages
    const end = at + (datagram.readUInt16BE(at + 2) + 1) * 4
    if (end > datagram.length) return messages
    const message = readOne(datagram.subarray(at, end))
    if (message) messages.push(message)
    at = end
  }
  return messages
}

const head = (type: number, count: number, bytes: number): Buffer => {
  const packet = Buffer.alloc(bytes)
  packet[0] = 0x80 | count
  packet[1] = type
  packet.writeUInt16BE(bytes / 4 - 1, 2)
  return packet
}

/** Asks for a keyframe (RFC 4585, 6.3.1). */
export const writeKeyframeRequest = (own: number, ssrc: number): Buffer => {
  const packet = head(PAYLOAD_FEEDBACK, FMT_PLI, 12)
  packet.writeUInt32BE(own, 4)
  packet.writeUInt32BE(ssrc, 8)
  return packet
}

/** Asks for packets again; `sequences` in growing order, as their numbers were on the wire. */
export const writeNack = (own: number, ssrc: number, sequences: readonly number[]): Buffer => {
  const fields: { first: number; following: number }[] = []
  for (const sequence of sequences) {
    const last = fields.at(-1)
    const ahead = last ? (sequence - last.first) & 0xffff : 0
    if (last && ahead >= 1 && ahead <= 16) last.following |= 1 << (ahead - 1)
    else fields.push({ first: sequence & 0xffff, following: 0 })
  }
  const packet = head(TRANSPORT_FEEDBACK, FMT_NACK, 12 + fields.length * 4)
  packet.writeUInt32BE(own, 4)
  packet.writeUInt32BE(ssrc, 8)
  fields.forEach(({ first, following }, index) => {
    packet.writeUInt16BE(first, 12 + index * 4)
    packet.writeUInt16BE(following, 14 + index * 4)
  })
  return packet
}

export interface OwnReceptionReport {
  ssrc: number
  lossShare: number
  lost: number
  highestSequence: number
  jitterTicks: number
  lastReport: number
  sinceLastReport: number
}

/** Reports of what was received (RFC 3550, 6.4.2), at most 31. */
export const writeReceiverReport = (own: number, reports: readonly OwnReceptionReport[]): Buffer => {
  const packet = head(RECEIVER_REPORT, reports.length, 8 + reports.length * 24)
  packet.writeUInt32BE(own, 4)
  reports.forEach((report, index) => {
    const at = 8 + index * 24
    packet.writeUInt32BE(report.ssrc, at)
    packet[at + 4] = Math.min(255, Math.round(report.lossShare * 256))
    packet.writeIntBE(Math.max(-0x800000, Math.min(0x7fffff, report.lost)), at + 5, 3)
    packet.writeUInt32BE(report.highestSequence >>> 0, at + 8)
    packet.writeUInt32BE(report.jitterTicks >>> 0, at + 12)
    packet.writeUInt32BE(report.lastReport, at + 16)
    packet.writeUInt32BE(report.sinceLastReport >>> 0, at + 20)
  })
  return packet
}

/** Wall clock as NTP's seconds and fractions. */
export const ntpOf = (unixMs: number): { seconds: number; fraction: number } => ({
  seconds: (Math.floor(unixMs / 1000) + NTP_EPOCH_S) >>> 0,
  fraction: Math.floor(((unixMs % 1000) / 1000) * 2 ** 32) >>> 0,
})

/** The middle 32 bits of an NTP time, by which reports name each other. */
export const middleOf = ({ seconds, fraction }: { seconds: number; fraction: number }): number =>
  (((seconds & 0xffff) << 16) | (fraction >>> 16)) >>> 0

/** A sender report with its source description: a compound packet must carry a CNAME (RFC 3550, 6.1). */
export const writeSenderReport = (report: {
  ssrc: number
  cname: string
  unixMs: number
  timestamp: number
  packets: number
  bytes: number
}): Buffer => {
  const sender = head(SENDER_REPORT, 0, 28)
  const ntp = ntpOf(report.unixMs)
  sender.writeUInt32BE(report.ssrc, 4)
  sender.writeUInt32BE(ntp.seconds, 8)
  sender.writeUInt32BE(ntp.fraction, 12)
  sender.writeUInt32BE(report.timestamp >>> 0, 16)
  sender.writeUInt32BE(report.packets >>> 0, 20)
  sender.writeUInt32BE(report.bytes >>> 0, 24)
  return Buffer.concat([sender, writeSourceDescription(report.ssrc, report.cname)])
}

const writeSourceDescription = (ssrc: number, cname: string): Buffer => {
  const text = Buffer.from(cname, 'latin1').subarray(0, 255)
  // At least one zero ends the items, and the chunk is a multiple of four.
  const bytes = 8 + Math.ceil((2 + text.length + 1) / 4) * 4
  const packet = head(SOURCE_DESCRIPTION, 1, bytes)
  packet.writeUInt32BE(ssrc, 4)
  packet[8] = CNAME
  packet[9] = text.length
  text.copy(packet, 10)
  return packet
}

/** Tells a sender how much it may send over all of `ssrcs`. */
export const writeRemb = (own: number, bitsPerSecond: number, ssrcs: readonly number[]): Buffer => {
  const packet = head(PAYLOAD_FEEDBACK, FMT_APPLICATION, 20 + ssrcs.length * 4)
  packet.writeUInt32BE(own, 4)
  packet.writeUInt32BE(REMB, 12)
  let exponent = 0
  let mantissa = Math.max(0, Math.floor(bitsPerSecond))
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2)
    exponent += 1
  }
  packet[16] = ssrcs.length
  packet[17] = (exponent << 2) | (mantissa >> 16)
  packet.writeUInt16BE(mantissa & 0xffff, 18)
  ssrcs.forEach((ssrc, index) => packet.writeUInt32BE(ssrc, 20 + index * 4))
  return packet
}

/** Says that streams have ended. */
export const writeGoodbye = (ssrcs: readonly number[]): Buffer => {
  const packet = head(GOODBYE, ssrcs.length, 4 + ssrcs.length * 4)
  ssrcs.forEach((ssrc, index) => packet.writeUInt32BE(ssrc, 4 + index * 4))
  return packet
}
