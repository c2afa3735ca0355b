import { describe, expect, it } from 'vitest'
import { writeAnswer, type SectionAnswer } from '#server/live/sfu/sdp/answer.ts'
import { codecLike, readOffer, SdpError, type Codec } from '#server/live/sfu/sdp/offer.ts'

const MID = 'urn:ietf:params:rtp-hdrext:sdes:mid'
const OFFER = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1 2 data',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  // Numbers only: a parser takes it for a number.
  'a=ice-ufrag:1234',
  'a=ice-pwd:0123456789012345678901',
  'a=fingerprint:sha-256 AA:BB',
  'a=setup:actpass',
  'a=mid:0',
  'a=sendonly',
  'a=msid:- mic-track',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=1',
  'a=ssrc:1 cname:x',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102',
  'c=IN IP4 0.0.0.0',
  'a=mid:1',
  'a=sendonly',
  'a=msid:- cam-track',
  `a=extmap:4 ${MID}`,
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack',
  'a=rtcp-fb:96 nack pli',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:102 H264/90000',
  'a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'a=rid:q send',
  'a=rid:h send',
  'a=simulcast:send q;h',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
  'c=IN IP4 0.0.0.0',
  'a=mid:2',
  'a=recvonly',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 0.0.0.0',
  'a=mid:data',
  'a=sctp-port:5000',
  '',
].join('\r\n')

const OWN = {
  iceUfrag: 'us',
  icePwd: 'secret',
  fingerprint: 'sha-256 CC',
  candidates: ['1 1 UDP 1 10.0.0.1 7882 typ host'],
}

describe('an offer', () => {
  it('is read as texts, whatever they look like', () => {
    const { iceUfrag, sections } = readOffer(OFFER)
    expect(iceUfrag).toBe('1234')
    expect(sections.map(({ mid }) => mid)).toEqual(['0', '1', '2', 'data'])
    expect(sections[1]).toMatchObject({ trackId: 'cam-track', rids: ['q', 'h'], direction: 'sendonly' })
    expect(sections[1]?.codecs.map(({ name, rtx }) => [name, rtx])).toEqual([
      ['VP8', 97],
      ['H264', undefined],
    ])
  })

  it('is refused where it cannot be answered', () => {
    expect(() => readOffer('')).toThrow(SdpError)
    expect(() => readOffer(OFFER.replace('a=mid:2', 'a=mid:1'))).toThrow(SdpError)
    expect(() => readOffer(OFFER.replaceAll('a=ice-ufrag:1234\r\n', ''))).toThrow(SdpError)
    expect(() => readOffer(OFFER + 'x'.repeat(300_000))).toThrow(SdpError)
  })
})

describe('an answer', () => {
  const offer = readOffer(OFFER)
  const [sound, picture, place] = offer.sections
  const vp8 = picture?.codecs[0]
  const opus = sound?.codecs[0]
  if (!vp8 || !opus || !place) throw new Error('the offer has them')
  const answers: Record<string, SectionAnswer> = {
    '0': { kind: 'closed' },
    '1': { kind: 'receive', codecs: [vp8], rids: ['q', 'h'] },
    '2': { kind: 'send', codec: vp8, streamId: 'PA_x|TR_y', trackId: 'TR_y', ssrc: 5, rtxSsrc: 6 },
    data: { kind: 'data' },
  }
  const text = writeAnswer(offer, OWN, ({ mid }) => answers[mid] ?? { kind: 'idle' })
  const answered = readOffer(text)

  it('has the offer’s sections in their order, and leaves a closed one out of the bundle', () => {
    expect(answered.sections.map(({ mid }) => mid)).toEqual(['0', '1', '2', 'data'])
    expect(text).toContain('a=group:BUNDLE 1 2 data\r\n')
    expect(answered.sections[0]?.isClosed).toBe(true)
  })

  it('takes the layers that are offered, and names one stream and its repairs where it sends', () => {
    expect(text).toContain('a=simulcast:recv q;h')
    expect(answered.sections[2]).toMatchObject({ direction: 'sendonly', ssrcs: [5] })
    expect(answered.sections[2]?.rtxOf.get(5)).toBe(6)
    expect(text).toContain('a=msid:PA_x|TR_y TR_y')
  })

  it('echoes the header extensions that are read, from the first answer on', () => {
    expect(answered.sections[1]?.extensions).toEqual([{ id: 4, uri: MID }])
  })
})

describe('a codec of somebody else', () => {
  const h264 = (profile: string): Codec => ({
    payloadType: 1,
    name: 'H264',
    clockRate: 90_000,
    channels: undefined,
    parameters: `packetization-mode=1;profile-level-id=${profile}`,
    feedback: [],
    rtx: undefined,
  })

  it('plays where name and profile agree, whatever the level', () => {
    expect(codecLike(h264('42e01f'), [h264('42e034')])).toBeDefined()
    expect(codecLike(h264('42e01f'), [h264('640c1f')])).toBeUndefined()
  })
})
