import { passedOn, type RtpView } from '../rtp/packet.ts'
import { createVp8View, readVp8, type Vp8View } from '../rtp/vp8.ts'

/** A packet of a publisher, kept as it came: written to for each viewer, from what was read of it first. */
export interface MediaPacket {
  datagram: Buffer
  /** The part of the datagram that viewers get, with a header of their own before it. */
  outgoing: Buffer
  view: RtpView
  /** Undefined for other codecs: they are passed on as they are. */
  vp8: Vp8View | undefined
  /** The first packet of a picture that needs none before it. True for sound and where the codec isn't read. */
  startsKeyframe: boolean
}

const H264_NAL_IDR = 5
const H264_NAL_SPS = 7
const H264_STAP_A = 24
const H264_FU_A = 28

/** The first packet of an H.264 picture that stands alone (RFC 6184): IDR or parameter sets. */
const startsH264Keyframe = (datagram: Buffer, start: number, end: number): boolean => {
  const type = (datagram[start] ?? 0) & 31
  if (type === H264_NAL_IDR || type === H264_NAL_SPS) return true
  if (type === H264_STAP_A && start + 3 < end) return ((datagram[start + 3] ?? 0) & 31) === H264_NAL_SPS
  if (type !== H264_FU_A || start + 1 >= end) return false
  const head = datagram[start + 1] ?? 0
  return (head & 0x80) !== 0 && (head & 31) === H264_NAL_IDR
}

/** The N bit of AV1's aggregation header: a new coded sequence begins (AV1 RTP, 4.4). */
const startsAv1Sequence = (datagram: Buffer, start: number): boolean => ((datagram[start] ?? 0) & 0x08) !== 0

const startsKeyframe = (codec: string, datagram: Buffer, { payloadStart, payloadEnd }: RtpView): boolean => {
  switch (codec) {
    case 'h264':
      return startsH264Keyframe(datagram, payloadStart, payloadEnd)
    case 'av1':
      return startsAv1Sequence(datagram, payloadStart)
    default:
      return true
  }
}

/** Reads what forwarding needs behind a header. Undefined where the packet is no sound one of this codec. */
export const toMediaPacket = (datagram: Buffer, view: RtpView, codec: string): MediaPacket | undefined => {
  const packet = { datagram, view, outgoing: passedOn(datagram, view) }
  if (codec !== 'vp8')
    return { ...packet, vp8: undefined, startsKeyframe: startsKeyframe(codec, datagram, view) }
  // Padding alone fills gaps of the sender's estimate: it has a number, but nothing to read.
  if (view.payloadStart === view.payloadEnd) return { ...packet, vp8: undefined, startsKeyframe: false }
  const vp8 = createVp8View()
  if (!readVp8(datagram, view.payloadStart, view.payloadEnd, vp8)) return undefined
  return { ...packet, vp8, startsKeyframe: vp8.isKeyframe }
}
