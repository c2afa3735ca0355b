import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type JoinRequest, SignalRequest, type SignalResponse } from '@livekit/protocol'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Token, TokenReader } from '../control/keys.ts'
import { permissionOf } from '../rooms/grants.ts'
import type { Link, Participant } from '../rooms/participant.ts'
import { PING_INTERVAL_S, PING_TIMEOUT_S, type Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { readJoinRequest } from './join-request.ts'
import { createMessageRate } from './message-rate.ts'

export const SIGNAL_PATH = '/rtc/v1'
export const VALIDATE_PATH = '/rtc/v1/validate'

const MOST_MESSAGE_BYTES = 512_000
/** Who does not read what is sent to it is let go, before it fills the memory. */
const MOST_UNREAD_BYTES = 4_000_000
const POLICY_VIOLATION = 1008
const UNREADABLE = 1007

/** Why somebody may not come in; the status is what a browser sees. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 429 | 503
  reason: string
}

interface Entry {
  token: Token
  room: Room
  request: JoinRequest
}

export interface SignallingOptions {
  rooms: Rooms
  readToken: TokenReader
  /** False while the process is at the end of its strength, or going down. */
  hasRoomForMore(): boolean
  warn(what: { room: string; participant: string }, reason: string): void
}

const linkOf = (socket: WebSocket): Link => ({
  send(response: SignalResponse): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MOST_UNREAD_BYTES) return socket.terminate()
    socket.send(response.toBinary())
  },
  close: () => socket.close(),
})

/** LiveKit's signalling: one WebSocket a client, protobuf in binary frames. */
export const createSignalling = ({ rooms, readToken, hasRoomForMore, warn }: SignallingOptions) => {
  // Compression would let a small message unfold into a large one, and media are described in a few kB anyway.
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MOST_MESSAGE_BYTES,
  })

  /** Who it is, and which room it may join; or why not. */
  const enter = async (request: IncomingMessage): Promise<Entry | Refusal> => {
    const url = new URL(request.url ?? '/', 'http://engine')
    const bearer = request.headers.authorization?.replace(/^Bearer /, '')
    const token = await readToken(url.searchParams.get('access_token') ?? bearer ?? '')
    if (!token) return { status: 401, reason: 'invalid token' }
    const { video } = token.grants
    const name = video?.room
    if (video?.roomJoin !== true || !name || !token.identity)
      return { status: 403, reason: 'this token joins no room' }
    if (!rooms.admits(name, token.identity, token.issuedAtMs))
      return { status: 401, reason: 'this token is void' }
    const join = readJoinRequest(url.searchParams.get('join_request') ?? '')
    if (!join) return { status: 400, reason: 'unreadable join request' }
    const known = rooms.find(name)
    const isBack = known?.find(token.identity) !== undefined
    if (!isBack && !hasRoomForMore()) return { status: 503, reason: 'no room for more' }
    if (!isBack && known?.isFull) return { status: 403, reason: 'the room is full' }
    const room = known ?? rooms.open(name)
    return room ? { token, room, request: join } : { status: 503, reason: 'too many rooms' }
  }

  const join = ({ token, room, request }: Entry, link: Link): Participant => {
    const { name = '', metadata = '', attributes = {}, video = {} } = token.grants
    const permission = permissionOf(video)
    const who = { identity: token.identity, name, metadata, attributes, permission }
    return room.join(who, request, link)
  }

  const resume = ({ token, room, request }: Entry, link: Link): Participant | undefined =>
    room.resume(token.identity, request.participantSid, link)

  const serve = (socket: WebSocket, entry: Entry) => {
    const { room, request, token } = entry
    const link = linkOf(socket)
    const mayTake = createMessageRate()
    const complain = (reason: string) => warn({ room: room.name, participant: token.identity }, reason)
    // The client pings every few seconds; who is silent is gone, however open its connection seems.
    const silence = setTimeout(() => socket.terminate(), (PING_INTERVAL_S + PING_TIMEOUT_S) * 1000)
    const participant = request.reconnect ? resume(entry, link) : join(entry, link)
    socket.on('error', () => socket.terminate())
    if (!participant) {
      clearTimeout(silence)
      room.tellToBeginAnew(link)
      return socket.close()
    }
    socket.on('message', (data, isBinary) => {
      silence.refresh()
      if (!mayTake(performance.now())) {
        complain('a flood of messages')
        return socket.close(POLICY_VIOLATION)
      }
      if (!isBinary || !Buffer.isBuffer(data)) return socket.close(UNREADABLE)
      let message: SignalRequest
      try {
        message = SignalRequest.fromBinary(data)
      } catch {
        complain('an unreadable message')
        return socket.close(UNREADABLE)
      }
      participant.take(message)
    })
    socket.on('close', () => {
      clearTimeout(silence)
      room.unlink(participant, link)
    })
  }

  return {
    /** A request to become a WebSocket. */
    async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
      socket.on('error', () => socket.destroy())
      const entry = await enter(request)
      if ('status' in entry) {
        socket.end(
          `HTTP/1.1 ${entry.status} Refused\r\nContent-Type: text/plain\r\nContent-Length: ${entry.reason.length}\r\nConnection: close\r\n\r\n${entry.reason}`,
        )
        return
      }
      server.handleUpgrade(request, socket, head, (one) => serve(one, entry))
    },
    /** What a client asks where its connection failed: whether it is let in, and if not, why. */
    async validate(request: IncomingMessage): Promise<Refusal | undefined> {
      const entry = await enter(request)
      return 'status' in entry ? entry : undefined
    },
    close(): void {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
