/** RTP (RFC 3550, 5.1) as it lies in a datagram; offsets are in bytes from its start. One view is used again and again. */
export interface RtpView {
  marker: boolean
  payloadType: number
  sequence: number
  timestamp: number
  ssrc: number
  /** 0 where there is no header extension; 0xbede for one-byte and 0x1000 to 0x100f for two-byte headers (RFC 8285). */
  extensionProfile: number
  extensionStart: number
  extensionEnd: number
  payloadStart: number
  /** Padding is not payload. */
  payloadEnd: number
}

export const HEADER_BYTES = 12

export const createRtpView = (): RtpView => ({
  marker: false,
  payloadType: 0,
  sequence: 0,
  timestamp: 0,
  ssrc: 0,
  extensionProfile: 0,
  extensionStart: 0,
  extensionEnd: 0,
  payloadStart: 0,
  payloadEnd: 0,
})

/** RTCP shares the port: its packet types lie where RTP has marker and payload type (RFC 5761, 4). */
export const isRtcp = (datagram: Buffer): boolean => {
  const type = datagram[1] ?? 0
  return type >= 192 && type <= 223
}

/** Reads a header into `view`. False where the datagram is no sound RTP; `view` is undefined in meaning then. */
export const readRtp = (datagram: Buffer, view: RtpView): boolean => {
  const { length } = datagram
  if (length < HEADER_BYTES) return false
  const first = datagram[0] ?? 0
  if (first >> 6 !== 2) return false
  const second = datagram[1] ?? 0
  view.marker = second > 127
  view.payloadType = second & 127
  view.sequence = datagram.readUInt16BE(2)
  view.timestamp = datagram.readUInt32BE(4)
  view.ssrc = datagram.readUInt32BE(8)
  let at = HEADER_BYTES + (first & 15) * 4
  view.extensionProfile = 0
  view.extensionStart = at
  view.extensionEnd = at
  if ((first & 0x10) !== 0) {
    if (at + 4 > length) return false
    view.extensionProfile = datagram.readUInt16BE(at)
    view.extensionStart = at + 4
    view.extensionEnd = view.extensionStart + datagram.readUInt16BE(at + 2) * 4
    at = view.extensionEnd
  }
  if (at > length) return false
  view.payloadStart = at
  view.payloadEnd = length
  if ((first & 0x20) !== 0) {
    const padding = datagram[length - 1] ?? 0
    if (padding === 0 || at + padding > length) return false
    view.payloadEnd = length - padding
  }
  return true
}

/**
 * The part of a datagram that is passed on: its payload, and room for a plain header right before it, over what was
 * there. What leaves is not copied, and has neither the sender's extensions (a foreign `mid` would send it to the wrong
 * section) nor padding.
 */
export const passedOn = (datagram: Buffer, { payloadStart, payloadEnd }: RtpView): Buffer =>
  datagram.subarray(payloadStart - HEADER_BYTES, payloadEnd)

/** Writes a header of 12 bytes to the start of a packet. */
export const writeHeader = (
  packet: Buffer,
  marker: boolean,
  payloadType: number,
  sequence: number,
  timestamp: number,
  ssrc: number,
): void => {
  packet[0] = 0x80
  packet[1] = (marker ? 0x80 : 0) | payloadType
  packet.writeUInt16BE(sequence, 2)
  packet.writeUInt32BE(timestamp, 4)
  packet.writeUInt32BE(ssrc, 8)
}
