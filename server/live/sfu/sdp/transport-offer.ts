import type { Offer } from './offer.ts'

const MEDIA_MID = 'media'
const DATA_MID = 'data'
export const MAX_MESSAGE_BYTES = 262_144

/**
 * The one description that the transport ever gets, whatever the client negotiates: one section of video and one of
 * data. libdatachannel then hands every packet of the peer to that one track, whatever its stream; all else is done here.
 * The client is made the active side of DTLS, so that ours is passive in every answer.
 */
export const transportOffer = ({ iceUfrag, icePwd, fingerprint }: Offer): string =>
  [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${MEDIA_MID} ${DATA_MID}`,
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'c=IN IP4 0.0.0.0',
    `a=mid:${MEDIA_MID}`,
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:96 VP8/90000',
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    'a=setup:active',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    `a=mid:${DATA_MID}`,
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    'a=setup:active',
    'a=sctp-port:5000',
    `a=max-message-size:${MAX_MESSAGE_BYTES}`,
    '',
  ].join('\r\n')
