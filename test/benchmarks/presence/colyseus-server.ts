import { createServer } from 'node:http'
import { Room, Server, type Client } from '@colyseus/core'
import { schema } from '@colyseus/schema'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { decodePose, type PoseMessage } from '#shared/geometry/pose.ts'
import { reportToParent } from './server-process.ts'
import { POSES_PER_SECOND } from './walkers.ts'

// The same fields as one of our entries, in as few bytes as the schema allows.
const VisitorState = schema({
  xCm: 'int16',
  zCm: 'int16',
  turn256: 'uint8',
  flags: 'uint8',
  sequence: 'uint8',
})
const HallState = schema({ visitors: { map: VisitorState } })

class HallRoom extends Room {
  override maxClients = 5000
  override patchRate = 1000 / POSES_PER_SECOND
  override state = new HallState()
  readonly #message: PoseMessage = { xCm: 0, zCm: 0, turn256: 0, flags: 0, sequence: 0 }

  override onCreate(): void {
    this.onMessageBytes('p', (client: Client, bytes: Uint8Array) => {
      const visitor = this.state.visitors.get(client.sessionId)
      if (visitor && decodePose(bytes, this.#message)) Object.assign(visitor, this.#message)
    })
  }

  override onJoin(client: Client): void {
    this.state.visitors.set(client.sessionId, new VisitorState())
  }

  override onLeave(client: Client): void {
    this.state.visitors.delete(client.sessionId)
  }
}

const http = createServer()
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false })
server.define('hall', HallRoom)
reportToParent(http, { promised: () => 0, ticks: () => 0, freeze: () => {} })
await server.listen(0, '127.0.0.1')
