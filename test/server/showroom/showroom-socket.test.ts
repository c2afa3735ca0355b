import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io as connect, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PresenceLink } from '#client/net/presence-link.ts'
import { bindPresence, poseSender } from '#client/net/presence-socket.ts'
import { showroomCommands } from '#shared/protocol/showroom.ts'
import { serverWireParser, wireParser } from '#shared/protocol/wire.ts'
import { attachShowroom, createShowroom, showroomHandlers } from '#server/showroom/index.ts'
import { buildHall, buildPrincipal, HALL_ID, poseAt } from './wire-pair.ts'

let http: ReturnType<typeof createServer>
let io: Server
let tick = () => {}
let framesIn = 0
const clients: Socket[] = []

beforeEach(async () => {
  const showroom = createShowroom({
    clock: { now: () => new Date() },
    plans: { hall: async () => buildHall(), isInvited: async () => false },
    ticker: { start: (turn) => (tick = turn), stop: () => {} },
    metrics: { ticked: () => {} },
  })
  http = createServer()
  io = new Server(http, { parser: serverWireParser })
  framesIn = 0
  const handlers = showroomHandlers(showroom)
  io.on('connection', (socket) => {
    socket.conn.on('data', () => framesIn++)
    socket.on(showroomCommands.enter.name, async (body: unknown, acknowledge: (reply: unknown) => void) =>
      acknowledge(
        await handlers.enter(
          { socket, principal: buildPrincipal(socket.id) },
          showroomCommands.enter.body.parse(body),
        ),
      ),
    )
  })
  attachShowroom(io, showroom, ({ id }) => buildPrincipal(id))
  await once(http.listen(0, '127.0.0.1'), 'listening')
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect()
  await io.close()
})

const visit = async (transports: ('websocket' | 'polling')[]) => {
  const { port } = http.address() as AddressInfo
  const socket = connect(`http://127.0.0.1:${port}`, { parser: wireParser, transports, forceNew: true })
  clients.push(socket)
  const link = new PresenceLink({
    sendPose: poseSender(socket),
    nowMs: () => performance.now(),
    onPlaced: () => {},
  })
  bindPresence(socket, link)
  const reply: unknown = await socket.emitWithAck(showroomCommands.enter.name, { hallId: HALL_ID })
  link.entered(showroomCommands.enter.reply.parse(reply))
  return { socket, link }
}

const until = async (condition: () => boolean) => {
  while (!condition()) {
    tick()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('showroom over sockets', () => {
  it.each([['websocket' as const], ['polling' as const]])(
    '[PR12] carries poses over %s as one message each',
    async (transport) => {
      const anna = await visit([transport])
      const bek = await visit([transport])
      await until(() => bek.link.poses.has(anna.link.handle))
      await until(() => anna.socket.io.engine.transport.writable)
      const before = framesIn
      anna.link.setOwn(poseAt(1, 27))
      anna.link.advance()
      await until(() => bek.link.poses.get(anna.link.handle)?.newest.xCm === 100)
      expect(framesIn - before).toBe(1)
    },
  )

  it('[RM4] keeps the place of a connection that breaks, and frees the link', async () => {
    const anna = await visit(['websocket'])
    const bek = await visit(['websocket'])
    await until(() => bek.link.poses.has(anna.link.handle))
    const { handle } = anna.link
    anna.socket.io.engine.close()
    await until(() => anna.link.handle === 0)
    expect(bek.link.poses.has(handle)).toBe(true)
  })
})
