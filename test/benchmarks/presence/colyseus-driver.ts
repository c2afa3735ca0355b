import { Client } from '@colyseus/sdk'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { encodePose } from '#shared/geometry/pose.ts'
import type { Connect, ConnectOptions, Visitor } from './driver.ts'

const Seat = z.object({ sessionId: z.string(), roomId: z.string(), processId: z.string() })
// Colyseus' protocol: 10 joins, 17 carries bytes under a message type (a msgpack string of one letter).
const JOIN_ROOM = 10
const POSE_HEAD = Uint8Array.of(17, 0xa1, 'p'.charCodeAt(0))

const indexOfSession = new Map<string, number>()

/** A visitor whose frames are only counted: a bare WebSocket. */
const connectBare = async ({ port, index }: ConnectOptions): Promise<Visitor> => {
  const response = await fetch(`http://127.0.0.1:${port}/matchmake/joinOrCreate/hall`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { sessionId, roomId, processId } = Seat.parse(await response.json())
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${processId}/${roomId}?sessionId=${sessionId}`, {
    perMessageDeflate: false,
  })
  let bytesRead = () => 0
  socket.on('upgrade', ({ socket: tcp }) => (bytesRead = () => tcp.bytesRead))
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      if (data[0] !== JOIN_ROOM) return
      socket.send(Uint8Array.of(JOIN_ROOM))
      resolve()
    })
  })
  indexOfSession.set(sessionId, index)
  return {
    send(packed, sequence) {
      const pose = encodePose(packed, sequence)
      const message = new Uint8Array(POSE_HEAD.length + pose.length)
      message.set(POSE_HEAD)
      message.set(pose, POSE_HEAD.length)
      socket.send(message)
    },
    bytesRead: () => bytesRead(),
    received: () => 0,
  }
}

interface State {
  visitors: { forEach(visit: (visitor: { sequence: number }, sessionId: string) => void): void }
}

/** A visitor who reads the state with Colyseus' own client. */
const connectReading = async ({ port, index, onUpdate }: ConnectOptions): Promise<Visitor> => {
  const room = await new Client(`ws://127.0.0.1:${port}`).joinOrCreate<State>('hall')
  indexOfSession.set(room.sessionId, index)
  room.onStateChange((state) =>
    state.visitors.forEach(({ sequence }, sessionId) =>
      onUpdate?.(indexOfSession.get(sessionId) ?? -1, sequence),
    ),
  )
  return {
    send: (packed, sequence) => room.sendBytes('p', encodePose(packed, sequence)),
    bytesRead: () => NaN,
    received: () => 0,
  }
}

export const connectColyseus: Connect = (options) =>
  options.onUpdate ? connectReading(options) : connectBare(options)
