import type { Codec, Offer, Section } from './offer.ts'
import { MAX_MESSAGE_BYTES } from './transport-offer.ts'

/** Our end of the one transport below all sections. */
export interface LocalTransport {
  iceUfrag: string
  icePwd: string
  /** Algorithm and value, as behind `a=fingerprint`. */
  fingerprint: string
  /** Values behind `a=candidate`. */
  candidates: readonly string[]
}

/** What is answered to a section. */
export type SectionAnswer =
  /** We take what the client publishes. */
  | { kind: 'receive'; codecs: readonly Codec[]; rids: readonly string[] }
  /** We send a stream of somebody else. */
  | {
      kind: 'send'
      codec: Codec
      streamId: string
      trackId: string
      ssrc: number
      rtxSsrc: number | undefined
    }
  | { kind: 'data' }
  /** Nothing yet, or nothing any more: it stays for the next track. */
  | { kind: 'idle' }
  | { kind: 'closed' }

/**
 * Header extensions that we read. Chromium holds every later offer to those of the first answer, so each section is
 * answered with all of them from the start, whether it is simulcast or not.
 */
const EXTENSIONS = new Set([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
])

const FEEDBACK = new Set(['nack', 'nack pli', 'ccm fir', 'goog-remb', 'transport-cc'])

const codecLines = ({
  payloadType,
  name,
  clockRate,
  channels,
  parameters,
  feedback,
  rtx,
}: Codec): string[] => [
  `a=rtpmap:${payloadType} ${name}/${clockRate}${channels === undefined ? '' : `/${channels}`}`,
  ...feedback.filter((one) => FEEDBACK.has(one)).map((one) => `a=rtcp-fb:${payloadType} ${one}`),
  ...(parameters ? [`a=fmtp:${payloadType} ${parameters}`] : []),
  ...(rtx === undefined ? [] : [`a=rtpmap:${rtx} rtx/${clockRate}`, `a=fmtp:${rtx} apt=${payloadType}`]),
]

const payloadTypes = (codecs: readonly Codec[]): string =>
  codecs.flatMap(({ payloadType, rtx }) => (rtx === undefined ? [payloadType] : [payloadType, rtx])).join(' ')

const mediaLines = (section: Section, codecs: readonly Codec[], direction: string): string[] => [
  `m=${section.kind} 9 ${section.protocol} ${payloadTypes(codecs)}`,
  'c=IN IP4 0.0.0.0',
  `a=mid:${section.mid}`,
  `a=${direction}`,
  'a=rtcp-mux',
  'a=rtcp-rsize',
  ...section.extensions
    .filter(({ uri }) => EXTENSIONS.has(uri))
    .map(({ id, uri }) => `a=extmap:${id} ${uri}`),
  ...codecs.flatMap(codecLines),
]

const sectionLines = (section: Section, answer: SectionAnswer): string[] => {
  switch (answer.kind) {
    case 'receive':
      return [
        ...mediaLines(section, answer.codecs, 'recvonly'),
        ...answer.rids.map((rid) => `a=rid:${rid} recv`),
        ...(answer.rids.length > 0 ? [`a=simulcast:recv ${answer.rids.join(';')}`] : []),
      ]
    case 'send': {
      const { codec, streamId, trackId, ssrc, rtxSsrc } = answer
      const retransmits = rtxSsrc !== undefined && codec.rtx !== undefined
      return [
        ...mediaLines(section, [retransmits ? codec : { ...codec, rtx: undefined }], 'sendonly'),
        `a=msid:${streamId} ${trackId}`,
        ...(retransmits ? [`a=ssrc-group:FID ${ssrc} ${rtxSsrc}`] : []),
        `a=ssrc:${ssrc} cname:${streamId}`,
        ...(retransmits ? [`a=ssrc:${rtxSsrc} cname:${streamId}`] : []),
      ]
    }
    case 'idle':
      return mediaLines(section, section.codecs.slice(0, 1), 'inactive')
    case 'data':
      return [
        `m=application 9 ${section.protocol} webrtc-datachannel`,
        'c=IN IP4 0.0.0.0',
        `a=mid:${section.mid}`,
        'a=sctp-port:5000',
        `a=max-message-size:${MAX_MESSAGE_BYTES}`,
      ]
    case 'closed':
      return [
        `m=${section.kind} 0 ${section.protocol} ${section.codecs[0]?.payloadType ?? 'webrtc-datachannel'}`,
        'c=IN IP4 0.0.0.0',
        `a=mid:${section.mid}`,
        'a=inactive',
      ]
  }
}

/** Writes the answer to an offer: for each of its sections, in its order, what `answerOf` says. */
export const writeAnswer = (
  offer: Offer,
  transport: LocalTransport,
  answerOf: (section: Section) => SectionAnswer,
): string => {
  const answers = offer.sections.map((section) => ({ section, answer: answerOf(section) }))
  const open = answers.filter(({ answer }) => answer.kind !== 'closed')
  const transportLines = [
    `a=ice-ufrag:${transport.iceUfrag}`,
    `a=ice-pwd:${transport.icePwd}`,
    `a=fingerprint:${transport.fingerprint}`,
    'a=setup:passive',
  ]
  // Candidates stand once: all sections share the first one's transport.
  const candidateLines = [
    ...transport.candidates.map((candidate) => `a=candidate:${candidate}`),
    'a=end-of-candidates',
  ]
  const lines = answers.flatMap(({ section, answer }) => [
    ...sectionLines(section, answer),
    ...(answer.kind === 'closed' ? [] : transportLines),
    ...(section === open[0]?.section ? candidateLines : []),
  ])
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${open.map(({ section }) => section.mid).join(' ')}`,
    'a=msid-semantic: WMS *',
    ...lines,
    '',
  ].join('\r\n')
}
