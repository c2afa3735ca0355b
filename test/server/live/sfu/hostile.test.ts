import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import {
  JoinRequest,
  SessionDescription,
  SignalRequest,
  WrappedJoinRequest,
  WrappedJoinRequest_Compression,
} from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Engine } from '#server/live/sfu/engine.ts'
import { seededRandom } from '#test/benchmarks/presence/walkers.ts'
import { KEYS, startEngineHere } from '../../../media/support/engine-here.ts'
import { createNativeClient, OPUS, VIDEO_SSRC, VP8 } from '../../../media/support/native-client.ts'
import { sendPicture } from '../../../media/support/native-picture.ts'

const SEED = 20_261_126
const HOSTILE_PACKETS = 4000
const SEEN_WITHIN_MS = 8000

describe('an engine among hostile clients', () => {
  let engine: Engine
  let url: string

  beforeAll(async () => {
    engine = await startEngineHere()
    url = `ws://127.0.0.1:${engine.port}`
  })
  afterAll(() => engine.close())

  const tokenFor = async (identity: string, room = 'noise') => {
    const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 })
    token.addGrant({
      room,
      roomJoin: true,
      canPublish: true,
      canSubscribe: true,
      canPublishData: true,
    })
    return token.toJwt()
  }
  const addressOf = async (identity: string, join: WrappedJoinRequest) => {
    const address = new URL('/rtc/v1', url)
    address.searchParams.set('access_token', await tokenFor(identity))
    address.searchParams.set('join_request', Buffer.from(join.toBinary()).toString('base64url'))
    return address
  }
  const PLAIN = new WrappedJoinRequest({ joinRequest: new JoinRequest({}).toBinary() })
  const connect = async (identity: string) => {
    const socket = new WebSocket(await addressOf(identity, PLAIN))
    await once(socket, 'open')
    return socket
  }
  const closeCode = async (socket: WebSocket): Promise<number> =>
    ((await once(socket, 'close')) as [number])[0]

  /** A publisher and a viewer who do all right: the viewer gets a picture. */
  const expectService = async () => {
    const got = Promise.withResolvers<void>()
    const publisher = await createNativeClient({
      url,
      token: await tokenFor('honest', 'hall'),
      role: 'publisher',
    })
    const viewer = await createNativeClient({
      url,
      token: await tokenFor('viewer', 'hall'),
      role: 'viewer',
      onPacket: (datagram) => {
        if (((datagram[1] ?? 0) & 127) === VP8) got.resolve()
      },
    })
    const picture = sendPicture(publisher.track)
    const late = setTimeout(() => got.reject(new Error('no picture came through')), SEEN_WITHIN_MS)
    await got.promise.finally(picture.stop)
    clearTimeout(late)
    publisher.close()
    viewer.close()
  }

  it('refuses a join request that unfolds without end, and one that is noise', async () => {
    const bomb = new WrappedJoinRequest({
      compression: WrappedJoinRequest_Compression.GZIP,
      joinRequest: gzipSync(Buffer.alloc(8_000_000)),
    })
    const noise = new WrappedJoinRequest({ joinRequest: Buffer.from('ffffffffff', 'hex') })
    for (const join of [bomb, noise]) {
      const socket = new WebSocket(await addressOf('bomber', join))
      const [, { statusCode }] = (await once(socket, 'unexpected-response')) as [
        unknown,
        { statusCode: number },
      ]
      expect(statusCode).toBe(400)
    }
  })

  it('closes on messages that are no protobuf, too large, or too many', async () => {
    const noisy = await connect('noisy')
    noisy.send(Buffer.from('ff00ff00ff00', 'hex'))
    expect(await closeCode(noisy)).toBe(1007)

    const large = await connect('large')
    large.send(Buffer.alloc(600_000))
    expect(await closeCode(large)).toBe(1009)

    const flood = await connect('flood')
    const ping = new SignalRequest({ message: { case: 'ping', value: 1n } }).toBinary()
    for (let sent = 0; sent < 600; sent++) flood.send(ping)
    expect(await closeCode(flood)).toBe(1008)
  })

  it('sends away who describes nonsense, or more than anybody has', async () => {
    const sections = Array.from(
      { length: 400 },
      (_, at) => `m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:${at}\r\n`,
    )
    for (const sdp of ['', 'v=0', '\0'.repeat(1000), `v=0\r\ns=-\r\n${sections.join('')}`]) {
      const socket = await connect('describer')
      const offer = new SessionDescription({ type: 'offer', sdp, id: 1 })
      socket.send(new SignalRequest({ message: { case: 'offer', value: offer } }).toBinary())
      await closeCode(socket)
    }
  })

  it('lives through malformed RTP and RTCP, and serves the others meanwhile', async () => {
    const random = seededRandom(SEED)
    const hostile = await createNativeClient({ url, token: await tokenFor('hostile'), role: 'publisher' })
    for (let count = 0; count < HOSTILE_PACKETS; count++) {
      const packet = Buffer.alloc(12 + Math.floor(random() * 200))
      for (let at = 0; at < packet.length; at++) packet[at] = Math.floor(random() * 256)
      packet[0] = 0x80 | (Math.floor(random() * 64) & 0x3f)
      // Half are RTCP of every kind, half media of what was negotiated.
      packet[1] = random() < 0.5 ? 200 + Math.floor(random() * 8) : random() < 0.5 ? VP8 : OPUS
      if (random() < 0.5) packet.writeUInt32BE(VIDEO_SSRC, 8)
      try {
        hostile.track.sendMessageBinary(packet)
      } catch {
        // What our own end can't encrypt, nobody receives.
      }
    }
    await expectService()
    hostile.close()
  })

  it('forgets them when they are gone', async () => {
    await expectService()
    expect(engine.health()).toMatchObject({ rooms: 2 })
    expect(engine.health().participants).toBeLessThan(8)
  })
})
