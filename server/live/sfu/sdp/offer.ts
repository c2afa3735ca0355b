import { parse, type MediaDescription } from 'sdp-transform'

/** What cannot be answered; the sentence is for the log. */
export class SdpError extends Error {}

export interface Codec {
  payloadType: number
  /** As registered, such as `opus` and `VP8`. */
  name: string
  clockRate: number
  channels: number | undefined
  /** Parameters as they stand behind `a=fmtp`. */
  parameters: string
  /** Such as `nack`, `nack pli`, `transport-cc`. */
  feedback: string[]
  /** The payload type of the stream that retransmits this one (RFC 4588). */
  rtx: number | undefined
}

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

/** One section of an offer, from the client's side: `sendonly` is what it publishes. */
export interface Section {
  mid: string
  kind: 'audio' | 'video' | 'application'
  direction: Direction
  /** Its port is 0: over, and to be used again by the client. */
  isClosed: boolean
  protocol: string
  codecs: Codec[]
  extensions: { id: number; uri: string }[]
  /** Simulcast layers that it sends, lowest first as it names them. */
  rids: string[]
  /** Streams that it names by number: those of media, without those that retransmit. */
  ssrcs: number[]
  /** Stream that retransmits, by the stream that it belongs to. */
  rtxOf: Map<number, number>
  /** `MediaStreamTrack.id` in Chromium; something else in Firefox. */
  trackId: string | undefined
}

export interface Offer {
  /** How whoever wrote it calls itself: `mozilla…` in Firefox, mostly `-`. */
  author: string
  iceUfrag: string
  icePwd: string
  fingerprint: { algorithm: string; value: string }
  setup: string
  sections: Section[]
}

/** A description is at most so long, and has at most so many sections: more is an attack or a fault. */
const MOST_CHARACTERS = 256_000
const MOST_SECTIONS = 256
const KINDS = new Set<string>(['audio', 'video', 'application'])

const codecsOf = (media: MediaDescription): Codec[] => {
  const parametersOf = (payload: number) => media.fmtp.find((one) => one.payload === payload)?.config ?? ''
  const rtxOf = (payload: number) =>
    media.rtp.find(
      (one) => one.codec.toLowerCase() === 'rtx' && parametersOf(one.payload) === `apt=${payload}`,
    )?.payload
  return media.rtp
    .filter(({ codec }) => codec.toLowerCase() !== 'rtx')
    .map(({ payload, codec, rate, encoding }) => ({
      payloadType: payload,
      name: codec,
      clockRate: rate ?? 90_000,
      channels: encoding,
      parameters: parametersOf(payload),
      feedback: (media.rtcpFb ?? [])
        .filter((one) => Number(one.payload) === payload || one.payload === '*')
        .map(({ type, subtype }) => (subtype ? `${type} ${subtype}` : type)),
      rtx: rtxOf(payload),
    }))
}

/** The parser makes numbers of what looks like one, whatever its types say. */
const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value))

const streamsOf = (media: MediaDescription) => {
  const named = [...new Set((media.ssrcs ?? []).map(({ id }) => id))]
  const pairs = (media.ssrcGroups ?? [])
    .filter(({ semantics }) => semantics === 'FID')
    .map(({ ssrcs }) => ssrcs.split(' ').map(Number))
  const rtxOf = new Map(pairs.flatMap(([main, rtx]) => (main && rtx ? [[main, rtx] as const] : [])))
  const retransmitting = new Set(rtxOf.values())
  return { ssrcs: named.filter((ssrc) => !retransmitting.has(ssrc)), rtxOf }
}

const sectionOf = (media: MediaDescription): Section => {
  if (!KINDS.has(media.type) || media.mid === undefined)
    throw new SdpError(`a section ${media.type} without a mid`)
  return {
    mid: String(media.mid),
    kind: media.type as Section['kind'],
    direction: media.direction ?? 'sendrecv',
    isClosed: media.port === 0 && media.bundleOnly === undefined,
    protocol: media.protocol,
    codecs: media.type === 'application' ? [] : codecsOf(media),
    extensions: (media.ext ?? []).map(({ value, uri }) => ({ id: value, uri })),
    rids: (media.rids ?? []).filter(({ direction }) => direction === 'send').map(({ id }) => String(id)),
    ...streamsOf(media),
    trackId: textOf(media.msid?.[0]?.appdata),
  }
}

/** Reads an offer (RFC 8829) as far as an answer needs it. Throws SdpError where it can't be answered. */
export const readOffer = (sdp: string): Offer => {
  if (sdp.length > MOST_CHARACTERS) throw new SdpError('a description that is too long')
  const session = parse(sdp)
  if (session.media.length === 0 || session.media.length > MOST_SECTIONS)
    throw new SdpError(`${session.media.length} sections`)
  const holder = session.media.find(({ iceUfrag }) => iceUfrag !== undefined)
  const iceUfrag = textOf(holder?.iceUfrag ?? session.iceUfrag)
  const icePwd = textOf(holder?.icePwd ?? session.icePwd)
  const fingerprint = holder?.fingerprint ?? session.fingerprint
  if (!iceUfrag || !icePwd || !fingerprint) throw new SdpError('no ICE credentials or no fingerprint')
  const sections = session.media.map(sectionOf)
  if (new Set(sections.map(({ mid }) => mid)).size !== sections.length) throw new SdpError('a mid twice')
  return {
    author: textOf(session.origin?.username) ?? '',
    iceUfrag,
    icePwd,
    fingerprint: { algorithm: fingerprint.type, value: fingerprint.hash },
    setup: holder?.setup ?? session.setup ?? 'actpass',
    sections,
  }
}

/** Parameters that make two codecs of one name different ones. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  h264: ['profile-level-id', 'packetization-mode'],
  vp9: ['profile-id'],
  av1: ['profile'],
}

const parameterOf = ({ parameters }: Codec, name: string): string | undefined =>
  parameters
    .split(';')
    .map((one) => one.trim().split('='))
    .find(([key]) => key === name)?.[1]

/** The codec among `codecs` that plays what `wanted` names; its level of H.264 may differ, its profile may not. */
export const codecLike = (wanted: Codec, codecs: readonly Codec[]): Codec | undefined => {
  const name = wanted.name.toLowerCase()
  const telling = (codec: Codec) =>
    (TELLING[name] ?? []).map((key) => (parameterOf(codec, key) ?? '0').slice(0, 4).toLowerCase()).join()
  return codecs.find((codec) => codec.name.toLowerCase() === name && telling(codec) === telling(wanted))
}
