import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DisconnectReason, WebhookEvent } from '@livekit/protocol'
import { createTokenReader, type Keys } from './control/keys.ts'
import { createRoomService, SERVICE_PATH } from './control/room-service.ts'
import { createWebhooks } from './control/webhooks.ts'
import { DRAIN_PATH, HEALTH_PATH, type EngineHealth } from './engine-paths.ts'
import { createForwarded } from './forward/forwarded.ts'
import { createStrengthWatch } from './load/strength.ts'
import type { Room, RoomEvent } from './rooms/room.ts'
import { createRooms } from './rooms/rooms.ts'
import { createSignalling, SIGNAL_PATH, VALIDATE_PATH } from './signalling/signalling.ts'
import { openRelayDoor } from './transport/relay-door.ts'
import { holdPort, type TransportAddress } from './transport/transport.ts'

/** Feedback to publishers, what is missing, keyframes. */
const TICK_MS = 20
/** Viewers' lines, who speaks. */
const SHARE_MS = 300
const REPORT_MS = 1000

export interface EngineOptions {
  keys: Keys
  /** Where it is told what happens. */
  webhookUrl: string
  address: Omit<TransportAddress, 'door'>
  /** Some come through a TURN relay: the next UDP port is theirs. */
  hasRelay: boolean
  /** Signalling and orders; loopback, reached through the fair's own port. */
  port: number
  /** Whether newcomers are refused by measured load; `all` is for tests, whose browsers are the load. */
  admits: 'measured' | 'all'
  warn(about: object, reason: string): void
}

const eventOf = (room: Room, event: RoomEvent): WebhookEvent =>
  new WebhookEvent({
    event: event.kind,
    id: randomUUID(),
    createdAt: BigInt(Math.floor(Date.now() / 1000)),
    room: room.info(),
    ...('participant' in event ? { participant: event.participant } : {}),
    ...('publication' in event ? { track: event.publication.info } : {}),
  })

/** The embedded media engine: an SFU that speaks LiveKit's protocol. It keeps nothing but what is live. */
export const createEngine = async (options: EngineOptions) => {
  const { keys, webhookUrl, port, admits, hasRelay, warn, address: wanted } = options
  const startedAtMs = Date.now()
  const epoch = randomUUID()
  let isDraining = false
  const held = holdPort(wanted)
  const { bindAddress } = wanted
  const door = hasRelay
    ? await openRelayDoor({ port: held.port + 1, bindAddress, enginePort: held.port })
    : undefined
  if (door && door.port !== held.port + 1)
    warn({ wanted: held.port + 1, taken: door.port }, 'the UDP port for relays is taken; another is used')
  const address = { ...wanted, port: held.port, door }
  if (held.port !== wanted.port)
    warn({ wanted: wanted.port, taken: held.port }, 'the UDP port of media is taken; another is used')
  const strength = createStrengthWatch()
  const webhooks = createWebhooks(keys, webhookUrl)
  const readToken = createTokenReader(keys, startedAtMs)
  const forwarded = createForwarded()
  const rooms = createRooms({
    address,
    forwarded,
    nodeId: epoch,
    onEvent: (room, event) => webhooks.tell(eventOf(room, event)),
    warn: (room, participant, reason) => warn({ room, participant }, reason),
  })
  const signalling = createSignalling({
    rooms,
    readToken,
    hasRoomForMore: () => !isDraining && (admits === 'all' || strength.hasRoomForMore),
    warn,
  })
  const roomService = createRoomService(rooms, readToken)

  const health = (): EngineHealth => {
    const people = rooms.all().flatMap((room) => room.participants())
    return {
      epoch,
      startedAtMs,
      rooms: rooms.all().length,
      participants: people.length,
      ...strength.now,
      hasRoomForMore: strength.hasRoomForMore,
      isDraining,
      residentBytes: process.memoryUsage.rss(),
      forwardedPackets: forwarded.packets,
      forwardedBytes: forwarded.bytes,
      pausedPictures: people.reduce((sum, one) => sum + one.pausedPictures, 0),
    }
  }

  const drain = async (request: IncomingMessage, response: ServerResponse) => {
    const token = await readToken(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
    if (token?.grants.video?.roomCreate !== true) return response.writeHead(401).end()
    isDraining = true
    return response.writeHead(204).end()
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://engine')
    if (pathname === HEALTH_PATH)
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(health()))
    if (pathname === DRAIN_PATH && request.method === 'POST') return drain(request, response)
    if (pathname.startsWith(SERVICE_PATH)) return roomService(request, response)
    if (pathname !== VALIDATE_PATH) return response.writeHead(404).end()
    const refusal = await signalling.validate(request)
    return (
      response
        // Pages of other origins may join with a token; it is no cookie that could be misused.
        .writeHead(refusal?.status ?? 200, {
          'content-type': 'text/plain',
          'access-control-allow-origin': '*',
        })
        .end(refusal?.reason ?? 'success')
    )
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      warn({ url: request.url }, error instanceof Error ? error.message : 'a request failed')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  http.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://engine').pathname !== SIGNAL_PATH)
      return void socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    signalling.upgrade(request, socket, head).catch((error: unknown) => {
      warn({}, error instanceof Error ? (error.stack ?? error.message) : 'a connection failed')
      socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })

  const timers = [
    setInterval(() => rooms.tick(performance.now()), TICK_MS),
    setInterval(() => rooms.share(performance.now()), SHARE_MS),
    setInterval(() => {
      strength.measure()
      rooms.report(performance.now())
    }, REPORT_MS),
  ]

  return {
    epoch,
    port: (http.address() as AddressInfo).port,
    udpPort: held.port,
    /** Of those who come through a relay. */
    doorPort: door?.port,
    rooms,
    health,
    async close(): Promise<void> {
      isDraining = true
      for (const timer of timers) clearInterval(timer)
      rooms.closeAll(DisconnectReason.SERVER_SHUTDOWN)
      door?.close()
      held.release()
      signalling.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      webhooks.close()
      strength.close()
    },
  }
}

export type Engine = Awaited<ReturnType<typeof createEngine>>
