import { once } from 'node:events'
import {
  AddTrackRequest,
  JoinRequest,
  LeaveRequest,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  TrackSource,
  TrackType,
  WrappedJoinRequest,
} from '@livekit/protocol'
import { PeerConnection, type Track, Video } from 'node-datachannel'
import WebSocket from 'ws'
import { readOffer } from '../../../server/live/sfu/sdp/offer.ts'

export const OPUS = 111
export const VP8 = 96
export const MID_EXTENSION = 1
const TWCC_EXTENSION = 2
export const RID_EXTENSION = 3
export const AUDIO_SSRC = 1111
export const VIDEO_SSRC = 2222

interface Section {
  mid: string
  kind: 'audio' | 'video'
  direction: 'sendonly' | 'recvonly'
  rids?: readonly string[]
}

const transportLines = (sdp: string): string[] =>
  sdp
    .split('\r\n')
    .filter((line) => /^a=(ice-ufrag|ice-pwd|fingerprint|candidate|end-of-candidates)/.test(line))

/** A description with sections of our own above the transport of a real peer connection. */
const describe = (author: string, sections: readonly Section[], transport: readonly string[]): string => {
  const lines = sections.flatMap(({ mid, kind, direction, rids = [] }) => [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${kind === 'audio' ? OPUS : VP8}`,
    'c=IN IP4 0.0.0.0',
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    `a=extmap:${MID_EXTENSION} urn:ietf:params:rtp-hdrext:sdes:mid`,
    `a=extmap:${TWCC_EXTENSION} http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01`,
    ...(kind === 'audio'
      ? [`a=rtpmap:${OPUS} opus/48000/2`]
      : [
          `a=rtpmap:${VP8} VP8/90000`,
          `a=rtcp-fb:${VP8} nack`,
          `a=rtcp-fb:${VP8} nack pli`,
          `a=rtcp-fb:${VP8} goog-remb`,
        ]),
    ...(rids.length > 0
      ? [
          `a=extmap:${RID_EXTENSION} urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id`,
          ...rids.map((rid) => `a=rid:${rid} send`),
          `a=simulcast:send ${rids.join(';')}`,
        ]
      : []),
    ...(direction === 'sendonly'
      ? [`a=msid:stream ${kind}-track`, `a=ssrc:${kind === 'audio' ? AUDIO_SSRC : VIDEO_SSRC} cname:native`]
      : []),
    'a=setup:actpass',
    ...transport,
  ])
  return [
    'v=0',
    `o=${author} 1 1 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${[...sections.map(({ mid }) => mid), 'data'].join(' ')}`,
    ...lines,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:data',
    'a=setup:actpass',
    'a=sctp-port:5000',
    ...transport,
    '',
  ].join('\r\n')
}

/** The answer as our peer connection takes it: two sections, whatever was negotiated above them. */
const transportAnswer = (answer: string): string => {
  const { iceUfrag, icePwd, fingerprint } = readOffer(answer)
  const candidates = [...new Set(answer.split('\r\n').filter((line) => line.startsWith('a=candidate:')))]
  const common = [
    `a=ice-ufrag:${iceUfrag}`,
    `a=ice-pwd:${icePwd}`,
    `a=fingerprint:${fingerprint.algorithm} ${fingerprint.value}`,
    'a=setup:passive',
  ]
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE media data',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'c=IN IP4 0.0.0.0',
    'a=mid:media',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:96 VP8/90000',
    ...common,
    ...candidates,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:data',
    'a=sctp-port:5000',
    ...common,
    '',
  ].join('\r\n')
}

export interface NativeClientOptions {
  url: string
  token: string
  role: 'publisher' | 'viewer'
  /** Layers of its picture, lowest first; one without a name where there are none. */
  rids?: readonly string[]
  /** How its descriptions name whoever wrote them: browsers differ. */
  author?: string
  onPacket?(datagram: Buffer): void
}

/** A join that takes longer has failed; what it lacked is then told. */
const JOIN_WITHIN_MS = 20_000

/** A client without a browser: the same signalling, and raw RTP and RTCP both ways. */
export const createNativeClient = async ({
  url,
  token,
  role,
  rids = [],
  author = '-',
  onPacket,
}: NativeClientOptions) => {
  const peer = new PeerConnection('native', { iceServers: [], maxMessageSize: 262_144 })
  const gathered = Promise.withResolvers<void>()
  peer.onGatheringStateChange((state) => {
    if (state === 'complete') gathered.resolve()
  })
  const media = new Video('media', 'SendRecv')
  media.addVP8Codec(VP8)
  media.addSSRC(VIDEO_SSRC, 'native')
  const track: Track = peer.addTrack(media)
  // Making the channel begins the negotiation.
  peer.createDataChannel('_reliable')
  const opened = Promise.withResolvers<void>()
  track.onOpen(() => opened.resolve())
  peer.onStateChange((state) => {
    if (state === 'failed') opened.reject(new Error('the engine was not reached'))
  })
  if (onPacket) track.onMessage(onPacket)
  await gathered.promise
  const local = peer.localDescription()?.sdp ?? ''
  const transport = [...new Set(transportLines(local))]
  const direction = role === 'publisher' ? 'sendonly' : 'recvonly'
  const offer = describe(
    author,
    [
      { mid: 'a', kind: 'audio', direction },
      { mid: 'v', kind: 'video', direction, rids },
    ],
    transport,
  )

  const join = new WrappedJoinRequest({
    joinRequest: new JoinRequest({ connectionSettings: { autoSubscribe: true } }).toBinary(),
  })
  const address = new URL('/rtc/v1', url)
  address.searchParams.set('access_token', token)
  address.searchParams.set('join_request', Buffer.from(join.toBinary()).toString('base64url'))
  const socket = new WebSocket(address, { perMessageDeflate: false })
  const received: SignalResponse['message'][] = []
  const waiting = new Set<(message: SignalResponse['message']) => void>()
  let answered = ''
  let id = 1
  const send = (message: SignalRequest['message']) => socket.send(new SignalRequest({ message }).toBinary())
  const sendOffer = () =>
    send({ case: 'offer', value: new SessionDescription({ type: 'offer', sdp: offer, id: id++ }) })
  socket.on('message', (data: Buffer) => {
    const { message } = SignalResponse.fromBinary(data)
    received.push(message)
    for (const listener of waiting) listener(message)
    if (message.case === 'mediaSectionsRequirement') sendOffer()
    if (message.case === 'leave') opened.reject(new Error('the engine sent the client away'))
    if (message.case === 'answer' && !peer.remoteDescription()) {
      answered = transportAnswer(message.value.sdp)
      peer.setRemoteDescription(answered, 'answer')
    }
  })
  await once(socket, 'open')
  const ping = setInterval(
    () => send({ case: 'pingReq', value: { timestamp: BigInt(Date.now()), rtt: 0n } as never }),
    3000,
  )

  if (role === 'publisher') {
    for (const [kind, type, source] of [
      ['audio', TrackType.AUDIO, TrackSource.MICROPHONE],
      ['video', TrackType.VIDEO, TrackSource.CAMERA],
    ] as const)
      send({
        case: 'addTrack',
        value: new AddTrackRequest({ cid: `${kind}-track`, type, source, width: 640, height: 360 }),
      })
  }
  sendOffer()
  const late = setTimeout(() => {
    const heard = received.map((message) => message.case).join(' ')
    const ways = `${peer.state()}, ICE ${peer.iceState()}, track ${track.isOpen() ? 'open' : 'closed'}`
    opened.reject(
      new Error(`not joined: ${ways}; heard ${heard}; offered ${transport.join(' ')}; took ${answered}`),
    )
  }, JOIN_WITHIN_MS)
  await opened.promise.finally(() => clearTimeout(late))

  return {
    track,
    socket,
    send,
    received,
    /** The next message of a kind. */
    next: (kind: NonNullable<SignalResponse['message']['case']>) =>
      new Promise<SignalResponse['message']>((resolve) => {
        const listener = (message: SignalResponse['message']) => {
          if (message.case !== kind) return
          waiting.delete(listener)
          resolve(message)
        }
        waiting.add(listener)
      }),
    /** Says goodbye. */
    leave: () => send({ case: 'leave', value: new LeaveRequest() }),
    close(): void {
      clearInterval(ping)
      socket.terminate()
      peer.close()
    },
  }
}
